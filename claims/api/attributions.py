"""Chains: who said it and through whom, read with a mark and written by an act."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api import fields
from claims.api.choosing import Related
from claims.api.resources import DeskSerializer, Resource
from claims.api.speakers import SpeakerSerializer
from claims.errors import Incomplete
from claims.models import Attribution, Figure, Link, Quote, Speaker
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


class AttributionBareSerializer(DeskSerializer[Attribution]):
    links = LinkSerializer(many=True, read_only=True)

    class Meta:
        model = Attribution
        fields: ClassVar = ["id", "voice", "is_first_hand", "links"]


SPEAKERS = ("links__speaker__aliases", "links__speaker__roles")


@extend_schema_field(SpeakerSerializer(many=True))
class Speakers(serializers.ReadOnlyField):
    """The speakers of a chain, or of a mark's chain, each once."""

    def to_representation(self, value: Attribution | Quote | Figure) -> Any:
        chain = value if isinstance(value, Attribution) else value.attribution
        links = chain.links.all() if chain is not None else ()
        speakers = {link.speaker.pk: link.speaker for link in links if link.speaker}
        return SpeakerSerializer(
            list(speakers.values()), many=True, context=self.context
        ).data


class AttributionRelated(Related):
    prefetch: ClassVar = {"speakers": SPEAKERS}

    speakers = Speakers(source="*", required=False)


class AttributionSerializer(AttributionBareSerializer):
    included = AttributionRelated(source="*", read_only=True, required=False)

    class Meta(AttributionBareSerializer.Meta):
        fields: ClassVar = [
            *AttributionBareSerializer.Meta.fields,
            "revision",
            "included",
        ]


class AttributionResource(Resource[Attribution]):
    """The chains behind quotes and figures; acts on those write them."""

    queryset = Attribution.objects.prefetch_related("links__speaker")
    serializer_class = AttributionSerializer
    filterset_fields: ClassVar = {
        "revision": ["exact"],
        "revision__article": ["exact"],
        "voice": ["exact"],
        "is_first_hand": ["exact"],
        "links__speaker": ["exact"],
    }
    search_fields: ClassVar = ["links__speaker__name", "links__name", "links__descriptor"]


class SourceSerializer(serializers.Serializer[Any]):
    """A station of a chain: a speaker of the desk, a name, or a description as printed."""

    speaker = fields.optional_row(Speaker.objects.standing())
    name = fields.text(300)
    descriptor = fields.text(300)
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
    reason = fields.text(2000)


def chain_of(given: dict[str, Any]) -> Chain:
    """Return the chain that a caller sent."""
    origins, relays = (
        tuple(Source(**each) for each in given[part]) for part in ("origins", "relays")
    )
    for source in (*origins, *relays):
        if not source.is_named and not source.descriptor.strip():
            raise Incomplete("Name the source, or describe it as printed.")
    return Chain(origins, relays, is_first_hand=given["is_first_hand"])
