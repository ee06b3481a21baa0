"""A figure as the method sees it: one assertion of one quantity's value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.domain.intervals import Interval, Number
from claims.domain.moments import Moment
from claims.domain.scopes import Scope


class Kind(StrEnum):
    """What sort of number the words give."""

    EXACT = "exact"
    RANGE = "range"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    APPROX = "approx"
    VAGUE = "vague"
    ZERO = "zero"
    UNKNOWN = "unknown"
    NO_REPORT = "no_report"


class Basis(StrEnum):
    """What the number was got from; bodies and names are floors."""

    CLAIM = "claim"
    BODIES = "bodies"
    NAMES = "names"
    HOSPITAL = "hospital"
    MORGUE = "morgue"
    OFFICIAL = "official"
    ESTIMATE = "estimate"
    MODEL = "model"


class Interest(StrEnum):
    """Whose losses the speaker counts."""

    OWN = "own"
    ENEMY = "enemy"
    THIRD = "third"
    UNKNOWN = "unknown"


class Locus(StrEnum):
    """Where in the article the figure stands."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Figure:
    """What relating, counting and settling need to know of a figure, and no more.

    For relating two figures only the intervals, ``additive``, ``as_of``, ``speakers``,
    ``derived_from`` and ``corrects`` count. ``speakers`` holds every agent that the
    figure binds, persons and the bodies that they speak for; an unnamed source is not
    among them. ``origin`` names the independent origin it rests on, empty for none.
    ``printed`` holds the numbers as they stand in the text, without those of a range
    that was worked out. The ``hedge`` of a vague figure is the whole phrase: "dozens".
    """

    id: str
    scope: Scope
    hard: Interval | None
    core: Interval | None
    kind: Kind = Kind.EXACT
    hedge: str = ""
    printed: tuple[Number, ...] = ()
    additive: bool = False
    as_of: Moment | None = None
    speakers: frozenset[str] = frozenset()
    derived_from: str | None = None
    corrects: bool = False
    basis: Basis = Basis.CLAIM
    interest: Interest = Interest.UNKNOWN
    locus: Locus = Locus.BODY
    article: str = ""
    origin: str = ""

    def __post_init__(self) -> None:
        if (self.hard is None) != (self.core is None):
            raise ValueError(f"figure {self.id} has only one of its two intervals")
        if self.hard and self.core and not self.hard.contains(self.core):
            raise ValueError(
                f"figure {self.id} is read as a value that its words do not allow"
            )
        if self.derived_from == self.id:
            raise ValueError(f"figure {self.id} cannot restate itself")

    @property
    def named_high(self) -> Number | None:
        """Return the greatest number that was uttered, or None if none was.

        A vague word utters none, whatever number stands for it in a file.
        """
        if self.kind in (Kind.VAGUE, Kind.UNKNOWN, Kind.NO_REPORT):
            return None
        return max(self.printed, default=None)

    @property
    def allowed(self) -> Interval:
        """Return the hard interval; raise ValueError for a figure without a value."""
        if self.hard is None:
            raise ValueError(f"figure {self.id} gives no value")
        return self.hard

    @property
    def meant(self) -> Interval:
        """Return the core interval; raise ValueError for a figure without a value."""
        if self.core is None:
            raise ValueError(f"figure {self.id} gives no value")
        return self.core
