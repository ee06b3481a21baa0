from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.moments import Moment, Precision

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(days, days)
def test_days_are_ordered_as_the_calendar_orders_them(one, other):
    assert Moment.on(one).is_before(Moment.on(other)) == (one < other)


@given(days)
def test_a_month_and_a_year_hold_their_days(day):
    month, year = Moment.on(day, Precision.MONTH), Moment.on(day, Precision.YEAR)

    assert month.holds(Moment.on(day))
    assert year.holds(month)
    assert not month.is_before(Moment.on(day))


def test_a_minute_lies_in_its_day_wherever_the_clock_stood():
    half_past_one = datetime(2031, 5, 4, 1, 30, tzinfo=timezone(timedelta(hours=2)))

    assert Moment.at(half_past_one) == Moment.at(datetime(2031, 5, 3, 23, 30, tzinfo=UTC))
    assert Moment.on(date(2031, 5, 3)).holds(Moment.at(half_past_one))


def test_minutes_run_through_the_day():
    first, later = (datetime(2031, 5, 3, 7, m, tzinfo=UTC) for m in (0, 59))
    midnight, noon = (datetime(2031, 5, 3, h, tzinfo=UTC) for h in (0, 12))

    assert Moment.at(first).is_before(Moment.at(later))
    assert Moment.at(noon).start - Moment.at(midnight).start == 12 * 60
    assert Moment.at(midnight).start == Moment.on(date(2031, 5, 3)).start


def test_the_month_of_a_day_begins_on_the_first():
    month = Moment.on(date(2031, 5, 17), Precision.MONTH)

    assert month.start == Moment.on(date(2031, 5, 1)).start
    assert month.end == Moment.on(date(2031, 5, 31)).end


def test_times_that_touch_are_not_one_before_the_other():
    assert not Moment(1, 5).is_before(Moment(5, 9))
    assert Moment(1, 4).is_before(Moment(5, 9))


def test_impossible_times_are_refused():
    with pytest.raises(ValueError, match="runs backwards"):
        Moment(5, 4)
    with pytest.raises(ValueError, match="not a date that a figure can have: 2999-01-01"):
        Moment.on(date(2999, 1, 1))
    with pytest.raises(ValueError, match="not a date"):
        Moment.at(datetime(999, 1, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="without a time zone"):
        Moment.at(datetime(2031, 1, 1))  # noqa: DTZ001  # the missing zone is the point


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (Moment.on(date(2031, 5, 4)), "2031-05-04"),
        (Moment.on(date(2031, 2, 4), Precision.MONTH), "2031-02-01 to 2031-02-28"),
        (Moment(5, 5), "5"),
        (Moment(5, 6), "5 to 6"),
    ],
)
def test_a_moment_is_told_by_its_days(moment, words):
    assert moment.in_words() == words
