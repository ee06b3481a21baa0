"""Incidents: what happened, and who was party to it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Prefetch
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, GoodReason, Making
from claims.api.choosing import Related
from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.api.speakers import SpeakerSerializer
from claims.errors import Incomplete
from claims.exchange import dossier_writing
from claims.models import Incident, Party, Speaker, User
from claims.services import recording
from claims.services.recording import Happening


class PartySerializer(DeskSerializer[Party]):
    class Meta:
        model = Party
        fields: ClassVar = ["speaker", "side"]


class IncidentBareSerializer(DeskSerializer[Incident]):
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


class IncidentRelated(Related):
    prefetch: ClassVar = {
        "parent": (
            Prefetch("parent", Incident.objects.defer("dossier")),
            "parent__parties",
        ),
        "speakers": ("parties__speaker__aliases", "parties__speaker__roles"),
    }

    parent = IncidentBareSerializer(required=False, allow_null=True)
    speakers = serializers.SerializerMethodField(
        required=False, help_text="The parties, as speakers."
    )

    @extend_schema_field(SpeakerSerializer(many=True))
    def get_speakers(self, incident: Incident) -> Any:
        speakers = [party.speaker for party in incident.parties.all()]
        return SpeakerSerializer(speakers, many=True, context=self.context).data


class IncidentSerializer(IncidentBareSerializer):
    included = IncidentRelated(source="*", read_only=True, required=False)

    class Meta(IncidentBareSerializer.Meta):
        fields: ClassVar = [*IncidentBareSerializer.Meta.fields, "included"]


class NewIncident(serializers.Serializer[Any]):
    """What is known of an incident when it is recorded."""

    title = serializers.CharField(max_length=300)
    summary = fields.text(20_000)
    place = fields.text(300)
    happened_on = fields.day()
    happened_precision = fields.choice(Incident.Precision.choices, Incident.Precision.DAY)
    parent = fields.optional_row(Incident.objects.defer("dossier"))  # type: ignore[assignment]  # a field of that name
    slug = fields.text(100)


class AmendedIncident(GoodReason):
    """What is to change of an incident, and why."""

    title = serializers.CharField(required=False, max_length=300)
    summary = fields.amended_text(20_000)
    place = fields.amended_text(300)
    happened_on = serializers.DateField(required=False, allow_null=True)
    happened_precision = serializers.ChoiceField(
        required=False, choices=Incident.Precision.choices
    )
    parent = fields.amended_row(Incident.objects.defer("dossier"))  # type: ignore[assignment]  # a field of that name


class NewParty(GoodReason):
    """Who was there, on whose side, and how that is known."""

    speaker = fields.row(Speaker.objects.standing())
    side = fields.text(50)


class PartyOf(GoodReason):
    """A party that the incident has, and why it goes."""

    speaker = fields.row(Speaker.objects.all())


def _add(given: Given, by: User) -> Incident:
    """Record an incident under an address of its own."""
    return recording.add(Happening(**given), by=by)


def _amend(incident: Incident, given: Given, by: User) -> None:
    """Change what is known of an incident; only what is sent."""
    recording.amend(incident, version=incident.version, by=by, **given)


def _add_party(incident: Incident, given: Given, by: User) -> None:
    """List a party; one that is listed already takes the side given now."""
    speaker, side = given["speaker"], given["side"]
    recording.add_party(incident, speaker, side=side, by=by, reason=given["reason"])


def _remove_party(incident: Incident, given: Given, by: User) -> None:
    """Take a party away."""
    party = incident.parties.filter(speaker=given["speaker"]).first()
    if party is None:
        raise Incomplete(f"{given['speaker']} is no party to {incident}.")
    recording.remove_party(party, by=by, reason=given["reason"])


def _act(perform: Any, takes: Any, path: str = "") -> Act:
    return Act(
        perform=perform,
        takes=takes,
        path=path,
        may=policy.may_annotate,
        scope="annotate",
    )


class IncidentResource(Resource[Incident]):
    """What happened, where and when."""

    queryset = Incident.objects.defer("dossier").prefetch_related("parties")
    serializer_class = IncidentSerializer
    filterset_fields: ClassVar = {
        "slug": ["exact"],
        "parent": ["exact", "isnull"],
        "parties__speaker": ["exact"],
        "happened_on": ["exact", "gte", "lte"],
        "is_demonstration": ["exact"],
    }
    search_fields: ClassVar = ["title", "summary", "place"]
    ordering_fields = ("id", "title")
    scopes: ClassVar = {"dossier": "export"}
    making = Making(
        perform=_add, may=policy.may_annotate, scope="annotate", takes=NewIncident
    )
    amending = _act(_amend, AmendedIncident)
    acts: ClassVar = {
        "parties": _act(_add_party, NewParty),
        "remove_party": _act(_remove_party, PartyOf, "parties/remove"),
    }

    @extend_schema(responses=OpenApiTypes.OBJECT, filters=False)
    @action(detail=True, pagination_class=None, filter_backends=[])
    def dossier(self, request: DeskRequest, pk: str) -> Response:
        """Return the whole incident as one dossier, as the command writes it."""
        content: dict[str, Any] = dossier_writing.of(self.get_object())
        return Response(content)
