"""Speakers: who is said to have said it, with other names and roles."""

from __future__ import annotations

from typing import ClassVar

from rest_framework import serializers

from claims.api.resources import DeskSerializer, Resource
from claims.models import Role, Speaker


class RoleSerializer(DeskSerializer[Role]):
    class Meta:
        model = Role
        fields: ClassVar = ["organisation", "title", "from_on", "until_on"]


class SpeakerSerializer(DeskSerializer[Speaker]):
    aliases: serializers.SlugRelatedField[Speaker] = serializers.SlugRelatedField(
        slug_field="name", many=True, read_only=True
    )
    roles = RoleSerializer(many=True, read_only=True)

    class Meta:
        model = Speaker
        fields: ClassVar = [
            "id",
            "name",
            "kind",
            "wikidata",
            "note",
            "merged_into",
            "aliases",
            "roles",
            "version",
        ]


class SpeakerResource(Resource[Speaker]):
    """Persons, organisations, groups, outlets, documents and unnamed sources."""

    queryset = Speaker.objects.prefetch_related("aliases", "roles")
    serializer_class = SpeakerSerializer
    filterset_fields: ClassVar = ["name", "kind", "wikidata"]
    search_fields: ClassVar = ["name", "aliases__name"]
    ordering_fields = ("id", "name")
