"""Speakers: the list, and all that one of them said."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from claims.models import Speaker
from claims.queries import speaker
from claims.requests import DeskRequest
from claims.review.addresses import query_without


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    context = {
        "page": speaker.listed(words=words, number=request.GET.get("page", 1)),
        "words": words,
        "query": query_without(request.GET, "page"),
    }
    return render(request, "review/speakers.html", context)


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    rows = Speaker.objects.select_related("merged_into").prefetch_related(
        "aliases", "roles__organisation", "holders__speaker"
    )
    row = get_object_or_404(rows, pk=pk)
    if row.merged_into is not None:
        return redirect(row.merged_into)
    page = speaker.of(row)
    context = {"speaker": row, "page": page, "demonstration": page.is_demonstration}
    return render(request, "review/speaker.html", context)
