"""What speaks against a settlement as it is about to be saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.domain.arithmetic import PartitionCheck
from claims.domain.figures import Figure, Interest, Kind
from claims.domain.intervals import Interval, Number, spelt
from claims.domain.moments import Moment
from claims.domain.wording import drops_a_hedge, phrase

SECOND_READER = 60  # from this severity on


class Level(StrEnum):
    BLOCK = "block"
    WARN = "warn"


class Concern(StrEnum):
    NO_RATIONALE = "no_rationale"
    OUTSIDE = "outside"
    PARTS_EXCEED = "parts_exceed"
    INTERESTED_ONLY = "interested_only"
    ONE_ORIGIN = "one_origin"
    LATER_FIGURE = "later_figure"
    BEST_OUTSIDE = "best_outside"
    HEDGE_DROPPED = "hedge_dropped"
    SECOND_READER = "second_reader"


LEVELS = {Concern.NO_RATIONALE: Level.BLOCK}

TO_DO = {
    Concern.NO_RATIONALE: "Write at least one sentence on why this is the answer.",
    Concern.OUTSIDE: "Widen the range or set the figure aside with a reason.",
    Concern.PARTS_EXCEED: "Raise the high value, or check what the parts count.",
    Concern.INTERESTED_ONLY: "Look for a source that is no party, or attribute it.",
    Concern.ONE_ORIGIN: "Look for a second origin, or name the only one in the wording.",
    Concern.LATER_FIGURE: "Take the later figure into account or set it aside.",
    Concern.BEST_OUTSIDE: "Choose a best value inside the range.",
    Concern.HEDGE_DROPPED: "Keep “at least”, “up to” or “about” in the wording.",
    Concern.SECOND_READER: "Ask a second reader before it is approved.",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A settlement before it is saved; without a low value it defers."""

    rationale: str
    wording: str = ""
    low: Number | None = None
    high: Number | None = None
    best: Number | None = None
    as_of: Moment | None = None
    set_aside: frozenset[str] = frozenset()

    @property
    def range(self) -> Interval | None:
        return None if self.low is None else Interval(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the draft is held against: the live figures and what stands behind them."""

    live: tuple[Figure, ...]
    independent: int
    severity: int = 0
    parts: PartitionCheck | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One concern: what is the matter and what to do. Only a block stops the saving."""

    concern: Concern
    message: str

    @property
    def level(self) -> Level:
        return LEVELS.get(self.concern, Level.WARN)

    @property
    def to_do(self) -> str:
        return TO_DO[self.concern]


def checks(draft: Draft, setting: Setting) -> list[Check]:
    """Return every concern about ``draft``, what blocks first."""
    kept = [figure for figure in setting.live if figure.id not in draft.set_aside]
    found = [
        *_about_rationale(draft),
        *_about_range(draft, kept),
        *_about_parts(draft, setting.parts),
        *_about_sources(setting, kept),
        *_about_time(draft, kept),
        *_about_wording(draft, kept),
    ]
    if setting.severity >= SECOND_READER:
        message = f"The conflict is severe ({setting.severity} of 100)."
        found.append(Check(Concern.SECOND_READER, message))
    return found


def is_covered(figure: Figure, settled: Interval) -> bool:
    """Say whether the range has room for the figure.

    A plain number or range must lie inside. A floor or ceiling, a vague word or a
    rounded number needs only a common value, but no greater number may be named.
    """
    if figure.kind in _PLAIN:
        return settled.contains(figure.meant)
    said = figure.meant if figure.kind is Kind.APPROX else figure.allowed
    if settled.is_apart_from(said):
        return False
    is_floor = figure.kind is Kind.AT_LEAST
    named = figure.named_high if is_floor else None
    return settled.high is None or named is None or named <= settled.high


_PLAIN = frozenset({Kind.EXACT, Kind.RANGE, Kind.ZERO})


def _about_rationale(draft: Draft) -> list[Check]:
    if draft.rationale.strip():
        return []
    return [Check(Concern.NO_RATIONALE, "The settlement gives no rationale.")]


def _about_range(draft: Draft, kept: Sequence[Figure]) -> list[Check]:
    settled = draft.range
    if settled is None:
        return []
    found = [
        Check(
            Concern.OUTSIDE,
            f"“{phrase(figure)}” lies outside {settled.in_words()} and is not set aside.",
        )
        for figure in kept
        if not is_covered(figure, settled)
    ]
    if draft.best is not None and not settled.contains(Interval(draft.best, draft.best)):
        message = f"The best value {spelt(draft.best)} lies outside {settled.in_words()}."
        found.append(Check(Concern.BEST_OUTSIDE, message))
    return found


def _about_parts(draft: Draft, parts: PartitionCheck | None) -> list[Check]:
    settled = draft.range
    if parts is None or settled is None:
        return []
    if settled.high is None or parts.low <= settled.high:
        return []
    message = (
        f"The parts add up to {spelt(parts.low)} or more, above {spelt(settled.high)}."
    )
    return [Check(Concern.PARTS_EXCEED, message)]


def _about_sources(setting: Setting, kept: Sequence[Figure]) -> list[Check]:
    found: list[Check] = []
    interests = {figure.interest for figure in kept}
    if interests in ({Interest.OWN}, {Interest.ENEMY}):
        message = "Every figure comes from parties on one side."
        found.append(Check(Concern.INTERESTED_ONLY, message))
    if setting.independent <= 1:
        number = "one independent origin" if setting.independent else "no named origin"
        found.append(Check(Concern.ONE_ORIGIN, f"All reports rest on {number}."))
    return found


def _about_time(draft: Draft, kept: Sequence[Figure]) -> list[Check]:
    settled_at = draft.as_of
    if settled_at is None:
        return []
    return [
        Check(Concern.LATER_FIGURE, f"“{phrase(figure)}” is later than the settlement.")
        for figure in kept
        if figure.as_of is not None and settled_at.is_before(figure.as_of)
    ]


def _about_wording(draft: Draft, kept: Sequence[Figure]) -> list[Check]:
    if not draft.wording.strip() or not drops_a_hedge(draft.wording, kept):
        return []
    return [Check(Concern.HEDGE_DROPPED, "The wording is firmer than the figures.")]
