"""What a dossier says of pairs of figures: kept from its file, or worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claims.models import Figure, Relation

Row = dict[str, Any]
At = tuple[str, int]

# What the product calls a pair, in the words of a dossier.
_TELLING = {
    "conflict": "conflict",
    "self_contradiction": "self_contradiction",
    "update": "update",
    "tension": "compatible",
}


def pair(a: At, b: At) -> Row:
    return {"a": list(a), "b": list(b)}


def holds(row: Mapping[str, Any], figures: Mapping[At, Figure]) -> bool:
    """Say whether both ends are still there, and one still carries the other on."""
    a, b = (figures.get((key, number)) for key, number in (row["a"], row["b"]))
    if a is None or b is None:
        return False
    if row["relation"] != "restatement":
        return True
    return (a.restates_id or a.pk) == (b.restates_id or b.pk)


def carried(
    figures: Mapping[At, Figure], at: Mapping[int, At], kept: Iterable[Mapping[str, Any]]
) -> Iterator[Row]:
    """Yield which figures carry others on or correct them, unless ``kept`` tells it."""
    families = _Families()
    told = set()
    for row in kept:
        ends = (row["a"][0], row["a"][1]), (row["b"][0], row["b"][1])
        told.add(frozenset(ends))
        if row["relation"] == "restatement":
            families.join(*ends)
    for place, figure in figures.items():
        source = at.get(figure.restates_id or 0)
        if source is None or frozenset((source, place)) in told:
            continue
        if figure.is_correction:
            yield pair(source, place) | {"relation": "update", "why": ""}
        elif not families.are_one(source, place):
            yield pair(source, place) | {"relation": "restatement", "why": ""}


def telling(relations: Iterable[Relation], at: Mapping[int, At]) -> Iterator[Row]:
    """Yield the relations that a dossier has words for."""
    for relation in relations:
        a, b = relation.a, relation.b
        is_carried = b.pk == a.restates_id or a.pk == b.restates_id
        if relation.kind in _TELLING and not is_carried:
            words = {"relation": _TELLING[relation.kind], "why": relation.why}
            yield pair(*sorted((at[a.pk], at[b.pk]))) | words


class _Families:
    """Figures that carry one another on."""

    def __init__(self) -> None:
        self._of: dict[At, At] = {}

    def join(self, one: At, other: At) -> None:
        self._of[self._root(other)] = self._root(one)

    def are_one(self, one: At, other: At) -> bool:
        return self._root(one) == self._root(other)

    def _root(self, at: At) -> At:
        while self._of.setdefault(at, at) != at:
            at = self._of[at]
        return at
