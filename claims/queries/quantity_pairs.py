"""Figures side by side: their scopes, what they are to each other, and what to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext, gettext_noop

from claims.domain.reasons import questions, relate
from claims.domain.severity import Severity
from claims.models import Dismissal, Quantity, Relation
from claims.models.words import worded
from claims.queries import evidence
from claims.queries.quantity_entries import Entry, entries_of_each
from claims.queries.quantity_naming import days


@dataclass(frozen=True, slots=True)
class Chip:
    """One component of a figure's scope; ``differs`` where the pair does."""

    label: str
    value: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One figure of a comparison, with its scope."""

    letter: str
    entry: Entry
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, what they are to each other, and what to ask."""

    relation: Relation
    sides: tuple[Side, ...]
    questions: tuple[str, ...]
    terms: str
    dismissal: str

    @property
    def is_across(self) -> bool:
        """Say whether the two figures stand under different quantities."""
        one, other = (side.entry.row.quantity_id for side in self.sides)
        return one != other


def pairs_of(
    relations: Sequence[Relation], entries: Mapping[str, Entry]
) -> tuple[Pair, ...]:
    """Set the two figures of each relation side by side.

    Figures of neighbouring quantities that are not in ``entries`` are loaded.
    """
    known = {**entries, **_foreign(relations, entries)}
    dismissals = _dismissals(relations)
    return tuple(_pair(row, known, dismissals) for row in relations)


def _foreign(
    relations: Sequence[Relation], entries: Mapping[str, Entry]
) -> dict[str, Entry]:
    ends = {end for row in relations for end in (row.a_id, row.b_id)}
    missing = ends - {int(key) for key in entries}
    quantities = Quantity.objects.filter(figures__in=missing).distinct()
    rows = list(quantities.select_related("incident__parent"))
    return entries_of_each(evidence.of_all(rows))


def _dismissals(relations: Sequence[Relation]) -> dict[tuple[int, int], str]:
    aside = [row for row in relations if row.is_dismissed]
    rows = Dismissal.objects.filter(
        a__in=[row.a_id for row in aside], b__in=[row.b_id for row in aside]
    ).select_related("dismissed_by")
    return {(row.a_id, row.b_id): f"{row.dismissed_by}: {row.reason}" for row in rows}


def _pair(
    relation: Relation,
    known: Mapping[str, Entry],
    dismissals: Mapping[tuple[int, int], str],
) -> Pair:
    a, b = known[str(relation.a_id)], known[str(relation.b_id)]
    found = relate(a.value, b.value)
    return Pair(
        relation=relation,
        sides=sides_of((a, b)),
        questions=questions(a.value, b.value, found),
        terms=_terms(found.severity),
        dismissal=dismissals.get((relation.a_id, relation.b_id), ""),
    )


def _terms(severity: Severity) -> str:
    """Return how the severity came about, in the words of the page."""
    parts = [
        f"{gettext('gap')} {severity.gap:.2f}",
        f"{gettext('balance of origins')} {severity.balance:.2f}",
        f"{gettext('prominence')} {severity.prominence:.2f}",
        gettext("one side says none: +20") if severity.denial else "",
        gettext("against the speaker’s own words: +15") if severity.own_words else "",
        gettext("a tension: halved") if severity.soft else "",
    ]
    return " · ".join(part for part in parts if part)


def sides_of(entries: Sequence[Entry]) -> tuple[Side, ...]:
    """Set figures side by side, with what differs between their scopes lit."""
    rows = [_chips(entry) for entry in entries]
    apart = {label for label in rows[0] if len({row[label].casefold() for row in rows}) > 1}
    return tuple(
        Side(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at % 26],
            entry,
            tuple(
                Chip(label, value, label in apart)
                for label, value in row.items()
                if value or label in apart
            ),
        )
        for at, (entry, row) in enumerate(zip(entries, rows, strict=True))
    )


def _chips(entry: Entry) -> dict[str, str]:
    row, quantity = entry.row, entry.row.quantity
    if quantity is None:
        raise ValueError(f"figure {row.pk} is not filed")
    status = quantity.population_status
    is_any = status == Quantity.PopulationStatus.ANY
    return {
        "measure": row.measure.replace("_", " "),
        "who": row.population or quantity.population,
        "status": "" if is_any else worded(quantity.get_population_status_display()),
        gettext_noop("incident"): quantity.incident.title
        if quantity.incident.parent_id
        else "",
        "place": row.place or quantity.place,
        "window": days(quantity.window_from, quantity.window_until),
        "unit": "" if row.unit == "person" else row.unit,
        gettext_noop("added to others"): gettext("yes") if row.is_additive else "",
    }


def told_of(entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """Return what each pair of entries is to each other: the kind, and why."""
    found = []
    for one, other in combinations(entries, 2):
        relation = relate(one.value, other.value)
        found.append((relation.kind.value, relation.why))
    return found
