"""Claims, their verdicts, and the scale of ratings."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.api.settlements import Approval, Return
from claims.exchange import claimreview
from claims.models import Appearance, Claim, Rating, Verdict
from claims.services import concluding


class RatingSerializer(DeskSerializer[Rating]):
    class Meta:
        model = Rating
        fields: ClassVar = ["id", "name", "value", "meaning"]


class RatingResource(Resource[Rating]):
    """The steps of the desk's scale."""

    queryset = Rating.objects.all()
    serializer_class = RatingSerializer
    ordering_fields = ("id", "value")


class AppearanceSerializer(DeskSerializer[Appearance]):
    class Meta:
        model = Appearance
        fields: ClassVar = ["quote", "stance"]


class ClaimSerializer(DeskSerializer[Claim]):
    appearances = AppearanceSerializer(many=True, read_only=True)

    class Meta:
        model = Claim
        fields: ClassVar = [
            "id",
            "slug",
            "text",
            "claimant",
            "incident",
            "quantity",
            "added_at",
            "version",
            "appearances",
        ]


class ClaimResource(Resource[Claim]):
    """Checkable statements."""

    queryset = Claim.objects.for_list().prefetch_related("appearances")
    serializer_class = ClaimSerializer
    filterset_fields: ClassVar = ["slug", "incident", "quantity", "claimant"]
    search_fields: ClassVar = ["text"]
    ordering_fields = ("id", "added_at")
    scopes: ClassVar = {"claimreview": "export"}

    @extend_schema(responses=OpenApiTypes.OBJECT, filters=False)
    @action(detail=True, pagination_class=None, filter_backends=[])
    def claimreview(self, request: DeskRequest, pk: str) -> Response:
        """Return a rated claim as schema.org ClaimReview, as its public page carries it."""
        review = claimreview.of(
            self.get_object(), settings.TRACKER_ADDRESS, settings.TRACKER_PUBLISHER
        )
        return Response(review)


class VerdictSerializer(DeskSerializer[Verdict]):
    class Meta:
        model = Verdict
        fields: ClassVar = [
            "id",
            "claim",
            "number",
            "status",
            "rating",
            "settlement",
            "rationale",
            "evidence",
            "proposed_by",
            "proposed_at",
            "decided_by",
            "decided_at",
            "comment",
        ]


class VerdictResource(Resource[Verdict]):
    """Versions of how the desk rates a claim."""

    queryset = Verdict.objects.select_related("claim__incident", "rating")
    serializer_class = VerdictSerializer
    filterset_fields: ClassVar = ["claim", "status", "rating", "settlement"]
    ordering_fields = ("id", "proposed_at")
    scopes: ClassVar = dict.fromkeys(("approve", "return_"), "review")

    @extend_schema(request=Approval, responses=VerdictSerializer)
    @action(detail=True, methods=["post"])
    def approve(self, request: DeskRequest, pk: str) -> Response:
        """Approve what somebody else proposed; the claim's page is public from then on."""
        given = self.read(Approval)
        verdict = self.to_act_on()
        concluding.approve(verdict, by=request.user, comment=given["comment"])
        return self.told(verdict)

    @extend_schema(request=Return, responses=VerdictSerializer)
    @action(detail=True, methods=["post"], url_path="return", url_name="return")
    def return_(self, request: DeskRequest, pk: str) -> Response:
        """Send a verdict back to its author with what is wrong with it."""
        given = self.read(Return)
        verdict = self.to_act_on()
        concluding.return_(verdict, by=request.user, comment=given["comment"])
        return self.told(verdict)
