from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from claims.domain.figures import Kind
from claims.domain.intervals import Interval
from claims.domain.moments import Moment
from claims.domain.pairs import conflict_count
from claims.domain.sets import camps, envelope, live, positions, quorum
from tests.domain.brute import (
    brute_camps,
    brute_conflicts,
    brute_live,
    brute_positions,
    brute_quorum,
)
from tests.domain.examples import OPEN, figure, sets_of_figures


@given(sets_of_figures)
def test_each_speaker_stands_by_its_latest_figures(figures):
    assert live(figures) == brute_live(figures)


@given(sets_of_figures)
def test_conflicts_are_counted_as_they_would_be_listed(figures):
    standing = live(figures)

    assert conflict_count(standing) == len(brute_conflicts(standing))


@given(sets_of_figures)
def test_positions_are_the_fewest_values_that_satisfy_everybody(figures):
    standing = live(figures)
    found = positions(standing)

    assert len(found) == brute_positions(standing)
    assert sorted(each.id for position in found for each in position.figures) == sorted(
        each.id for each in standing
    )
    assert all(
        each.allowed.contains(position.meet)
        for position in found
        for each in position.figures
    )


@given(sets_of_figures)
def test_one_position_means_no_conflict(figures):
    standing = live(figures)

    assert (len(positions(standing)) <= 1) == (conflict_count(standing) == 0)


@given(sets_of_figures)
def test_camps_are_the_greatest_groups_that_agree(figures):
    standing = live(figures)
    found = [frozenset(each.id for each in camp.figures) for camp in camps(standing)]

    assert set(found) == brute_camps(standing)
    assert len(found) == len(set(found))


@given(sets_of_figures)
def test_quorum_shows_every_interval_on_which_most_origins_meet(figures):
    standing = live(figures)
    found = quorum(standing)
    weight, points = brute_quorum(standing)

    assert found.weight == weight
    assert all(
        any(_holds(interval, point) for interval in found.intervals) for point in points
    )
    assert all(
        point in points
        for interval in found.intervals
        for point in (interval.low, interval.high if interval.high is not None else 99)
    )


def _holds(interval, point):
    return interval.low <= point and (interval.high is None or point <= interval.high)


def test_a_tie_stays_a_tie():
    figures = [
        figure(low, id=str(at), origin=str(at)) for at, low in enumerate([4, 4, 5, 5])
    ]

    assert quorum(figures).intervals == (Interval(4, 4), Interval(5, 5))


def test_one_origin_counts_once_however_often_it_speaks():
    figures = [figure(4, id="a", origin="x"), figure(4, id="b", origin="x")]

    assert quorum(figures).weight == 1


def test_nobody_meets_where_no_figure_has_an_origin():
    assert quorum([figure(4)]).intervals == ()


def test_a_figure_later_than_the_moment_asked_for_is_left_out():
    early, late = figure(4, id="a", day=1), figure(9, id="b", day=5)

    assert live([early, late], at=Moment(3, 3)) == [early]


def test_envelope_names_the_greatest_number_uttered():
    low = figure(9, OPEN, id="a", printed=(9, 10), kind=Kind.AT_LEAST, origin="x")
    vague = figure(12, OPEN, id="b", printed=(24,), kind=Kind.VAGUE, origin="y")
    found = envelope([low, vague])

    assert found is not None
    assert found.named_high == 10
    assert (found.outer, found.inner) == (Interval(9, None), Interval(12, None))
    assert found.positions == 1


def test_a_camp_names_its_independent_origins():
    figures = [figure(4, id=name, origin=name if name != "c" else "") for name in "abc"]

    assert [camp.origins for camp in camps(figures)] == [{"a", "b"}]


def test_no_figures_have_no_envelope():
    assert envelope([]) is None
    assert positions([]) == []


def test_the_point_of_a_position_satisfies_it():
    (open_position,) = positions([figure(9, OPEN, id="a"), figure(12, OPEN, id="b")])
    (closed,) = positions([figure(9, OPEN, id="a"), figure(7, 11, id="b")])

    assert (open_position.point, closed.point) == (12, 11)


def test_a_figure_without_a_value_has_no_place_in_a_set():
    with pytest.raises(ValueError, match="gives no value"):
        positions([figure(None)])


def test_shares_are_counted_like_people():
    figures = [
        figure(Decimal("25.92"), id="a", origin="x"),
        figure(Decimal("38.5"), id="b", origin="y"),
        figure(25, OPEN, id="c", origin="z"),
    ]
    found = envelope(figures)

    assert found is not None
    assert (found.positions, conflict_count(figures)) == (2, 1)
    assert found.outer == Interval(25, None)
    assert found.quorum.intervals == (
        Interval(Decimal("25.92"), Decimal("25.92")),
        Interval(Decimal("38.5"), Decimal("38.5")),
    )
