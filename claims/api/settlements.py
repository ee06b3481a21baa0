"""Settlements: what one person proposed and another approves or returns."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, Nothing
from claims.api.choosing import Related
from claims.api.quantity_fields import QuantityBareSerializer
from claims.api.resources import DeskSerializer, Resource
from claims.models import Reliance, Settlement, User
from claims.services import settling


class RelianceSerializer(DeskSerializer[Reliance]):
    class Meta:
        model = Reliance
        fields: ClassVar = ["figure", "treatment", "reason", "note"]


class SettlementBareSerializer(DeskSerializer[Settlement]):
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


class SettlementRelated(Related):
    prefetch: ClassVar = {"quantity": ()}

    quantity = QuantityBareSerializer(required=False)


class SettlementSerializer(SettlementBareSerializer):
    included = SettlementRelated(source="*", read_only=True, required=False)

    class Meta(SettlementBareSerializer.Meta):
        fields: ClassVar = [*SettlementBareSerializer.Meta.fields, "included"]


class Approval(serializers.Serializer[Any]):
    """What the second person may say."""

    comment = fields.text(5000)


class Return(serializers.Serializer[Any]):
    """What the author should change."""

    comment = serializers.CharField(max_length=5000)


def _approve(settlement: Settlement, given: Given, by: User) -> None:
    """Approve what somebody else proposed; it replaces the version before it."""
    settling.approve(settlement, by=by, comment=given["comment"])


def _return(settlement: Settlement, given: Given, by: User) -> None:
    """Send a proposal back to its author with what is wrong with it."""
    settling.return_(settlement, by=by, comment=given["comment"])


def _withdraw(settlement: Settlement, _: Given, by: User) -> None:
    """Take one's own proposal back."""
    settling.withdraw(settlement, by=by)


def deciding(perform: Any, takes: Any, path: str = "") -> Act:
    """Return the act of the second person."""
    return Act(
        perform=perform, takes=takes, path=path, may=policy.may_approve, scope="review"
    )


def withdrawing(perform: Any) -> Act:
    """Return the act of the author."""
    return Act(perform=perform, takes=Nothing, may=policy.may_propose, scope="review")


class SettlementResource(Resource[Settlement]):
    """Versions of what the desk prints for a quantity."""

    queryset = (
        Settlement.objects.select_related("quantity__incident__parent")
        .defer("quantity__incident__dossier", "quantity__incident__parent__dossier")
        .prefetch_related("rests_on")
    )
    serializer_class = SettlementSerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("quantity", "quantity__incident", "status")},
        **{name: ["exact"] for name in ("mode", "proposed_by", "rests_on__figure")},
        "stale_at": ["isnull"],
    }
    search_fields: ClassVar = ["wording", "rationale"]
    ordering_fields = ("id", "proposed_at")
    acts: ClassVar = {
        "approve": deciding(_approve, Approval),
        "return_": deciding(_return, Return, "return"),
        "withdraw": withdrawing(_withdraw),
    }
