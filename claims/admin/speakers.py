"""Speakers and outlets in the admin: names, roles, merges."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern

from claims import policy
from claims.admin import merging
from claims.admin.base import Asks, PartsInline, given
from claims.admin.filters import Standing
from claims.admin.reasons import ReasonedAdmin
from claims.domain.names import caseless
from claims.models import Alias, Figure, Outlet, Quote, Role, Speaker, User
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
    follows = ("organisation", "speaker")
    asks = Asks(change=policy.may_annotate)


@admin.register(Speaker)
class SpeakerAdmin(ReasonedAdmin[Speaker]):
    telling = frozenset({"name", "kind"})
    harmless = (Alias,)
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
        return self.fields_for(request, obj, self.fields)

    def is_rested_on(self, row: Any) -> bool:
        return _is_decided(attribution__links__speaker__in=[row, *row.merged.all()])

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
            why = form.cleaned_data["why"]
            naming.amend(row, version=row.version, by=by, reason=why, **columns)

    def save_parts(self, row: Any, formset: Any, *, by: User) -> None:
        changed = [each for each, _ in formset.changed_objects]
        for gone in [*formset.deleted_objects, *changed]:
            stored = type(gone)._default_manager.get(pk=gone.pk)
            if isinstance(stored, Alias):
                naming.remove_alias(stored, by=by, reason=formset.why)
            else:
                naming.remove_role(stored, by=by, reason=formset.why)
        for part in [*changed, *formset.new_objects]:
            if isinstance(part, Alias):
                speaker = Speaker.objects.get(pk=row.pk)
                naming.add_alias(speaker, part.name, by=by, reason=formset.why)
            else:
                held = RoleHeld(part.organisation, part.title, part.from_on, part.until_on)
                naming.add_role(row, held, by=by, reason=formset.why)

    def get_urls(self) -> list[URLPattern]:
        return [*merging.urls(self.admin_site.admin_view), *super().get_urls()]


@admin.register(Outlet)
class OutletAdmin(ReasonedAdmin[Outlet]):
    telling = frozenset({"name", "kind", "family"})
    asks = Asks(add=policy.may_annotate, change=policy.may_annotate)
    list_display = ("name", "kind", "domain", "family", "article_count")
    list_select_related = ("family",)
    list_filter = ("kind",)
    search_fields = ("folded", "domain")
    fields = ("name", "kind", "domain", "family")
    autocomplete_fields = ("family",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields_for(request, obj, self.fields)

    def is_rested_on(self, row: Any) -> bool:
        return _is_decided(revision__article__outlet=row)

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
        if columns:
            why = form.cleaned_data["why"]
            cataloguing.amend_outlet(row, by=by, reason=why, **columns)


def _is_decided(**whose: object) -> bool:
    """Say whether a quote or a figure of these was accepted."""
    accepted = (Quote.objects.accepted(), Figure.objects.accepted())
    return any(rows.filter(**whose).exists() for rows in accepted)
