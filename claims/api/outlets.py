"""Outlets: who publishes."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers
from rest_framework.status import HTTP_200_OK

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, GoodReason, Making
from claims.api.choosing import Related
from claims.api.resources import DeskSerializer, Resource
from claims.api.speakers import SpeakerSerializer
from claims.models import Outlet, User
from claims.services import cataloguing, naming


class OutletBareSerializer(DeskSerializer[Outlet]):
    class Meta:
        model = Outlet
        fields: ClassVar = ["id", "name", "kind", "domain", "family", "speaker"]


class OutletRelated(Related):
    prefetch: ClassVar = {
        "family": ("family",),
        "speaker": ("speaker__aliases", "speaker__roles"),
    }

    family = OutletBareSerializer(required=False, allow_null=True)
    speaker = SpeakerSerializer(required=False)


class OutletSerializer(OutletBareSerializer):
    included = OutletRelated(source="*", read_only=True, required=False)

    class Meta(OutletBareSerializer.Meta):
        fields: ClassVar = [*OutletBareSerializer.Meta.fields, "included"]


class NamedOutlet(serializers.Serializer[Any]):
    """An outlet as somebody names it."""

    name = serializers.CharField(max_length=200)
    kind = fields.choice(Outlet.Kind.choices, Outlet.Kind.NEWSPAPER)
    domain = fields.text(200)


class AmendedOutlet(GoodReason):
    """What is to change of an outlet, and why."""

    name = serializers.CharField(required=False, max_length=200)
    kind = serializers.ChoiceField(required=False, choices=Outlet.Kind.choices)
    domain = fields.amended_text(200)
    family = fields.amended_row(Outlet.objects.all())


def _name(given: Given, by: User) -> Outlet:
    """Name an outlet; one of that name is found, a new one gets its speaker."""
    return naming.outlet(given["name"], kind=given["kind"], domain=given["domain"], by=by)


def _amend(outlet: Outlet, given: Given, by: User) -> None:
    """Change what is known of an outlet; only what is sent."""
    cataloguing.amend_outlet(outlet, by=by, **given)


class OutletResource(Resource[Outlet]):
    """Newspapers, broadcasters, agencies, bodies that publish."""

    queryset = Outlet.objects.all()
    serializer_class = OutletSerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("name", "kind", "domain", "speaker")},
        "family": ["exact", "isnull"],
    }
    search_fields: ClassVar = ["name", "domain", "family__name"]
    ordering_fields = ("id", "name")
    making = Making(
        perform=_name,
        may=policy.may_annotate,
        scope="annotate",
        takes=NamedOutlet,
        status=HTTP_200_OK,
    )
    amending = Act(
        perform=_amend, may=policy.may_annotate, scope="annotate", takes=AmendedOutlet
    )
