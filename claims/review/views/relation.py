"""One pair of figures side by side, and the verdicts on it."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from claims import policy
from claims.errors import Incomplete
from claims.models import Quantity, Relation, User
from claims.queries import evidence
from claims.queries.quantity_entries import entries_of
from claims.queries.quantity_pairs import Pair, pairs_of
from claims.requests import DeskRequest
from claims.review.access import told
from claims.review.forms.judging import (
    Carrying,
    Dismissal,
    Merger,
    Redating,
    Restoral,
    Splitting,
    Verdict,
)
from claims.services import comparing, filing, judging


def _loaded(pk: int) -> Relation:
    rows = Relation.objects.select_related(
        "quantity__incident__parent", "a__quantity", "b__quantity"
    )
    return get_object_or_404(rows, pk=pk)


def _pair(relation: Relation) -> Pair:
    known = evidence.of(relation.quantity)
    return pairs_of([relation], entries_of(known))[0]


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """Show one pair by itself."""
    relation = _loaded(pk)
    context = {
        "relation": relation,
        "pair": _pair(relation),
        "quantity": relation.quantity,
        "may_compare": policy.may_compare(request.user),
        "demonstration": relation.quantity.incident.is_demonstration,
    }
    return render(request, "review/relation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: DeskRequest, pk: int, verdict: str) -> HttpResponse:
    """Ask for what a verdict needs, then give it."""
    if verdict not in _VERDICTS:
        raise Http404(f"There is no verdict called {verdict}.")
    relation = _loaded(pk)
    pair = _pair(relation)
    if verdict == "same" and not pair.is_across:
        # The pair stands as it is; what is left is to settle it.
        return redirect("review:settle", relation.quantity_id)
    ask, act, done = _VERDICTS[verdict]
    form = ask(pair, request.POST or None)
    if form.is_valid() and told(request, lambda: act(form, request.user), done):
        return HttpResponseRedirect(_after(request, relation.quantity))
    context = {"relation": relation, "form": form, "word": verdict, "pair": pair}
    if request.htmx:
        return _in_place(request, context)
    context["demonstration"] = relation.quantity.incident.is_demonstration
    return render(request, "review/verdict.html", context)


def _after(request: DeskRequest, quantity: Quantity) -> str:
    """Return the page of the quantity, narrowed as it was where one judged."""
    at = quantity.get_absolute_url()
    here = urlsplit(request.htmx.current_url or "")
    query = f"?{here.query}" if here.query and here.path == at else ""
    return f"{at}{query}#relations"


def _in_place(request: DeskRequest, context: dict[str, Any]) -> HttpResponse:
    """Return the form for the place under its pair, again if it was refused."""
    status = HTTPStatus.CONFLICT if request.method == "POST" else HTTPStatus.OK
    answer = render(request, "review/_verdict_form.html", context, status=status)
    answer["HX-Retarget"] = f"#verdict-{context['relation'].pk}"
    answer["HX-Reswap"], answer["HX-Reselect"] = "innerHTML", "form"
    return answer


def _merge(form: Verdict, by: User) -> None:
    source, target = form.a.quantity, form.b.quantity
    if source is None or target is None:
        raise Incomplete("One of the two figures is filed no longer.")
    filing.merge(source, target, by=by, reason=form.reason)


def _split(form: Splitting, by: User) -> None:
    filing.split(form.figures, form.key, by=by, reason=form.reason)


def _redate(form: Redating, by: User) -> None:
    for figure, day in form.redated:
        judging.date(figure, day, by=by, reason=form.reason)
    if form.corrected is not None:
        judging.correct(form.corrected, by=by, reason=form.reason)


def _carry(form: Carrying, by: User) -> None:
    figure, source = form.ends
    judging.restate(figure, source, by=by, reason=form.reason)


def _dismiss(form: Verdict, by: User) -> None:
    comparing.dismiss(form.pair.relation, reason=form.reason, by=by)


def _restore(form: Verdict, by: User) -> None:
    comparing.restore(form.pair.relation, by=by)


# By the word in the address: the form, the act, and what is said when it is done.
_VERDICTS: dict[str, tuple[type[Verdict], Callable[[Any, User], None], Promise]] = {
    "same": (Merger, _merge, _("Merged: the figures stand under one quantity now.")),
    "scope": (Splitting, _split, _("Moved to a scope of its own, and compared again.")),
    "update": (Redating, _redate, _("Dated, and compared again.")),
    "misquote": (Carrying, _carry, _("Recorded, and compared again.")),
    "dismiss": (Dismissal, _dismiss, _("Set aside until one of the two changes.")),
    "restore": (Restoral, _restore, _("The pair counts again.")),
}
