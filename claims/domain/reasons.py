"""A pair of figures explained: the relation, a sentence why, its weight, what to ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.domain.figures import Figure
from claims.domain.measures import Measure
from claims.domain.relations import (
    CONFLICTS,
    Finding,
    Flag,
    RelationKind,
    classify,
    have_one_speaker,
    in_time,
    scope_order,
)
from claims.domain.scopes import (
    DEFAULT_LATTICE,
    UNKNOWN,
    Lattice,
    ScopeOrder,
    components,
)
from claims.domain.severity import (
    NO_SEVERITY,
    PROMINENCE,
    Severity,
    balance_of,
    gap_between,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What two figures are to each other; ``why`` is one sentence to show."""

    kind: RelationKind
    flags: tuple[Flag, ...]
    why: str
    severity: Severity = NO_SEVERITY

    @property
    def is_conflict(self) -> bool:
        """Say whether no single value can satisfy both figures."""
        return self.kind in CONFLICTS


def relate(
    a: Figure,
    b: Figure,
    *,
    lattice: Lattice = DEFAULT_LATTICE,
    origins: tuple[int, int] = (1, 1),
) -> Relation:
    """Say what ``a`` and ``b`` are to each other, why, and how urgent it is.

    ``origins`` are the independent origins behind either figure.
    """
    found = classify(a, b, lattice)
    return Relation(
        found.kind,
        found.flags,
        why(a, b, found, lattice),
        severity_of(a, b, found, origins=origins),
    )


def severity_of(
    a: Figure, b: Figure, found: Finding, *, origins: tuple[int, int] = (1, 1)
) -> Severity:
    """Weigh a conflict or a tension; everything else weighs nothing."""
    soft = found.kind is RelationKind.TENSION
    if not (found.is_conflict or soft):
        return NO_SEVERITY
    pair = (a.meant, b.meant) if soft else (a.allowed, b.allowed)
    lower, upper = pair if pair[0].is_below(pair[1]) else (pair[1], pair[0])
    return Severity(
        gap=gap_between(lower, upper),
        balance=balance_of(*origins),
        prominence=max(PROMINENCE[a.locus], PROMINENCE[b.locus]),
        denial=lower.high == 0 and upper.low >= 1,
        own_words=found.kind is RelationKind.SELF_CONTRADICTION or Flag.SELF in found.flags,
        soft=soft,
    )


def why(a: Figure, b: Figure, found: Finding, lattice: Lattice = DEFAULT_LATTICE) -> str:
    """Return the reason for a finding as one sentence in a reviewer's words."""
    if found.kind is RelationKind.NOT_COMPARABLE:
        body = _why_not_comparable(a, b, lattice)
    elif found.kind in _ACROSS or Flag.PART_EXCEEDS_WHOLE in found.flags:
        body = _why_across(a, b, found, lattice)
    elif found.kind is RelationKind.UPDATE or Flag.LATER_IS_LOWER in found.flags:
        body = _why_over_time(a, b, found)
    else:
        body = _AT_ONE_TIME[found.kind](a, b)
    if Flag.MISQUOTE in found.flags:
        body += ", although one is given as the other’s words"
    return f"{body[0].upper()}{body[1:]}{_shared(a, b)}."


_ACROSS = frozenset({RelationKind.UNDETERMINED, RelationKind.SCOPE_DIFFERENCE})


def _why_not_comparable(a: Figure, b: Figure, lattice: Lattice) -> str:
    silent = [figure for figure in (a, b) if figure.hard is None]
    if silent:
        return f"“{silent[0].hedge or 'no report'}” gives no number to compare"
    if a.additive or b.additive:
        return "one counts others beside those already counted: add, do not compare"
    return f"they count different things ({_differing(a, b, ScopeOrder.DISJOINT, lattice)})"


def _why_across(a: Figure, b: Figure, found: Finding, lattice: Lattice) -> str:
    order = scope_order(a, b, lattice)
    if found.kind is RelationKind.UNDETERMINED:
        open_parts = _differing(a, b, ScopeOrder.UNKNOWN, lattice)
        doubt = open_parts or "each is wider than the other in some respect"
        return f"whether they count the same cannot be told ({doubt})"
    part, whole = (a, b) if order is ScopeOrder.SUB else (b, a)
    named = _differing(part, whole, ScopeOrder.SUB, lattice)
    fits = Flag.PART_EXCEEDS_WHOLE not in found.flags
    verb = "fits into" if fits else "cannot be part of"
    return f"{part.allowed.in_words()} {verb} {whole.allowed.in_words()} ({named})"


def _why_over_time(a: Figure, b: Figure, found: Finding) -> str:
    earlier, later = in_time(a, b) or (a, b)
    said = f"{earlier.allowed.in_words()}, later {later.allowed.in_words()}"
    if found.kind is RelationKind.CONFLICT:
        return f"{said}: such a count cannot fall"
    if Flag.UP in found.flags:
        return f"{said}: the count went up"
    if later.corrects:
        return f"{said}: the later report says that it corrects"
    if have_one_speaker(a, b):
        return f"{said}: revised down"
    return f"{said}: this number can fall"


def _against(a: Figure, b: Figure) -> str:
    first, second = a.allowed, b.allowed
    if (second.low, second.high is None) > (first.low, first.high is None):
        first, second = second, first
    return f"{first.in_words()} against {second.in_words()}"


def _both_say(a: Figure, b: Figure) -> str:
    if a.hard == b.hard:
        return f"both say {a.allowed.in_words()}"
    return f"both are taken to mean {a.meant.in_words()}"


def _restated(a: Figure, b: Figure) -> str:
    if a.core == b.core:
        return f"{_both_say(a, b)}, one restating the other"
    return f"{_against(a, b)}: restated in other words"


_AT_ONE_TIME: dict[RelationKind, Callable[[Figure, Figure], str]] = {
    RelationKind.CONFLICT: _against,
    RelationKind.SELF_CONTRADICTION: _against,
    RelationKind.TENSION: lambda a, b: (
        f"{_against(a, b)}: possible in logic, but not as readers take the words"
    ),
    RelationKind.AGREE: _both_say,
    RelationKind.REFINEMENT: lambda a, b: f"{_against(a, b)}: one is more exact",
    RelationKind.OVERLAP: lambda a, b: f"{_against(a, b)}: they overlap",
    RelationKind.RESTATEMENT: _restated,
}


def _differing(a: Figure, b: Figure, order: ScopeOrder, lattice: Lattice) -> str:
    lit = components(a.scope, b.scope, lattice)
    named = [name for name, how in lit.items() if how is order]
    return "; ".join(
        f"{name}: {_component(a, name)} and {_component(b, name)}" for name in named
    )


def _component(figure: Figure, name: str) -> str:
    value = getattr(figure.scope, name)
    if isinstance(value, tuple):
        return " / ".join(value) or "anywhere"
    if name == "window":
        return "the whole time" if value is None else value.in_words()
    return str(value).replace("_", " ")


def _shared(a: Figure, b: Figure) -> str:
    tail = ""
    if have_one_speaker(a, b):
        tail = ", same speaker"
    if tail and a.speakers != b.speakers:
        shared = ", ".join(sorted(a.speakers & b.speakers))
        tail = f", {_own_names(a, b)} and {_own_names(b, a)} both for {shared}"
    if a.article and a.article == b.article:
        tail += ", same article"
    return tail


def _own_names(figure: Figure, other: Figure) -> str:
    own = figure.speakers - other.speakers
    return ", ".join(sorted(own or figure.speakers))


def questions(a: Figure, b: Figure, found: Finding | Relation) -> tuple[str, ...]:
    """Return what a reviewer should ask before deciding on a pair."""
    contested = found.kind in CONFLICTS or found.kind is RelationKind.TENSION
    undetermined = found.kind is RelationKind.UNDETERMINED
    measures, sides = {a.scope.measure, b.scope.measure}, {a.scope.side, b.scope.side}
    asked: list[tuple[bool, str]] = [
        (contested, "Do both speak of the same incident?"),
        (contested, "Do both count the same people: who are “they”?"),
        (
            contested and Measure.LOST in measures,
            "Does “lost” include the captured and the missing?",
        ),
        (
            contested and Measure.CASUALTIES in measures,
            "Does “casualties” include the injured?",
        ),
        (contested and None in (a.as_of, b.as_of), "Was one said later than the other?"),
        (Flag.DOWN in found.flags, "Is a reason given for the lower number?"),
        (Flag.MISQUOTE in found.flags, "Which link of the chain changed the number?"),
        (undetermined and UNKNOWN in sides, "Whose people does each figure count?"),
        (undetermined, "Do both count the same people, place and time?"),
    ]
    return tuple(question for applies, question in asked if applies)
