"""Chains: who said it and through whom, read with a mark and written by an act."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from claims.api.resources import DeskSerializer
from claims.errors import Incomplete
from claims.models import Attribution, Link, Speaker
from claims.services.attributing import Chain, Source


class LinkSerializer(DeskSerializer[Link]):
    class Meta:
        model = Link
        fields: ClassVar = [
            "position",
            "role",
            "speaker",
            "name",
            "descriptor",
            "reason",
            "mention",
            "mention_start",
            "mention_end",
        ]

    name = serializers.CharField(
        source="label", read_only=True, help_text="What to call this station."
    )


class AttributionSerializer(DeskSerializer[Attribution]):
    links = LinkSerializer(many=True, read_only=True)

    class Meta:
        model = Attribution
        fields: ClassVar = ["id", "voice", "is_first_hand", "links"]


class SourceSerializer(serializers.Serializer[Any]):
    """A station of a chain: a speaker of the desk, a name, or a description as printed."""

    speaker = serializers.PrimaryKeyRelatedField(
        queryset=Speaker.objects.standing(), required=False, allow_null=True, default=None
    )
    name = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=300
    )
    descriptor = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=300
    )
    reason = serializers.CharField(
        required=False,
        allow_blank=True,
        default="",
        max_length=300,
        help_text="The stated reason for not naming an unnamed source.",
    )


class ChainSerializer(serializers.Serializer[Any]):
    """Who said it, and the relays from the article outward.

    Without origins it is the outlet's own voice.
    """

    origins = serializers.ListField(
        child=SourceSerializer(), required=False, default=list, max_length=50
    )
    relays = serializers.ListField(
        child=SourceSerializer(), required=False, default=list, max_length=50
    )
    is_first_hand = serializers.BooleanField(
        required=False, default=False, help_text="Its reporter was there."
    )
    reason = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=2000
    )


def chain_of(given: dict[str, Any]) -> Chain:
    """Return the chain that a caller sent."""
    origins, relays = (
        tuple(Source(**each) for each in given[part]) for part in ("origins", "relays")
    )
    for source in (*origins, *relays):
        if not source.is_named and not source.descriptor.strip():
            raise Incomplete("Name the source, or describe it as printed.")
    return Chain(origins, relays, is_first_hand=given["is_first_hand"])
