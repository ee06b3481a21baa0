"""Incidents: what happened, and who was party to it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.exchange import dossier_writing
from claims.models import Incident, Party


class PartySerializer(DeskSerializer[Party]):
    class Meta:
        model = Party
        fields: ClassVar = ["speaker", "side"]


class IncidentSerializer(DeskSerializer[Incident]):
    parties = PartySerializer(many=True, read_only=True)

    class Meta:
        model = Incident
        fields: ClassVar = [
            "id",
            "slug",
            "title",
            "summary",
            "place",
            "happened_on",
            "happened_precision",
            "parent",
            "is_demonstration",
            "parties",
            "version",
        ]


class IncidentResource(Resource[Incident]):
    """What happened, where and when."""

    queryset = Incident.objects.defer("dossier").prefetch_related("parties")
    serializer_class = IncidentSerializer
    filterset_fields: ClassVar = {
        "slug": ["exact"],
        "parent": ["exact"],
        "happened_on": ["exact", "gte", "lte"],
        "is_demonstration": ["exact"],
    }
    search_fields: ClassVar = ["title", "summary", "place"]
    ordering_fields = ("id", "title")
    scopes: ClassVar = {"dossier": "export"}

    @extend_schema(responses=OpenApiTypes.OBJECT, filters=False)
    @action(detail=True, pagination_class=None, filter_backends=[])
    def dossier(self, request: DeskRequest, pk: str) -> Response:
        """Return the whole incident as one dossier, as the command writes it."""
        incident = Incident.objects.filter(pk=pk).first()
        if incident is None:
            raise Http404
        content: dict[str, Any] = dossier_writing.of(incident)
        return Response(content)
