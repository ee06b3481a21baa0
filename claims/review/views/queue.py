"""The queue, where a reviewer's day begins."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from claims import policy
from claims.models import Relation, SavedView
from claims.models.words import worded
from claims.queries import corrections, queue
from claims.queries.queue import Filters
from claims.requests import DeskRequest
from claims.review import pictures, tour
from claims.review.access import told
from claims.review.addresses import number_in, query_without
from claims.services import keeping

STAGES = {
    "open": _("Open"),
    "awaiting": _("Awaiting a second person"),
    "stale": _("Stale"),
    "settled": _("Settled"),
    "all": _("All"),
}
# The kinds that somebody would look for.
RELATIONS = ("self_contradiction", "conflict", "tension", "update", "undetermined")


@require_safe
def show(request: DeskRequest) -> HttpResponse:
    filters = filters_in(request.GET)
    found = queue.of(filters, user=request.user, number=request.GET.get("page", 1))
    context = {
        "queue": found,
        "rows": [(row, pictures.spread(row)) for row in found.rows],
        "filters": filters,
        "tabs": _tabs(filters, found.counts, request.GET),
        "relations": [(kind, worded(Relation.Kind(kind).label)) for kind in RELATIONS],
        "views": request.user.saved_views.all(),
        "tour": tour.stop(request),
        "is_tour_offered": tour.is_offered(request),
        "corrections": corrections.count(),
        "query": query_without(request.GET, "page"),
        "may_assign": policy.may_assign(request.user),
        "may_take": policy.may_compare(request.user),
    }
    return render(request, "review/queue.html", context)


@require_POST
def keep_view(request: DeskRequest) -> HttpResponse:
    """Keep the filters of the queue under a name."""
    name, query = request.POST.get("name", ""), request.POST.get("query", "")
    told(
        request,
        lambda: keeping.keep(name, query, by=request.user),
        _("Kept among your views."),
    )
    return HttpResponseRedirect(f"{reverse('review:queue')}?{query}")


@require_POST
def forget_view(request: DeskRequest, pk: int) -> HttpResponse:
    view = get_object_or_404(SavedView, pk=pk, owner=request.user)
    told(request, lambda: keeping.forget(view, by=request.user), _("The view is gone."))
    return redirect("review:queue")


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
            str(label),
            counts[stage],
            stage == filters.stage,
        )
        for stage, label in STAGES.items()
    ]
