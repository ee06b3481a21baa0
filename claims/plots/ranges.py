"""What the range plot is drawn from: figures by origin, camps, the settled range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from claims.domain.intervals import Interval, Number
from claims.plots.notation import PERSONS, Notation


class Interest(StrEnum):
    """Whose losses the speaker counts: the direction in which he is likely to err."""

    ENEMY = "enemy losses"
    OWN = "own losses"
    THIRD = "third party"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure, one row.

    ``hard`` None is the "no report" that gives no value; ``core`` falls back on it;
    ``named`` are the numbers as uttered, where the dots stand.
    ``superseded_by`` is the ``key`` of the later figure by the same speaker.
    """

    key: str
    speaker: str
    words: str
    hard: Interval | None
    core: Interval | None = None
    named: tuple[Number, ...] = ()
    printed_in: str = ""
    when: str = ""
    is_vague: bool = False
    interest: Interest = Interest.UNKNOWN
    superseded_by: str = ""
    set_aside: str = ""
    href: str = ""

    def __post_init__(self) -> None:
        if self.core is not None and self.hard is None:
            raise ValueError(f"figure {self.key} has a core but no hard interval")

    @property
    def reading(self) -> Interval | None:
        """What a reader takes the words to mean."""
        return self.core or self.hard

    @property
    def is_zero(self) -> bool:
        return self.hard is not None and self.hard.high == 0

    @property
    def is_live(self) -> bool:
        return not self.superseded_by and not self.set_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """The figures that rest on one origin, and count once between them.

    ``is_counted`` is false for unnamed and circular origins. ``folded`` figures are
    left out of the picture; ``href`` leads to where they stand.
    """

    name: str
    rows: tuple[FigureRow, ...]
    is_counted: bool = True
    folded: int = 0
    href: str = ""

    @property
    def figures(self) -> int:
        return len(self.rows) + self.folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """Figures that can all be true together, and the values they share."""

    shared: Interval
    figures: int
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledRange:
    """The range of a settlement and the state that it is in."""

    span: Interval
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RangePlot:
    """All that is known of one quantity, ready to be drawn."""

    title: str
    groups: tuple[OriginGroup, ...]
    notation: Notation = PERSONS
    camps: tuple[Camp, ...] = ()
    settled: SettledRange | None = None
    positions: int | None = None
    independent: int | None = None

    def __post_init__(self) -> None:
        keys = [row.key for row in self.rows()]
        if len(keys) != len(set(keys)):
            raise ValueError("two figures of one range plot share a key")

    def rows(self) -> Iterator[FigureRow]:
        """Yield every row in the order drawn."""
        for group in self.groups:
            yield from group.rows

    def fold(self, rows_per_origin: int) -> RangePlot:
        """Leave out what an origin has beyond ``rows_per_origin`` figures."""
        return replace(
            self, groups=tuple(_fold(group, rows_per_origin) for group in self.groups)
        )


def _fold(group: OriginGroup, limit: int) -> OriginGroup:
    hidden = max(0, len(group.rows) - limit)
    return replace(group, rows=group.rows[:limit], folded=group.folded + hidden)
