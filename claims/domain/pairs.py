"""The pairs of one quantity that matter, found without looking at all pairs."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from claims.domain.figures import Figure
from claims.domain.relations import Finding, classify
from claims.domain.scopes import DEFAULT_LATTICE, Lattice
from claims.domain.sets import counts, high_end


def conflict_count(figures: Sequence[Figure]) -> int:
    """Count the pairs that no value satisfies, without listing them."""
    highs = sorted(high_end(figure.allowed) for figure in figures)
    return sum(bisect_left(highs, figure.allowed.low) for figure in figures)


def telling_pairs(
    figures: Iterable[Figure], lattice: Lattice = DEFAULT_LATTICE
) -> Iterator[tuple[Figure, Figure, Finding]]:
    """Yield every pair of one quantity that is worth a row of its own.

    Only pairs whose core intervals are apart and restatements can be, so figures that
    agree cost nothing. If their scope has an unknown part, every pair is a question.
    """
    known = [figure for figure in figures if counts(figure)]
    pairs = (
        combinations(known, 2)
        if known and known[0].scope.is_vague
        else chain(_apart_pairs(known), _restated_pairs(known))
    )
    for a, b in pairs:
        found = classify(a, b, lattice)
        if found.is_telling:
            yield a, b, found


def _apart_pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    by_high = sorted(figures, key=lambda figure: high_end(figure.meant))
    highs = [high_end(figure.meant) for figure in by_high]
    for upper in figures:
        for at in range(bisect_left(highs, upper.meant.low)):
            yield by_high[at], upper


def _restated_pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the pairs of one source and those that restate it, unless they are apart."""
    families: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.derived_from is not None:
            families[figure.derived_from].append(figure)
    known = {figure.id: figure for figure in figures}
    seen: set[frozenset[str]] = set()
    for source, family in families.items():
        members = [known[source], *family] if source in known else family
        for a, b in combinations(members, 2):
            pair = frozenset((a.id, b.id))
            if pair not in seen and not a.meant.is_apart_from(b.meant):
                seen.add(pair)
                yield a, b
