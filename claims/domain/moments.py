"""When a figure holds: stretches of time that know how exact they are."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

MINUTES_A_DAY = 24 * 60
EARLIEST, LATEST = date(1000, 1, 1), date(2100, 12, 31)


class Precision(StrEnum):
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Some time from ``start`` to ``end``, both included.

    The numbers are minutes since the year 1 in UTC when made by ``on`` or ``at``; any
    other integers do for comparing.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"a time that runs backwards: {self.start} to {self.end}")

    @classmethod
    def on(cls, day: date, precision: Precision = Precision.DAY) -> Moment:
        """Return the day, or the month or year that the day stands for."""
        first, last = day, day
        if precision is Precision.MONTH:
            first = day.replace(day=1)
            last = day.replace(day=monthrange(day.year, day.month)[1])
        if precision is Precision.YEAR:
            first, last = date(day.year, 1, 1), date(day.year, 12, 31)
        _refuse_impossible(first, last)
        return cls(
            first.toordinal() * MINUTES_A_DAY,
            (last.toordinal() + 1) * MINUTES_A_DAY - 1,
        )

    @classmethod
    def at(cls, instant: datetime) -> Moment:
        """Return the minute of ``instant``, which must know its time zone."""
        if instant.tzinfo is None:
            raise ValueError(f"a time without a time zone: {instant.isoformat()}")
        there = instant.astimezone(UTC)
        _refuse_impossible(there.date(), there.date())
        minute = there.date().toordinal() * MINUTES_A_DAY + there.hour * 60 + there.minute
        return cls(minute, minute)

    def is_before(self, other: Moment) -> bool:
        """Say whether this is certainly earlier; times that overlap are not."""
        return self.end < other.start

    def holds(self, other: Moment) -> bool:
        """Say whether ``other`` lies wholly inside this."""
        return self.start <= other.start and other.end <= self.end

    def in_words(self) -> str:
        """Return the day or days, or the bare numbers if they are no minutes."""
        first, last = self.start // MINUTES_A_DAY, self.end // MINUTES_A_DAY
        ends = [f"{self.start}", f"{self.end}"]
        if first >= EARLIEST.toordinal() and last <= LATEST.toordinal():
            ends = [date.fromordinal(day).isoformat() for day in (first, last)]
        return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _refuse_impossible(first: date, last: date) -> None:
    if first < EARLIEST or last > LATEST:
        raise ValueError(f"not a date that a figure can have: {first.isoformat()}")
