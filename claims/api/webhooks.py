"""Webhooks: who is told of what, for those who may keep them."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.status import HTTP_201_CREATED

from claims.api.acting import IF_MATCH
from claims.api.deliveries import DeliverySerializer, MayKeepWebhooks
from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.models import Event, Incident, Webhook
from claims.services import subscribing
from claims.services.subscribing import Wish

_UNSEEN = {"Cache-Control": "no-store"}


class WebhookSerializer(DeskSerializer[Webhook]):
    events = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Webhook
        fields: ClassVar = [
            "id",
            "name",
            "url",
            "incident",
            "events",
            "status",
            "paused_at",
            "paused_because",
            "failures",
            "owner",
            "made_at",
            "version",
        ]


class SecretSerializer(WebhookSerializer):
    """A webhook with its new secret, which is shown this once."""

    secret = serializers.SerializerMethodField()

    class Meta(WebhookSerializer.Meta):
        fields: ClassVar = [*WebhookSerializer.Meta.fields, "secret"]

    def get_secret(self, _: Webhook) -> str:
        return str(self.context["secret"])


class WantedWebhook(serializers.Serializer[Any]):
    """Where somebody wants to be told of what."""

    name = serializers.CharField(max_length=100)
    url = serializers.URLField(max_length=500)
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=Event.choices), allow_empty=False
    )
    incident = serializers.PrimaryKeyRelatedField(
        queryset=Incident.objects.all(), required=False, allow_null=True, default=None
    )


class Pause(serializers.Serializer[Any]):
    """Why nothing is sent for a while."""

    reason = serializers.CharField(max_length=2000)


class WebhookResource(Resource[Webhook]):
    """Addresses that are told what happens at the desk."""

    queryset = Webhook.objects.all()
    serializer_class = WebhookSerializer
    permission_classes = (MayKeepWebhooks,)
    filterset_fields: ClassVar = ["status", "incident", "owner"]
    search_fields: ClassVar = ["name"]
    ordering_fields = ("id", "name", "made_at")
    # Their answers have the secret, which is told once.
    unrepeatable = frozenset({"create", "rotate"})
    scopes: ClassVar = dict.fromkeys(
        (
            *("list", "retrieve", "create"),
            *("amend", "pause", "resume", "rotate", "test"),
        ),
        "subscribe",
    )

    @extend_schema(request=WantedWebhook, responses={201: SecretSerializer})
    def create(self, request: DeskRequest) -> Response:
        """Make a webhook; its secret is in this answer and in no other."""
        given = self.read(WantedWebhook)
        made = subscribing.make(_wish(given), by=request.user)
        return self._with_secret(made.webhook, made.secret, status=HTTP_201_CREATED)

    @extend_schema(
        request=WantedWebhook, responses=WebhookSerializer, parameters=[IF_MATCH]
    )
    @action(detail=True, methods=["post"])
    def amend(self, request: DeskRequest, pk: str) -> Response:
        """Change where it sends what; everything is given anew."""
        given = self.read(WantedWebhook)
        webhook = self.to_act_on()
        version = webhook.version
        subscribing.amend(webhook, _wish(given), version=version, by=request.user)
        return self.told(webhook)

    @extend_schema(request=Pause, responses=WebhookSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def pause(self, request: DeskRequest, pk: str) -> Response:
        """Send nothing any more; what happens meanwhile is kept and sent afterwards."""
        given = self.read(Pause)
        webhook = self.to_act_on()
        subscribing.pause(webhook, reason=given["reason"], by=request.user)
        return self.told(webhook)

    @extend_schema(request=None, responses=WebhookSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def resume(self, request: DeskRequest, pk: str) -> Response:
        """Send again, what waited first."""
        webhook = self.to_act_on()
        subscribing.resume(webhook, by=request.user)
        return self.told(webhook)

    @extend_schema(request=None, responses=SecretSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def rotate(self, request: DeskRequest, pk: str) -> Response:
        """Give it a new secret; the old one signs as well for a day."""
        webhook = self.to_act_on()
        secret = subscribing.rotate(webhook, by=request.user)
        return self._with_secret(webhook, secret)

    @extend_schema(request=None, responses={201: DeliverySerializer})
    @action(detail=True, methods=["post"])
    def test(self, request: DeskRequest, pk: str) -> Response:
        """Send it the event webhook.tested, which the answer is the delivery of."""
        delivery = subscribing.try_out(self.to_act_on(), by=request.user)
        answer = DeliverySerializer(delivery, context=self.get_serializer_context())
        return Response(answer.data, status=HTTP_201_CREATED)

    def _with_secret(self, webhook: Webhook, secret: str, *, status: int = 200) -> Response:
        context = {**self.get_serializer_context(), "secret": secret}
        answer = SecretSerializer(webhook, context=context)
        return Response(answer.data, status=status, headers=_UNSEEN)


def _wish(given: dict[str, Any]) -> Wish:
    events = frozenset(given["events"])
    return Wish(given["name"], given["url"], events, given["incident"])
