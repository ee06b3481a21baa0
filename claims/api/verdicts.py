"""Verdicts: how one person rates a claim and another approves it."""

from __future__ import annotations

from typing import ClassVar

from claims.api.acting import Given
from claims.api.choosing import Related
from claims.api.ratings import RatingSerializer
from claims.api.resources import DeskSerializer, Resource
from claims.api.settlements import (
    Approval,
    Return,
    SettlementBareSerializer,
    deciding,
    withdrawing,
)
from claims.models import User, Verdict
from claims.services import concluding


class VerdictBareSerializer(DeskSerializer[Verdict]):
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


class VerdictRelated(Related):
    prefetch: ClassVar = {
        "rating": (),
        "settlement": ("settlement__rests_on",),
    }

    rating = RatingSerializer(required=False)
    settlement = SettlementBareSerializer(required=False, allow_null=True)


class VerdictSerializer(VerdictBareSerializer):
    included = VerdictRelated(source="*", read_only=True, required=False)

    class Meta(VerdictBareSerializer.Meta):
        fields: ClassVar = [*VerdictBareSerializer.Meta.fields, "included"]


def _approve(verdict: Verdict, given: Given, by: User) -> None:
    """Approve what somebody else proposed; the claim's page is public from then on."""
    concluding.approve(verdict, by=by, comment=given["comment"])


def _return(verdict: Verdict, given: Given, by: User) -> None:
    """Send a verdict back to its author with what is wrong with it."""
    concluding.return_(verdict, by=by, comment=given["comment"])


def _withdraw(verdict: Verdict, _: Given, by: User) -> None:
    """Take one's own verdict back."""
    concluding.withdraw(verdict, by=by)


class VerdictResource(Resource[Verdict]):
    """Versions of how the desk rates a claim."""

    queryset = Verdict.objects.select_related("claim__incident", "rating").defer(
        "claim__incident__dossier"
    )
    serializer_class = VerdictSerializer
    filterset_fields: ClassVar = [
        *("claim", "claim__incident", "status", "rating", "settlement", "proposed_by")
    ]
    search_fields: ClassVar = ["rationale", "evidence", "claim__text"]
    ordering_fields = ("id", "proposed_at")
    acts: ClassVar = {
        "approve": deciding(_approve, Approval),
        "return_": deciding(_return, Return, "return"),
        "withdraw": withdrawing(_withdraw),
    }
