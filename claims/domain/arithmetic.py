"""Parts and wholes, and the same number where it should not be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from claims.domain.figures import Figure
from claims.domain.intervals import Interval, Number
from claims.domain.scopes import DEFAULT_LATTICE, Lattice, Scope, ScopeOrder, compare
from claims.domain.sets import End, high_end


@dataclass(frozen=True, slots=True)
class Excess:
    """A part that is said to be greater than its whole."""

    part: Figure
    whole: Figure


def excesses(
    figures: Mapping[Scope, Sequence[Figure]], lattice: Lattice = DEFAULT_LATTICE
) -> Iterator[Excess]:
    """Yield the worst excess between each pair of nested scopes.

    Scopes are compared, not figures: the highest low of the part stands against the
    lowest high of the whole. Additive figures and such without a value take no part.
    """
    counted = {
        scope: [f for f in there if f.hard is not None and not f.additive]
        for scope, there in figures.items()
    }
    filled = [scope for scope, there in counted.items() if there]
    for one, other in combinations(filled, 2):
        order = compare(one, other, lattice)
        if order not in (ScopeOrder.SUB, ScopeOrder.SUPER):
            continue
        inner, outer = (one, other) if order is ScopeOrder.SUB else (other, one)
        part = max(counted[inner], key=lambda figure: figure.allowed.low)
        whole = min(counted[outer], key=lambda figure: high_end(figure.allowed))
        if whole.allowed.is_below(part.allowed):
            yield Excess(part, whole)


@dataclass(frozen=True, slots=True)
class PartitionCheck:
    """The sum of parts that do not overlap, held against the whole."""

    low: Number
    high: End
    whole: Interval
    is_complete: bool

    @property
    def is_too_much(self) -> bool:
        """Say whether the parts are more than the whole can be."""
        return self.low > high_end(self.whole)

    @property
    def is_too_little(self) -> bool:
        """Say whether all the parts are less than the whole must be."""
        return self.is_complete and self.high < self.whole.low


def check_partition(
    whole: Interval, parts: Sequence[Interval], *, is_complete: bool
) -> PartitionCheck:
    """Add up disjoint parts: never more than the whole, and no less if complete."""
    return PartitionCheck(
        low=sum((part.low for part in parts), start=0),
        high=inf if any(part.high is None for part in parts) else _total(parts),
        whole=whole,
        is_complete=is_complete,
    )


def _total(parts: Sequence[Interval]) -> Number:
    return sum((part.high for part in parts if part.high is not None), start=0)


@dataclass(frozen=True, slots=True)
class Twin:
    """One number under two measures or units: perhaps one was taken for the other."""

    number: Number
    figures: tuple[Figure, ...]


# Small numbers meet by chance.
TELLING_NUMBER = 20


def twins(figures: Iterable[Figure], *, telling: Number = TELLING_NUMBER) -> Iterator[Twin]:
    """Yield each printed number that stands under more than one measure or unit."""
    places: dict[Number, list[Figure]] = defaultdict(list)
    for figure in figures:
        for number in set(figure.printed):
            if number >= telling:
                places[number].append(figure)
    for number in sorted(places):
        there = places[number]
        if len({(figure.scope.measure, figure.scope.unit) for figure in there}) > 1:
            yield Twin(number, tuple(there))
