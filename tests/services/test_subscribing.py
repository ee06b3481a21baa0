from __future__ import annotations

import datetime as dt
import json

import pytest
from django.core import serializers
from django.utils import timezone

from claims.errors import AlreadyDecided, Changed, Forbidden, Incomplete, Unreachable
from claims.models import Change, Delivery, Webhook
from claims.queries import ledger
from claims.services import subscribing
from claims.services.subscribing import BOTH_SIGN_FOR, Wish
from tests.factories import DeliveryFactory, IncidentFactory, UserFactory, WebhookFactory

pytestmark = pytest.mark.django_db

WISH = Wish("the page", "https://hooks.example/in", frozenset({"claim.published"}))


@pytest.fixture
def lead():
    return UserFactory(role="lead", username="lead")


def last_line() -> str:
    [sentence] = ledger.sentences(Change.objects.order_by("-pk")[:1])
    return f"{sentence.actor} {sentence.text}"


def test_a_webhook_is_made_with_a_secret_of_its_own(lead) -> None:
    incident = IncidentFactory(title="Fire at the mill")
    one = subscribing.make(WISH, by=lead)
    line = "made the webhook “the page (hooks.example)”: claim.published; every incident"
    assert last_line() == f"lead {line}"
    other = subscribing.make(
        Wish("Again", WISH.url, frozenset({"conflict.opened"}), incident), by=lead
    )
    assert one.webhook.events == ["claim.published"]
    assert one.secret.startswith("whsec_")
    assert one.secret != other.secret
    assert last_line().endswith("conflict.opened; Fire at the mill")
    assert Change.objects.latest("pk").incident == incident


def test_the_secret_is_kept_nowhere_and_yet_known(lead) -> None:
    made = subscribing.make(WISH, by=lead)
    kept = serializers.serialize("json", [*Webhook.objects.all(), *Change.objects.all()])
    assert made.secret not in kept
    assert made.secret.removeprefix("whsec_") not in kept
    assert subscribing.secrets_of(made.webhook, at=timezone.now()) == [made.secret]


def test_a_secret_is_lost_with_the_key_of_the_desk(lead, settings) -> None:
    made = subscribing.make(WISH, by=lead)
    settings.SECRET_KEY = "another key"  # noqa: S105  of this test
    assert subscribing.secrets_of(made.webhook, at=timezone.now()) == []
    secret = subscribing.rotate(made.webhook, by=lead)
    assert secret in subscribing.secrets_of(made.webhook, at=timezone.now())


def test_an_address_is_not_told_in_the_log(lead) -> None:
    wish = Wish("chat", "https://chat.example/services/T0/B0/tell-nobody", WISH.events)
    webhook = subscribing.make(wish, by=lead).webhook
    subscribing.amend(webhook, WISH, version=1, by=lead)
    lines = json.dumps(list(Change.objects.values("label", "before", "after", "reason")))
    assert "chat.example" in lines
    assert "tell-nobody" not in lines


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://user:word@hooks.example/", "it has a user name in it"),
        ("https://hooks.example:8443/", "port 8443 is not allowed"),
        ("https://10.0.0.7/", "it leads to an address that is not public"),
        ("ftp://hooks.example/", "only http and https are allowed"),
        ("https:///desk", "it names no host"),
        ("hooks", "only http and https are allowed"),
    ],
)
def test_an_address_that_nothing_may_be_sent_to_is_refused(lead, url, words) -> None:
    with pytest.raises(Unreachable, match=words):
        subscribing.make(Wish("x", url, WISH.events), by=lead)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(" ", WISH.url, WISH.events), "Say what the webhook is for"),
        (Wish("x", WISH.url, frozenset()), "Choose at least one event"),
        (Wish("x", WISH.url, frozenset({"rain.fell"})), "There is no event rain.fell"),
        (Wish("x", "http://hooks.example/", WISH.events), "must begin with https://"),
    ],
)
def test_a_webhook_that_makes_no_sense_is_refused(lead, wish, words) -> None:
    with pytest.raises(Exception, match=words) as refusal:
        subscribing.make(wish, by=lead)
    assert str(refusal.value).endswith(".")
    assert not Webhook.objects.exists()


@pytest.mark.parametrize("role", [None, "viewer", "editor", "reviewer"])
def test_nobody_but_leads_keeps_webhooks(role) -> None:
    somebody, webhook = UserFactory(role=role), WebhookFactory()
    delivery = DeliveryFactory(delivered=True)
    acts = [
        lambda: subscribing.make(WISH, by=somebody),
        lambda: subscribing.amend(webhook, WISH, version=1, by=somebody),
        lambda: subscribing.pause(webhook, reason="No.", by=somebody),
        lambda: subscribing.resume(webhook, by=somebody),
        lambda: subscribing.rotate(webhook, by=somebody),
        lambda: subscribing.try_out(webhook, by=somebody),
        lambda: subscribing.replay(delivery, by=somebody),
    ]
    refused = 0
    for act in acts:
        with pytest.raises(Forbidden):
            act()
        refused += 1
    assert refused == len(acts)
    assert not Change.objects.exists()


def test_what_somebody_else_changed_is_not_overwritten(lead) -> None:
    webhook = subscribing.make(WISH, by=lead).webhook
    subscribing.amend(webhook, WISH, version=1, by=lead)
    assert last_line() == "lead changed the webhook “the page (hooks.example)”"
    with pytest.raises(Changed):
        subscribing.amend(webhook, WISH, version=1, by=lead)


def test_it_is_paused_once_for_a_reason_and_resumed_once(lead) -> None:
    webhook = WebhookFactory(failures=2)
    with pytest.raises(Incomplete):
        subscribing.pause(webhook, reason=" ", by=lead)
    subscribing.pause(webhook, reason="It is moving.", by=lead)
    with pytest.raises(AlreadyDecided):
        subscribing.pause(webhook, reason="It is moving.", by=lead)
    assert (webhook.is_active, webhook.paused_because) == (False, "It is moving.")
    subscribing.resume(webhook, by=lead)
    with pytest.raises(AlreadyDecided):
        subscribing.resume(webhook, by=lead)
    assert (webhook.is_active, webhook.failures, webhook.paused_at) == (True, 0, None)
    assert webhook.version == 3


def test_what_waited_is_due_once_it_is_resumed_but_for_what_is_on_its_way(lead) -> None:
    webhook, now = WebhookFactory(), timezone.now()
    later = now + dt.timedelta(hours=9)
    waiting = DeliveryFactory(
        webhook=webhook, attempts=7, attempted_at=now, next_attempt_at=later
    )
    Delivery.objects.update(attempted_at=now - dt.timedelta(hours=3))
    DeliveryFactory(webhook=webhook, attempts=1, attempted_at=now, next_attempt_at=later)
    subscribing.pause(webhook, reason="It is moving.", by=lead)
    assert not Delivery.objects.due(at=later).exists()
    subscribing.resume(webhook, by=lead)
    assert [row.pk for row in Delivery.objects.due(at=timezone.now())] == [waiting.pk]


def test_after_a_rotation_both_secrets_sign_for_a_day(lead, time_machine) -> None:
    made = subscribing.make(WISH, by=lead)
    new = subscribing.rotate(made.webhook, by=lead)
    assert subscribing.secrets_of(made.webhook, at=timezone.now()) == [new, made.secret]
    time_machine.move_to(timezone.now() + BOTH_SIGN_FOR)
    assert subscribing.secrets_of(made.webhook, at=timezone.now()) == [new]
    assert last_line() == "lead gave the webhook “the page (hooks.example)” a new secret"


def test_a_test_event_tells_a_webhook_of_itself(lead, settings) -> None:
    settings.TRACKER_ADDRESS = "https://desk.example"
    webhook = subscribing.make(WISH, by=lead).webhook
    delivery = subscribing.try_out(webhook, by=lead)
    told = json.loads(delivery.body)
    assert (told["event"], delivery.event) == ("webhook.tested", "webhook.tested")
    assert told["url"] == f"https://desk.example/api/webhooks/{webhook.pk}/"
    assert told["resource"]["name"] == "the page"
    assert last_line() == "lead tried out the webhook “the page (hooks.example)”"


@pytest.mark.parametrize("state", ["delivered", "failed"])
def test_what_is_over_is_sent_once_more_as_it_was(lead, state) -> None:
    delivery = DeliveryFactory(**{state: True})
    body = delivery.body
    subscribing.replay(delivery, by=lead)
    assert delivery.is_waiting
    assert (delivery.attempts, delivery.body) == (0, body)
    assert "sent settlement.approved once more" in last_line()
    with pytest.raises(AlreadyDecided):
        subscribing.replay(delivery, by=lead)
