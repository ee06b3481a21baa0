"""What is lost on the way from mouth to page: hedges, values, and how many spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from claims.domain.figures import Figure
from claims.domain.provenance import Independence
from claims.domain.wording import phrase


class DriftKind(StrEnum):
    HEDGE_LOST = "hedge_lost"
    HEDGE_ADDED = "hedge_added"
    VALUE_CHANGED = "value_changed"
    PLURAL_FOR_ONE = "plural_for_one"
    CIRCULAR = "circular"


@dataclass(frozen=True, slots=True)
class Drift:
    """One change on the way, with a sentence to show."""

    kind: DriftKind
    why: str


def between(figure: Figure, source: Figure) -> Drift | None:
    """Say how ``figure`` differs from the one that it restates, or None if it does not."""
    if figure.hard is None or source.hard is None or figure.hard == source.hard:
        return None
    now, then = phrase(figure), phrase(source)
    if figure.hard.is_apart_from(source.hard):
        return Drift(DriftKind.VALUE_CHANGED, f"“{then}” became “{now}” on the way.")
    if source.hard.contains(figure.hard):
        return Drift(DriftKind.HEDGE_LOST, f"“{then}” became “{now}”: the hedge was lost.")
    if figure.hard.contains(source.hard):
        return Drift(
            DriftKind.HEDGE_ADDED, f"“{then}” became “{now}”: it is less exact now."
        )
    return Drift(DriftKind.VALUE_CHANGED, f"“{then}” became “{now}” on the way.")


def all_between(figures: Iterable[Figure]) -> list[tuple[Figure, Drift]]:
    """Return each figure that drifted from the one it restates, with how."""
    known = {figure.id: figure for figure in figures}
    found: list[tuple[Figure, Drift]] = []
    for figure in known.values():
        source = known.get(figure.derived_from or "")
        drift = between(figure, source) if source else None
        if drift:
            found.append((figure, drift))
    return found


_PLURAL = re.compile(
    r"\b(?:officials|sources|witnesses|residents|authorities|officers|commanders|doctors"
    r"|medics|reports|spokesmen|spokeswomen|spokespeople|activists|locals|workers"
    r"|employees|experts|analysts|diplomats|ministers|survivors|relatives|media"
    r"|journalists|reporters|insiders|people|members|leaders)\b",
    re.IGNORECASE,
)


def plural_for_one(descriptor: str, people: Iterable[str]) -> Drift | None:
    """Say whether a plural like "officials said" rests on one person.

    ``people`` are those that the descriptor was found to stand for; without any,
    nothing is known and nothing is said.
    """
    known = sorted(set(people))
    if len(known) != 1 or not _PLURAL.search(descriptor):
        return None
    why = f"“{descriptor}” rests on one person, {known[0]}."
    return Drift(DriftKind.PLURAL_FOR_ONE, why)


def circular(
    independence: Independence, names: Mapping[str, str] | None = None
) -> Drift | None:
    """Say whether reports cite each other and nobody else."""
    if not independence.circular:
        return None
    shown = [(names or {}).get(node, node) for node in independence.circular]
    return Drift(DriftKind.CIRCULAR, f"{', '.join(shown)} cite each other and no origin.")
