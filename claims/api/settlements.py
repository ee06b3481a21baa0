"""Settlements: what one person proposed and another approves or returns."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.models import Reliance, Settlement
from claims.services import settling


class RelianceSerializer(DeskSerializer[Reliance]):
    class Meta:
        model = Reliance
        fields: ClassVar = ["figure", "treatment", "reason", "note"]


class SettlementSerializer(DeskSerializer[Settlement]):
    rests_on = RelianceSerializer(many=True, read_only=True)

    class Meta:
        model = Settlement
        fields: ClassVar = [
            "id",
            "quantity",
            "number",
            "status",
            "mode",
            "low",
            "high",
            "best",
            "as_of",
            "rule",
            "wording",
            "rationale",
            "proposed_by",
            "proposed_at",
            "decided_by",
            "decided_at",
            "comment",
            "stale_at",
            "stale_reason",
            "rests_on",
        ]


class Approval(serializers.Serializer[Any]):
    """What the second person may say."""

    comment = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=5000
    )


class Return(serializers.Serializer[Any]):
    """What the author should change."""

    comment = serializers.CharField(max_length=5000)


class SettlementResource(Resource[Settlement]):
    """Versions of what the desk prints for a quantity."""

    queryset = Settlement.objects.select_related("quantity__incident").prefetch_related(
        "rests_on"
    )
    serializer_class = SettlementSerializer
    filterset_fields: ClassVar = {
        "quantity": ["exact"],
        "quantity__incident": ["exact"],
        "status": ["exact"],
        "stale_at": ["isnull"],
    }
    ordering_fields = ("id", "proposed_at")
    scopes: ClassVar = dict.fromkeys(("approve", "return_", "withdraw"), "review")

    @extend_schema(request=Approval, responses=SettlementSerializer)
    @action(detail=True, methods=["post"])
    def approve(self, request: DeskRequest, pk: str) -> Response:
        """Approve what somebody else proposed; it replaces the version before it."""
        given = self.read(Approval)
        settlement = self.to_act_on()
        settling.approve(settlement, by=request.user, comment=given["comment"])
        return self.told(settlement)

    @extend_schema(request=Return, responses=SettlementSerializer)
    @action(detail=True, methods=["post"], url_path="return", url_name="return")
    def return_(self, request: DeskRequest, pk: str) -> Response:
        """Send a proposal back to its author with what is wrong with it."""
        given = self.read(Return)
        settlement = self.to_act_on()
        settling.return_(settlement, by=request.user, comment=given["comment"])
        return self.told(settlement)

    @extend_schema(request=None, responses=SettlementSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: DeskRequest, pk: str) -> Response:
        """Take one's own proposal back."""
        settlement = self.to_act_on()
        settling.withdraw(settlement, by=request.user)
        return self.told(settlement)
