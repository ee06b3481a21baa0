"""Relations: what two figures are to each other."""

from __future__ import annotations

from typing import ClassVar

from rest_framework import serializers

from claims.api.resources import DeskSerializer, Resource
from claims.models import Relation


class RelationSerializer(DeskSerializer[Relation]):
    flags = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Relation
        fields: ClassVar = [
            "id",
            "a",
            "b",
            "quantity",
            "kind",
            "flags",
            "severity",
            "why",
            "is_dismissed",
        ]


class RelationResource(Resource[Relation]):
    """What the method says of two figures, with its reason."""

    queryset = Relation.objects.all()
    serializer_class = RelationSerializer
    filterset_fields: ClassVar = {
        "a": ["exact"],
        "b": ["exact"],
        "quantity": ["exact"],
        "quantity__incident": ["exact"],
        "kind": ["exact"],
        "severity": ["gte"],
        "is_dismissed": ["exact"],
    }
    ordering_fields = ("id", "severity")
