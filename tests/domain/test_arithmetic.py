from __future__ import annotations

import pytest

from claims.domain.arithmetic import check_partition
from claims.domain.intervals import Interval

PARTS = [Interval(12, 14), Interval(3, None)]


@pytest.mark.parametrize(
    ("whole", "is_too_much"),
    [
        (Interval(20, 25), False),
        (Interval(1, 15), False),
        (Interval(1, 14), True),
        (Interval(1, None), False),
    ],
)
def test_parts_are_held_against_the_most_that_the_whole_can_be(whole, is_too_much):
    found = check_partition(whole, PARTS)

    assert found.low == 15
    assert found.is_too_much is is_too_much
