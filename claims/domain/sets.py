"""All figures of one quantity together: positions, camps, quorum and envelope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from claims.domain.figures import Figure
from claims.domain.intervals import Interval, Number
from claims.domain.moments import Moment

End = Number | float  # a high end; infinite where the interval is open


@dataclass(frozen=True, slots=True)
class Position:
    """Figures that one value satisfies: ``meet`` is every value that satisfies all."""

    meet: Interval
    figures: tuple[Figure, ...]

    @property
    def point(self) -> Number:
        """Return the value that stabs the whole position."""
        return self.meet.low if self.meet.high is None else self.meet.high

    @property
    def origins(self) -> frozenset[str]:
        """Return the independent origins behind the figures."""
        return frozenset(figure.origin for figure in self.figures if figure.origin)


@dataclass(frozen=True, slots=True)
class Quorum:
    """Where most independent origins meet; several intervals are a tie, all shown."""

    weight: int
    intervals: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the figures span together. Not a confidence interval."""

    outer: Interval
    inner: Interval | None
    named_high: Number | None
    quorum: Quorum
    positions: int


def live(figures: Iterable[Figure], *, at: Moment | None = None) -> list[Figure]:
    """Return the figures that stand at ``at``, or now: each speaker's latest.

    Several of one time stay, and so do figures without a time or without a speaker.
    Those without a value do not, nor those that count "others" beside the rest.
    Figures later than ``at`` are left out.
    """
    known = [figure for figure in figures if counts(figure) and not _is_later(figure, at)]
    latest: dict[frozenset[str], int] = {}
    for figure in known:
        if figure.as_of is not None and figure.speakers:
            start = figure.as_of.start
            latest[figure.speakers] = max(start, latest.get(figure.speakers, start))
    return [figure for figure in known if not _is_superseded(figure, latest)]


def counts(figure: Figure) -> bool:
    """Say whether a figure gives the value of its whole quantity."""
    return figure.hard is not None and not figure.additive


def _is_later(figure: Figure, at: Moment | None) -> bool:
    return at is not None and figure.as_of is not None and at.is_before(figure.as_of)


def _is_superseded(figure: Figure, latest: dict[frozenset[str], int]) -> bool:
    if figure.as_of is None:
        return False
    return figure.as_of.end < latest.get(figure.speakers, figure.as_of.end)


def high_end(interval: Interval) -> End:
    return inf if interval.high is None else interval.high


def positions(figures: Sequence[Figure]) -> list[Position]:
    """Return the fewest groups such that one value satisfies each whole group.

    One position means that no two figures are in conflict.
    """
    found: list[Position] = []
    group: list[Figure] = []
    low: Number = 0
    high: End = inf
    for figure in sorted(figures, key=_by_high):
        if group and figure.allowed.low > high:
            found.append(_position(group, low, high))
            group = []
        if not group:
            low, high = figure.allowed.low, high_end(figure.allowed)
        low = max(low, figure.allowed.low)
        group.append(figure)
    return [*found, _position(group, low, high)] if group else found


def _by_high(figure: Figure) -> tuple[End, Number, str]:
    return high_end(figure.allowed), figure.allowed.low, figure.id


def _position(group: list[Figure], low: Number, high: End) -> Position:
    return Position(Interval(low, _bound(high)), tuple(group))


def _bound(high: End) -> Number | None:
    return None if isinstance(high, float) else high


def camps(figures: Sequence[Figure]) -> Iterator[Position]:
    """Yield every greatest group of figures that agree, from the lowest up.

    Camps may share figures, positions do not.
    """
    by_low = sorted(figures, key=lambda figure: (figure.allowed.low, figure.id))
    active: list[Figure] = []
    has_grown = False
    at = 0
    for end in sorted({high_end(figure.allowed) for figure in figures}):
        while at < len(by_low) and by_low[at].allowed.low <= end:
            active.append(by_low[at])
            at += 1
            has_grown = True
        if has_grown:
            yield _position(active, active[-1].allowed.low, end)
            has_grown = False
        active = [figure for figure in active if high_end(figure.allowed) > end]


def quorum(figures: Sequence[Figure]) -> Quorum:
    """Return every interval on which most origins meet, by what readers understand.

    Each origin counts once at each value; figures without an origin count nothing.
    """
    starts = sorted(
        ((f.meant.low, f.origin) for f in figures if f.origin), key=lambda start: start[0]
    )
    ends = sorted(
        ((high_end(f.meant), f.origin) for f in figures if f.origin),
        key=lambda end: end[0],
    )
    present: dict[str, int] = {}
    best, opened = 0, None
    found: list[Interval] = []
    at = 0
    for low, origin in starts:
        while ends[at][0] < low:
            opened = _leave(present, ends[at], opened, found)
            at += 1
        present[origin] = present.get(origin, 0) + 1
        if len(present) > best:
            best, found = len(present), []
        if len(present) == best and present[origin] == 1:
            opened = low
    for end in ends[at:]:
        opened = _leave(present, end, opened, found)
    return Quorum(best, tuple(found))


def _leave(
    present: dict[str, int],
    end: tuple[End, str],
    opened: Number | None,
    found: list[Interval],
) -> Number | None:
    """Take one figure of an origin out; note the interval if the origin leaves."""
    high, origin = end
    present[origin] -= 1
    if present[origin]:
        return opened
    del present[origin]
    if opened is not None:
        found.append(Interval(opened, _bound(high)))
    return None


def envelope(figures: Sequence[Figure]) -> Envelope | None:
    """Return what the figures span together, or None if there are none."""
    if not figures:
        return None
    lows = [figure.allowed.low for figure in figures]
    highs = [high_end(figure.allowed) for figure in figures]
    named = [figure.named_high for figure in figures if figure.named_high is not None]
    inner = max(lows) <= min(highs)
    return Envelope(
        outer=Interval(min(lows), _bound(max(highs))),
        inner=Interval(max(lows), _bound(min(highs))) if inner else None,
        named_high=max(named, default=None),
        quorum=quorum(figures),
        positions=len(positions(figures)),
    )
