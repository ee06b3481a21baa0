"""Settling: propose, look at a version, approve it, return it, take it back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims import policy
from claims.domain import rules
from claims.errors import ClaimsError
from claims.models import Quantity, Settlement
from claims.queries import evidence, quantity, quantity_settling
from claims.queries.quantity_entries import entries_of
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
    data, initial = request.POST or None, initial_of(prefill)
    form = SettleForm(page.known, page.entries, data, initial=initial)
    settlement = None
    if "check" not in request.POST and form.is_valid():
        settlement = _propose(request, row, form.draft(prefill))
    if settlement is not None:
        return redirect(settlement)
    context = {
        "quantity": row,
        "form": form,
        **_checks(page.known, form),
        "tour": tour.stop(request),
        **_surroundings(request, page),
    }
    return render(request, "review/settle.html", context)


def _surroundings(request: DeskRequest, page: quantity.QuantityPage) -> dict[str, object]:
    """Return what stands around the form."""
    incident = page.known.quantity.incident
    return {
        "page": page,
        "ranges": pictures.ranges(page),
        "answers": rules.answers(page.known.live),
        "demonstration": incident.is_demonstration,
        "may_propose": policy.may_propose(request.user),
    }


def _propose(
    request: DeskRequest, row: Quantity, draft: settling.Draft
) -> Settlement | None:
    """Propose a draft; None, with the refusal shown, if it is not accepted."""
    try:
        settlement = settling.propose(row, draft, by=request.user)
    except ClaimsError as refusal:
        messages.error(request, str(refusal))
        return None
    messages.success(request, _("Proposed. A second person can approve it now."))
    return settlement


def _checks(known: evidence.Evidence, form: SettleForm) -> dict[str, object]:
    """Return what speaks against a draft once somebody has begun one."""
    if not form.is_bound:
        return {"checks": [], "is_checked": False}
    concerns = quantity_settling.concerns(known, form.proposed())
    return {"checks": concerns, "is_checked": True}


@require_POST
def check(request: DeskRequest, pk: int) -> HttpResponse:
    """Return what speaks against the draft as it stands in the form."""
    row = get_object_or_404(Quantity.objects.for_page(), pk=pk)
    known = evidence.of(row)
    entries = list(entries_of(known).values())
    form = SettleForm(known, entries, request.POST)
    return render(request, "review/_checks.html", _checks(known, form))


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """Show one version with everything that it rests on."""
    row = get_object_or_404(Settlement.objects.for_page(), pk=pk)
    known = evidence.of(row.quantity)
    concerns = quantity_settling.concerns(known, quantity_settling.proposed_in(row))
    context = {
        "settlement": row,
        "quantity": row.quantity,
        "weighed": quantity_settling.weighed(known, row),
        "checks": concerns if row.is_open else [],
        "verdicts": row.verdicts.select_related("claim", "rating"),
        "versions": row.quantity.settlements.select_related("proposed_by"),
        "demonstration": row.quantity.incident.is_demonstration,
        **powers(request.user),
    }
    return render(request, "review/settlement.html", context)


@require_POST
def decide(request: DeskRequest, pk: int) -> HttpResponse:
    """Approve a proposal, return it with a comment, or take one's own back."""
    row = get_object_or_404(Settlement.objects.select_related("quantity__incident"), pk=pk)
    comment, by = request.POST.get("comment", ""), request.user
    acts: dict[str, tuple[Callable[[], None], Promise]] = {
        "approve": (
            lambda: settling.approve(row, by=by, comment=comment),
            _("Approved. The settlement is sealed."),
        ),
        "return": (
            lambda: settling.return_(row, by=by, comment=comment),
            _("Returned to its author."),
        ),
        "withdraw": (lambda: settling.withdraw(row, by=by), _("Withdrawn.")),
    }
    chosen = acts.get(request.POST.get("decision", ""))
    if chosen is not None:
        told(request, *chosen)
    return redirect("review:settlement", row.pk)
