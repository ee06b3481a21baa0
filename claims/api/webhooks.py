"""Webhooks: who is told of what, for those who may keep them."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.status import HTTP_201_CREATED

from claims import policy
from claims.api import fields
from claims.api.acting import IF_MATCH, Act, Given, GoodReason, Nothing
from claims.api.deliveries import DeliverySerializer
from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.models import Delivery, Event, Incident, User, Webhook
from claims.services import subscribing
from claims.services.subscribing import Wish


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
    incident = fields.optional_row(Incident.objects.defer("dossier"))


class AmendedWebhook(serializers.Serializer[Any]):
    """What changes, and nothing else."""

    name = serializers.CharField(max_length=100, required=False)
    url = serializers.URLField(max_length=500, required=False)
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=Event.choices),
        allow_empty=False,
        required=False,
    )
    incident = fields.amended_row(Incident.objects.defer("dossier"))


def _amend(webhook: Webhook, given: Given, by: User) -> None:
    """Change where it sends what; only what is sent."""
    names = ("name", "url", "events", "incident")
    stored = {name: getattr(webhook, name) for name in names}
    wish = _wish(stored | given)
    subscribing.amend(webhook, wish, version=webhook.version, by=by)


def _pause(webhook: Webhook, given: Given, by: User) -> None:
    """Send nothing any more; what happens meanwhile is kept and sent afterwards."""
    subscribing.pause(webhook, reason=given["reason"], by=by)


def _resume(webhook: Webhook, _: Given, by: User) -> None:
    """Send again, what waited first."""
    subscribing.resume(webhook, by=by)


def _test(webhook: Webhook, _: Given, by: User) -> Delivery:
    """Send it the event webhook.tested; the answer is its delivery."""
    return subscribing.try_out(webhook, by=by)


def _wish(given: Given) -> Wish:
    events = frozenset(given["events"])
    return Wish(given["name"], given["url"], events, given["incident"])


def _keeping(perform: Any, takes: Any = Nothing, makes: Any = None) -> Act:
    may = policy.may_keep_webhooks
    return Act(perform=perform, may=may, scope="subscribe", takes=takes, makes=makes)


class WebhookResource(Resource[Webhook]):
    """Addresses that are told what happens at the desk."""

    queryset = Webhook.objects.select_related("incident").defer("incident__dossier")
    serializer_class = WebhookSerializer
    filterset_fields: ClassVar = ["status", "incident", "owner"]
    search_fields: ClassVar = ["name"]
    ordering_fields = ("id", "name", "made_at")
    # Their answers have the secret, which is told once.
    unrepeatable = frozenset({"create", "rotate"})
    scopes: ClassVar = dict.fromkeys(("list", "retrieve", "create", "rotate"), "subscribe")
    asks: ClassVar = dict.fromkeys(scopes, policy.may_keep_webhooks)
    amending = _keeping(_amend, AmendedWebhook)
    acts: ClassVar = {
        "pause": _keeping(_pause, GoodReason),
        "resume": _keeping(_resume),
        "test": _keeping(_test, makes=DeliverySerializer),
    }

    @extend_schema(request=WantedWebhook, responses={201: SecretSerializer})
    def create(self, request: DeskRequest) -> Response:
        """Make a webhook; its secret is in this answer and in no other."""
        given = self.read(WantedWebhook)
        made = subscribing.make(_wish(given), by=request.user)
        return self._with_secret(made.webhook, made.secret, status=HTTP_201_CREATED)

    @extend_schema(request=None, responses=SecretSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def rotate(self, request: DeskRequest, pk: str) -> Response:
        """Give it a new secret; the old one signs as well for a day."""
        webhook = self.to_act_on()
        secret = subscribing.rotate(webhook, by=request.user)
        return self._with_secret(webhook, secret)

    def _with_secret(self, webhook: Webhook, secret: str, *, status: int = 200) -> Response:
        context = {**self.get_serializer_context(), "secret": secret}
        answer = SecretSerializer(webhook, context=context)
        headers = {"Cache-Control": "no-store"}
        return Response(answer.data, status=status, headers=headers)
