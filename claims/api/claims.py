"""Checkable statements, and where they appear."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Prefetch
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, Making
from claims.api.choosing import Related
from claims.api.comments import COMMENTING
from claims.api.incidents import IncidentBareSerializer
from claims.api.quantity_fields import QuantityBareSerializer
from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.api.speakers import SpeakerSerializer
from claims.api.verdicts import VerdictBareSerializer, VerdictSerializer
from claims.exchange import claimreview
from claims.models import (
    Appearance,
    Claim,
    Incident,
    Quantity,
    Quote,
    Rating,
    Settlement,
    Speaker,
    User,
    Verdict,
)
from claims.services import concluding
from claims.services.concluding import Finding, Statement


class AppearanceSerializer(DeskSerializer[Appearance]):
    class Meta:
        model = Appearance
        fields: ClassVar = ["quote", "stance"]


class ClaimRelated(Related):
    prefetch: ClassVar = {
        "claimant": ("claimant__aliases", "claimant__roles"),
        "incident": (
            Prefetch("incident", Incident.objects.defer("dossier")),
            "incident__parties",
        ),
        "quantities": ("quantities",),
        "verdicts": ("verdicts",),
    }

    claimant = SpeakerSerializer(required=False, allow_null=True)
    incident = IncidentBareSerializer(required=False, allow_null=True)
    quantities = QuantityBareSerializer(many=True, required=False)
    verdicts = VerdictBareSerializer(many=True, required=False)


class ClaimSerializer(DeskSerializer[Claim]):
    appearances = AppearanceSerializer(many=True, read_only=True)
    included = ClaimRelated(source="*", read_only=True, required=False)

    class Meta:
        model = Claim
        fields: ClassVar = [
            "id",
            "slug",
            "text",
            "claimant",
            "incident",
            "quantities",
            "added_at",
            "version",
            "appearances",
            "included",
        ]


class NewClaim(serializers.Serializer[Any]):
    """A checkable statement, and what it is about."""

    text = serializers.CharField(max_length=2000)
    claimant = fields.optional_row(Speaker.objects.standing())
    incident = fields.optional_row(Incident.objects.defer("dossier"))
    quantity = fields.optional_row(Quantity.objects.select_related("incident"))


class NewAppearance(serializers.Serializer[Any]):
    """What a quote does with a claim."""

    quote = fields.row(Quote.objects.all())
    stance = fields.choice(Appearance.Stance.choices, Appearance.Stance.ASSERTS)


class NewLink(serializers.Serializer[Any]):
    """A quantity that a claim is about."""

    quantity = fields.row(Quantity.objects.select_related("incident", "merged_into"))


class ProposedVerdict(serializers.Serializer[Any]):
    """How somebody would rate a claim, and why."""

    rating = fields.row(Rating.objects.all())
    rationale = serializers.CharField(max_length=20_000)
    evidence = fields.text(20_000)
    settlement = fields.optional_row(Settlement.objects.all())


def _add(given: Given, by: User) -> Claim:
    """Record a claim under an address of its own."""
    return concluding.add(Statement(**given), by=by)


def _appear(claim: Claim, given: Given, by: User) -> None:
    """Record what an accepted quote does with it; the later stance stands."""
    concluding.appear(claim, given["quote"], stance=given["stance"], by=by)


def _link(claim: Claim, given: Given, by: User) -> None:
    """Say that it is about a quantity; it may be about several of one incident."""
    concluding.link(claim, given["quantity"], by=by)


def _unlink(claim: Claim, given: Given, by: User) -> None:
    """Say that it is not about a quantity after all."""
    concluding.unlink(claim, given["quantity"], by=by)


def _propose(claim: Claim, given: Given, by: User) -> Verdict:
    """Propose the next version of its verdict; somebody else approves it."""
    return concluding.propose(claim, Finding(**given), by=by)


class ClaimResource(Resource[Claim]):
    """Checkable statements."""

    queryset = Claim.objects.for_list().prefetch_related("appearances", "quantities")
    serializer_class = ClaimSerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("slug", "incident", "claimant")},
        "quantities__id": ["exact"],
        "appearances__quote": ["exact"],
        "appearances__stance": ["exact"],
        "verdicts__status": ["exact"],
        "verdicts__rating": ["exact"],
    }
    search_fields: ClassVar = ["text", "claimant__name"]
    ordering_fields = ("id", "added_at")
    scopes: ClassVar = {"claimreview": "export"}
    making = Making(
        perform=_add, takes=NewClaim, may=policy.may_record_claims, scope="review"
    )
    acts: ClassVar = {
        "appearances": Act(
            perform=_appear,
            takes=NewAppearance,
            may=policy.may_record_claims,
            scope="review",
        ),
        "link": Act(
            perform=_link, takes=NewLink, may=policy.may_record_claims, scope="review"
        ),
        "unlink": Act(
            perform=_unlink, takes=NewLink, may=policy.may_record_claims, scope="review"
        ),
        "verdicts": Act(
            perform=_propose,
            takes=ProposedVerdict,
            makes=VerdictSerializer,
            may=policy.may_propose,
            scope="review",
        ),
        "comments": COMMENTING,
    }

    @extend_schema(responses=OpenApiTypes.OBJECT, filters=False)
    @action(detail=True, pagination_class=None, filter_backends=[])
    def claimreview(self, request: DeskRequest, pk: str) -> Response:
        """Return a rated claim as schema.org ClaimReview, as its public page carries it."""
        review = claimreview.of(
            self.get_object(), settings.TRACKER_ADDRESS, settings.TRACKER_PUBLISHER
        )
        return Response(review)
