from __future__ import annotations

from math import inf

from hypothesis import given

from claims.domain.moments import Moment
from claims.domain.timelines import breaks, feasibility
from tests.domain.brute import brute_breaks
from tests.domain.examples import OPEN, figure, sets_of_figures


@given(sets_of_figures)
def test_a_break_is_a_figure_below_what_was_said_before(figures):
    assert {each.id for each in breaks(figures)} == brute_breaks(figures)


@given(sets_of_figures)
def test_a_rising_toll_is_possible_exactly_if_every_step_is(figures):
    possible = all(step.is_possible for step in feasibility(figures))

    assert possible == (not brute_breaks(figures))


def test_the_band_rises_with_the_floors_and_ends_at_the_later_ceilings():
    figures = [
        figure(27, OPEN, id="a", day=1),
        figure(43, id="b", day=2),
        figure(60, OPEN, id="c", day=3),
    ]

    assert [(step.moment.start, step.low, step.high) for step in feasibility(figures)] == [
        (1, 27, 43),
        (2, 43, 43),
        (3, 60, inf),
    ]


def test_a_toll_that_falls_breaks_the_line():
    figures = [
        figure(27, id="a", day=1),
        figure(43, id="b", day=2),
        figure(30, id="c", day=3),
    ]

    assert [each.id for each in breaks(figures)] == ["c"]


def test_figures_without_a_time_or_a_value_say_nothing_about_it():
    assert feasibility([figure(9), figure(None, day=1)]) == []


def test_a_month_and_a_day_in_it_do_not_limit_each_other():
    month = figure(50, id="a")
    day = figure(20, id="b", day=10)
    vague = type(month)(**{**_fields(month), "as_of": Moment(1, 30)})

    assert breaks([vague, day]) == []


def _fields(each):
    return {name: getattr(each, name) for name in each.__slots__}
