from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.figures import Kind
from claims.domain.numbers import read
from claims.domain.wording import Said, drops_a_hedge, in_print, phrase, recommended
from tests.domain.examples import OPEN, figure

FLOOR = figure(9, OPEN, id="a", kind=Kind.AT_LEAST, printed=(9, 10), hedge="at least")
RANGE = figure(7, 8, id="b", kind=Kind.RANGE, printed=(7, 8))


@pytest.mark.parametrize(
    ("figure_", "words"),
    [
        (FLOOR, "at least nine to ten"),
        (RANGE, "seven to eight"),
        (figure(12, printed=(12,)), "12"),
        (figure(12), "12"),
        (figure(21, OPEN, kind=Kind.AT_LEAST, printed=(20,)), "more than 20"),
        (figure(21, OPEN, kind=Kind.AT_LEAST, printed=(20,), hedge="Over"), "over 20"),
        (figure(30, OPEN, kind=Kind.AT_LEAST, hedge="+"), "at least 30"),
        (figure(30, OPEN, kind=Kind.AT_LEAST, printed=(30,), hedge="+"), "at least 30"),
        (
            figure(1, 50, kind=Kind.AT_MOST, printed=(50,), hedge="as many as"),
            "as many as 50",
        ),
        (figure(1, 50, kind=Kind.AT_MOST), "up to 50"),
        (figure(270, 330, kind=Kind.APPROX, printed=(300,), hedge="or so"), "about 300"),
        (figure(270, 330, core=(285, 315), kind=Kind.APPROX), "about 285 to 315"),
        (figure(12, OPEN, kind=Kind.VAGUE, hedge="dozens"), "dozens"),
        (figure(12, OPEN, kind=Kind.VAGUE), "12 or more"),
        (figure(0, kind=Kind.ZERO), "none"),
        (figure(1, OPEN, kind=Kind.UNKNOWN), "an unknown number"),
        (figure(None, kind=Kind.NO_REPORT), "no number"),
    ],
)
def test_a_figure_keeps_its_hedge(figure_, words):
    assert phrase(figure_) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no"), (7, "seven"), (11, "11"), (1200, "1,200"), (Decimal("2.5"), "2.5")],
)
def test_numbers_are_printed_as_newspapers_do(number, words):
    assert in_print(number) == words


def twelve(**fields):
    return figure(12, printed=(12,), **fields)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([], ""),
        ([Said("the clinic", figure(None))], ""),
        (
            [Said("the league", FLOOR), Said("the league", RANGE)],
            "between seven and ten, the league said in differing statements",
        ),
        ([Said("the league", FLOOR)], "at least nine to ten, the league said"),
        (
            [Said("the clinic", twelve()), Said("police", twelve())],
            "12, the clinic and police said",
        ),
        (
            [Said("police", figure(15)), Said("the clinic", twelve()), Said("", twelve())],
            "unnamed sources and the clinic said 12; police said 15",
        ),
        (
            [Said(f"source {n}", figure(n)) for n in range(11, 17)],
            "between 11 and 16, according to source 11, source 12, source 13 and 3 others",
        ),
        (
            [Said(f"source {n}", twelve()) for n in range(1, 5)],
            "12, source 1, source 2, source 3 and source 4 said",
        ),
        (
            [Said("x", FLOOR), Said("x", figure(12, OPEN, kind=Kind.AT_LEAST))],
            "at least nine to 12, x said in differing statements",
        ),
        (
            [Said("x", figure(12, OPEN, kind=Kind.VAGUE)), Said("x", figure(30))],
            "between 12 and 30, x said in differing statements",
        ),
        (
            [Said("x", figure(0, kind=Kind.ZERO)), Said("x", figure(7))],
            "between none and seven, x said in differing statements",
        ),
        (
            [
                Said("x", figure(9, OPEN, kind=Kind.AT_LEAST)),
                Said("x", figure(1, 9, kind=Kind.AT_MOST)),
            ],
            "at least nine or up to nine, x said in differing statements",
        ),
    ],
)
def test_a_wording_keeps_who_said_what(said, words):
    assert recommended(said) == words


def test_what_was_counted_follows_the_number():
    said = [Said("the clinic", twelve())]

    assert recommended(said, counted="people killed") == "12 people killed, the clinic said"


CEILING = figure(1, 50, kind=Kind.AT_MOST)
ABOUT = figure(270, 330, kind=Kind.APPROX)


@pytest.mark.parametrize(
    ("wording", "figures", "is_firmer"),
    [
        ("Nine were killed.", [FLOOR], True),
        ("Nine were killed overnight, according to the league.", [FLOOR], True),
        ("At least nine were killed.", [FLOOR, RANGE], False),
        ("At least nine were killed.", [FLOOR, CEILING], True),
        ("Between seven and ten were killed, the league said.", [FLOOR, CEILING], False),
        ("Seven to ten were killed.", [FLOOR], False),
        ("As many as 50 were killed.", [CEILING], False),
        ("Some 300 came.", [ABOUT], False),
        ("Somehow 300 came to talk about it.", [ABOUT], True),
        ("Nine were killed.", [figure(9)], False),
        ("The number is disputed.", [FLOOR], True),
    ],
)
def test_a_wording_firmer_than_its_figures_is_noticed(wording, figures, is_firmer):
    assert drops_a_hedge(wording, figures) is is_firmer


hedged = st.tuples(
    st.sampled_from(["at least", "over", "up to", "fewer than", "about", "nearly", ""]),
    st.integers(3, 5000),
)


@given(st.lists(hedged, min_size=1, max_size=7), st.integers(1, 7))
def test_the_recommended_wording_never_drops_a_hedge(drawn, voices):
    said = [
        Said(
            f"the {'abcdefg'[at % voices]} office",
            figure(
                read_.hard.low,
                OPEN if read_.hard.high is None else read_.hard.high,
                core=(read_.core.low, read_.core.high),
                kind=Kind(read_.kind),
                hedge=read_.hedge,
                printed=read_.printed,
            ),
        )
        for at, (hedge, number) in enumerate(drawn)
        for read_ in read(f"{hedge} {number} people")
    ]

    assert not drops_a_hedge(recommended(said), [each.figure for each in said])
