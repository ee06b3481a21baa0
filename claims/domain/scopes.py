"""What a figure speaks of, and whether two figures speak of the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from claims.domain.measures import Measure
from claims.domain.moments import Moment

ANY = "any"
UNKNOWN = "unknown"


class ScopeOrder(StrEnum):
    """How one scope lies to another: ``SUB`` means inside the other one."""

    DISJOINT = "disjoint"
    SAME = "same"
    SUB = "sub"
    SUPER = "super"
    UNKNOWN = "unknown"

    @property
    def reversed(self) -> ScopeOrder:
        """Return how the other scope lies to this one."""
        turned = {ScopeOrder.SUB: ScopeOrder.SUPER, ScopeOrder.SUPER: ScopeOrder.SUB}
        return turned.get(self, self)


@dataclass(frozen=True, slots=True)
class Scope:
    """The key of a quantity: figures with equal scopes can be compared.

    ``event`` and ``place`` are paths from the whole to the part; an empty place is
    the whole of the event. No window means the whole event up to the figure's time.
    """

    measure: str
    side: str = ANY
    status: str = ANY
    event: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    window: Moment | None = None
    unit: str = "person"

    @property
    def is_vague(self) -> bool:
        """Say whether a part of it is unknown, so that nothing can be compared."""
        named = (self.measure, self.side, self.status, *self.event, *self.place)
        return UNKNOWN in named


Parts = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Lattice:
    """What is part of what: each word with the wider words that hold it.

    ``crossing`` lists pairs that overlap without either holding the other. Two
    measures or sides that are not connected are apart; two statuses that the
    lattice does not connect are apart only if it knows both.
    """

    measures: Parts
    statuses: Parts
    sides: Parts = field(default_factory=lambda: MappingProxyType({}))
    crossing: frozenset[frozenset[str]] = frozenset()

    def __post_init__(self) -> None:
        for parts in (self.measures, self.statuses, self.sides):
            _refuse_loops(parts)


def _refuse_loops(parts: Parts) -> None:
    for word in parts:
        if word in _wholes(word, parts):
            raise ValueError(f"{word} cannot be a part of itself")


def _wholes(word: str, parts: Parts) -> set[str]:
    found: set[str] = set()
    waiting = list(parts.get(word, ()))
    while waiting:
        whole = waiting.pop()
        if whole not in found:
            found.add(whole)
            waiting.extend(parts.get(whole, ()))
    return found


DEFAULT_LATTICE = Lattice(
    measures=MappingProxyType(
        {
            Measure.KILLED: frozenset(
                {Measure.CASUALTIES, Measure.LOST, Measure.DEAD_OR_MISSING}
            ),
            Measure.INJURED: frozenset({Measure.CASUALTIES}),
            Measure.MISSING: frozenset({Measure.LOST, Measure.DEAD_OR_MISSING}),
            Measure.CAPTURED: frozenset({Measure.LOST}),
            Measure.DESTROYED: frozenset({Measure.DAMAGED}),
        }
    ),
    statuses=MappingProxyType(
        {
            "child": frozenset({"civilian"}),
            "woman": frozenset({"civilian"}),
            "man": frozenset(),
            "civilian": frozenset(),
            "combatant": frozenset(),
        }
    ),
    crossing=frozenset({frozenset({"man", "civilian"}), frozenset({"man", "combatant"})}),
)


def compare(a: Scope, b: Scope, lattice: Lattice = DEFAULT_LATTICE) -> ScopeOrder:
    """Say how ``a`` lies to ``b``.

    Apart in one component is apart; components that point both ways are unknown.
    """
    if a == b and not a.is_vague:
        return ScopeOrder.SAME
    orders = set(components(a, b, lattice).values())
    if ScopeOrder.DISJOINT in orders:
        return ScopeOrder.DISJOINT
    orders.discard(ScopeOrder.SAME)
    if len(orders) > 1:
        return ScopeOrder.UNKNOWN
    return orders.pop() if orders else ScopeOrder.SAME


def components(
    a: Scope, b: Scope, lattice: Lattice = DEFAULT_LATTICE
) -> dict[str, ScopeOrder]:
    """Say how ``a`` lies to ``b`` in each component of the scope, by its name."""
    return {
        "unit": ScopeOrder.SAME if a.unit == b.unit else ScopeOrder.DISJOINT,
        "measure": _order_of_words(a.measure, b.measure, lattice.measures, lattice),
        "side": _order_of_words(a.side, b.side, lattice.sides, lattice),
        "status": _order_of_statuses(a.status, b.status, lattice),
        "event": _order_of_paths(a.event, b.event),
        "place": _order_of_paths(a.place, b.place),
        "window": _order_of_windows(a.window, b.window),
    }


def wider_measures(measure: str, lattice: Lattice = DEFAULT_LATTICE) -> frozenset[str]:
    """Return every measure that holds this one."""
    return frozenset(_wholes(measure, lattice.measures))


def _order_of_words(a: str, b: str, parts: Parts, lattice: Lattice) -> ScopeOrder:
    if UNKNOWN in (a, b) or a == b:
        return ScopeOrder.UNKNOWN if UNKNOWN in (a, b) else ScopeOrder.SAME
    above_a, above_b = _wholes(a, parts), _wholes(b, parts)
    if b == ANY or b in above_a:
        return ScopeOrder.SUB
    if a == ANY or a in above_b:
        return ScopeOrder.SUPER
    if frozenset({a, b}) in lattice.crossing or _have_a_common_part(a, b, parts):
        return ScopeOrder.UNKNOWN
    return ScopeOrder.DISJOINT


def _order_of_statuses(a: str, b: str, lattice: Lattice) -> ScopeOrder:
    order = _order_of_words(a, b, lattice.statuses, lattice)
    if order is not ScopeOrder.DISJOINT:
        return order
    known = a in lattice.statuses and b in lattice.statuses
    return order if known else ScopeOrder.UNKNOWN


def _order_of_paths(a: tuple[str, ...], b: tuple[str, ...]) -> ScopeOrder:
    if UNKNOWN in a or UNKNOWN in b:
        return ScopeOrder.UNKNOWN
    if a == b:
        return ScopeOrder.SAME
    if a[: len(b)] == b:
        return ScopeOrder.SUB
    if b[: len(a)] == a:
        return ScopeOrder.SUPER
    return ScopeOrder.DISJOINT


def _order_of_windows(a: Moment | None, b: Moment | None) -> ScopeOrder:
    if a == b:
        return ScopeOrder.SAME
    if b is None or (a is not None and b.holds(a)):
        return ScopeOrder.SUB
    if a is None or a.holds(b):
        return ScopeOrder.SUPER
    if a.is_before(b) or b.is_before(a):
        return ScopeOrder.DISJOINT
    return ScopeOrder.UNKNOWN


def _have_a_common_part(a: str, b: str, parts: Parts) -> bool:
    return any({a, b} <= _wholes(word, parts) for word in parts)
