"""A newer text of an article: pasted, set against the last one, its marks resolved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods

from claims import policy
from claims.admin.annotating import for_editors
from claims.annotator.edges import ResolveForm
from claims.annotator.groups import groups
from claims.errors import ClaimsError
from claims.models import Article
from claims.queries import revisions
from claims.requests import DeskRequest
from claims.services import taking_in
from claims.services.taking_in import Snapshot


class NewerTextForm(forms.Form):
    """A newer text of an article that is here."""

    text = forms.CharField(
        label="The text as it is now",
        strip=False,
        widget=forms.Textarea({"rows": 20, "class": "pasted"}),
    )


@require_http_methods(["GET", "POST"])
@for_editors
def revise(request: DeskRequest, pk: int) -> HttpResponse:
    """Take in a newer text of an article and carry its marks."""
    article = get_object_or_404(Article.objects.for_list(), pk=pk)
    form = NewerTextForm(request.POST or None, label_suffix="")
    if form.is_valid():
        try:
            taken = taking_in.revise(
                article, Snapshot(form.cleaned_data["text"]), by=request.user
            )
        except ClaimsError as refusal:
            form.add_error("text", str(refusal))
        else:
            number = taken.revision.number
            new = f"Took in revision {number}; its marks were carried."
            known = f"The article has this text already, as revision {number}."
            messages.success(request, new if taken.is_new_revision else known)
            return redirect("admin:claims_article_revisions", pk)
    context = {"form": form, "article": article, **admin.site.each_context(request)}
    return render(request, "annotator/revise.html", context)


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
        path(
            "<int:pk>/revisions/<str:what>/<int:row_pk>/resolve/",
            guard(resolve),
            name="claims_article_resolve",
        ),
        path("<int:pk>/revisions/", guard(compare), name="claims_article_revisions"),
    ]
