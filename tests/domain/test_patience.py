from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.patience import FIRST, LONGEST, MOST_ATTEMPTS, pause_after


@pytest.mark.parametrize(
    ("attempts", "minutes"), [(1, 1), (2, 3), (3, 9), (4, 27), (5, 81), (6, 243), (7, 720)]
)
def test_pauses_grow_until_the_longest(attempts, minutes) -> None:
    assert pause_after(attempts, chance=0.5) == dt.timedelta(minutes=minutes)


@given(st.integers(min_value=MOST_ATTEMPTS, max_value=10**6), st.floats(0, 1))
def test_after_the_last_attempt_it_is_given_up(attempts, chance) -> None:
    assert pause_after(attempts, chance=chance) is None


@given(st.integers(1, MOST_ATTEMPTS - 1), st.floats(0, 1))
def test_chance_moves_a_pause_by_a_fifth_at_most(attempts, chance) -> None:
    middle, pause = pause_after(attempts, chance=0.5), pause_after(attempts, chance=chance)
    assert 0.799 * middle <= pause <= 1.201 * middle
    assert 0.799 * FIRST <= pause <= 1.201 * LONGEST


@pytest.mark.parametrize(("attempts", "chance"), [(0, 0.5), (-1, 0.5), (1, 1.1), (1, -0.1)])
def test_what_makes_no_sense_is_refused(attempts, chance) -> None:
    with pytest.raises(ValueError, match="attempts begin with 1"):
        pause_after(attempts, chance=chance)
