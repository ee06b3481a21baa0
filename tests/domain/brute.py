"""The method worked out the long way, to hold the quick way against."""

from __future__ import annotations

from itertools import combinations

from claims.domain.figures import Figure
from claims.domain.relations import classify

END = 99  # stands for infinity: above every number of the examples


def brute_live(figures: list[Figure]) -> list[Figure]:
    """Return the figures that no later one of the same speakers replaces."""
    known = [each for each in figures if each.hard is not None and not each.additive]
    return [
        each
        for each in known
        if not any(
            each.as_of and other.as_of and each.as_of.is_before(other.as_of)
            for other in known
            if each.speakers and other.speakers == each.speakers
        )
    ]


def brute_conflicts(figures: list[Figure]) -> set[frozenset[str]]:
    return {
        frozenset((a.id, b.id))
        for a, b in combinations(figures, 2)
        if a.allowed.is_apart_from(b.allowed)
    }


def points_of(figures: list[Figure]) -> list[int]:
    return [*range(16), END] if figures else []


def covers(figure: Figure, point: int) -> bool:
    high = figure.allowed.high
    return figure.allowed.low <= point and (high is None or point <= high)


def means(figure: Figure, point: int) -> bool:
    high = figure.meant.high
    return figure.meant.low <= point and (high is None or point <= high)


def brute_positions(figures: list[Figure]) -> int:
    """Try one value, then two, then three ... until every figure is satisfied."""
    count = 0
    while not any(
        all(any(covers(each, point) for point in chosen) for each in figures)
        for chosen in combinations(points_of(figures), count)
    ):
        count += 1
    return count


def brute_camps(figures: list[Figure]) -> set[frozenset[str]]:
    groups = {
        frozenset(each.id for each in figures if covers(each, point))
        for point in points_of(figures)
    } - {frozenset()}
    return {group for group in groups if not any(group < other for other in groups)}


def brute_quorum(figures: list[Figure]) -> tuple[int, set[int]]:
    weights = {
        point: len({each.origin for each in figures if means(each, point)} - {""})
        for point in points_of(figures)
    }
    best = max(weights.values(), default=0)
    return best, {point for point, weight in weights.items() if weight == best and best}


def brute_breaks(figures: list[Figure]) -> set[str]:
    """Return the figures below one of the same moment or of a moment before."""
    dated = [each for each in figures if each.as_of is not None]
    return {
        later.id
        for later in dated
        for earlier in dated
        if later.allowed.is_below(earlier.allowed)
        and (earlier.as_of == later.as_of or earlier.as_of.is_before(later.as_of))
    }


def brute_telling(figures: list[Figure]) -> set[frozenset[str]]:
    return {
        frozenset((a.id, b.id))
        for a, b in combinations(figures, 2)
        if classify(a, b).is_telling
    }


def brute_independence(
    cites: dict[str, set[str]], reports: set[str], origins: set[str]
) -> int:
    """Return the greatest number of chains that share no agent, trying all of them."""
    chains: list[frozenset[str]] = []
    waiting = [(report,) for report in reports]
    while waiting:
        chain = waiting.pop()
        if chain[-1] in origins:
            chains.append(frozenset(chain))
        waiting += [
            (*chain, source) for source in cites.get(chain[-1], ()) if source not in chain
        ]
    return _most_disjoint(sorted(set(chains), key=sorted))


def _most_disjoint(chains: list[frozenset[str]]) -> int:
    if not chains:
        return 0
    first, rest = chains[0], chains[1:]
    with_first = 1 + _most_disjoint([each for each in rest if not each & first])
    return max(with_first, _most_disjoint(rest))
