"""What the timeline is drawn from: dated figures, the feasible band, the breaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.domain.intervals import Interval, Number
from claims.plots.notation import PERSONS, Notation
from claims.plots.ranges import SettledRange


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFigure:
    """One figure at the moment that it speaks of.

    ``named`` are the numbers as uttered. ``is_break`` marks a figure that cannot stand
    beside an earlier or a later one, since a toll never falls.
    """

    key: str
    speaker: str
    at: datetime
    words: str
    hard: Interval
    named: tuple[Number, ...] = ()
    is_vague: bool = False
    is_break: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandStep:
    """From ``at`` on: the greatest low so far, the smallest high still to come."""

    at: datetime
    low: Number
    high: Number | None

    @property
    def is_possible(self) -> bool:
        return self.high is None or self.low <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The figures of one quantity in the order of what they speak of."""

    title: str
    figures: tuple[DatedFigure, ...]
    band: tuple[BandStep, ...] = ()
    notation: Notation = PERSONS
    settled: SettledRange | None = None
