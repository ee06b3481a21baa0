"""The queue, where a reviewer's day begins."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from claims import policy
from claims.models import Relation
from claims.queries import corrections, queue
from claims.queries.queue import Filters
from claims.requests import DeskRequest
from claims.review import pictures, tour
from claims.review.addresses import number_in, query_without

STAGES = {
    "open": "Open",
    "awaiting": "Awaiting a second person",
    "stale": "Stale",
    "settled": "Settled",
    "all": "All",
}
# The kinds that somebody would look for.
RELATIONS = ("self_contradiction", "conflict", "tension", "update", "undetermined")


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    filters = filters_in(request.GET)
    found = queue.of(filters, user=request.user, number=request.GET.get("page", 1))
    rows = [(row, pictures.spread(row)) for row in found.rows]
    return render(
        request,
        "review/queue.html",
        {
            "queue": found,
            "rows": rows,
            "filters": filters,
            "tabs": _tabs(filters, found.counts, request.GET),
            "relations": [(kind, Relation.Kind(kind).label) for kind in RELATIONS],
            "tour": tour.stop(request),
            "is_tour_offered": tour.is_offered(request),
            "corrections": corrections.count(),
            "query": query_without(request.GET, "page"),
            "may_assign": policy.may_assign(request.user),
            "may_take": policy.may_compare(request.user),
        },
    )


@require_POST
def end_tour(request: DeskRequest) -> HttpResponse:
    """Remember for this session that the tour was taken or declined."""
    tour.end(request)
    return redirect("review:queue")


def filters_in(query: QueryDict) -> Filters:
    """Read the filters out of an address; what makes no sense filters nothing."""
    stage = query.get("stage", "open")
    return Filters(
        stage=stage if stage in STAGES else "open",
        incident=query.get("incident", ""),
        measure=query.get("measure", ""),
        relation=query.get("relation", ""),
        speaker=number_in(query.get("speaker", "")),
        outlet=number_in(query.get("outlet", "")),
        is_mine="mine" in query,
    )


def _tabs(
    filters: Filters, counts: dict[str, int], query: QueryDict
) -> list[tuple[str, str, int, bool]]:
    rest = query_without(query, "stage", "page")
    return [
        (
            f"?{urlencode({'stage': stage})}{'&' if rest else ''}{rest}",
            label,
            counts[stage],
            stage == filters.stage,
        )
        for stage, label in STAGES.items()
    ]
