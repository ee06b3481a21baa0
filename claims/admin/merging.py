"""Speakers that may be one: the evidence side by side, merging and un-merging."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from claims import policy
from claims.errors import ClaimsError
from claims.models import Speaker
from claims.queries import likely_merges, names
from claims.requests import DeskRequest
from claims.services import merging

NAMES = {
    "speakers": names.speakers,
    "outlets": names.outlets,
    "incidents": names.incidents,
}


class ReasonForm(forms.Form):
    """Why two speakers are one, or are not."""

    reason = forms.CharField(
        label=_("Why"), max_length=500, widget=forms.Textarea({"rows": 2})
    )


@require_GET
def suggest_names(request: DeskRequest, what: str) -> HttpResponse:
    """Answer with the names that hold what was typed."""
    if not policy.may_view(request.user):
        raise PermissionDenied
    words = request.GET.get("q", "").strip()
    found = NAMES[what](words) if words and what in NAMES else []
    return JsonResponse(
        {"names": [{"value": each.value, "hint": each.hint} for each in found]}
    )


@require_GET
def candidates(request: DeskRequest) -> HttpResponse:
    """List pairs of speakers that may be one person or body."""
    if not policy.may_view(request.user):
        raise PermissionDenied
    context = {
        "pairs": likely_merges.pairs(),
        "may_merge": policy.may_merge(request.user),
    }
    return render(request, "annotator/merges.html", context)


@require_http_methods(["GET", "POST"])
def merge(request: DeskRequest, pk: int, into_pk: int) -> HttpResponse:
    """Show two speakers side by side and merge the first into the second."""
    _require_merger(request)
    speaker = get_object_or_404(Speaker, pk=pk)
    into = get_object_or_404(Speaker, pk=into_pk)
    form = ReasonForm(request.POST or None, label_suffix="")
    if form.is_valid():
        try:
            merging.merge(
                speaker, into, by=request.user, reason=form.cleaned_data["reason"]
            )
        except ClaimsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Merged {speaker} into {into}.")
            return redirect("admin:claims_speaker_change", into.pk)
    pair = likely_merges.pair(speaker, into)
    return render(request, "annotator/merge.html", {"pair": pair, "form": form})


@require_http_methods(["GET", "POST"])
def unmerge(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a merge back."""
    _require_merger(request)
    speaker = get_object_or_404(Speaker.objects.select_related("merged_into"), pk=pk)
    form = ReasonForm(request.POST or None, label_suffix="")
    if form.is_valid():
        try:
            merging.unmerge(speaker, by=request.user, reason=form.cleaned_data["reason"])
        except ClaimsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{speaker} stands on its own again.")
            return redirect("admin:claims_speaker_change", speaker.pk)
    return render(request, "annotator/unmerge.html", {"speaker": speaker, "form": form})


def _require_merger(request: DeskRequest) -> None:
    if not policy.may_merge(request.user):
        raise PermissionDenied


def urls(guard: Callable[..., Any]) -> list[URLPattern]:
    return [
        path("names/<str:what>/", guard(suggest_names), name="names"),
        path("merges/", guard(candidates), name="claims_speaker_merges"),
        path("<int:pk>/merge/<int:into_pk>/", guard(merge), name="claims_speaker_merge"),
        path("<int:pk>/unmerge/", guard(unmerge), name="claims_speaker_unmerge"),
    ]
