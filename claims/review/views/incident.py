"""Incidents: the list, and one incident with everybody in it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Incident
from claims.queries import incident, ledger
from claims.requests import DeskRequest
from claims.review import pictures
from claims.review.addresses import query_without


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    context = {
        "page": incident.listed(words=words, number=request.GET.get("page", 1)),
        "words": words,
        "query": query_without(request.GET, "page"),
    }
    return render(request, "review/incidents.html", context)


@require_safe
def show(request: DeskRequest, slug: str) -> HttpResponse:
    row = get_object_or_404(Incident.objects.select_related("parent"), slug=slug)
    page = incident.of(row)
    context = {
        "incident": row,
        "page": page,
        "rows": [(each, pictures.spread(each)) for each in page.quantities],
        "changes": ledger.of_incident(row),
        "demonstration": row.is_demonstration,
    }
    return render(request, "review/incident.html", context)
