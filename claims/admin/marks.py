"""Quotes and figures in the admin: long lists to decide on in bulk."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from claims import policy
from claims.admin.base import SealedAdmin, signed_in
from claims.admin.filters import Counted, Filed, Sureness
from claims.models import Figure, Quote
from claims.queries.annotating import Card
from claims.services import annotating
from claims.services.annotating import Row

DECIDED = ("decided_by", "decided_at")


class MarksAdmin(SealedAdmin[Any]):
    """What quotes and figures have in common."""

    list_select_related: ClassVar[Any] = ("revision__article__outlet", "attribution")
    list_filter = (
        *("status", "found_by", Sureness),
        ("revision__article__outlet", admin.RelatedOnlyFieldListFilter),
    )
    search_fields = ("exact", "revision__article__headline", "attribution__links__name")
    actions = ("accept", "reject")
    about: ClassVar[Any] = (
        (
            "How it was found and decided",
            {"fields": ("status", "found_by", "sureness", "rule", *DECIDED)},
        ),
        (
            "Where it stands",
            {"fields": ("revision", "start", "end", "before", "after")},
        ),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [name for _, part in self.fieldsets or () for name in part["fields"]]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request).defer("revision__text", "revision__raw")
        return rows.prefetch_related("attribution__links__speaker")

    def get_actions(self, request: HttpRequest) -> Any:
        return super().get_actions(request) if self._may_decide(request) else {}

    @admin.action(description="Accept the chosen suggestions")
    def accept(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        by = signed_in(request)
        self.each(request, rows, lambda row: annotating.accept(row, by=by))

    @admin.action(description="Reject the chosen suggestions")
    def reject(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        by = signed_in(request)
        self.each(request, rows, lambda row: annotating.reject(row, by=by))

    @admin.display(description="words", ordering="exact")
    def words(self, row: Row) -> str:
        return Truncator(row.exact).chars(90)

    @admin.display(description="words")
    def printed(self, row: Row) -> str:
        return row.exact

    @admin.display(description="speaker")
    def speaker(self, row: Row) -> str:
        return Card(row).speaker or "—"

    @admin.display(description="through")
    def via(self, row: Row) -> str:
        return Card(row).via

    @admin.display(description="sure", ordering="confidence")
    def sureness(self, row: Row) -> str:
        return "" if row.confidence is None else f"{row.confidence:.2f}"

    @admin.display(description="article", ordering="revision__article__headline")
    def article(self, row: Row) -> SafeString:
        where = reverse("admin:claims_revision_annotate", args=[row.revision_id])
        return format_html(
            '<a href="{}#{}">{}</a> <span class="quiet">{}</span>',
            where,
            Card(row).key,
            row.revision.article.headline[:70],
            row.revision.article.outlet,
        )

    @staticmethod
    def _may_decide(request: HttpRequest) -> bool:
        return policy.may_annotate(signed_in(request))


@admin.register(Quote)
class QuoteAdmin(MarksAdmin):
    list_display = ("words", "kind", "speaker", "status", "sureness", "article")
    fieldsets = (
        (
            None,
            {"fields": ("printed", "kind", "said_at", "cue", "speaker", "via", "article")},
        ),
        *MarksAdmin.about,
    )

    def get_list_filter(self, request: HttpRequest) -> Any:
        return ("kind", *super().get_list_filter(request))


@admin.register(Figure)
class FigureAdmin(MarksAdmin):
    list_display = (
        *("words", "value", "population", "speaker", "status", "filed", "sureness"),
        "article",
    )
    list_select_related: ClassVar[Any] = (*MarksAdmin.list_select_related, "quantity")
    fieldsets = (
        (None, {"fields": ("printed", "speaker", "via", "quote", "article", "quantity")}),
        (
            "What it says",
            {
                "fields": (
                    *("measure", "value", "population", "side", "place", "kind"),
                    *("hedge", "unit", "as_of", "epistemic", "basis"),
                    *("is_additive", "is_correction", "restates"),
                )
            },
        ),
        *MarksAdmin.about,
    )

    def get_list_filter(self, request: HttpRequest) -> Any:
        return (Counted, Filed, *super().get_list_filter(request))

    @admin.display(description="value", ordering="low")
    def value(self, figure: Figure) -> str:
        return Card(figure).value

    @admin.display(description="filed under", ordering="quantity")
    def filed(self, figure: Figure) -> str:
        return str(figure.quantity or "")
