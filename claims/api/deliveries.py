"""Deliveries: what webhooks were told, and what they answered."""

from __future__ import annotations

from typing import ClassVar

from claims import policy
from claims.api.acting import Act, Given
from claims.api.resources import DeskSerializer, Resource
from claims.models import Delivery, User
from claims.services import subscribing


class DeliverySerializer(DeskSerializer[Delivery]):
    class Meta:
        model = Delivery
        fields: ClassVar = [
            "id",
            "webhook",
            "message",
            "event",
            "occurred_at",
            "body",
            "status",
            "attempts",
            "next_attempt_at",
            "attempted_at",
            "http_status",
            "answer",
            "error",
            "took_ms",
        ]


def _replay(delivery: Delivery, _: Given, by: User) -> None:
    """Send once more what was delivered or given up, as it was."""
    subscribing.replay(delivery, by=by)


class DeliveryResource(Resource[Delivery]):
    """Messages to webhooks, newest first, kept for 30 days."""

    queryset = Delivery.objects.select_related("webhook__incident").defer(
        "webhook__incident__dossier"
    )
    serializer_class = DeliverySerializer
    filterset_fields: ClassVar = {
        "webhook": ["exact"],
        "message": ["exact"],
        "event": ["exact"],
        "status": ["exact"],
        "occurred_at": ["gte", "lte"],
    }
    search_fields: ClassVar = ["body", "error"]
    ordering_fields = ("id", "occurred_at")
    # An address may be as secret as what is sent there.
    scopes: ClassVar = dict.fromkeys(("list", "retrieve"), "subscribe")
    asks: ClassVar = dict.fromkeys(("list", "retrieve"), policy.may_keep_webhooks)
    acts: ClassVar = {
        "replay": Act(perform=_replay, may=policy.may_keep_webhooks, scope="subscribe"),
    }
    in_bulk = ("replay",)
