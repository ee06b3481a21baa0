"""Relations between figures: worked out, stored, and set aside by people."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from claims import policy
from claims.domain import figures as domain
from claims.domain import relations as method
from claims.domain.intervals import Number
from claims.domain.pairs import telling_pairs
from claims.domain.reasons import relate
from claims.domain.scopes import ScopeOrder, compare
from claims.errors import Incomplete
from claims.models import Dismissal, Figure, Quantity, Relation, User
from claims.queries import evidence
from claims.queries.evidence import Evidence
from claims.services import logging, staling
from claims.services.logging import Line

Pair = tuple[int, int]
Bound = Number | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many relations a comparison made, changed and took away."""

    made: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def is_nothing(self) -> bool:
        return not (self.made or self.changed or self.removed)


def refresh_those_of(figures: Iterable[Figure]) -> None:
    """Compare again the quantities of the figures that are filed."""
    quantities = {figure.quantity for figure in figures if figure.quantity is not None}
    for quantity in sorted(quantities, key=lambda each: each.pk):
        refresh(quantity)


@transaction.atomic
def refresh(quantity: Quantity) -> Outcome:
    """Relate the figures of a quantity to each other and to those of other scopes.

    Stores what tells, sums the quantity up for the queue, and marks a settlement
    that no longer covers its figures as stale.
    """
    # The row is the lock: two people who file at once compare one after the other.
    Quantity.objects.select_for_update().get(pk=quantity.pk)
    known = evidence.of(quantity)
    found = {
        **_within(known),
        **_across(known),
    }
    outcome, touched = _store(quantity, found)
    summarise(known)
    for neighbour in Quantity.objects.filter(pk__in=touched - {quantity.pk}):
        summarise(evidence.of(neighbour))
    staling.check(known)
    return outcome


def _within(known: Evidence) -> dict[Pair, Relation]:
    """Relate every pair of one quantity; keep what tells."""
    support = _Support(known.live)
    found: dict[Pair, Relation] = {}
    for one, two, _ in telling_pairs(known.figures):
        a, b = (one, two) if int(one.id) < int(two.id) else (two, one)
        weights = support.of(a), support.of(b)
        found[int(a.id), int(b.id)] = _relation(a, b, known.quantity, weights)
    return found


class _Support:
    """How many independent origins stand behind a value."""

    def __init__(self, live: Sequence[domain.Figure]) -> None:
        self._live = live
        self._known: dict[domain.Figure, int] = {}

    def of(self, figure: domain.Figure) -> int:
        """Count the origins whose figures can be true together with this one."""
        if figure not in self._known:
            agreeing = {
                other.origin
                for other in self._live
                if other.origin and not other.allowed.is_apart_from(figure.allowed)
            }
            self._known[figure] = max(1, len(agreeing))
        return self._known[figure]


def _across(known: Evidence) -> dict[Pair, Relation]:
    """Relate figures to those of nested scopes; keep parts that exceed their whole."""
    own = evidence.scope_of(known.quantity)
    own_ends = _ends(known.figures)
    found: dict[Pair, Relation] = {}
    if own_ends is None:
        return found
    for neighbour, lowest_high, highest_low in _neighbours(known.quantity):
        order = compare(own, evidence.scope_of(neighbour))
        exceeds = (order is ScopeOrder.SUB and _above(own_ends[1], lowest_high)) or (
            order is ScopeOrder.SUPER and _above(highest_low, own_ends[0])
        )
        if exceeds:
            found |= _excess(known, evidence.of(neighbour))
    return found


def _ends(figures: Sequence[domain.Figure]) -> tuple[Bound, Bound] | None:
    valued = [figure.hard for figure in figures if figure.hard is not None]
    if not valued:
        return None
    highs = [interval.high for interval in valued if interval.high is not None]
    return min(highs, default=None), max(interval.low for interval in valued)


def _above(low: Bound, high: Bound) -> bool:
    return low is not None and high is not None and low > high


def _neighbours(quantity: Quantity) -> list[tuple[Quantity, Bound, Bound]]:
    """Return the other quantities of the incident and its kin, with their ends."""
    kin = {quantity.incident_id, quantity.incident.parent_id} - {None}
    kin |= set(quantity.incident.parts.values_list("pk", flat=True))
    others = (
        Quantity.objects.standing()
        .filter(incident__in=kin, unit=quantity.unit)
        .exclude(pk=quantity.pk)
        .select_related("incident__parent")
        .in_bulk()
    )
    ends = (
        Figure.objects.filed()
        .filter(quantity__in=others)
        .order_by("quantity")
        .values_list("quantity")
        .annotate(Min("high"), Max("low"))
    )
    return [(others[pk], lowest_high, highest_low) for pk, lowest_high, highest_low in ends]


def _excess(known: Evidence, other: Evidence) -> dict[Pair, Relation]:
    found: dict[Pair, Relation] = {}
    for a in known.figures:
        for b in other.figures:
            finding = method.classify(a, b)
            if finding.is_conflict:
                first, second = (a, b) if int(a.id) < int(b.id) else (b, a)
                pair = int(first.id), int(second.id)
                found[pair] = _relation(first, second, known.quantity, (1, 1))
    return found


def _relation(
    a: domain.Figure, b: domain.Figure, quantity: Quantity, origins: tuple[int, int]
) -> Relation:
    told = relate(a, b, origins=origins)
    return Relation(
        a_id=int(a.id),
        b_id=int(b.id),
        quantity=quantity,
        kind=told.kind.value,
        flags=[flag.value for flag in told.flags],
        severity=told.severity.score,
        why=told.why,
    )


def _store(quantity: Quantity, found: dict[Pair, Relation]) -> tuple[Outcome, set[int]]:
    """Bring the stored relations in line; return the quantities at their other ends."""
    stored = {(row.a_id, row.b_id): row for row in Relation.objects.touching(quantity)}
    _mark_dismissed(found)
    gone = [row.pk for pair, row in stored.items() if pair not in found]
    new = [row for pair, row in found.items() if pair not in stored]
    changed = []
    for pair, row in found.items():
        old = stored.get(pair)
        if old is not None and _told(old) != _told(row):
            row.pk, row.quantity_id = old.pk, old.quantity_id
            changed.append(row)
    Relation.objects.filter(pk__in=gone).delete()
    Relation.objects.bulk_create(new, batch_size=500)
    Relation.objects.bulk_update(
        changed, ["kind", "flags", "severity", "why", "is_dismissed"], batch_size=500
    )
    figures = {end for pair in {*found, *stored} for end in pair}
    touched = Figure.objects.filter(pk__in=figures, quantity__isnull=False)
    return Outcome(len(new), len(changed), len(gone)), set(
        touched.values_list("quantity_id", flat=True).distinct()
    )


def _told(row: Relation) -> tuple[object, ...]:
    return row.kind, row.flags, row.severity, row.why, row.is_dismissed


def _mark_dismissed(found: dict[Pair, Relation]) -> None:
    """Keep what people set aside, as long as neither figure has changed."""
    ends = {end for pair in found for end in pair}
    dismissals = {
        (row.a_id, row.b_id): row
        for row in Dismissal.objects.filter(a__in=ends, b__in=ends)
    }
    if not dismissals:
        return
    concerned = {end for pair in dismissals for end in pair}
    prints = fingerprints(Figure.objects.filter(pk__in=concerned))
    for pair, dismissal in dismissals.items():
        if pair in found:
            now = _joined(prints[pair[0]], prints[pair[1]])
            found[pair].is_dismissed = dismissal.fingerprint == now


def fingerprints(figures: Iterable[Figure]) -> dict[int, str]:
    """Return what each figure says and of what, as one short string."""
    columns = ("low", "high", "core_low", "core_high", "quantity_id", "as_of")
    return {
        figure.pk: json.dumps(
            [str(getattr(figure, column)) for column in (*columns, "attribution_id")]
        )
        for figure in figures
    }


def _joined(one: str, two: str) -> str:
    return hashlib.sha256(f"{one}|{two}".encode()).hexdigest()


def summarise(known: Evidence) -> None:
    """Write the columns that order the queue and head the page."""
    quantity = known.quantity
    rows = Relation.objects.touching(quantity).open().values_list("kind", "severity")
    kinds = Counter(kind for kind, _ in rows)
    chains = known.independence
    summary = {
        "severity": max((severity for _, severity in rows), default=0),
        "conflicts": sum(kinds[kind.value] for kind in method.CONFLICTS),
        "positions": len(known.positions),
        "figure_count": len(known.rows),
        "reports": chains.reports,
        "outlets": chains.outlets,
        "independent": chains.independent,
    }
    Quantity.objects.filter(pk=quantity.pk).update(**summary, compared_at=timezone.now())
    for column, value in summary.items():
        setattr(quantity, column, value)


@transaction.atomic
def dismiss(relation: Relation, *, reason: str, by: User) -> None:
    """Say that a pair is no conflict, and why; it holds until one of the two changes."""
    policy.require(policy.may_compare(by), "set relations aside")
    if not reason.strip():
        raise Incomplete("Say why this is no conflict.")
    prints = fingerprints(Figure.objects.filter(pk__in=(relation.a_id, relation.b_id)))
    Dismissal.objects.update_or_create(
        a_id=relation.a_id,
        b_id=relation.b_id,
        defaults={
            "reason": reason.strip(),
            "fingerprint": _joined(prints[relation.a_id], prints[relation.b_id]),
            "dismissed_by": by,
            "dismissed_at": timezone.now(),
        },
    )
    _log(relation, "relation.dismissed", reason.strip(), by=by)
    refresh(relation.quantity)


@transaction.atomic
def restore(relation: Relation, *, by: User) -> None:
    """Take a dismissal back."""
    policy.require(policy.may_compare(by), "set relations aside")
    Dismissal.objects.filter(a_id=relation.a_id, b_id=relation.b_id).delete()
    _log(relation, "relation.restored", "", by=by)
    refresh(relation.quantity)


def _log(relation: Relation, act: str, reason: str, *, by: User) -> None:
    incident = relation.quantity.incident
    pair = {"a": relation.a_id, "b": relation.b_id, "kind": relation.kind}
    line = Line(act, relation.quantity, after=pair, reason=reason, incident=incident)
    logging.write(line, by=by)
