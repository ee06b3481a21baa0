"""The log: who did what to which row, and why."""

from __future__ import annotations

from typing import ClassVar

from rest_framework import serializers

from claims.api.resources import DeskSerializer, Resource
from claims.models import Change


class ChangeSerializer(DeskSerializer[Change]):
    before = serializers.DictField(read_only=True)
    after = serializers.DictField(read_only=True)

    class Meta:
        model = Change
        fields: ClassVar = [
            "id",
            "at",
            "actor",
            "act",
            "subject",
            "subject_pk",
            "label",
            "incident",
            "before",
            "after",
            "reason",
            "previous_hash",
            "hash",
        ]


class ChangeResource(Resource[Change]):
    """Lines of the log, newest first; each carries the hash of the one before it."""

    queryset = Change.objects.all()
    serializer_class = ChangeSerializer
    filterset_fields: ClassVar = {
        "act": ["exact"],
        "actor": ["exact"],
        "subject": ["exact"],
        "subject_pk": ["exact"],
        "incident": ["exact"],
        "at": ["gte", "lte"],
    }
    search_fields: ClassVar = ["label", "reason"]
    ordering_fields = ("id", "at")
