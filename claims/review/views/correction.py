"""Corrections to follow up: who still prints what the desk set aside as wrong."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from claims import policy
from claims.models import CorrectionRequest, Figure, Reliance
from claims.queries import corrections
from claims.requests import DeskRequest
from claims.review.access import told
from claims.review.addresses import next_of, query_without
from claims.review.forms.correcting import ContactForm
from claims.services import correcting

STAGES = {
    "unasked": _("To be asked"),
    "asked": _("Asked, no answer yet"),
    "answered": _("Answered"),
}


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    stage = request.GET.get("stage", "")
    page = corrections.listed(stage=stage, number=request.GET.get("page", 1))
    counts = corrections.counts()
    context = {
        "page": page,
        "stage": stage,
        "tabs": [(key, label, counts[key]) for key, label in STAGES.items()],
        "query": query_without(request.GET, "page"),
        "rows": with_forms(page.object_list),
        "may_follow_up": policy.may_annotate_or_compare(request.user),
    }
    return render(request, "review/corrections.html", context)


def with_forms(rows: Iterable[Reliance]) -> list[tuple[Reliance, ContactForm]]:
    """Return each figure that is wrong with the form of a request about it."""
    return [(row, ContactForm(row.figure_id)) for row in rows]


@require_POST
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    """Record that somebody was asked to correct a figure."""
    figures = Figure.objects.select_related("quantity__incident", "revision")
    row = get_object_or_404(figures, pk=pk)
    form = ContactForm(row.pk, request.POST)
    if form.is_valid():
        contact, by = form.contact, request.user
        told(request, lambda: correcting.ask(row, contact, by=by), _("Recorded."))
    else:
        messages.error(request, _("Say who was asked, how and when."))
    return HttpResponseRedirect(next_of(request, reverse("review:corrections")))


@require_POST
def conclude(request: DeskRequest, pk: int) -> HttpResponse:
    """Record what came of a request."""
    rows = CorrectionRequest.objects.select_related("figure__quantity__incident")
    row = get_object_or_404(rows, pk=pk)
    outcome, by = request.POST.get("outcome", ""), request.user
    told(
        request,
        lambda: correcting.conclude(row, outcome=outcome, by=by),
        _("Recorded."),
    )
    return HttpResponseRedirect(next_of(request, reverse("review:corrections")))
