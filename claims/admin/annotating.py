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
from claims.admin import answers, undo_stack
from claims.annotator import filing
from claims.annotator.cutting import JoinForm, SplitForm
from claims.annotator.edges import EdgesForm
from claims.annotator.filing import FileForm
from claims.annotator.forms import (
    ActForm,
    KindForm,
    ReopenForm,
    SpeakerForm,
    ValueForm,
)
from claims.annotator.marking import FigureForm, MarkForm, MentionForm, QuoteForm
from claims.domain import finding
from claims.errors import ClaimsError, Misplaced
from claims.queries import annotating as pages
from claims.queries.annotating import Row
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
    return render(
        request,
        "annotator/sheet.html",
        answers.context_of(request, answers.revision_of(pk)),
    )


@require_POST
@for_editors
def decide(request: DeskRequest, pk: int, what: str, row_pk: int, act: str) -> HttpResponse:
    """Accept or reject one suggestion, as it was when the page showed it."""
    revision = answers.revision_of(pk)
    row = answers.row_of(revision, what, row_pk)
    row.version = _version(request, row)

    def perform() -> str:
        if act == "accept":
            annotating.accept(row, by=request.user)
            return f"Accepted “{_short(row)}”."
        annotating.reject(row, by=request.user)
        return f"Rejected “{_short(row)}”; it will not be proposed again."

    return answers.attempt(request, revision, perform, card=f"{what}-{row_pk}")


@require_POST
@for_editors
def file_as_proposed(request: DeskRequest, pk: int, row_pk: int) -> HttpResponse:
    """File a figure under the quantity that its card proposes."""
    revision = answers.revision_of(pk)
    figure = answers.row_of(revision, "figure", row_pk)
    form = FileForm(figure, request.POST)
    card = f"figure-{row_pk}"

    def perform() -> str:
        form.perform(by=request.user)
        return filing.told(form.figure)

    if not form.is_valid():
        return answers.show_form(request, revision, form, card=card, status=422)
    return answers.attempt(request, revision, perform, card=card)


@require_POST
@for_editors
def accept_sure(request: DeskRequest, pk: int) -> HttpResponse:
    """Accept everything that the engine is sure of; say what could not be."""
    revision = answers.revision_of(pk)
    rows = pages.sheet(revision).sure

    def perform() -> str:
        refused = annotating.accept_all(rows, by=request.user)
        for sentence in list(refused.values())[:5]:
            messages.warning(request, sentence)
        return f"Accepted {len(rows) - len(refused)} of {len(rows)}."

    return answers.attempt(request, revision, perform, card="")


@require_POST
@for_editors
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    """Take back the last act of this editor on this revision."""
    revision = answers.revision_of(pk)
    lines = undo_stack.pop(request, revision)

    def perform() -> str:
        return undoing.undo(lines, by=request.user)

    return answers.attempt(request, revision, perform, card="", is_undo=True)


@require_http_methods(["GET", "POST"])
@for_editors
def row_form(
    request: DeskRequest, pk: int, what: str, row_pk: int, act: str
) -> HttpResponse:
    """Show the form of an act on one mark, or do what it asks."""
    revision = answers.revision_of(pk)
    row = answers.row_of(revision, what, row_pk)
    if what != ONLY_OF.get(act, what):
        raise Http404
    form = FORMS[act](row, request.POST if request.method == "POST" else None)
    card = f"{what}-{row_pk}"
    if request.method == "POST" and form.is_valid():
        return answers.submit(request, revision, form, card)
    status = 422 if form.is_bound else 200
    return answers.show_form(request, revision, form, card=card, status=status)


@require_http_methods(["GET", "POST"])
@for_editors
def mark(request: DeskRequest, pk: int, what: str) -> HttpResponse:
    """Show the form that marks the selected words, or mark them."""
    revision = answers.revision_of(pk)
    posted = request.POST if request.method == "POST" else None
    try:
        form = MARK_FORMS[what](revision, posted or request.GET, posted)
    except ClaimsError as refusal:
        return answers.refused(request, revision, refusal)
    if form.is_bound and form.is_valid():
        return answers.submit(request, revision, form, "")
    return answers.show_form(
        request, revision, form, card="", status=422 if form.is_bound else 200
    )


@require_GET
@for_editors
def find(request: DeskRequest, pk: int) -> HttpResponse:
    """Find typed words in the text, and open the form that marks them."""
    revision = answers.revision_of(pk)
    words = request.GET.get("words", "").strip().replace("\r\n", "\n")
    what = request.GET.get("what", "quote")
    places = finding.places(revision.text, words) if what in MARK_FORMS else []
    start = reverse("admin:annotate_mark", args=[pk, what])
    found = [(f"{start}?{urlencode(place.selected)}", place) for place in places]
    if len(found) == 1:
        return redirect(found[0][0])
    if not found:
        refusal = Misplaced(f"The text does not have “{words[:80]}”.")
        return answers.refused(request, revision, refusal)
    context = {"revision": revision, "found": found, "words": words, "what": what}
    template = "annotator/_found.html" if request.htmx else "annotator/found.html"
    return answers.in_the_dialog(request, render(request, template, context))


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
