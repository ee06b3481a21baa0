"""What others say: verdicts of other fact-checkers, numbers of other recorders."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from claims import policy
from claims.errors import ClaimsError, Unreadable
from claims.exchange import claimreview_reading
from claims.models import OutsideEstimate, Quantity
from claims.requests import DeskRequest
from claims.review.access import told
from claims.review.forms.borrowing import EstimateForm, ReviewsForm
from claims.services import borrowing
from claims.services.borrowing import GivenVerdict

Items = list[tuple[int, GivenVerdict | Unreadable]]


@require_http_methods(["GET", "HEAD", "POST"])
def reviews(request: DeskRequest) -> HttpResponse:
    """Take in ClaimReview of others, all or none, or say what is wrong item by item."""
    form = ReviewsForm(request.POST or None, request.FILES or None)
    items: Items = []
    if request.method == "POST" and form.is_valid():
        items = _items(request, form)
        if items:
            _take_in(request, items, is_trial=form.cleaned_data["is_trial"])
    context = {
        "form": form,
        "items": [(number, each) for number, each in items],
        "wrong": [pair for pair in items if isinstance(pair[1], Unreadable)],
        "may_record": policy.may_record_claims(request.user),
    }
    return render(request, "review/reviews.html", context)


def _items(request: DeskRequest, form: ReviewsForm) -> Items:
    given = form.cleaned_data
    try:
        return list(claimreview_reading.read(given["raw"], name=str(given["name"])))
    except ClaimsError as refusal:
        messages.error(request, str(refusal))
        return []


def _take_in(request: DeskRequest, items: Items, *, is_trial: bool) -> None:
    verdicts = [each for _, each in items if isinstance(each, GivenVerdict)]
    if is_trial or len(verdicts) < len(items):
        messages.info(request, _("Nothing was stored."))
        return
    try:
        taken = borrowing.verdicts(verdicts, by=request.user)
    except ClaimsError as refusal:
        messages.error(request, str(refusal))
        return
    said = ngettext(
        "%(new)d verdict is new here.", "%(new)d verdicts are new here.", taken.new
    )
    messages.success(request, said % {"new": taken.new})


@require_POST
def estimate(request: DeskRequest, pk: int) -> HttpResponse:
    """Record what another recorder has for a quantity."""
    row = get_object_or_404(Quantity.objects.select_related("incident"), pk=pk)
    form = EstimateForm(request.POST)
    if form.is_valid():
        given = [form.estimate()]
        told(
            request,
            lambda: borrowing.estimates(row, given, by=request.user),
            _("Recorded beside the figures."),
        )
    else:
        for name, errors in form.errors.items():
            field = form.fields.get(name)
            before = f"{field.label}: " if field is not None else ""
            messages.error(request, f"{before}{' '.join(map(str, errors))}")
    return HttpResponseRedirect(f"{row.get_absolute_url()}#elsewhere")


@require_POST
def forget(request: DeskRequest, pk: int) -> HttpResponse:
    """Take an entry away from a quantity that it is not about."""
    rows = OutsideEstimate.objects.select_related("quantity__incident")
    row = get_object_or_404(rows, pk=pk)
    reason = request.POST.get("reason", "")
    told(
        request,
        lambda: borrowing.forget(row, by=request.user, reason=reason),
        _("Taken away."),
    )
    return HttpResponseRedirect(f"{row.quantity.get_absolute_url()}#elsewhere")
