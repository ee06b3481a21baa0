"""The relations of a quantity's figures that tell something, worked out and unsaved."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Max, Min, Q

from claims.domain import relations as method
from claims.domain.figures import Figure as Value
from claims.domain.intervals import Number
from claims.domain.measures import Measure
from claims.domain.pairs import telling_pairs
from claims.domain.reasons import relate
from claims.domain.scopes import ScopeOrder, compare, wider_measures
from claims.models import Figure, Incident, Quantity, Relation
from claims.queries import evidence
from claims.queries.evidence import Evidence

Pair = tuple[int, int]
Bound = Number | None


def relations(
    known: Evidence, *, only: Collection[int] | None = None
) -> dict[Pair, Relation]:
    """Return what tells between figures, by pair in the order of their keys.

    ``only`` are the figures that changed: no other pair is looked at.
    """
    changed = None if only is None else {str(pk) for pk in only}
    within = [_relation(one, two, known.quantity) for one, two in _within(known, changed)]
    across = [
        # A pair belongs to the quantity of its first figure, whichever is compared.
        _relation(one, two, known.quantity if int(one.id) < int(two.id) else neighbour)
        for one, two, neighbour in _across(known, changed)
    ]
    return dict([*within, *across])


def _within(known: Evidence, changed: set[str] | None) -> Iterator[tuple[Value, Value]]:
    if changed is None or changed.issuperset(known.by_id):
        yield from ((one, two) for one, two, _ in telling_pairs(known.figures))
        return
    for one in known.figures:
        if one.id not in changed:
            continue
        for two in known.figures:
            # Of two that changed, each pair once.
            is_seen = two.id in changed and two.id <= one.id
            if not is_seen and method.classify(one, two).is_telling:
                yield one, two


def _across(
    known: Evidence, changed: set[str] | None
) -> Iterator[tuple[Value, Value, Quantity]]:
    """Yield the parts that exceed their whole, on either side of ``known``.

    The first is of ``known``; the quantity is the other's.
    """
    own = [
        figure
        for figure in known.figures
        if figure.hard is not None and (changed is None or figure.id in changed)
    ]
    if not own:
        return
    scope = evidence.scope_of(known.quantity)
    lowest_high = min(
        (each.allowed.high for each in own if each.allowed.high is not None), default=None
    )
    highest_low = max(each.allowed.low for each in own)
    exceeding = []
    for neighbour, bounds in _neighbours(known.quantity, Bounds(lowest_high, highest_low)):
        order = compare(scope, evidence.scope_of(neighbour))
        is_part = order is ScopeOrder.SUB and _is_above(highest_low, bounds.lowest_high)
        is_whole = order is ScopeOrder.SUPER and _is_above(bounds.highest_low, lowest_high)
        if is_part or is_whole:
            exceeding.append(neighbour)
    for theirs in evidence.of_all(exceeding):
        yield from (
            (one, two, theirs.quantity)
            for one in own
            for two in theirs.figures
            if method.classify(one, two).is_conflict
        )


def _is_above(low: Bound, high: Bound) -> bool:
    return low is not None and high is not None and low > high


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lowest upper bound and the highest lower bound among some figures."""

    lowest_high: Bound
    highest_low: Bound


def _neighbours(quantity: Quantity, own: Bounds) -> list[tuple[Quantity, Bounds]]:
    """Return what of the incident and its kin can exceed a quantity, or be exceeded.

    One measure has to hold the other, and one bound to lie above the other.
    """
    kin = {each.pk: each for each in _kin(quantity.incident)}
    others = Quantity.objects.standing().filter(
        incident__in=kin, unit=quantity.unit, measure__in=_comparable(quantity.measure)
    )
    apart = Q(lowest_high__lt=own.highest_low)
    if own.lowest_high is not None:
        apart |= Q(highest_low__gt=own.lowest_high)
    ends = (
        Figure.objects.filed()
        .filter(quantity__in=others.exclude(pk=quantity.pk))
        .order_by("quantity")
        .values_list("quantity")
        .annotate(lowest_high=Min("high"), highest_low=Max("low"))
        .filter(apart)
    )
    bounds = {pk: Bounds(lowest, highest) for pk, lowest, highest in ends}
    found = Quantity.objects.in_bulk(bounds)
    for other in found.values():
        # One row for each incident, so that its ancestors are asked for once.
        other.incident = kin[other.incident_id]
    return [(found[pk], each) for pk, each in bounds.items()]


def _comparable(measure: str) -> set[str]:
    """Return the measures that hold this one or that it holds, with itself."""
    narrower = {each.value for each in Measure if measure in wider_measures(each.value)}
    return {measure} | wider_measures(measure) | narrower


def _kin(incident: Incident) -> list[Incident]:
    """Return an incident, all that it is part of and all its parts. A query a level."""
    kin: dict[int | None, Incident] = {incident.pk: incident}
    above = incident.parent
    while above is not None and above.pk not in kin:
        kin[above.pk] = above
        above = above.parent
    level = [incident]
    while level:
        known = [each.pk for each in kin.values()]
        parts = Incident.objects.filter(parent__in=level).exclude(pk__in=known)
        level = list(parts.defer("dossier").order_by("pk"))
        for part in level:
            # The rows at hand, so that ancestors are not asked for again.
            part.parent = kin[part.parent_id]
            kin[part.pk] = part
    return list(kin.values())


def _relation(one: Value, two: Value, quantity: Quantity) -> tuple[Pair, Relation]:
    a, b = (one, two) if int(one.id) < int(two.id) else (two, one)
    told = relate(a, b)
    row = Relation(
        a_id=int(a.id),
        b_id=int(b.id),
        quantity=quantity,
        kind=told.kind.value,
        flags=[flag.value for flag in told.flags],
        # Of the pair alone: who else stands behind either value weighs in the queue.
        severity=told.severity.score,
        why=told.why,
    )
    return (row.a_id, row.b_id), row
