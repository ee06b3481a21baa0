"""Quantities as JSON."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import Prefetch

from claims.api.choosing import Related
from claims.api.incidents import IncidentBareSerializer
from claims.api.resources import DeskSerializer
from claims.models import Incident, Quantity


class QuantityBareSerializer(DeskSerializer[Quantity]):
    class Meta:
        model = Quantity
        fields: ClassVar = [
            "id",
            "incident",
            "measure",
            "population",
            "side",
            "population_status",
            "place",
            "window_from",
            "window_until",
            "unit",
            "assignee",
            "merged_into",
            "severity",
            "positions",
            "conflicts",
            "figure_count",
            "reports",
            "outlets",
            "independent",
            "compared_at",
            "version",
        ]


class QuantityRelated(Related):
    prefetch: ClassVar = {
        "incident": (
            Prefetch("incident", Incident.objects.defer("dossier")),
            "incident__parties",
        )
    }

    incident = IncidentBareSerializer(required=False)


class QuantitySerializer(QuantityBareSerializer):
    included = QuantityRelated(source="*", read_only=True, required=False)

    class Meta(QuantityBareSerializer.Meta):
        fields: ClassVar = [*QuantityBareSerializer.Meta.fields, "included"]
