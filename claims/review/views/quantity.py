"""One quantity: every figure, how they relate, and what is made of them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from claims import policy
from claims.domain import rules
from claims.errors import ClaimsError, Incomplete
from claims.models import Figure, Quantity, User
from claims.queries import evidence, ledger, quantity, quantity_observations
from claims.queries.quantity_entries import entries_of
from claims.queries.quantity_pairs import sides_of, told_of
from claims.requests import DeskRequest
from claims.review import pictures, tour
from claims.review.access import told
from claims.review.addresses import next_of
from claims.review.forms.borrowing import EstimateForm
from claims.services import commenting, filing


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Quantity.objects.for_page(), pk=pk)
    if row.merged_into is not None:
        return redirect(row.merged_into)
    kind = request.GET.get("kind", "")
    page = quantity.of(row, kind=kind, number=request.GET.get("relations", 1))
    context = {
        "quantity": row,
        "page": page,
        "kind": kind,
        "observations": quantity_observations.of(page.known),
        "answers": rules.answers(page.known.live),
        "estimate_form": EstimateForm(),
        "changes": ledger.of_quantity(row),
        "tour": tour.stop(request),
        "demonstration": row.incident.is_demonstration,
        **pictures.of(page, is_whole="whole" in request.GET),
        **powers(request.user),
    }
    return render(request, "review/quantity.html", context)


def powers(user: User) -> dict[str, bool]:
    """Return what the person may do here, for the buttons."""
    return {
        "may_compare": policy.may_compare(user),
        "may_propose": policy.may_propose(user),
        "may_approve": policy.may_approve(user),
        "may_assign": policy.may_assign(user),
        "may_comment": policy.may_compare(user) or policy.may_annotate(user),
        "may_judge": policy.may_compare(user) or policy.may_annotate(user),
    }


@require_safe
def figure(_request: DeskRequest, pk: int) -> HttpResponse:
    """Lead to where a figure is shown: under its quantity, or in its article."""
    row = get_object_or_404(Figure.objects.select_related("revision"), pk=pk)
    if row.quantity_id is not None:
        at = reverse("review:quantity", args=[row.quantity_id])
    else:
        at = reverse("review:article", args=[row.revision.article_id])
    return HttpResponseRedirect(f"{at}#figure-{row.pk}")


@require_safe
def compare(request: DeskRequest, pk: int) -> HttpResponse:
    """Set two or more figures of a quantity side by side."""
    row = get_object_or_404(Quantity.objects.for_page(), pk=pk)
    entries = entries_of(evidence.of(row))
    chosen = [entries[key] for key in request.GET.getlist("figure") if key in entries]
    if len(chosen) < 2:  # noqa: PLR2004  # a comparison needs two
        messages.warning(request, _("Choose at least two figures to compare."))
        return redirect(row)
    context = {
        "quantity": row,
        "sides": sides_of(chosen),
        "told": told_of(chosen),
        "demonstration": row.incident.is_demonstration,
    }
    return render(request, "review/comparison.html", context)


@require_POST
def assign(request: DeskRequest) -> HttpResponse:
    """Give chosen quantities to oneself, to somebody else or to nobody."""
    chosen = Quantity.objects.filter(pk__in=_numbers(request, "quantity"))
    chosen = chosen.select_related("incident", "assignee")
    try:
        to = _assignee(request)
        for row in chosen:
            filing.assign(row, to=to, by=request.user)
    except ClaimsError as refusal:
        messages.error(request, str(refusal))
    else:
        whom = f"to {to}" if to else "back"
        messages.success(request, f"Given {whom}: {len(chosen)}.")
    return HttpResponseRedirect(next_of(request, reverse("review:queue")))


def _numbers(request: DeskRequest, name: str) -> list[int]:
    return [
        int(text)
        for text in request.POST.getlist(name)
        if text.isascii() and text.isdigit()
    ]


def _assignee(request: DeskRequest) -> User | None:
    match request.POST.get("to"):
        case "me":
            return request.user
        case "nobody":
            return None
        case _:
            name = request.POST.get("username", "").strip()
            found = User.objects.filter(username=name, is_active=True).first()
            if found is None:
                raise Incomplete(f"Nobody here is called “{name}”.")
            return found


@require_POST
def comment(request: DeskRequest, pk: int) -> HttpResponse:
    """Leave a remark on a quantity, or an answer to one."""
    row = get_object_or_404(Quantity.objects.select_related("incident"), pk=pk)
    answered = request.POST.get("answers", "")
    above = row.comments.filter(pk=answered).first() if answered.isdigit() else None
    text = request.POST.get("text", "")
    told(
        request,
        lambda: commenting.comment(row, text, by=request.user, answers=above),
        _("Your remark stands below."),
    )
    return HttpResponseRedirect(f"{row.get_absolute_url()}#talk")
