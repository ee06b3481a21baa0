"""Texts as they were seen, and texts that repeat others, in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims import policy
from claims.admin import annotating
from claims.admin.base import SealedAdmin, signed_in
from claims.models import Copy, Outlet, Revision
from claims.services import copying


def annotate_link(revision_pk: int, words: str) -> SafeString:
    where = reverse("admin:claims_revision_annotate", args=[revision_pk])
    return format_html('<a href="{}">{}</a>', where, words)


@admin.register(Revision)
class RevisionAdmin(SealedAdmin[Revision]):
    list_display = ("article", "number", "retrieved_at", "outlet", "short_hash", "annotate")
    list_select_related = ("article__outlet",)
    list_filter = ("retrieved_at",)
    search_fields = ("article__headline", "sha256")
    date_hierarchy = "retrieved_at"
    fields = (
        "article",
        "number",
        "retrieved_at",
        "extractor",
        "raw_type",
        "sha256",
        "text",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        rows = super().get_queryset(request).defer("raw")
        match = request.resolver_match
        is_list = match is not None and match.url_name == "claims_revision_changelist"
        return rows.defer("raw", "text") if is_list else rows

    @admin.display(ordering="article__outlet__name")
    def outlet(self, revision: Revision) -> Outlet:
        return revision.article.outlet

    @admin.display(description="sha256")
    def short_hash(self, revision: Revision) -> str:
        return revision.sha256[:12]

    @admin.display(description="")
    def annotate(self, revision: Revision) -> SafeString:
        return annotate_link(revision.pk, "Annotate")

    def get_urls(self) -> list[URLPattern]:
        return [*annotating.urls(self.admin_site.admin_view), *super().get_urls()]


@admin.register(Copy)
class CopyAdmin(SealedAdmin[Copy]):
    list_display = ("article", "original", "likeness", "status", "decided_by", "decided_at")
    list_select_related = ("article", "original", "decided_by")
    list_filter = ("status",)
    search_fields = ("article__headline", "original__headline")
    actions = ("confirm", "refuse")

    def get_actions(self, request: HttpRequest) -> Any:
        user = signed_in(request)
        may = policy.may_annotate_or_compare(user)
        return super().get_actions(request) if may else {}

    @admin.action(description="Confirm: the one is a copy of the other")
    def confirm(self, request: HttpRequest, copies: QuerySet[Copy]) -> None:
        by = signed_in(request)
        self.each(request, copies, lambda copy: copying.confirm(copy, by=by))

    @admin.action(description="Refuse: the two were written apart")
    def refuse(self, request: HttpRequest, copies: QuerySet[Copy]) -> None:
        by = signed_in(request)
        self.each(request, copies, lambda copy: copying.refuse(copy, by=by))
