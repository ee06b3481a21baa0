"""Where a value stands on an axis: straight up to fifty, by order of magnitude above."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from claims.domain.intervals import Interval, Number
from claims.plots.notation import Notation

STRAIGHT_TO = 50
SHARES_TO = 100
# Where all values are above this, zero would press them together at the far end.
STARTS_AT_ZERO_BELOW = 20
_LEAST_END = 4
_ROUND = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
_STARTS = (5.0, 2.0, 1.0, 0.5)
_SERIES = (
    (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0),
    (1.0, 2.0, 3.0, 5.0),
    (1.0, 2.0, 5.0),
    (1.0,),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from ``start`` to ``end`` on the way from ``near`` to ``far``."""

    start: float
    end: float
    near: float
    far: float
    is_straight: bool

    def place(self, value: Number | float) -> float:
        """Return where the value stands; what lies outside stands at the end."""
        inside = min(max(float(value), self.start), self.end)
        share = (self._height(inside) - self._height(self.start)) / (
            self._height(self.end) - self._height(self.start)
        )
        return self.near + share * (self.far - self.near)

    def ticks(self, room: float) -> list[float]:
        """Return round values that stand at least ``room`` apart."""
        if self.is_straight:
            return self._straight_ticks(room)
        for steps in _SERIES:
            ticks = self._ticks_by_magnitude(steps)
            if self._are_apart(ticks, room):
                return ticks
        return self._thinned(self._ticks_by_magnitude((1.0,)), room)

    def _height(self, value: float) -> float:
        return value if self.is_straight else math.log1p(value)

    def _straight_ticks(self, room: float) -> list[float]:
        length = abs(self.far - self.near)
        least = (self.end - self.start) * room / length
        step = _round_step(least)
        if self.end >= _LEAST_END:
            step = max(step, 1.0)
        count = int((self.end - self.start) / step + 1e-9)
        return [round(self.start + step * index, 6) for index in range(count + 1)]

    def _ticks_by_magnitude(self, steps: Iterable[float]) -> list[float]:
        first = _magnitude(self.start) if self.start else 0
        last = _magnitude(self.end)
        values = [step * 10.0**power for power in range(first, last + 1) for step in steps]
        inside = [value for value in values if self.start <= value <= self.end]
        return inside if self.start else [0.0, *inside]

    def _are_apart(self, ticks: list[float], room: float) -> bool:
        places = [self.place(tick) for tick in ticks]
        return all(abs(after - before) >= room for before, after in pairwise(places))

    def _thinned(self, ticks: list[float], room: float) -> list[float]:
        kept = ticks[:1]
        for tick in ticks[1:]:
            if abs(self.place(tick) - self.place(kept[-1])) >= room:
                kept.append(tick)
        return kept


def straight_to(notation: Notation) -> float:
    """Return up to which value an axis is straight."""
    return SHARES_TO if notation.is_share else STRAIGHT_TO


def fitting(
    intervals: Iterable[Interval],
    readings: Iterable[Interval],
    *,
    between: tuple[float, float],
    straight_to: float,
) -> Scale:
    """Return the scale on which every stated value has its place.

    What a reader takes from the words may run off the end of a straight scale
    ("at least 30" is read as up to 60): an arrow stands there anyway.
    """
    lows, highs = _bounds(intervals)
    core_lows, core_highs = _bounds(readings)
    stated = max(highs, default=0.0)
    read = max(core_highs, default=0.0)
    if stated <= straight_to:
        end = max(stated, min(read, straight_to), _LEAST_END if stated > 1 else 1)
        return Scale(0.0, float(end), *between, is_straight=True)
    start = _start(min(core_lows or lows, default=0.0))
    return Scale(start, _round_up(max(stated, read)), *between, is_straight=False)


def _bounds(intervals: Iterable[Interval]) -> tuple[list[float], list[float]]:
    listed = list(intervals)
    lows = [float(interval.low) for interval in listed]
    highs = [float(each.high) for each in listed if each.high is not None]
    return lows, [*lows, *highs]


def _start(lowest: float) -> float:
    if lowest < STARTS_AT_ZERO_BELOW:
        return 0.0
    power = 10.0 ** _magnitude(lowest)
    return next(step * power for step in _STARTS if step * power < lowest)


def _round_up(value: float) -> float:
    power = 10.0 ** _magnitude(value)
    for step in _ROUND:
        if value <= step * power:
            return step * power
    return 10 * power


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    for step in (1.0, 2.0, 5.0):
        if least <= step * power:
            return step * power
    return 10 * power


def _magnitude(value: float) -> int:
    """Return the power of ten at or below the value; log10 rounds 999…9 up."""
    return len(str(int(value))) - 1
