"""Where a moment stands on a time axis, and which moments are printed under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

_STEPS = tuple(
    timedelta(days=days)
    for days in (1 / 24, 1 / 8, 1 / 4, 1 / 2, 1, 2, 7, 14, 30, 91, 182, 365)
)
_DAY = timedelta(days=1)
_LONG = timedelta(days=300)
_ALONE = timedelta(hours=12)  # on either side of a single moment


@dataclass(frozen=True, slots=True)
class DayScale:
    """Moments from ``start`` to ``end`` on the way from ``near`` to ``far``."""

    start: datetime
    end: datetime
    near: float
    far: float

    def place(self, moment: datetime) -> float:
        """Return where the moment stands."""
        share = (moment - self.start) / (self.end - self.start)
        return self.near + share * (self.far - self.near)

    def ticks(self, room: float) -> Iterator[tuple[float, str]]:
        """Yield the places of round moments with their print, ``room`` apart."""
        step = self._step(room)
        moment = self.start.replace(hour=0, minute=0, second=0, microsecond=0)
        while moment <= self.end:
            if moment >= self.start:
                yield self.place(moment), self._print(moment, step)
            moment += step

    def _step(self, room: float) -> timedelta:
        length = self.end - self.start
        for step in _STEPS:
            if (self.far - self.near) * (step / length) >= room:
                return step
        return length

    def _print(self, moment: datetime, step: timedelta) -> str:
        if step < _DAY and moment.hour:
            return f"{moment:%H:%M}"
        if self.end - self.start > _LONG:
            return f"{moment:%b %Y}"
        return day(moment)


def day(moment: datetime) -> str:
    """Print a day as on a page: "31 Aug"."""
    return f"{moment.day} {moment:%b}"


def spanning(moments: list[datetime], *, between: tuple[float, float]) -> DayScale:
    """Return the scale on which all moments have their place, with air at both ends."""
    start, end = min(moments), max(moments)
    air = (end - start) / 20 or _ALONE
    return DayScale(start - air, end + air, *between)
