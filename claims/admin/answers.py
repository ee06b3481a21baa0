"""What the annotator answers: the workspace again, a form, or a refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from claims import policy
from claims.admin import undo_stack
from claims.annotator import drawing, filing
from claims.annotator.cards import ShownCard, state_of
from claims.annotator.drawing import Mark
from claims.annotator.forms import ActForm, SpeakerForm
from claims.annotator.groups import groups
from claims.annotator.marking import MarkForm
from claims.errors import Changed, ClaimsError
from claims.models import Figure, Revision
from claims.models.words import in_line
from claims.queries import annotating as pages
from claims.queries.annotating import Card, Row, Sheet
from claims.requests import DeskRequest

_PAIR = 2


def submit(
    request: DeskRequest, revision: Revision, form: ActForm | MarkForm, card: str
) -> HttpResponse:
    """Do what a valid form asks; show it again with everything typed if refused."""
    known = form.row if isinstance(form, ActForm) else None
    under = _filed(known)
    with undo_stack.recording(request, revision):
        try:
            made = form.perform(by=request.user)
        except ClaimsError as refusal:
            form.add_error(None, str(refusal))
            stale = isinstance(refusal, Changed) and isinstance(form, ActForm)
            return _conflict(request, revision, form, card, is_stale=stale)
    if made is not None:
        card = Card(made).key
    messages.success(request, _saved(made or known, under))
    return answer(request, revision, card=card)


def _saved(row: Row | None, under: int | None) -> str:
    """Say where a figure went that was ``under`` another quantity, or none."""
    is_moved = _filed(row) not in (None, under)
    return filing.told(row) if isinstance(row, Figure) and is_moved else "Saved."


def _filed(row: Row | None) -> int | None:
    return row.quantity_id if isinstance(row, Figure) else None


def _conflict(
    request: DeskRequest,
    revision: Revision,
    form: ActForm | MarkForm,
    card: str,
    *,
    is_stale: bool,
) -> HttpResponse:
    """Show a refused form; if the row changed meanwhile, beside what it is now."""
    if not is_stale or not isinstance(form, ActForm):
        return show_form(request, revision, form, card=card, status=409)
    what, row_pk = card.split("-")
    form.row = row_of(revision, what, int(row_pk))
    # Both versions have been seen now: sending the form again is a choice.
    form.data = form.data.copy() if hasattr(form.data, "copy") else dict(form.data)
    form.data["version"] = str(form.row.version)
    return show_form(request, revision, form, card=card, status=409, now=form.differences())


def attempt(
    request: DeskRequest,
    revision: Revision,
    act: Callable[[], str],
    *,
    card: str,
    is_undo: bool = False,
) -> HttpResponse:
    """Do an act that needs no form, and tell its sentence or its refusal."""
    with undo_stack.recording(request, revision, is_undo=is_undo):
        try:
            messages.success(request, act())
        except ClaimsError as refusal:
            messages.error(request, str(refusal))
            return answer(request, revision, card=card, status=409)
    return answer(request, revision, card=card)


def refused(request: DeskRequest, revision: Revision, refusal: ClaimsError) -> HttpResponse:
    messages.error(request, str(refusal))
    return answer(request, revision, card="", status=409)


def answer(
    request: DeskRequest, revision: Revision, *, card: str, status: int = 200
) -> HttpResponse:
    """Answer an act: the workspace again, or a way back to the page without script."""
    if not request.htmx:
        where = reverse("admin:claims_revision_annotate", args=[revision.pk])
        where += "?rejected=1" if _shows_rejected(request) else ""
        return redirect(f"{where}#{card}" if card else where)
    context = context_of(request, revision) | {"active": card, "is_fragment": True}
    known = _known(request)
    if known:
        return _parts(request, context, known, status)
    response = render(request, "annotator/_workspace.html", context, status=status)
    return _into(response, "#workspace", "outerMorph")


def _shows_rejected(request: DeskRequest) -> bool:
    return bool(request.GET.get("rejected") or request.POST.get("rejected"))


def _known(request: DeskRequest) -> dict[str, str]:
    """Return the state of each part that the page says it has, by its id."""
    pairs = (part.split(":", 1) for part in request.POST.get("known", "").split())
    return {pair[0]: pair[1] for pair in pairs if len(pair) == _PAIR}


def _parts(
    request: DeskRequest, context: dict[str, Any], known: dict[str, str], status: int
) -> HttpResponse:
    """Answer with what the page does not have, or has as it was before."""
    cards: list[ShownCard] = context["cards"]
    context["order"] = [shown.card.key for shown in cards]
    context["cards"] = [card for card in cards if known.get(card.card.key) != card.state]
    if known.get("text") == context["text_state"]:
        context["text"] = None
    response = render(request, "annotator/_parts.html", context, status=status)
    response["Desk-Parts"] = "1"
    return response


def show_form(
    request: DeskRequest, revision: Revision, form: Any, *, card: str, **more: Any
) -> HttpResponse:
    context = {
        "revision": revision,
        "form": form,
        "groups": list(groups(form)),
        "card": card,
        "now": more.get("now", []),
        "action": request.get_full_path(),
        "can_accept": isinstance(form, SpeakerForm) and form.row.is_suggested,
        "words": form.words if isinstance(form, MarkForm) else form.row.exact,
    }
    template = "annotator/_form.html" if request.htmx else "annotator/form.html"
    response = render(request, template, context, status=more.get("status", 200))
    return in_the_dialog(request, response)


def in_the_dialog(request: DeskRequest, response: HttpResponse) -> HttpResponse:
    """Send an answer to where forms are shown."""
    # With a settling time htmx would carry attributes of the old fields, and so their
    # values, over to the new ones.
    swap = "innerHTML settle:0ms"
    return _into(response, "#act", swap) if request.htmx else response


def _into(response: HttpResponse, target: str, swap: str) -> HttpResponse:
    """Say where the answer goes, whatever the form that asked had in mind."""
    response["HX-Retarget"], response["HX-Reswap"] = target, swap
    return response


def context_of(request: DeskRequest, revision: Revision) -> dict[str, Any]:
    shows_rejected = _shows_rejected(request)
    sheet = pages.sheet(revision, rejected=shows_rejected)
    text = drawing.draw(revision.text, _marks(sheet))
    return {
        "sheet": sheet,
        "cards": [ShownCard(card, revision.pk) for card in sheet.cards],
        "revision": revision,
        "article": revision.article,
        "text": text,
        "text_state": state_of(text),
        "may_annotate": policy.may_annotate(request.user),
        "shows_rejected": shows_rejected,
        "can_undo": undo_stack.holds(request, revision),
        "active": "",
        "is_fragment": False,
        "sure_from": pages.SURE,
    }


def _marks(sheet: Sheet) -> list[Mark]:
    return [
        Mark(
            stretch.card.key,
            stretch.span,
            stretch.part,
            stretch.card.row.status,
            _says(stretch.card) if stretch.part == stretch.card.what else "",
        )
        for stretch in sheet.stretches
    ]


def _says(card: Card) -> str:
    status = in_line(card.row.get_status_display())
    parts = [card.kind, status, card.found, card.row.rule]
    return ", ".join(part for part in parts if part)


def revision_of(pk: int) -> Revision:
    revision = pages.revision(pk)
    if revision is None:
        raise Http404
    return revision


def row_of(revision: Revision, what: str, pk: int) -> Row:
    row = pages.row(revision, what, pk)
    if row is None:
        raise Http404
    return row
