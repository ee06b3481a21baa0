from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.number_words import listed
from claims.domain.periods import Grain, Period, find, resolve

TUESDAY = date(2021, 8, 31)
WORDS = st.sampled_from(
    listed(
        """
        Monday monday last next this week month year night overnight yesterday today early
        late on in August Aug. 30 31 2021 1999 may May 5 days ago three the weekend over
        2021-08-31 earlier morning , .
        """
    )
)


@pytest.mark.parametrize(
    ("words", "first", "last", "grain", "part"),
    [
        ("on Monday night", "2021-08-30", "2021-08-30", Grain.PART_OF_DAY, "night"),
        ("on Tuesday", "2021-08-31", "2021-08-31", Grain.DAY, ""),
        ("last Tuesday", "2021-08-24", "2021-08-24", Grain.DAY, ""),
        ("last Friday", "2021-08-27", "2021-08-27", Grain.DAY, ""),
        ("late on Sunday", "2021-08-29", "2021-08-29", Grain.PART_OF_DAY, "evening"),
        ("early Monday", "2021-08-30", "2021-08-30", Grain.PART_OF_DAY, "morning"),
        ("yesterday evening", "2021-08-30", "2021-08-30", Grain.PART_OF_DAY, "evening"),
        ("last night", "2021-08-30", "2021-08-30", Grain.PART_OF_DAY, "night"),
        ("overnight", "2021-08-30", "2021-08-31", Grain.PART_OF_DAY, "night"),
        ("today", "2021-08-31", "2021-08-31", Grain.DAY, ""),
        ("earlier this week", "2021-08-30", "2021-08-31", Grain.WEEK, ""),
        ("last week", "2021-08-23", "2021-08-29", Grain.WEEK, ""),
        ("over the weekend", "2021-08-28", "2021-08-29", Grain.DAYS, ""),
        ("this month", "2021-08-01", "2021-08-31", Grain.MONTH, ""),
        ("last month", "2021-07-01", "2021-07-31", Grain.MONTH, ""),
        ("last year", "2020-01-01", "2020-12-31", Grain.YEAR, ""),
        ("three days ago", "2021-08-28", "2021-08-28", Grain.DAY, ""),
        ("two weeks ago", "2021-08-14", "2021-08-20", Grain.WEEK, ""),
        ("on 15 August", "2021-08-15", "2021-08-15", Grain.DAY, ""),
        ("on August 15th, 2019", "2019-08-15", "2019-08-15", Grain.DAY, ""),
        ("on Aug. 15", "2021-08-15", "2021-08-15", Grain.DAY, ""),
        ("on December 25", "2020-12-25", "2020-12-25", Grain.DAY, ""),
        ("in July 2020", "2020-07-01", "2020-07-31", Grain.MONTH, ""),
        ("2021-08-30", "2021-08-30", "2021-08-30", Grain.DAY, ""),
    ],
)
def test_a_time_is_told_against_the_day_of_publication(words, first, last, grain, part):
    expected = Period(date.fromisoformat(first), date.fromisoformat(last), grain, part)

    assert resolve(words, TUESDAY) == expected


@pytest.mark.parametrize(
    "words",
    [
        "next Monday",
        "on September 7",
        "30 February",
        "they march 30 miles",
        "it may 5",
        "sat",
    ],
)
def test_plans_and_other_words_are_no_times(words):
    assert resolve(words, TUESDAY) is None


def test_a_day_of_january_is_last_january_all_summer_and_a_plan_in_december():
    assert resolve("on January 5", date(2021, 7, 1)) == Period(
        date(2021, 1, 5), date(2021, 1, 5), Grain.DAY
    )
    assert resolve("on January 5", date(2021, 12, 20)) is None


def test_a_period_cannot_run_backwards():
    with pytest.raises(ValueError, match="backwards"):
        Period(date(2021, 2, 1), date(2021, 1, 1), Grain.DAYS)


@given(
    st.text() | st.lists(WORDS, max_size=12).map(" ".join),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_no_time_lies_after_publication(text, published):
    for span, period in find(text, published):
        assert text[span.start : span.end].strip()
        assert period.first <= period.last <= published


@given(st.sampled_from(listed("Monday Tuesday Friday Sunday")), st.dates(date(1900, 1, 1)))
def test_a_weekday_is_within_the_last_seven_days(name, published):
    period = resolve(name, published)

    assert period is not None
    assert timedelta(0) <= published - period.first < timedelta(days=7)
    assert period.first.strftime("%A") == name
