"""Settling: propose, look at a version, approve it, return it, take it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims import policy
from claims.domain import rules
from claims.errors import ClaimsError
from claims.models import Quantity, Settlement
from claims.queries import evidence, quantity, quantity_settling
from claims.queries.quantity_entries import Entry, entries_of
from claims.requests import DeskRequest
from claims.review import pictures, tour
from claims.review.access import told
from claims.review.forms.settling import SettleForm, initial_of
from claims.review.views.quantity import powers
from claims.services import settling


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: DeskRequest, pk: int) -> HttpResponse:
    """Fill in a settlement; the draft is checked before and after it is proposed."""
    row = get_object_or_404(Quantity.objects.for_page(), pk=pk)
    page = quantity.of(row)
    prefill = quantity_settling.prefill(page.known, page.entries)
    form = SettleForm(
        page.known, page.entries, request.POST or None, initial=initial_of(prefill)
    )
    if request.method == "POST" and "check" not in request.POST and form.is_valid():
        try:
            settlement = settling.propose(row, form.draft(prefill), by=request.user)
        except ClaimsError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Proposed. A second person can approve it now."))
            return redirect("review:settlement", settlement.pk)
    is_begun = request.method == "POST"
    concerns = quantity_settling.concerns(page.known, form.proposed()) if is_begun else []
    context = {
        "quantity": row,
        "page": page,
        "form": form,
        "ranges": pictures.ranges(page),
        "checks": concerns,
        "is_checked": is_begun,
        "tour": tour.stop(request),
        "answers": rules.answers(page.known.live),
        "demonstration": row.incident.is_demonstration,
        "may_propose": policy.may_propose(request.user),
    }
    return render(request, "review/settle.html", context)


@require_POST
def check(request: DeskRequest, pk: int) -> HttpResponse:
    """Return what speaks against the draft as it stands in the form."""
    row = get_object_or_404(Quantity.objects.for_page(), pk=pk)
    known = evidence.of(row)
    entries = list(entries_of(known).values())
    form = SettleForm(known, entries, request.POST)
    concerns = quantity_settling.concerns(known, form.proposed())
    context = {"checks": concerns, "is_checked": True}
    return render(request, "review/_checks.html", context)


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """Show one version with everything that it rests on."""
    row = get_object_or_404(Settlement.objects.for_page(), pk=pk)
    known = evidence.of(row.quantity)
    entries = entries_of(known, [row])
    concerns = quantity_settling.concerns(known, quantity_settling.proposed_in(row))
    context = {
        "settlement": row,
        "quantity": row.quantity,
        "relied_on": _treated(entries, "relied_on"),
        "set_aside": _treated(entries, "set_aside"),
        "moved": [
            each for each in row.rests_on.all() if str(each.figure_id) not in entries
        ],
        "new": [entry for entry in entries.values() if entry.treated is None],
        "checks": concerns if row.is_open else [],
        "verdicts": row.verdicts.select_related("claim", "rating"),
        "versions": row.quantity.settlements.select_related("proposed_by"),
        "is_own": row.proposed_by_id == request.user.pk,
        "demonstration": row.quantity.incident.is_demonstration,
        **powers(request.user),
    }
    return render(request, "review/settlement.html", context)


def _treated(entries: dict[str, Entry], treatment: str) -> list[Entry]:
    return [
        entry
        for entry in entries.values()
        if entry.treated is not None and entry.treated.treatment == treatment
    ]


@require_POST
def decide(request: DeskRequest, pk: int) -> HttpResponse:
    """Approve a proposal, return it with a comment, or take one's own back."""
    row = get_object_or_404(Settlement.objects.select_related("quantity__incident"), pk=pk)
    comment = request.POST.get("comment", "")
    match request.POST.get("decision"):
        case "approve":
            told(
                request,
                lambda: settling.approve(row, by=request.user, comment=comment),
                _("Approved. The settlement is sealed."),
            )
        case "return":
            told(
                request,
                lambda: settling.return_(row, by=request.user, comment=comment),
                _("Returned to its author."),
            )
        case "withdraw":
            told(request, lambda: settling.withdraw(row, by=request.user), _("Withdrawn."))
        case _:
            messages.error(request, _("Choose what becomes of the proposal."))
    return redirect("review:settlement", row.pk)
