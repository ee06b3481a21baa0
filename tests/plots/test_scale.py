from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.intervals import LARGEST, Interval
from claims.plots.scale import fitting

COUNTS = st.integers(0, LARGEST)


def _scale(*values, straight_to=50):
    spans = [Interval(value, value) for value in values]
    return fitting(spans, spans, between=(100, 500), straight_to=straight_to)


@given(st.lists(COUNTS, min_size=2))
def test_a_greater_value_never_stands_before_a_smaller_one(values):
    scale = _scale(*values)

    places = [scale.place(value) for value in sorted(values)]

    assert places == sorted(places)
    assert all(99.99 <= place <= 500.01 for place in places)


@given(st.lists(COUNTS))
def test_labels_never_stand_on_each_other(values):
    scale = _scale(*values)

    places = [scale.place(tick) for tick in scale.ticks(40)]

    assert places
    assert all(after - before >= 39.9 for before, after in pairwise(places))


def test_values_to_fifty_stand_on_a_straight_axis():
    scale = _scale(7, 30, 50)

    assert scale.place(25) == pytest.approx(300)


def test_greater_values_stand_by_orders_of_magnitude():
    scale = _scale(7, 5000)

    assert not scale.is_straight
    assert scale.start == 0
    assert scale.place(70) - scale.place(7) > 80


def test_values_that_are_all_large_do_not_start_at_zero():
    scale = _scale(40_000_000_000, 44_000_000_000)

    assert scale.start == 20_000_000_000
    assert scale.place(44_000_000_000) - scale.place(40_000_000_000) > 20
    assert _scale(60, 400).start == 50


def test_the_common_reading_may_run_off_a_straight_axis():
    scale = fitting(
        [Interval(30, None)], [Interval(30, 60)], between=(0, 100), straight_to=50
    )

    assert scale.is_straight
    assert scale.end == 50
    assert scale.place(60) == 100


def test_an_axis_of_zero_alone_has_length():
    scale = _scale(0)

    assert scale.place(0) == 100
    assert scale.end > 0
