"""A newer text of an article: pasted, set against the last one, its marks resolved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from claims import policy
from claims.admin.annotating import for_editors
from claims.admin.taking_in import rules_of_desk
from claims.annotator.edges import ResolveForm
from claims.annotator.groups import groups
from claims.domain.text import normalise
from claims.errors import ClaimsError
from claims.intake import arrivals
from claims.models import Article, TrayItem, User
from claims.queries import revisions
from claims.requests import DeskRequest
from claims.services import bringing, taking_in
from claims.services.taking_in import Snapshot, Taken


class NewerTextForm(forms.Form):
    """A newer text of an article that is here, pasted or fetched."""

    item = forms.ModelChoiceField(
        TrayItem.objects.none(), required=False, widget=forms.HiddenInput
    )
    text = forms.CharField(
        label=gettext_lazy("The text as it is now"),
        strip=False,
        widget=forms.Textarea({"rows": 20, "class": "pasted"}),
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        field: Any = self.fields["item"]
        field.queryset = by.tray_items.waiting()

    @property
    def snapshot(self) -> Snapshot:
        item: TrayItem | None = self.cleaned_data["item"]
        text: str = self.cleaned_data["text"]
        if item is None:
            return Snapshot(text)
        return bringing.snapshot_of(item.document.corrected(normalise(text)))


@require_http_methods(["GET", "POST"])
@for_editors
def revise(request: DeskRequest, pk: int) -> HttpResponse:
    """Show what a newer text of an article changes; take it in and carry its marks."""
    article = get_object_or_404(Article.objects.for_list(), pk=pk)
    item = _fetched_item(request)
    shown = {"item": item, "text": item.text} if item else None
    form = NewerTextForm(request.POST or None, initial=shown, by=request.user)
    if form.is_valid() and "compare" not in request.POST:
        try:
            taken = _revised(article, form, by=request.user)
        except ClaimsError as refusal:
            form.add_error("text", str(refusal))
        else:
            number = taken.revision.number
            new = _("Took in revision %(number)s; its marks were carried.")
            known = _("The article has this text already, as revision %(number)s.")
            sentence = new if taken.is_new_revision else known
            messages.success(request, sentence % {"number": number})
            return redirect("admin:claims_article_revisions", pk)
    text = str(form["text"].value() or "")
    preview = revisions.preview(article, text) if text.strip() else None
    context = {"form": form, "article": article, "preview": preview, "item": item}
    return render(request, "annotator/revise.html", context)


def _fetched_item(request: DeskRequest) -> TrayItem | None:
    key = request.GET.get("item", "")
    waiting = request.user.tray_items.waiting()
    return waiting.filter(pk=key).first() if key.isdecimal() else None


@transaction.atomic
def _revised(article: Article, form: NewerTextForm, *, by: User) -> Taken:
    taken = taking_in.revise(article, form.snapshot, by=by)
    if (item := form.cleaned_data["item"]) is not None:
        bringing.put_away(item, taken, by=by)
    return taken


@require_POST
@for_editors
def fetch(request: DeskRequest, pk: int) -> HttpResponse:
    """Fetch the text that stands at an article's address now, to be looked at first."""
    article = get_object_or_404(Article, pk=pk)
    where = reverse("admin:claims_article_revise", args=[pk])
    [brought, *_others] = arrivals.from_addresses([article.url], rules=rules_of_desk())
    if brought.document is None:
        messages.error(request, brought.refusal)
        return redirect(where)
    try:
        [item] = bringing.bring([brought], by=request.user)
    except ClaimsError as refusal:
        messages.error(request, str(refusal))
        return redirect(where)
    return redirect(f"{where}?item={item.pk}")


@require_GET
def compare(request: DeskRequest, pk: int) -> HttpResponse:
    """Show what changed between two texts, and the marks that could not be carried."""
    if not policy.may_view(request.user):
        raise PermissionDenied
    article = get_object_or_404(Article.objects.for_list(), pk=pk)
    number = request.GET.get("revision", "")
    page = revisions.of(article, number=int(number) if number.isdecimal() else None)
    context: dict[str, Any] = {
        "page": page,
        "article": article,
        "may_annotate": policy.may_annotate(request.user),
    }
    return render(request, "annotator/revisions.html", context)


@require_http_methods(["GET", "POST"])
@for_editors
def resolve(request: DeskRequest, pk: int, what: str, row_pk: int) -> HttpResponse:
    """Put a mark that was left behind on its words in the newest text."""
    article = get_object_or_404(Article.objects.for_list(), pk=pk)
    page = revisions.of(article)
    left = page.left(f"{what}-{row_pk}")
    if left is None:
        raise Http404
    form = ResolveForm(left, page.newest, request.POST or None)
    if form.is_valid():
        try:
            form.perform(by=request.user)
        except ClaimsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The mark stands in the newest text.")
            return redirect("admin:claims_article_revisions", pk)
    context = {
        "form": form,
        "groups": list(groups(form)),
        "revision": page.newest,
        "card": left.card.key,
        "words": left.card.row.exact,
        "action": request.path,
    }
    return render(request, "annotator/form.html", context)


def urls(guard: Callable[..., Any]) -> list[URLPattern]:
    return [
        path("<int:pk>/revise/", guard(revise), name="claims_article_revise"),
        path("<int:pk>/revise/fetch/", guard(fetch), name="claims_article_fetch"),
        path(
            "<int:pk>/revisions/<str:what>/<int:row_pk>/resolve/",
            guard(resolve),
            name="claims_article_resolve",
        ),
        path("<int:pk>/revisions/", guard(compare), name="claims_article_revisions"),
    ]
