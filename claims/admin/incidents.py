"""Incidents, their parties and quantities in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims import policy
from claims.admin.base import Asks, PartsInline, SealedAdmin, SealedInline, given
from claims.admin.filters import Counted, SetAside
from claims.admin.reasons import ReasonedAdmin
from claims.models import Figure, Incident, Party, Quantity, Relation, User
from claims.services import recording
from claims.services.recording import Happening

FACTS = ("title", "summary", "place", "happened_on", "happened_precision", "parent")


class PartyInline(PartsInline):
    """Who was there, and on whose side."""

    model = Party
    autocomplete_fields = ("speaker",)
    follows = ("speaker",)
    asks = Asks(change=policy.may_annotate)


class QuantityInline(SealedInline):
    """What is counted."""

    model = Quantity
    fields = ("measure", "population", "side", "figure_count", "positions", "severity")
    readonly_fields = fields
    show_change_link = True


@admin.register(Incident)
class IncidentAdmin(ReasonedAdmin[Incident]):
    telling = frozenset(FACTS) - {"summary"}
    asks = Asks(add=policy.may_annotate, change=policy.may_annotate)
    list_display = (
        "title",
        "happened_on",
        "place",
        "listed_parties",
        "quantity_count",
        "parent",
    )
    list_select_related = ("parent",)
    list_filter = ("happened_on", "is_demonstration")
    search_fields = ("title", "place", "summary", "parties__speaker__name")
    date_hierarchy = "happened_on"
    autocomplete_fields = ("parent",)
    inlines = (PartyInline, QuantityInline)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields_for(request, obj, FACTS)

    def is_rested_on(self, row: Any) -> bool:
        return Figure.objects.filed().filter(quantity__incident=row).exists()

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return (PartyInline,) if obj is None else self.inlines

    def get_queryset(self, request: HttpRequest) -> QuerySet[Incident]:
        rows = super().get_queryset(request).defer("dossier")
        counted = rows.annotate(quantity_total=Count("quantities"))
        return counted.prefetch_related("parties__speaker")

    @admin.display(description="parties")
    def listed_parties(self, incident: Incident) -> str:
        return ", ".join(str(party) for party in incident.parties.all())

    @admin.display(description="quantities", ordering="quantity_total")
    def quantity_count(self, incident: Any) -> int:
        return int(incident.quantity_total)

    def add(self, form: Any, *, by: User) -> Incident:
        happening = Happening(**{name: form.cleaned_data[name] for name in FACTS})
        return recording.add(happening, by=by)

    def amend(self, row: Any, form: Any, *, by: User) -> None:
        columns = given(form, FACTS)
        if columns:
            why = form.cleaned_data["why"]
            recording.amend(row, version=row.version, by=by, reason=why, **columns)

    def save_parts(self, row: Any, formset: Any, *, by: User) -> None:
        for party in formset.deleted_objects:
            stored = Party.objects.get(pk=party.pk)
            recording.remove_party(stored, by=by, reason=formset.why)
        for party, _ in formset.changed_objects:
            stored = Party.objects.get(pk=party.pk)
            if stored.speaker_id != party.speaker_id:
                recording.remove_party(stored, by=by, reason=formset.why)
        kept = [party for party, _ in formset.changed_objects]
        for party in [*kept, *formset.new_objects]:
            recording.add_party(
                row, party.speaker, side=party.side, by=by, reason=formset.why
            )


@admin.register(Quantity)
class QuantityAdmin(SealedAdmin[Quantity]):
    list_display = (
        *("population", "measure", "incident", "side", "population_status", "figure_count"),
        *("positions", "independent", "severity", "assignee", "open"),
    )
    list_select_related = ("incident", "assignee")
    list_filter = (Counted, "population_status", "assignee")
    search_fields = ("population", "measure", "incident__title")

    @admin.display(description="")
    def open(self, quantity: Quantity) -> SafeString:
        where = reverse("review:quantity", args=[quantity.pk])
        return format_html('<a href="{}">Compare</a>', where)


@admin.register(Relation)
class RelationAdmin(SealedAdmin[Relation]):
    list_display = ("kind", "severity", "a", "b", "quantity", "why", "aside")
    list_select_related = ("a", "b", "quantity")
    list_filter = ("kind", SetAside)
    search_fields = ("why", "quantity__population", "quantity__incident__title")

    @admin.display(description="standing", ordering="is_dismissed")
    def aside(self, relation: Relation) -> str:
        return "set aside" if relation.is_dismissed else "open"
