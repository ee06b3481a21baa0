"""Articles in the admin: taken in by pasting, revised, and opened in the annotator."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from claims import policy
from claims.admin import revising, tray
from claims.admin.base import Asks, SealedInline, given, signed_in
from claims.admin.pasting import FACTS, PasteForm, PublicationForm
from claims.admin.taking_in import ADD_FIELDS, TakingIn
from claims.admin.texts import annotate_link
from claims.admin.widgets import DayOrMoment, NamedMoment
from claims.models import Article, Figure, Quote, Revision, User
from claims.services import cataloguing


class FactsForm(PublicationForm):
    """What is known of an article beside its text."""

    why = forms.CharField(
        label=_("Why it changes"), required=False, widget=forms.TextInput({"size": 60})
    )


class RevisionInline(SealedInline):
    """The texts of an article."""

    model = Revision
    fields = ("number", "retrieved_at", "length", "extractor", "annotate")
    readonly_fields = fields
    follows = ("article",)
    verbose_name_plural = "revisions"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer("raw")

    @admin.display(description="characters")
    def length(self, revision: Revision) -> int:
        return len(revision.text)

    @admin.display(description="")
    def annotate(self, revision: Revision) -> SafeString:
        return annotate_link(revision.pk, "Annotate")


@admin.register(Article)
class ArticleAdmin(TakingIn):
    asks = Asks(add=policy.may_annotate, change=policy.may_annotate)
    formfield_overrides: ClassVar[Any] = {
        models.DateTimeField: {"form_class": DayOrMoment, "widget": NamedMoment}
    }
    list_display = (
        *("headline", "outlet", "published", "revision_count", "waiting", "accepted"),
        "annotate",
    )
    list_select_related = ("outlet",)
    list_filter = (
        *("outlet__kind", ("outlet", admin.RelatedOnlyFieldListFilter)),
        *("published_at", "language"),
    )
    search_fields = ("headline", "url", "byline", "outlet__name")
    date_hierarchy = "published_at"
    autocomplete_fields = ("agency",)
    change_form_template = "admin/claims/article/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                text_count=Count("revisions", distinct=True),
                newest_pk=Max("revisions__pk"),
                waiting_count=_count("suggested"),
                accepted_count=_count("accepted"),
            )
        )

    @admin.display(description="published at", ordering="published_at")
    def published(self, article: Article) -> str:
        """Return the day, and the hour where it is known."""
        if article.published_at is None:
            return "-"
        is_day = article.published_precision == Article.Precision.DAY
        form = "DATE_FORMAT" if is_day else "DATETIME_FORMAT"
        return date_format(localtime(article.published_at), form)

    @admin.display(description="revisions", ordering="text_count")
    def revision_count(self, article: Any) -> int:
        return int(article.text_count)

    @admin.display(description="suggested", ordering="waiting_count")
    def waiting(self, article: Any) -> int:
        return int(article.waiting_count)

    @admin.display(description="accepted", ordering="accepted_count")
    def accepted(self, article: Any) -> int:
        return int(article.accepted_count)

    @admin.display(description="")
    def annotate(self, article: Any) -> SafeString | str:
        return annotate_link(article.newest_pk, "Annotate") if article.newest_pk else ""

    def get_form(
        self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any
    ) -> Any:
        kwargs["form"] = PasteForm if obj is None else FactsForm
        form = super().get_form(request, obj, *args, **kwargs)
        return type(form.__name__, (form,), {"owner": signed_in(request)})

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ADD_FIELDS
        facts = ("headline", *FACTS)
        changes = ("why", "version_read") if self.has_change_permission(request) else ()
        return ("outlet", *facts, *changes)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return () if obj is None else ("outlet",)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return () if obj is None else (RevisionInline,)

    def amend(self, row: Any, form: Any, *, by: User) -> None:
        columns = given(form, ("headline", *FACTS))
        why = form.cleaned_data["why"]
        if columns:
            cataloguing.amend_article(
                row, version=row.version, by=by, reason=why, **columns
            )

    def get_urls(self) -> list[URLPattern]:
        guard = self.admin_site.admin_view
        return [*revising.urls(guard), *tray.urls(guard), *super().get_urls()]


def _count(status: str) -> Any:
    """Return an expression that counts an article's quotes and figures of a status."""
    counts = [
        Coalesce(
            Subquery(
                rows.objects.filter(revision__article=OuterRef("pk"), status=status)
                .order_by()
                .values("revision__article")
                .annotate(count=Count("pk"))
                .values("count")
            ),
            0,
        )
        for rows in (Quote, Figure)
    ]
    return counts[0] + counts[1]
