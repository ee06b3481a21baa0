"""Figures over time: what a toll that never falls can have been, and where it breaks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from claims.domain.figures import Figure
from claims.domain.intervals import Number
from claims.domain.moments import Moment
from claims.domain.sets import End, high_end


@dataclass(frozen=True, slots=True)
class Step:
    """What the toll can have been at a time at which something is said of it.

    ``high`` is infinite where nothing limits it.
    """

    moment: Moment
    low: Number
    high: End

    @property
    def is_possible(self) -> bool:
        return self.low <= self.high


def dated(figures: Iterable[Figure]) -> list[tuple[Moment, Figure]]:
    """Return the figures that have a value and a time, in the order of time."""
    placed = [
        (figure.as_of, figure)
        for figure in figures
        if figure.as_of is not None and figure.hard is not None
    ]
    return sorted(placed, key=lambda pair: (pair[0], pair[1].id))


def feasibility(figures: Iterable[Figure]) -> list[Step]:
    """Return the band of tolls that every dated figure allows, step by step.

    The low is the highest that was said for then or before, the high the lowest that
    is said for then or later. Some toll that never falls satisfies all the figures
    exactly if every step is possible. Times that overlap do not limit each other.
    """
    placed = dated(figures)
    said = sorted((moment.end, figure.allowed.low) for moment, figure in placed)
    ahead = sorted((moment.start, high_end(figure.allowed)) for moment, figure in placed)
    floors, roofs = _floors(said), _roofs(ahead)
    ends, starts = [end for end, _ in said], [start for start, _ in ahead]
    lows: dict[Moment, Number] = {}
    highs: dict[Moment, End] = {}
    for moment, figure in placed:
        lows[moment] = max(figure.allowed.low, lows.get(moment, 0))
        highs[moment] = min(high_end(figure.allowed), highs.get(moment, inf))
    return [
        Step(
            moment,
            max(lows[moment], floors[bisect_left(ends, moment.start)]),
            min(highs[moment], roofs[len(starts) - bisect_right(starts, moment.end)]),
        )
        for moment in sorted(lows)
    ]


def _floors(said: list[tuple[int, Number]]) -> list[Number]:
    """Return the highest low of none, one, two ... figures from the first on."""
    floors: list[Number] = [0]
    for _, low in said:
        floors.append(max(floors[-1], low))
    return floors


def _roofs(ahead: list[tuple[int, End]]) -> list[End]:
    """Return the lowest high of none, one, two ... figures from the last back."""
    roofs: list[End] = [inf]
    for _, high in reversed(ahead):
        roofs.append(min(roofs[-1], high))
    return roofs


def breaks(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures below what was said for the same time or before.

    There are none exactly if some toll that never falls satisfies all the figures.
    """
    known = list(figures)
    floors = {step.moment: step.low for step in feasibility(known)}
    return [
        figure
        for moment, figure in dated(known)
        if high_end(figure.allowed) < floors[moment]
    ]
