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
from claims.models import Figure, Quote
from claims.queries.annotating import SURE, Card
from claims.services import annotating
from claims.services.annotating import Row


class Sureness(admin.SimpleListFilter):
    """How sure the engine was."""

    title = "engine’s confidence"
    parameter_name = "confidence"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("sure", f"{SURE} or more"),
            ("likely", f"0.6 to {SURE}"),
            ("doubt", "Less"),
        ]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        ranges = {"sure": (SURE, 1), "likely": (0.6, SURE), "doubt": (0, 0.6)}
        chosen = ranges.get(self.value() or "")
        return rows.filter(confidence__range=chosen) if chosen else rows


class MarksAdmin(SealedAdmin[Any]):
    """What quotes and figures have in common."""

    list_select_related: ClassVar[Any] = ("revision__article__outlet", "attribution")
    list_filter = (
        *("status", "found_by", Sureness),
        ("revision__article__outlet", admin.RelatedOnlyFieldListFilter),
    )
    search_fields = ("exact", "revision__article__headline", "attribution__links__name")
    actions = ("accept", "reject")

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

    @admin.display(description="speaker")
    def speaker(self, row: Row) -> str:
        return Card(row).speaker or "—"

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

    def get_list_filter(self, request: HttpRequest) -> Any:
        return ("kind", *super().get_list_filter(request))


@admin.register(Figure)
class FigureAdmin(MarksAdmin):
    list_display = (
        *("words", "value", "population", "speaker", "status", "filed", "sureness"),
        "article",
    )
    list_select_related: ClassVar[Any] = (*MarksAdmin.list_select_related, "quantity")

    def get_list_filter(self, request: HttpRequest) -> Any:
        filed = ("quantity", admin.EmptyFieldListFilter)
        return ("measure", filed, *super().get_list_filter(request))

    @admin.display(description="value", ordering="low")
    def value(self, figure: Figure) -> str:
        return Card(figure).value

    @admin.display(description="filed under", ordering="quantity")
    def filed(self, figure: Figure) -> str:
        return str(figure.quantity or "")
