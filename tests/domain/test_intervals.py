from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.intervals import Interval, spelt


@st.composite
def intervals(draw):
    low = draw(st.integers(0, 9))
    return Interval(low, draw(st.none() | st.integers(low, 12)))


def values(interval):
    return {each for each in range(20) if interval.contains(Interval(each, each))}


@given(intervals(), intervals())
def test_intervals_are_what_their_values_are(a, b):
    meet = a.meet(b)

    assert a.is_apart_from(b) == (not values(a) & values(b))
    assert a.contains(b) == (values(b) <= values(a))
    assert (values(meet) if meet else set()) == values(a) & values(b)


@pytest.mark.parametrize(
    ("low", "high"),
    [
        (9, 7),
        (-1, 3),
        (10**30, None),
        (0, 10**30),
        (Decimal("NaN"), None),
        (Decimal("Infinity"), None),
        (1, Decimal("-Infinity")),
    ],
)
def test_a_value_that_no_figure_can_have_is_refused(low, high):
    with pytest.raises(ValueError, match=r"not a value|is above the high"):
        Interval(low, high)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(9, None), "9 or more"),
        (Interval(7, 8), "7 to 8"),
        (Interval(1200, 1200), "1,200"),
        (Interval(0, 0), "none"),
        (Interval(10**10, 15 * 10**9), "10 billion to 15 billion"),
        (Interval(1_250_000_000, 10**12), "1.25 billion to 1 trillion"),
        (Interval(1_272_345_678, 1_272_345_678), "1,272,345,678"),
        (Interval(Decimal("3000000000.0000"), None), "3 billion or more"),
        (Interval(Decimal("2.50"), Decimal("1200.0000")), "2.5 to 1,200"),
    ],
)
def test_an_interval_is_told_as_a_reviewer_would(interval, words):
    assert interval.in_words() == words


def test_a_number_from_the_database_has_no_trailing_noughts():
    assert spelt(Decimal("4000000.0000")) == "4,000,000"
