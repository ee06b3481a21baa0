from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain import sorting
from claims.domain.sorting import Sorted

numbers = st.lists(st.integers(0, 30), max_size=60)


@pytest.fixture(autouse=True)
def _short_runs(monkeypatch):
    monkeypatch.setattr(sorting, "_RUN", 3)


@given(numbers, numbers, st.integers(-1, 31))
def test_it_is_always_what_sorting_anew_would_give(start, further, item):
    known = Sorted(start)
    for number in further:
        known.add(number)
    for number in start:
        known.remove(number)
    expected = sorted(further)

    assert list(known) == expected
    assert list(reversed(known)) == expected[::-1]
    assert len(known) == len(expected)
    assert known.last() == (expected[-1] if expected else None)
    assert known.count_below(item) == sum(number < item for number in expected)
    assert list(known.below(item)) == [number for number in expected if number < item]
    assert list(known.from_(item)) == [number for number in expected if number >= item]


def test_what_is_not_there_cannot_be_removed():
    known = Sorted([1, 3])

    with pytest.raises(ValueError, match="not among the items: 2"):
        known.remove(2)
    with pytest.raises(ValueError, match="not among the items: 9"):
        known.remove(9)
