"""Times as news prints them, "Monday night", told against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from claims.domain.number_words import any_of, listed
from claims.domain.spans import Span


class Grain(StrEnum):
    """How exact a time is."""

    PART_OF_DAY = "part_of_day"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``, both included, and what part of the day.

    ``part`` is morning, afternoon, evening or night, or empty. A night runs into the
    next morning; its day is the one on which it began.
    """

    first: date
    last: date
    grain: Grain
    part: str = ""

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a period that runs backwards: {self.first} to {self.last}")


WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = listed(
    "january february march april may june july august september october november december"
)
_SHORT_DAYS = {day[:3]: place for place, day in enumerate(WEEKDAYS)} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
_SHORT_MONTHS = {month[:3]: place for place, month in enumerate(MONTHS, 1)} | {"sept": 9}
_DAYS_BY_NAME = {day: place for place, day in enumerate(WEEKDAYS)} | _SHORT_DAYS
_MONTHS_BY_NAME = {month: place for place, month in enumerate(MONTHS, 1)} | _SHORT_MONTHS
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10}

_PART = r"(?:\s+(?P<part>morning|afternoon|evening|night)\b)?"
_WEEKDAY = rf"(?:{any_of(WEEKDAYS)}\b|{any_of(_SHORT_DAYS)}\b\.?)"
_MONTH = rf"(?:{any_of(MONTHS)}\b|{any_of(_SHORT_MONTHS)}\b\.?)"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)[0-9]{2})"
_COUNT = r"(?P<count>[0-9]{1,3}|" + "|".join(_COUNTS) + r")"
_TIMES = (
    rf"(?P<iso>(?P<iso_year>(?:1[89]|20)[0-9]{{2}})-(?P<iso_month>[01][0-9])-(?P<iso_day>[0-3][0-9]))\b"
    rf"|(?P<day_month>{_DAY}\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+{_YEAR})?)(?![0-9])"
    rf"|(?P<month_day>(?P<month_b>{_MONTH})\s+(?P<day_b>[0-3]?[0-9])(?:st|nd|rd|th)?\b"
    rf"(?![,.]?[0-9]|%|\s+(?:people|million|dead))(?:,?\s+(?P<year_b>(?:1[89]|20)[0-9]{{2}})\b)?)"
    rf"|(?P<month_year>(?P<month_c>{_MONTH})\s+(?P<year_c>(?:1[89]|20)[0-9]{{2}})\b)"
    rf"|(?P<weekday>(?:(?P<which>last|next|this)\s+|(?P<phase>late|early)\s+(?:on\s+)?)?"
    rf"(?P<name>{_WEEKDAY})(?:'s|’s)?{_PART})"
    r"|(?P<overnight>overnight|during\s+the\s+night)\b"
    r"|(?P<near>yesterday|today|tonight|last\s+night|this\s+(?:morning|afternoon|evening))\b"
    rf"{_PART.replace('part', 'near_part')}"
    r"|(?P<span>(?P<early>(?:earlier|early|later)\s+)?(?P<rel>last|this|the\s+past|the\s+last|"
    r"the\s+previous)\s+(?P<unit>week|weekend|month|year))\b"
    r"|(?P<weekend>(?:over|at|during|on)\s+the\s+weekend)\b"
    rf"|(?P<ago>\b{_COUNT}\s+(?P<ago_unit>day|week|month|year)s?\s+(?:ago|earlier|before))\b"
)
_FIND = re.compile(rf"(?<![\w$€£.,-])(?:{_TIMES})")
_AHEAD = timedelta(days=92)
_IN_EVERY_MONTH = 28
_WEEK = timedelta(days=7)
_ONE = timedelta(days=1)


def find(text: str, published: date) -> list[tuple[Span, Period]]:
    """Return the times in ``text`` with their days; none lies after ``published``.

    A weekday that is the day of publication means that very day, "last Friday" the one
    before. A day of a month without a year is the latest such day; one that would be a
    few weeks ahead is a plan and left out, as is "next Monday".
    """
    found: list[tuple[Span, Period]] = []
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    for match in _FIND.finditer(lowered):
        if _is_a_verb(text, match):
            continue
        period = resolve_match(match, published)
        if period is not None:
            found.append((Span(*match.span()), period))
    return found


def resolve(words: str, published: date) -> Period | None:
    """Return the first time that ``words`` name, or None."""
    return next((period for _, period in find(words, published)), None)


def _is_a_verb(text: str, match: re.Match[str]) -> bool:
    """Say whether "may", "march" or "sun" is no time: they are only with a capital."""
    name = match["month"] or match["month_b"] or match["month_c"] or match["name"]
    if name is None:
        return False
    place = match.start() + match.group().index(name)
    return not text[place].isupper()


def resolve_match(match: re.Match[str], published: date) -> Period | None:
    kind = next(kind for kind in _RESOLVERS if match[kind] is not None)
    try:
        period = _RESOLVERS[kind](match, published)
    except (ValueError, OverflowError):  # 31 February, the year 0
        return None
    if period is None or period.first > published:
        return None
    last = min(period.last, published)
    return Period(period.first, last, period.grain, period.part)


def _iso(match: re.Match[str], _published: date) -> Period:
    day = date(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
    return Period(day, day, Grain.DAY)


def _day_month(match: re.Match[str], published: date) -> Period | None:
    return _dated(match["day"], match["month"], match["year"], published)


def _month_day(match: re.Match[str], published: date) -> Period | None:
    return _dated(match["day_b"], match["month_b"], match["year_b"], published)


def _dated(day: str, month: str, year: str | None, published: date) -> Period | None:
    number = _MONTHS_BY_NAME[month.rstrip(".")]
    if year is not None:
        on = date(int(year), number, int(day))
        return Period(on, on, Grain.DAY)
    past = date(published.year, number, int(day))
    if past > published:
        past = date(published.year - 1, number, int(day))
    ahead = date(past.year + 1, number, min(past.day, _IN_EVERY_MONTH))
    if ahead - published <= _AHEAD < published - past:
        return None  # a plan: the day meant is only weeks ahead
    return Period(past, past, Grain.DAY)


def _month_year(match: re.Match[str], _published: date) -> Period:
    first = date(int(match["year_c"]), _MONTHS_BY_NAME[match["month_c"].rstrip(".")], 1)
    return Period(first, _end_of_month(first), Grain.MONTH)


def _end_of_month(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - _ONE


def _weekday(match: re.Match[str], published: date) -> Period | None:
    if match["which"] == "next":
        return None
    back = (published.weekday() - _DAYS_BY_NAME[match["name"].rstrip(".")]) % 7
    if match["which"] == "last" and back == 0:
        back = 7
    on = published - timedelta(days=back)
    part = match["part"] or {"late": "evening", "early": "morning"}.get(
        match["phase"] or ""
    )
    return Period(on, on, Grain.PART_OF_DAY if part else Grain.DAY, part or "")


def _overnight(_match: re.Match[str], published: date) -> Period:
    return Period(published - _ONE, published, Grain.PART_OF_DAY, "night")


def _near(match: re.Match[str], published: date) -> Period:
    words = match["near"].split()
    back = words[0] == "yesterday" or words == ["last", "night"]
    on = published - _ONE if back else published
    part = words[1] if len(words) > 1 else match["near_part"] or ""
    if words[0] == "tonight":
        part = "night"
    return Period(on, on, Grain.PART_OF_DAY if part else Grain.DAY, part)


def _span(match: re.Match[str], published: date) -> Period | None:
    unit, this = match["unit"], match["rel"] == "this"
    if unit == "weekend":
        return _last_weekend(published)
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        if this:
            return Period(monday, published, Grain.WEEK)
        return Period(monday - _WEEK, monday - _ONE, Grain.WEEK)
    if unit == "month":
        first = published.replace(day=1)
        if not this:
            first = (first - _ONE).replace(day=1)
        return Period(first, min(_end_of_month(first), published), Grain.MONTH)
    year = published.year if this else published.year - 1
    return Period(date(year, 1, 1), min(date(year, 12, 31), published), Grain.YEAR)


def _weekend(_match: re.Match[str], published: date) -> Period:
    return _last_weekend(published)


def _last_weekend(published: date) -> Period:
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    return Period(saturday, min(saturday + _ONE, published), Grain.DAYS)


def _ago(match: re.Match[str], published: date) -> Period:
    number = _COUNTS.get(match["count"]) or int(match["count"])
    unit = match["ago_unit"]
    if unit == "year":
        year = published.year - number
        return Period(date(year, 1, 1), date(year, 12, 31), Grain.YEAR)
    days = number * {"day": 1, "week": 7, "month": 30}[unit]
    on = published - timedelta(days=days)
    if unit == "day":
        return Period(on, on, Grain.DAY)
    slack = timedelta(days={"week": 3, "month": 15}[unit])
    grain = Grain.WEEK if unit == "week" else Grain.MONTH
    return Period(on - slack, min(on + slack, published), grain)


_RESOLVERS: dict[str, Callable[[re.Match[str], date], Period | None]] = {
    "iso": _iso,
    "day_month": _day_month,
    "month_day": _month_day,
    "month_year": _month_year,
    "weekday": _weekday,
    "overnight": _overnight,
    "near": _near,
    "span": _span,
    "weekend": _weekend,
    "ago": _ago,
}
