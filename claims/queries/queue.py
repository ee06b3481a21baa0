"""What waits for reviewers: the quantities, worst first, with what tells of each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from claims.domain.intervals import Interval
from claims.models import (
    Figure,
    Incident,
    Outlet,
    Quantity,
    Relation,
    Settlement,
    Speaker,
    User,
)

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the queue somebody wants to see."""

    stage: str = "open"
    incident: str = ""
    measure: str = ""
    relation: str = ""
    speaker: int | None = None
    outlet: int | None = None
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the queue."""

    quantity: Quantity
    state: str
    spread: tuple[Interval, ...]
    settled: Interval | None
    waiting_since: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of the queue, how many stand at each stage, and what to filter by."""

    rows: Sequence[Row]
    page: Page[Quantity]
    counts: dict[str, int]
    incidents: Sequence[Incident]
    measures: Sequence[str]
    speakers: Sequence[Speaker]
    outlets: Sequence[Outlet]


def of(filters: Filters, *, user: User, number: int | str = 1) -> Queue:
    """Load one page of the queue as ``user`` filtered it."""
    chosen = _filtered(filters, user)
    page = Paginator(_at(chosen, filters.stage), PAGE_SIZE).get_page(number)
    return Queue(
        rows=rows_of(list(page.object_list)),
        page=page,
        counts=_counts(chosen),
        incidents=list(
            Incident.objects.filter(quantities__figure_count__gt=0)
            .distinct()
            .only("slug", "title")
        ),
        measures=list(
            Quantity.objects.standing()
            .filter(figure_count__gt=0)
            .order_by("measure")
            .values_list("measure", flat=True)
            .distinct()
        ),
        speakers=list(
            Speaker.objects.filter(
                links__role="origin", links__attribution__figures__quantity__isnull=False
            ).distinct()
        ),
        outlets=list(
            Outlet.objects.filter(
                articles__revisions__figures__quantity__isnull=False
            ).distinct()
        ),
    )


def staged(quantities: QuerySet[Quantity]) -> QuerySet[Quantity]:
    """Say of each quantity which settlements it has."""
    settlements = Settlement.objects.filter(quantity=OuterRef("pk"))
    return quantities.annotate(
        is_awaiting=Exists(settlements.filter(status="proposed")),
        is_settled=Exists(settlements.filter(status="approved", stale_at=None)),
        is_stale=Exists(settlements.filter(status="approved", stale_at__isnull=False)),
    )


_AT: dict[str, Q] = {
    "open": Q(is_awaiting=False, is_settled=False),
    "awaiting": Q(is_awaiting=True),
    "stale": Q(is_stale=True),
    "settled": Q(is_settled=True),
    "all": Q(),
}


def _at(quantities: QuerySet[Quantity], stage: str) -> QuerySet[Quantity]:
    return quantities.filter(_AT.get(stage, _AT["open"]))


def _counts(quantities: QuerySet[Quantity]) -> dict[str, int]:
    """Count every stage in one query."""
    plain = quantities.order_by().select_related(None)
    return plain.aggregate(**{name: Count("pk", filter=rule) for name, rule in _AT.items()})


def _filtered(filters: Filters, user: User) -> QuerySet[Quantity]:
    rows = staged(Quantity.objects.for_queue())
    if filters.incident:
        rows = rows.filter(incident__slug=filters.incident)
    if filters.measure:
        rows = rows.filter(measure=filters.measure)
    if filters.is_mine:
        rows = rows.filter(assignee=user)
    for narrowed in _narrowings(filters):
        rows = rows.filter(narrowed)
    return rows


def _narrowings(filters: Filters) -> Iterable[Exists | Q]:
    figures = Figure.objects.filter(quantity=OuterRef("pk"))
    if filters.relation:
        related = Relation.objects.open().filter(kind=filters.relation)
        # Each end by its own index, as in ``RelationQuerySet.touching``.
        first = Exists(related.filter(a__quantity=OuterRef("pk")))
        yield first | Exists(related.filter(b__quantity=OuterRef("pk")))
    if filters.speaker is not None:
        yield Exists(
            figures.filter(
                Q(attribution__links__speaker=filters.speaker)
                | Q(attribution__links__speaker__merged_into=filters.speaker)
            )
        )
    if filters.outlet is not None:
        yield Exists(figures.filter(revision__article__outlet=filters.outlet))


def rows_of(quantities: Sequence[Quantity]) -> list[Row]:
    """Return lines of the queue for quantities that were ``staged``. Three queries."""
    keys = [quantity.pk for quantity in quantities]
    spreads: dict[int, list[Interval]] = defaultdict(list)
    for figure in (
        Figure.objects.filed()
        .filter(quantity__in=keys, is_additive=False)
        .only("quantity_id", "low", "high", "printed_low", "printed_high")
    ):
        if figure.hard is not None and figure.quantity_id is not None:
            spreads[figure.quantity_id].append(figure.hard)
    since = dict(
        Figure.objects.filed()
        .filter(quantity__in=keys)
        .order_by("quantity")
        .values_list("quantity")
        .annotate(Min("decided_at"))
    )
    settled = {
        row.quantity_id: row.span
        for row in Settlement.objects.current().filter(quantity__in=keys)
    }
    return [
        Row(
            quantity,
            _state(quantity),
            tuple(spreads[quantity.pk]),
            settled.get(quantity.pk),
            since.get(quantity.pk),
        )
        for quantity in quantities
    ]


def _state(quantity: Quantity) -> str:
    # The flags come from staged().
    for name in ("awaiting", "stale", "settled"):
        if getattr(quantity, f"is_{name}"):
            return name
    return "open"
