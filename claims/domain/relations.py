"""What two figures are to each other: scope first, then source, then time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.domain.figures import Figure
from claims.domain.measures import LEVELS
from claims.domain.scopes import DEFAULT_LATTICE, Lattice, ScopeOrder, compare


class RelationKind(StrEnum):
    NOT_COMPARABLE = "not_comparable"
    UNDETERMINED = "undetermined"
    SCOPE_DIFFERENCE = "scope_difference"
    RESTATEMENT = "restatement"
    UPDATE = "update"
    CONFLICT = "conflict"
    SELF_CONTRADICTION = "self_contradiction"
    TENSION = "tension"
    AGREE = "agree"
    REFINEMENT = "refinement"
    OVERLAP = "overlap"


class Flag(StrEnum):
    NO_VALUE = "no_value"
    DISJOINT_SCOPE = "disjoint_scope"
    SCOPE_UNKNOWN = "scope_unknown"
    SUB = "sub"
    SUPER = "super"
    PART_EXCEEDS_WHOLE = "part_exceeds_whole"
    SELF = "self"
    PARAPHRASED = "paraphrased"
    MISQUOTE = "misquote"
    UP = "up"
    DOWN = "down"
    SOFT = "soft"
    LATER_IS_LOWER = "later_is_lower"


CONFLICTS = frozenset({RelationKind.CONFLICT, RelationKind.SELF_CONTRADICTION})
# What is worth a row of its own; agreement is read from the set.
TELLING = CONFLICTS | {
    RelationKind.TENSION,
    RelationKind.UPDATE,
    RelationKind.RESTATEMENT,
    RelationKind.UNDETERMINED,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rules say of a pair: the kind, and what is special about it."""

    kind: RelationKind
    flags: tuple[Flag, ...] = ()

    @property
    def is_conflict(self) -> bool:
        """Say whether no single value can satisfy both figures."""
        return self.kind in CONFLICTS

    @property
    def is_telling(self) -> bool:
        """Say whether the pair is worth a row of its own."""
        return self.kind in TELLING


def classify(a: Figure, b: Figure, lattice: Lattice = DEFAULT_LATTICE) -> Finding:
    """Return the first rule that applies to the pair.

    The answer is the same either way round, but for the flags sub and super, which
    say how ``a`` lies to ``b``.
    """
    if a.hard is None or b.hard is None:
        return Finding(RelationKind.NOT_COMPARABLE, (Flag.NO_VALUE,))
    order = scope_order(a, b, lattice)
    if order is ScopeOrder.SAME:
        return _within_scope(a, b)
    if order in _NOT_NESTED:
        return _NOT_NESTED[order]
    part, whole = (a, b) if order is ScopeOrder.SUB else (b, a)
    if not whole.allowed.is_below(part.allowed):
        return Finding(RelationKind.SCOPE_DIFFERENCE, (Flag(order.value),))
    own = (Flag.SELF,) if have_one_speaker(a, b) else ()
    return Finding(RelationKind.CONFLICT, (Flag.PART_EXCEEDS_WHOLE, *own))


_NOT_NESTED = {
    ScopeOrder.DISJOINT: Finding(RelationKind.NOT_COMPARABLE, (Flag.DISJOINT_SCOPE,)),
    ScopeOrder.UNKNOWN: Finding(RelationKind.UNDETERMINED, (Flag.SCOPE_UNKNOWN,)),
}


def scope_order(a: Figure, b: Figure, lattice: Lattice = DEFAULT_LATTICE) -> ScopeOrder:
    """Say how the scopes lie; "two others" stand beside whatever was counted before."""
    if a.additive or b.additive:
        return ScopeOrder.DISJOINT
    return compare(a.scope, b.scope, lattice)


def have_one_speaker(a: Figure, b: Figure) -> bool:
    return not a.speakers.isdisjoint(b.speakers)


def in_time(a: Figure, b: Figure) -> tuple[Figure, Figure] | None:
    """Return the earlier and the later figure, or None if that cannot be told."""
    if a.as_of is None or b.as_of is None:
        return None
    if a.as_of.is_before(b.as_of):
        return a, b
    if b.as_of.is_before(a.as_of):
        return b, a
    return None


def _within_scope(a: Figure, b: Figure) -> Finding:
    if not _one_restates_the_other(a, b):
        return _over_time(a, b) or _at_one_time(a, b)
    if a.core == b.core:
        return Finding(RelationKind.RESTATEMENT)
    if not a.allowed.is_apart_from(b.allowed):
        return Finding(RelationKind.RESTATEMENT, (Flag.PARAPHRASED,))
    found = _over_time(a, b) or Finding(RelationKind.CONFLICT)
    return Finding(found.kind, (*found.flags, Flag.MISQUOTE))


def _one_restates_the_other(a: Figure, b: Figure) -> bool:
    """Say whether one cites the other or both relay the same third figure."""
    if a.derived_from is not None and a.derived_from in (b.id, b.derived_from):
        return True
    return b.derived_from is not None and b.derived_from == a.id


def _over_time(a: Figure, b: Figure) -> Finding | None:
    """Relate figures of different times; None if time says nothing."""
    ordered = in_time(a, b)
    if ordered is None:
        return None
    earlier, later = ordered
    if earlier.allowed.is_below(later.allowed):
        return Finding(RelationKind.UPDATE, (Flag.UP,))
    if later.allowed.is_below(earlier.allowed):
        return _lower(earlier, later)
    if earlier.meant.is_below(later.meant):
        return Finding(RelationKind.UPDATE, (Flag.UP, Flag.SOFT))
    return None


def _lower(earlier: Figure, later: Figure) -> Finding:
    is_level = later.scope.measure in LEVELS
    if later.corrects or is_level or have_one_speaker(earlier, later):
        return Finding(RelationKind.UPDATE, (Flag.DOWN,))
    return Finding(RelationKind.CONFLICT, (Flag.LATER_IS_LOWER,))


def _at_one_time(a: Figure, b: Figure) -> Finding:
    own = have_one_speaker(a, b)
    if a.allowed.is_apart_from(b.allowed):
        return Finding(RelationKind.SELF_CONTRADICTION if own else RelationKind.CONFLICT)
    if a.meant.is_apart_from(b.meant):
        return Finding(RelationKind.TENSION, (Flag.SELF,) if own else ())
    if a.meant == b.meant:
        return Finding(RelationKind.AGREE)
    if a.meant.contains(b.meant) or b.meant.contains(a.meant):
        return Finding(RelationKind.REFINEMENT)
    return Finding(RelationKind.OVERLAP)
