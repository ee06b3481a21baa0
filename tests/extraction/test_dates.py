from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from claims.extraction.dates import times_in
from claims.extraction.figures import find

PUBLISHED = date(2024, 5, 14)  # a Tuesday


def as_of(text: str) -> date | None:
    (figure,) = find("The valley is quiet.\n\n" + text, PUBLISHED)
    return figure.as_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nine guards were killed, the ministry said on Monday.", date(2024, 5, 13)),
        ("On Sunday the ministry put the dead at nine.", date(2024, 5, 12)),
        ("As of 10 May the death toll stood at nine.", date(2024, 5, 10)),
        ("Some 4,000 people marched on Saturday.", date(2024, 5, 11)),
    ],
)
def test_a_figure_stands_as_of_the_day_it_was_told(text, day):
    assert as_of(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Nine guards were killed on Monday night.",
        "Nine guards were killed in Monday's raid.",
        "Nine guards were killed in 2019.",
        "Nine guards were killed.",
    ],
)
def test_the_day_of_a_fight_is_not_the_day_of_its_toll(text):
    assert as_of(text) is None


def test_without_a_day_of_publication_no_time_can_be_told():
    assert times_in("on Monday", None) == ()


def test_a_moment_of_publication_serves_as_its_day():
    moment = datetime(2024, 5, 14, 6, 30, tzinfo=UTC)

    assert times_in("on Monday", moment) == times_in("on Monday", PUBLISHED)
