from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.intervals import Interval
from claims.domain.number_hedges import intervals_of

HEDGES = ["at_least", "at_most", "more_than", "less_than", "about", "range", "vague"]


@pytest.mark.parametrize(
    ("low", "high", "hedge", "hard", "core"),
    [
        (7, None, "at_least", (7, None), (7, 14)),
        (300, None, "more_than", (301, None), (301, 600)),
        (None, 550, "at_most", (1, 550), (275, 550)),
        (None, 10, "less_than", (1, 9), (5, 9)),
        (40, 40, "about", (36, 44), (38, 42)),
        (3, 5, "about", (3, 5), (3, 5)),
        (7, 8, "range", (7, 8), (7, 8)),
        (24, None, "vague", (12, None), (24, 99)),
        (2, 3, "vague", (2, 3), (2, 2)),
        (12, 12, "exact", (12, 12), (12, 12)),
    ],
)
def test_printed_numbers_and_a_hedge_give_both_intervals(low, high, hedge, hard, core):
    assert intervals_of(low, high, hedge) == (Interval(*hard), Interval(*core))


@pytest.mark.parametrize(("low", "high", "hedge"), [(1, 2, "maybe"), (None, 2, "exact")])
def test_numbers_that_do_not_fit_their_hedge_are_refused(low, high, hedge):
    with pytest.raises(ValueError, match="figure"):
        intervals_of(low, high, hedge)


@given(st.integers(1, 10**12), st.sampled_from(HEDGES))
def test_a_printed_number_lies_in_what_its_hedge_allows(value, hedge):
    hard, core = intervals_of(value, value, hedge)

    assert hard.contains(core)
    assert hard.low <= value + 1
