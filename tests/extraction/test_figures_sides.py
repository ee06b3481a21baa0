from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction import engine
from claims.extraction.parties import Parties

LEAD = "The valley is quiet.\n\n"


def sides(text: str) -> list[str | None]:
    """Return the side of each figure of a text, in order."""
    return [figure.side for figure in engine.read(LEAD + text).figures]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Seven Corvan fighters were killed.", "Corvan"),
        ("Two members of the Orme Guard were wounded.", "Orme Guard"),
        ("Two members of the resistance forces were wounded.", "resistance forces"),
        ("The Corvan have left. Eight Corvan were killed.", "Corvan"),
        ("Nine al Corva militants were killed.", "al Corva"),
        ("Nine people were killed.", None),
        ("Nine Welby residents were killed.", None),
        ("Two Teen Girls Dead in Welby", None),
        ("Police found Ana Brod, 31, and her son Ole Brod, 4, dead.", None),
    ],
)
def test_the_words_for_the_counted_name_their_side(text, side):
    assert sides(text) == [side]


def test_resistance_personnel_are_of_the_resistance_forces():
    text = (
        "Two members of the resistance forces were wounded. Later a couple of resistance "
        "personnel were killed."
    )

    assert sides(text) == ["resistance forces", "resistance forces"]


def test_initials_are_the_side_that_the_text_spells_out():
    text = (
        "The Orme Liberation Front (OLF) has left the valley. Two members of the OLF were "
        "wounded."
    )

    assert sides(text) == ["Orme Liberation Front"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Orme Guard lost 7-8 people.", "Orme Guard"),
        (
            "The Orme Guard, now spread thin, have lost no fewer than seven men.",
            "Orme Guard",
        ),
        ("The clash cost the Orme Guard at least seven lives.", "Orme Guard"),
        ("The Corvan attacked Welby. They lost 7-8 people.", "Corvan"),
        ("The Corvan attacked. The Halden have fled. They lost 7-8 people.", "Halden"),
        ("The Corvan attacked Welby. Eight of their fighters were killed.", "Corvan"),
        ("The Corvan attacked Welby but were driven off with 7 dead.", "Corvan"),
        ("Losses were heavy on the Orme Guard side, at least 30 killed.", "Orme Guard"),
        ("The Corvan have left. The Corvan dead from that night came to 30.", "Corvan"),
    ],
)
def test_who_loses_people_is_their_side(text, side):
    assert sides(text) == [side]


@pytest.mark.parametrize(
    "text",
    [
        "The Corvan attacked the post but the Orme Guard held on. They lost 7-8 people.",
        "The Corvan attacked Welby. Villagers fled. They lost 7-8 people.",
        "The Orme Guard drove off the Corvan with 7 dead.",
        "The Corvan have left. The anti-Corvan group attacked Orme. They lost 7-8 people.",
        "They lost 7-8 people.",
    ],
)
def test_two_that_may_be_meant_are_none(text):
    assert sides(text) == [None]


def test_a_pronoun_in_a_quotation_is_never_who_speaks():
    text = (
        "Confirming the raid, the Orme Guard said, “The Corvan had attempted to attack "
        "Welby. They lost 7-8 people. That is all.”"
    )

    assert sides(text) == ["Corvan"]


def test_who_speaks_of_we_is_the_side():
    text = "The Corvan attacked Welby. “We lost nine men,” the Orme Guard said."

    assert sides(text) == ["Orme Guard"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "The Corvan attack failed and nine terrorists were killed by the Orme Guard.",
            "Corvan",
        ),
        ("The Corvan attacked Welby. Nine of the attackers were killed.", "Corvan"),
        ("The army attacked a camp at Welby. Nine militants were killed.", None),
        ("The Corvan attacked Welby and nine militants were killed by the Corvan.", None),
        ("The Corvan attacked Welby.\nNine militants were killed.", None),
        ("The Corvan attacked Welby. Nine villagers were killed.", None),
        ("The Corvan raided Orme, the OLF raided Holm. Nine militants were killed.", None),
    ],
)
def test_an_epithet_is_the_attacker_where_the_paragraph_has_one(text, side):
    assert sides(text) == [side]


def test_a_figure_goes_on_with_the_side_of_the_one_before():
    text = (
        "Eight Corvan fighters were killed and a similar number wounded before they left; "
        "two members of the Orme Guard were hurt."
    )

    assert sides(text) == ["Corvan", "Corvan", "Orme Guard"]


def test_other_people_in_the_sentence_have_no_side():
    text = "Eight Corvan fighters were killed and 12 people were wounded."

    assert sides(text) == ["Corvan", None]


@pytest.mark.parametrize("count", ["Two", "Several", "Twenty"])
def test_a_count_of_guards_is_no_party(count):
    assert sides(f"{count} guards were hurt. They lost 7-8 people.")[-1] is None


def test_counted_fighters_of_a_body_are_printed_without_whose_they_are():
    text = "The Corvan attacked Welby. Eight of their fighters were killed."
    (figure,) = engine.read(text, published_at=dt.date(2031, 5, 4)).figures

    assert figure.population == "fighters"


def test_a_party_is_known_by_any_of_its_names():
    parties = Parties("The Orme Liberation Front (OLF) has left.")

    key = parties.key("OLF")

    assert key is not None
    assert key == parties.key("Orme Liberation Front")
    assert parties.name(key) == "Orme Liberation Front"


@given(
    st.lists(
        st.sampled_from(
            [
                *("The Corvan", " attacked", " Welby", ". ", "They lost ", "9 men", "\n"),
                *(" of their fighters", " killed by", " the Orme Guard", "“", "”", " said"),
                *("12 militants", " were killed", " and ", "we ", "al ", "with 7 dead"),
            ]
        ),
        max_size=40,
    )
)
def test_a_side_is_none_or_words_of_the_text(pieces):
    text = "".join(pieces)

    told = [side for side in sides(text) if side is not None]

    assert all(side in text for side in told)
