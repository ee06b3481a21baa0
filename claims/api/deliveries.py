"""Deliveries: what webhooks were told, and what they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from claims import policy
from claims.api.permissions import MayView
from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.models import Delivery, User
from claims.services import subscribing

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView


class MayKeepWebhooks(MayView):
    """Allow those who keep webhooks: an address may be as secret as what is sent there."""

    message = "Your role does not allow you to keep webhooks."

    def has_permission(self, request: Request, view: APIView) -> bool:
        keeps = isinstance(request.user, User) and policy.may_keep_webhooks(request.user)
        return keeps and super().has_permission(request, view)


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


class DeliveryResource(Resource[Delivery]):
    """Messages to webhooks, newest first, kept for 30 days."""

    queryset = Delivery.objects.select_related("webhook__incident")
    serializer_class = DeliverySerializer
    permission_classes = (MayKeepWebhooks,)
    filterset_fields: ClassVar = {
        "webhook": ["exact"],
        "message": ["exact"],
        "event": ["exact"],
        "status": ["exact"],
        "occurred_at": ["gte", "lte"],
    }
    ordering_fields = ("id", "occurred_at")
    scopes: ClassVar = dict.fromkeys(("list", "retrieve", "replay"), "subscribe")

    @extend_schema(request=None, responses=DeliverySerializer)
    @action(detail=True, methods=["post"])
    def replay(self, request: DeskRequest, pk: str) -> Response:
        """Send once more what was delivered or given up, as it was."""
        delivery = self.to_act_on()
        subscribing.replay(delivery, by=request.user)
        return self.told(delivery)
