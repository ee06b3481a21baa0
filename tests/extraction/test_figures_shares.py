from __future__ import annotations

import pytest

from claims.extraction.figures import find
from claims.extraction.figures_german import find as find_german

TOWN = (
    "The town was quiet again on Sunday. Shops opened late. Buses ran. Trains did not.\n\n"
)


def shares(text: str) -> list[str]:
    return [figure.text for figure in find(TOWN + text) if figure.kind == "share"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 40 percent of the staff were sent home.", ["About 40 percent"]),
        ("The storm destroyed 90% of the harvest.", ["90%"]),
        ("A quarter of the staff stayed at home.", ["A quarter of"]),
        ("Police detained 40 marchers. The turnout was 12% lower.", ["12%"]),
    ],
)
def test_shares_of_people_and_of_what_was_lost_are_figures(text, expected):
    assert shares(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The index rose 2.1% and the bank's shares fell 4 per cent.",
        "The poll gave Orme 43 percent of voters; 9 percent of respondents did not say.",
        "Unemployment stood at 4.9 percent.",
    ],
)
def test_prices_and_the_answers_of_a_poll_are_none(text):
    assert shares(text) == []


def test_a_poll_of_a_damaged_town_keeps_the_damage():
    text = "A survey of respondents found that 70% of the homes were destroyed."

    assert shares(text) == ["70%"]


def test_german_votes_are_no_figures():
    text = "Die Partei kam bei der Wahl auf 41 Prozent der Stimmen."

    assert find_german(text) == []
