from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.figures import Basis, Interest, Kind
from claims.domain.numbers import read
from claims.domain.rules import answers
from tests.domain.examples import OPEN, figure, scope

LEAGUE = [
    figure(9, OPEN, id="a", core=(9, 20), printed=(9, 10), kind=Kind.AT_LEAST, origin="x"),
    figure(7, 8, id="b", printed=(7, 8), kind=Kind.RANGE, origin="x"),
]
HURT = scope(measure="injured")
QUAY = [
    figure(low, id=str(at), printed=(low,), origin=f"o{at}", scope=HURT)
    for at, low in enumerate([20, 20, 30, 30, 55])
]


def settled(figures, rule, **how):
    answer = {each.rule: each for each in answers(figures, **how)}[rule]
    return answer.low, answer.best, answer.high


def notes(figures, rule, **how):
    return {each.rule: each.notes for each in answers(figures, **how)}[rule]


def test_gtd_takes_the_lowest_where_no_source_is_latest_and_none_has_a_majority():
    assert settled(LEAGUE, "GTD") == (None, 7, None)
    assert settled(QUAY, "GTD") == (None, 20, None)


def test_gtd_takes_the_most_recent_source_that_is_no_party():
    figures = [
        figure(9, id="a", day=1, origin="x"),
        figure(7, id="b", day=2, origin="y"),
    ]
    claim = figure(5, id="c", day=3, origin="z", interest=Interest.ENEMY)

    assert settled(figures, "GTD") == (None, 7, None)
    assert settled([*figures, claim], "GTD") == (None, 5, None)
    assert "The most recent source." not in notes([*figures, claim], "GTD")


def test_gtd_takes_the_majority_of_independent_sources():
    figures = [figure(low, id=str(at), origin=str(at)) for at, low in enumerate([9, 9, 4])]

    assert settled(figures, "GTD") == (None, 9, None)


def test_gtd_leaves_vague_words_blank_and_flags_the_parties_own_claims():
    vague = figure(12, OPEN, id="v", kind=Kind.VAGUE, interest=Interest.ENEMY)
    claim = figure(30, id="c", interest=Interest.ENEMY)

    assert settled([vague], "GTD") == (None, None, None)
    assert notes([vague, claim], "GTD") == (
        "Vague words are left blank.",
        "Every figure is a party’s claim: treat as doubtful.",
        "No majority among independent sources, so the lowest.",
    )


def test_ucdp_spans_the_lowest_to_the_highest_reliable():
    assert settled(LEAGUE, "UCDP-like") == (7, 7, 10)
    assert settled(QUAY, "UCDP-like") == (20, 20, 55)


def test_ucdp_trusts_the_third_party_and_the_morgue_first():
    claim = figure(90, id="a", interest=Interest.ENEMY)
    press = figure(30, id="b")
    morgue = figure(34, id="c", basis=Basis.MORGUE)

    assert settled([claim, press, morgue], "UCDP-like") == (30, 34, 34)


def test_ucdp_says_when_no_high_is_reliable():
    claim = figure(90, id="a", interest=Interest.ENEMY)

    assert notes([claim], "UCDP-like") == (
        "Only the parties’ own claims: no high is reliable.",
    )
    assert notes([claim, figure(30, id="b")], "UCDP-like") == ()


def test_acled_is_conservative_and_does_not_code_the_injured():
    assert settled(LEAGUE, "ACLED") == (None, 7, None)
    assert settled(QUAY, "ACLED") == (None, None, None)


def test_ibc_wants_two_independent_origins():
    assert settled(QUAY, "IBC") == (20, None, 30)
    assert notes(QUAY, "IBC") == ("55 rests on fewer than two origins.",)
    assert notes(LEAGUE, "IBC") == ("Provisional: no figure has two independent origins.",)


def test_airwars_spans_from_the_names_found_to_the_highest_named():
    named = figure(4, id="n", printed=(4,), basis=Basis.NAMES, origin="n", scope=HURT)

    assert settled(LEAGUE, "Airwars") == (7, None, 10)
    assert "A single source: weak." in notes(LEAGUE, "Airwars")
    assert settled(QUAY, "Airwars") == (20, None, 55)
    assert notes(QUAY[1:3], "Airwars") == ()
    assert settled([*QUAY, named], "Airwars") == (4, None, 55)


def test_airwars_has_its_own_reading_of_words():
    vague = figure(12, OPEN, core=(24, 99), kind=Kind.VAGUE, hedge="dozens", origin="x")
    several = figure(3, 19, kind=Kind.VAGUE, hedge="a crowd", origin="x")

    assert settled([vague], "Airwars") == (12, None, 24)
    assert settled([several], "Airwars") == (3, None, 19)


def test_em_dat_needs_its_list_of_sources():
    figures = [
        figure(13, id="u", speakers="clinic"),
        figure(11, id="a", speakers="clinic", day=1),
        figure(9, id="b", speakers="clinic", day=2),
        figure(30, id="c", speakers="mayor"),
    ]

    assert settled(figures, "EM-DAT", priority=["ministry", "clinic"]) == (None, 9, None)
    assert notes(figures, "EM-DAT") == ("Needs a list of priority sources.",)
    assert notes(figures, "EM-DAT", priority=["ministry"]) == (
        "None of the sources on the list gives a figure.",
    )


def test_bbc_gives_the_range_with_attribution():
    assert settled(LEAGUE, "BBC") == (7, None, 10)
    assert notes([figure(7)], "BBC") == ("Attribute it.",)


def test_a_tied_quorum_gives_no_answer():
    assert settled(QUAY, "Quorum") == (None, None, None)
    assert notes(QUAY, "Quorum") == ("A tie, so no answer: 20 and 30, 2 origins each.",)
    assert settled(QUAY[:3], "Quorum") == (20, None, 20)
    assert notes(QUAY[:3], "Quorum") == ("2 origins meet here.",)
    assert notes(QUAY[:1], "Quorum") == ("Only 1 origin gives it.",)
    assert notes([figure(7)], "Quorum") == ("No figure has an independent origin.",)


def test_without_a_value_no_rule_has_an_answer():
    assert answers([figure(None)]) == []


def test_casualty_recorders_are_not_asked_about_a_crowd():
    crowd = figure(87_000, scope=scope(measure="crowd"))

    assert [answer.rule for answer in answers([crowd])] == ["BBC", "Quorum", "EM-DAT"]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("about 300", 300, 300),
        ("more than 45", 46, 46),
        ("at least 9-10", 9, 10),
        ("up to 50", 0, 50),
        ("1.2 million", 1_200_000, 1_200_000),
        ("half a dozen", 6, 6),
        ("dozens", 12, None),
        ("several", 3, 19),
        ("7-8", 7, 8),
    ],
)
def test_a_recorder_takes_the_number_and_not_what_it_may_mean(words, low, high):
    assert settled([as_read(words)], "BBC") == (low, None, high)


def as_read(words, **fields):
    (phrase,) = read(words)
    high = OPEN if phrase.hard.high is None else phrase.hard.high
    return figure(
        phrase.hard.low,
        high,
        core=(phrase.core.low, phrase.core.high),
        kind=Kind(phrase.kind),
        hedge=phrase.hedge or phrase.text,
        printed=phrase.printed,
        **fields,
    )


PHRASES = [
    "about 30",
    "over 45",
    "at least 9-10",
    "up to 50",
    "dozens",
    "12",
    "7-8",
    "no one",
]
read_figures = st.lists(
    st.builds(
        as_read,
        st.sampled_from(PHRASES),
        id=st.uuids().map(str),
        origin=st.sampled_from(["", "a", "b", "c"]),
        interest=st.sampled_from(Interest),
        basis=st.sampled_from(Basis),
        day=st.none() | st.integers(0, 3),
    ),
    max_size=6,
)


def test_a_vague_floor_counts_beside_a_lower_number():
    names = as_read("dozens", id="a", basis=Basis.NAMES)

    assert settled([names, as_read("7-8", id="b")], "UCDP-like") == (7, 12, 12)


@given(read_figures)
def test_no_answer_runs_backwards(figures):
    spans = [
        [end for end in (answer.low, answer.best, answer.high) if end is not None]
        for answer in answers(figures)
    ]

    assert all(span == sorted(span) for span in spans)
