"""An incident as one report: a page that prints, and a file that stands alone."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Incident
from claims.requests import DeskRequest
from claims.review import reports


@require_safe
def show(request: DeskRequest, slug: str) -> HttpResponse:
    row = get_object_or_404(Incident.objects.select_related("parent"), slug=slug)
    return render(request, "review/report.html", reports.context(row))


@require_safe
def file(_request: DeskRequest, slug: str) -> HttpResponse:
    row = get_object_or_404(Incident.objects.select_related("parent"), slug=slug)
    answer = HttpResponse(reports.file(row))
    answer["Content-Disposition"] = f'attachment; filename="{row.slug}.html"'
    return answer
