"""Claims at the desk: recorded, tied to quotes, rated, talked about."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims import policy
from claims.errors import ClaimsError, Incomplete
from claims.models import Appearance, Claim, Quantity, Quote, Speaker, User, Verdict
from claims.queries import claim
from claims.requests import DeskRequest
from claims.review.access import told
from claims.review.addresses import number_in, query_without
from claims.review.forms.claiming import AppearanceForm, ClaimForm, VerdictForm
from claims.services import commenting, concluding, naming
from claims.services.concluding import Finding, Statement


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: DeskRequest) -> HttpResponse:
    """List the claims; record a new one."""
    form = ClaimForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = concluding.add(_statement(form), by=request.user)
        except ClaimsError as refusal:
            messages.error(request, str(refusal))
        else:
            return redirect("review:claim", made.slug)
    words = request.GET.get("q", "").strip()
    context = {
        "page": claim.listed(words=words, number=request.GET.get("page", 1)),
        "words": words,
        "query": query_without(request.GET, "page"),
        "form": form,
        "may_record": policy.may_record_claims(request.user),
    }
    return render(request, "review/claims.html", context)


def _statement(form: ClaimForm) -> Statement:
    given = form.cleaned_data
    return Statement(
        given["text"], claimant=_claimant(given["claimant"]), incident=given["incident"]
    )


def _claimant(name: str) -> Speaker | None:
    if not name.strip():
        return None
    found = naming.named(name.strip())
    if found is None:
        raise Incomplete(f"No single speaker here is called “{name.strip()}”.")
    return found


@require_safe
def similar(request: DeskRequest) -> HttpResponse:
    """Return the claims that are like what is being typed."""
    found = claim.similar(request.GET.get("text", ""))
    return render(request, "review/_similar.html", {"claims": found})


@require_safe
def show(request: DeskRequest, slug: str) -> HttpResponse:
    row = _claim(slug)
    page = claim.of(row)
    words = request.GET.get("q", "").strip()
    about = request.GET.get("about", "").strip()
    context = {
        "claim": row,
        "page": page,
        "words": words,
        "quotes": claim.quotes_to_tie(row, words),
        "about": about,
        "linkable": claim.quantities_to_link(row, about),
        "stances": Appearance.Stance.choices,
        "form": VerdictForm(),
        **_powers(request.user),
        "demonstration": row.incident is not None and row.incident.is_demonstration,
    }
    return render(request, "review/claim.html", context)


def _powers(user: User) -> dict[str, bool]:
    return {
        "may_propose": policy.may_propose(user),
        "may_approve": policy.may_approve(user),
        "may_record": policy.may_record_claims(user),
        "may_comment": policy.may_compare(user) or policy.may_annotate(user),
    }


def _claim(slug: str) -> Claim:
    rows = Claim.objects.select_related("incident", "claimant")
    return get_object_or_404(rows, slug=slug)


@require_POST
def tie(request: DeskRequest, slug: str) -> HttpResponse:
    """Say what a quote does with the claim."""
    row = _claim(slug)
    form = AppearanceForm(request.POST)
    if form.is_valid():
        quote = get_object_or_404(Quote, pk=form.cleaned_data["quote"])
        stance = form.cleaned_data["stance"]
        told(
            request,
            lambda: concluding.appear(row, quote, stance=stance, by=request.user),
            _("Tied to the claim."),
        )
    return redirect("review:claim", slug)


@require_POST
def link(request: DeskRequest, slug: str) -> HttpResponse:
    """Say that the claim is about a quantity, or that it is not."""
    row = _claim(slug)
    chosen = Quantity.objects.select_related("incident", "merged_into")
    quantity = get_object_or_404(chosen, pk=number_in(request.POST.get("quantity", "")))
    by = request.user
    if request.POST.get("act") == "unlink":
        act, done = concluding.unlink, _("No longer linked to the claim.")
    else:
        act, done = concluding.link, _("Linked to the claim.")
    told(request, lambda: act(row, quantity, by=by), done)
    return redirect("review:claim", slug)


@require_POST
def rate(request: DeskRequest, slug: str) -> HttpResponse:
    """Propose a verdict on the claim."""
    row = _claim(slug)
    form = VerdictForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a rating and give the rationale."))
        return redirect("review:claim", slug)
    given = form.cleaned_data
    finding = Finding(given["rating"], given["rationale"], given["evidence"])
    told(
        request,
        lambda: concluding.propose(row, finding, by=request.user),
        _("Proposed. A second person can approve it now."),
    )
    return redirect("review:claim", slug)


@require_POST
def decide(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Approve a verdict, return it, or take one's own back."""
    rows = Verdict.objects.select_related("claim__incident", "rating", "settlement")
    row = get_object_or_404(rows, pk=pk, claim__slug=slug)
    comment = request.POST.get("comment", "")
    by = request.user
    acts = {
        "approve": lambda: concluding.approve(row, by=by, comment=comment),
        "return": lambda: concluding.return_(row, by=by, comment=comment),
        "withdraw": lambda: concluding.withdraw(row, by=by),
    }
    act = acts.get(request.POST.get("decision", ""))
    if row.settlement is not None and row.is_open:
        messages.error(request, _("This verdict is decided together with its settlement."))
        return redirect("review:settlement", row.settlement.pk)
    if act is not None:
        told(request, act, _("Decided."))
    return redirect("review:claim", slug)


@require_POST
def comment(request: DeskRequest, slug: str) -> HttpResponse:
    """Leave a remark on a claim, or an answer to one."""
    row = _claim(slug)
    answered = request.POST.get("answers", "")
    above = row.comments.filter(pk=answered).first() if answered.isdigit() else None
    text = request.POST.get("text", "")
    told(
        request,
        lambda: commenting.comment(row, text, by=request.user, answers=above),
        _("Your remark stands below."),
    )
    return HttpResponseRedirect(f"{reverse('review:claim', args=[slug])}#talk")
