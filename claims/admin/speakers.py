"""Speakers and outlets in the admin: names, roles, merges."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern

from claims import policy
from claims.admin import merging
from claims.admin.base import Asks, DeskAdmin, PartsInline, given
from claims.domain.names import caseless
from claims.models import Alias, Outlet, Role, Speaker, User
from claims.services import cataloguing, naming
from claims.services.naming import RoleHeld


class AliasInline(PartsInline):
    """Other names and spellings."""

    model = Alias
    asks = Asks(change=policy.may_annotate)
    verbose_name_plural = "aliases and spellings"


class RoleInline(PartsInline):
    """What a speaker was in an organisation, and when."""

    model = Role
    fk_name = "speaker"
    autocomplete_fields = ("organisation",)
    asks = Asks(change=policy.may_annotate)


class Standing(admin.SimpleListFilter):
    """Speakers that stand, or those that were merged."""

    title = "merged"
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "Standing"), ("yes", "Merged into another")]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return rows
        return rows.filter(merged_into__isnull=self.value() == "no")


@admin.register(Speaker)
class SpeakerAdmin(DeskAdmin[Speaker]):
    asks = Asks(add=policy.may_annotate, change=policy.may_annotate)
    list_display = (
        "name",
        "kind",
        "spellings",
        "held",
        "mentions",
        "wikidata",
        "merged_into",
    )
    list_select_related = ("merged_into",)
    list_filter = ("kind", Standing)
    search_fields = ("folded", "aliases__folded", "wikidata")
    fields = ("name", "kind", "wikidata", "note", "merged_into")
    readonly_fields = ("merged_into",)
    inlines = (AliasInline, RoleInline)
    change_form_template = "admin/claims/speaker/change_form.html"
    change_list_template = "admin/claims/speaker/change_list.html"

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ("name", "kind", "wikidata", "note")
        changes = ("version_read",) if self.has_change_permission(request) else ()
        return (*self.fields, *changes)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Speaker]:
        rows = super().get_queryset(request).annotate(mention_count=Count("links"))
        return rows.prefetch_related("aliases", "roles__organisation")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        words = caseless(search_term)
        rows, may_repeat = super().get_search_results(request, queryset, words)
        if request.path.endswith("/autocomplete/"):
            rows = rows.filter(merged_into__isnull=True)
        return rows, may_repeat

    @admin.display(description="also")
    def spellings(self, speaker: Speaker) -> str:
        return ", ".join(alias.name for alias in speaker.aliases.all())

    @admin.display(description="roles")
    def held(self, speaker: Speaker) -> str:
        return "; ".join(str(role) for role in speaker.roles.all())

    @admin.display(description="named", ordering="mention_count")
    def mentions(self, speaker: Any) -> int:
        return int(speaker.mention_count)

    def add(self, form: Any, *, by: User) -> Speaker:
        typed = form.cleaned_data
        speaker = naming.add(typed["name"], kind=typed["kind"], by=by)
        more = {name: typed[name] for name in ("wikidata", "note") if typed[name]}
        if more:
            naming.amend(speaker, version=speaker.version, by=by, **more)
        return speaker

    def amend(self, row: Any, form: Any, *, by: User) -> None:
        columns = given(form, ("name", "kind", "wikidata", "note"))
        if columns:
            naming.amend(row, version=row.version, by=by, **columns)

    def save_parts(self, row: Any, formset: Any, *, by: User) -> None:
        changed = [each for each, _ in formset.changed_objects]
        for gone in [*formset.deleted_objects, *changed]:
            stored = type(gone)._default_manager.get(pk=gone.pk)
            if isinstance(stored, Alias):
                naming.remove_alias(stored, by=by)
            else:
                naming.remove_role(stored, by=by)
        for part in [*changed, *formset.new_objects]:
            if isinstance(part, Alias):
                naming.add_alias(Speaker.objects.get(pk=row.pk), part.name, by=by)
            else:
                held = RoleHeld(part.organisation, part.title, part.from_on, part.until_on)
                naming.add_role(row, held, by=by)

    def get_urls(self) -> list[URLPattern]:
        return [*merging.urls(self.admin_site.admin_view), *super().get_urls()]


@admin.register(Outlet)
class OutletAdmin(DeskAdmin[Outlet]):
    asks = Asks(add=policy.may_annotate, change=policy.may_annotate)
    list_display = ("name", "kind", "domain", "family", "article_count")
    list_select_related = ("family",)
    list_filter = ("kind",)
    search_fields = ("folded", "domain")
    fields = ("name", "kind", "domain", "family")
    autocomplete_fields = ("family",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        changes = obj is not None and self.has_change_permission(request)
        return (*self.fields, "version_read") if changes else self.fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        return super().get_queryset(request).annotate(article_total=Count("articles"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return super().get_search_results(request, queryset, caseless(search_term))

    @admin.display(description="articles", ordering="article_total")
    def article_count(self, outlet: Any) -> int:
        return int(outlet.article_total)

    def add(self, form: Any, *, by: User) -> Outlet:
        typed = form.cleaned_data
        outlet = naming.outlet(
            typed["name"], kind=typed["kind"], domain=typed["domain"], by=by
        )
        if typed["family"] is not None:
            cataloguing.amend_outlet(outlet, by=by, family=typed["family"])
        return outlet

    def amend(self, row: Any, form: Any, *, by: User) -> None:
        columns = given(form, ("name", "kind", "domain", "family"))
        cataloguing.amend_outlet(row, by=by, **columns)
