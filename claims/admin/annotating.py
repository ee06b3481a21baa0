"""The annotator: one revision, its marks, and what an editor does with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from claims import policy
from claims.admin import undo_stack
from claims.annotator import drawing
from claims.annotator.cards import ShownCard
from claims.annotator.cutting import JoinForm, SplitForm
from claims.annotator.drawing import Mark
from claims.annotator.filing import FileForm
from claims.annotator.forms import (
    ActForm,
    EdgesForm,
    KindForm,
    ReopenForm,
    SpeakerForm,
    ValueForm,
)
from claims.annotator.groups import groups
from claims.annotator.marking import FigureForm, MarkForm, MentionForm, QuoteForm
from claims.domain import finding
from claims.errors import Changed, ClaimsError, Misplaced
from claims.models import Revision
from claims.queries import annotating as pages
from claims.queries.annotating import Card, Row, Sheet
from claims.requests import DeskRequest
from claims.services import annotating, undoing

View = Callable[..., HttpResponse]

FORMS: dict[str, type[ActForm]] = {
    "speaker": SpeakerForm,
    "value": ValueForm,
    "file": FileForm,
    "edges": EdgesForm,
    "kind": KindForm,
    "reopen": ReopenForm,
    "split": SplitForm,
    "join": JoinForm,
}
# Acts that only one sort of mark knows.
ONLY_OF = {
    **dict.fromkeys(("value", "file"), "figure"),
    **dict.fromkeys(("kind", "split", "join"), "quote"),
}
MARK_FORMS: dict[str, type[MarkForm]] = {
    "quote": QuoteForm,
    "figure": FigureForm,
    "mention": MentionForm,
}


def for_editors(view: View) -> View:
    """Let only those in who may annotate."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not policy.may_annotate(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@require_GET
def page(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the text with its marks; who may not annotate reads it all the same."""
    if not policy.may_view(request.user):
        raise PermissionDenied
    return render(request, "annotator/sheet.html", _context(request, _revision(pk)))


@require_POST
@for_editors
def decide(request: DeskRequest, pk: int, what: str, row_pk: int, act: str) -> HttpResponse:
    """Accept or reject one suggestion, as it was when the page showed it."""
    revision = _revision(pk)
    row = _row(revision, what, row_pk)
    row.version = _version(request, row)

    def perform() -> str:
        if act == "accept":
            annotating.accept(row, by=request.user)
            return f"Accepted “{_short(row)}”."
        annotating.reject(row, by=request.user)
        return f"Rejected “{_short(row)}”; it will not be proposed again."

    return _perform(request, revision, perform, card=f"{what}-{row_pk}")


@require_POST
@for_editors
def file_as_proposed(request: DeskRequest, pk: int, row_pk: int) -> HttpResponse:
    """File a figure under the quantity that its card proposes."""
    revision = _revision(pk)
    figure = _row(revision, "figure", row_pk)
    form = FileForm(figure, request.POST)

    def perform() -> str:
        form.perform(by=request.user)
        return f"Filed “{_short(figure)}”."

    if not form.is_valid():
        return _form(request, revision, form, card=f"figure-{row_pk}", status=422)
    return _perform(request, revision, perform, card=f"figure-{row_pk}")


@require_POST
@for_editors
def accept_sure(request: DeskRequest, pk: int) -> HttpResponse:
    """Accept everything that the engine is sure of; say what could not be."""
    revision = _revision(pk)
    rows = pages.sheet(revision).sure

    def perform() -> str:
        refused = annotating.accept_all(rows, by=request.user)
        for sentence in list(refused.values())[:5]:
            messages.warning(request, sentence)
        return f"Accepted {len(rows) - len(refused)} of {len(rows)}."

    return _perform(request, revision, perform, card="")


@require_POST
@for_editors
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    """Take back the last act of this editor on this revision."""
    revision = _revision(pk)
    lines = undo_stack.pop(request, revision)

    def perform() -> str:
        return undoing.undo(lines, by=request.user)

    return _perform(request, revision, perform, card="", is_undo=True)


@require_http_methods(["GET", "POST"])
@for_editors
def row_form(
    request: DeskRequest, pk: int, what: str, row_pk: int, act: str
) -> HttpResponse:
    """Show the form of an act on one mark, or do what it asks."""
    revision = _revision(pk)
    row = _row(revision, what, row_pk)
    if what != ONLY_OF.get(act, what):
        raise Http404
    form = FORMS[act](row, request.POST if request.method == "POST" else None)
    card = f"{what}-{row_pk}"
    if request.method == "POST" and form.is_valid():
        return _submit(request, revision, form, card)
    status = 422 if form.is_bound else 200
    return _form(request, revision, form, card=card, status=status)


@require_http_methods(["GET", "POST"])
@for_editors
def mark(request: DeskRequest, pk: int, what: str) -> HttpResponse:
    """Show the form that marks the selected words, or mark them."""
    revision = _revision(pk)
    posted = request.POST if request.method == "POST" else None
    try:
        form = MARK_FORMS[what](revision, posted or request.GET, posted)
    except ClaimsError as refusal:
        return _refused(request, revision, refusal)
    if form.is_bound and form.is_valid():
        return _submit(request, revision, form, "")
    return _form(request, revision, form, card="", status=422 if form.is_bound else 200)


@require_GET
@for_editors
def find(request: DeskRequest, pk: int) -> HttpResponse:
    """Find typed words in the text, and open the form that marks them."""
    revision = _revision(pk)
    words = request.GET.get("words", "").strip().replace("\r\n", "\n")
    what = request.GET.get("what", "quote")
    places = finding.places(revision.text, words) if what in MARK_FORMS else []
    start = reverse("admin:annotate_mark", args=[pk, what])
    found = [(f"{start}?{urlencode(place.selected)}", place) for place in places]
    if len(found) == 1:
        return redirect(found[0][0])
    if not found:
        refusal = Misplaced(f"The text does not have “{words[:80]}”.")
        return _refused(request, revision, refusal)
    context = {"revision": revision, "found": found, "words": words, "what": what}
    template = "annotator/_found.html" if request.htmx else "annotator/found.html"
    return _in_the_form(request, render(request, template, context))


def _submit(
    request: DeskRequest, revision: Revision, form: ActForm | MarkForm, card: str
) -> HttpResponse:
    """Do what a valid form asks; show it again with everything typed if refused."""
    with undo_stack.recording(request, revision):
        try:
            made = form.perform(by=request.user)
        except ClaimsError as refusal:
            form.add_error(None, str(refusal))
            stale = isinstance(refusal, Changed) and isinstance(form, ActForm)
            return _conflict(request, revision, form, card, is_stale=stale)
    if made is not None:
        card = Card(made).key
    messages.success(request, "Saved.")
    return _answer(request, revision, card=card)


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
        return _form(request, revision, form, card=card, status=409)
    what, row_pk = card.split("-")
    form.row = _row(revision, what, int(row_pk))
    # Both versions have been seen now: sending the form again is a choice.
    form.data = form.data.copy() if hasattr(form.data, "copy") else dict(form.data)
    form.data["version"] = str(form.row.version)
    return _form(request, revision, form, card=card, status=409, now=form.differences())


def _perform(
    request: DeskRequest,
    revision: Revision,
    perform: Callable[[], str],
    *,
    card: str,
    is_undo: bool = False,
) -> HttpResponse:
    with undo_stack.recording(request, revision, is_undo=is_undo):
        try:
            messages.success(request, perform())
        except ClaimsError as refusal:
            messages.error(request, str(refusal))
            return _answer(request, revision, card=card, status=409)
    return _answer(request, revision, card=card)


def _refused(
    request: DeskRequest, revision: Revision, refusal: ClaimsError
) -> HttpResponse:
    messages.error(request, str(refusal))
    return _answer(request, revision, card="", status=409)


def _answer(
    request: DeskRequest, revision: Revision, *, card: str, status: int = 200
) -> HttpResponse:
    """Answer an act: the workspace again, or a way back to the page without script."""
    if not request.htmx:
        where = reverse("admin:claims_revision_annotate", args=[revision.pk])
        return redirect(f"{where}#{card}" if card else where)
    context = _context(request, revision) | {"active": card, "is_fragment": True}
    response = render(request, "annotator/_workspace.html", context, status=status)
    return _into(response, "#workspace", "outerMorph")


def _form(
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
    return _in_the_form(request, response)


def _in_the_form(request: DeskRequest, response: HttpResponse) -> HttpResponse:
    """Send an answer to where forms are shown."""
    # With a settling time htmx would carry attributes of the old fields, and so their
    # values, over to the new ones.
    swap = "innerHTML settle:0ms"
    return _into(response, "#act", swap) if request.htmx else response


def _into(response: HttpResponse, target: str, swap: str) -> HttpResponse:
    """Say where the answer goes, whatever the form that asked had in mind."""
    response["HX-Retarget"], response["HX-Reswap"] = target, swap
    return response


def _context(request: DeskRequest, revision: Revision) -> dict[str, Any]:
    shows_rejected = bool(request.GET.get("rejected") or request.POST.get("rejected"))
    sheet = pages.sheet(revision, rejected=shows_rejected)
    return {
        "sheet": sheet,
        "cards": [ShownCard(card, revision.pk) for card in sheet.cards],
        "revision": revision,
        "article": revision.article,
        "text": drawing.draw(revision.text, _marks(sheet)),
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
    parts = [card.kind, card.row.get_status_display().lower(), card.found]
    return ", ".join(part for part in parts if part)


def _revision(pk: int) -> Revision:
    revision = pages.revision(pk)
    if revision is None:
        raise Http404
    return revision


def _row(revision: Revision, what: str, pk: int) -> Row:
    row = pages.row(revision, what, pk)
    if row is None:
        raise Http404
    return row


def _version(request: DeskRequest, row: Row) -> int:
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() else row.version


def _short(row: Row) -> str:
    return Truncator(row.exact).chars(60)


def urls(guard: Callable[..., Any]) -> list[URLPattern]:
    """Return the annotator's addresses, each behind the admin's own ``guard``."""
    start = "<int:pk>/annotate/"
    row = start + "<str:what>/<int:row_pk>/"
    return [
        path(start, guard(page), name="claims_revision_annotate"),
        path(start + "accept-sure/", guard(accept_sure), name="annotate_accept_sure"),
        path(start + "undo/", guard(undo), name="annotate_undo"),
        path(start + "find/", guard(find), name="annotate_find"),
        path(start + "mark/<str:what>/", guard(mark), name="annotate_mark"),
        path(
            start + "figure/<int:row_pk>/file-as-proposed/",
            guard(file_as_proposed),
            name="annotate_file_as_proposed",
        ),
        *(
            path(row + f"{act}/", guard(decide), {"act": act}, name=f"annotate_{act}")
            for act in ("accept", "reject")
        ),
        *(
            path(row + f"{act}/", guard(row_form), {"act": act}, name=f"annotate_{act}")
            for act in FORMS
        ),
    ]
