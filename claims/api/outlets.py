"""Outlets: who publishes."""

from __future__ import annotations

from typing import ClassVar

from claims.api.resources import DeskSerializer, Resource
from claims.models import Outlet


class OutletSerializer(DeskSerializer[Outlet]):
    class Meta:
        model = Outlet
        fields: ClassVar = ["id", "name", "kind", "domain", "family", "speaker"]


class OutletResource(Resource[Outlet]):
    """Newspapers, broadcasters, agencies, bodies that publish."""

    queryset = Outlet.objects.all()
    serializer_class = OutletSerializer
    filterset_fields: ClassVar = ["name", "kind", "domain"]
    search_fields: ClassVar = ["name"]
    ordering_fields = ("id", "name")
