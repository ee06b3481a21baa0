from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Change, Delivery, Notice, Webhook
from claims.services import subscribing
from tests.factories import DeliveryFactory, UserFactory, WebhookFactory

pytestmark = pytest.mark.django_db

FORM = {
    "name": "front page",
    "url": "https://page.example/desk",
    "on_claim_published": "on",
}


@pytest.fixture
def lead(client):
    user = UserFactory(username="lead", role="lead")
    client.force_login(user)
    return user


def where(page: str, *args: object) -> str:
    return reverse(f"admin:claims_{page}", args=args)


def secret_in(html: str) -> str:
    [secret] = re.findall(r">(whsec_[^<]+)<", html)
    return secret


def test_a_webhook_is_made_and_its_secret_shown_once(client, lead) -> None:
    answer = client.post(where("webhook_add"), FORM)
    webhook = Webhook.objects.get()
    secret = secret_in(answer.content.decode())
    assert "no-store" in answer["Cache-Control"]
    assert subscribing.secrets_of(webhook, at=timezone.now()) == [secret]
    assert (webhook.events, webhook.owner) == (["claim.published"], lead)
    pages = [
        client.get(where("webhook_change", webhook.pk)),
        client.get(where("webhook_history", webhook.pk)),
        client.get(where("webhook_changelist")),
        client.get(where("change_changelist")),
    ]
    for hidden in (secret, webhook.seed, webhook.digest):
        assert hidden not in "".join(page.content.decode() for page in pages)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"url": "http://page.example/"}, "The address must begin with https://."),
        ({"url": "https://page.example:8443/"}, "port 8443 is not allowed."),
        ({"on_claim_published": ""}, "Choose at least one event."),
        ({"name": " "}, "This field is required."),
    ],
)
def test_what_makes_no_sense_is_told_in_the_form(client, lead, changed, words) -> None:
    answer = client.post(where("webhook_add"), FORM | changed)
    html = answer.content.decode()
    assert words in html
    assert 'value="front page"' in html or changed["name"] == " "
    assert not Webhook.objects.exists()


def test_what_it_tells_of_is_changed(client, lead) -> None:
    webhook = subscribing.make(
        subscribing.Wish("old", FORM["url"], frozenset({"conflict.opened"})), by=lead
    ).webhook
    client.post(where("webhook_change", webhook.pk), FORM | {"version_read": "1"})
    late = client.post(where("webhook_change", webhook.pk), FORM | {"version_read": "1"})
    webhook.refresh_from_db()
    assert (webhook.name, webhook.events) == ("front page", ["claim.published"])
    assert late.status_code in (302, 409)
    assert Change.objects.filter(act="webhook.amended").count() == 1


def test_it_is_paused_with_a_reason_and_resumed(client, lead) -> None:
    webhook = WebhookFactory()
    page = client.get(where("webhook_change", webhook.pk)).content.decode()
    assert where("webhook_pause", webhook.pk) in page
    unsaid = client.post(where("webhook_pause", webhook.pk), {"reason": " "})
    assert "This field is required." in unsaid.content.decode()
    client.post(where("webhook_pause", webhook.pk), {"reason": "It is moving."})
    webhook.refresh_from_db()
    assert webhook.paused_because == "It is moving."
    page = client.get(where("webhook_change", webhook.pk)).content.decode()
    assert where("webhook_resume", webhook.pk) in page
    again = client.post(where("webhook_pause", webhook.pk), {"reason": "Why not."})
    assert "is paused already." in again.content.decode()
    client.post(where("webhook_resume", webhook.pk))
    webhook.refresh_from_db()
    assert webhook.is_active


def test_it_gets_a_new_secret_after_a_question(client, lead) -> None:
    webhook = WebhookFactory()
    [old] = subscribing.secrets_of(webhook, at=timezone.now())
    asked = client.get(where("webhook_rotate", webhook.pk)).content.decode()
    assert "whsec_" not in asked
    assert not Change.objects.exists()
    answer = client.post(where("webhook_rotate", webhook.pk))
    webhook.refresh_from_db()
    new = secret_in(answer.content.decode())
    assert subscribing.secrets_of(webhook, at=timezone.now()) == [new, old]
    assert "no-store" in answer["Cache-Control"]


def test_a_test_event_is_sent_and_found_in_the_log(client, lead) -> None:
    webhook = WebhookFactory()
    client.post(where("webhook_test", webhook.pk))
    delivery = Delivery.objects.get()
    page = client.get(where("delivery_change", delivery.pk)).content.decode()
    assert "&quot;event&quot;: &quot;webhook.tested&quot;" in page
    assert where("delivery_replay", delivery.pk) not in page


def test_a_delivery_is_sent_again_from_its_page_and_from_the_list(client, lead) -> None:
    one, two = DeliveryFactory(delivered=True), DeliveryFactory(failed=True)
    page = client.get(where("delivery_change", one.pk)).content.decode()
    assert where("delivery_replay", one.pk) in page
    client.post(where("delivery_replay", one.pk))
    chosen = {"action": "replay", "_selected_action": [one.pk, two.pk]}
    html = client.post(where("delivery_changelist"), chosen, follow=True).content.decode()
    assert Delivery.objects.waiting().count() == 2
    assert "Done: 1." in html
    assert "This delivery waits to be sent already." in html


def test_somebody_is_told_when_nothing_is_being_sent(client, lead) -> None:
    DeliveryFactory()
    words = "does not seem to run"
    assert words not in client.get(where("webhook_changelist")).content.decode()
    Delivery.objects.update(next_attempt_at=timezone.now() - dt.timedelta(minutes=6))
    assert words in client.get(where("webhook_changelist")).content.decode()
    Webhook.objects.update(
        status="paused", paused_at=timezone.now(), paused_because="It is moving."
    )
    assert words not in client.get(where("webhook_changelist")).content.decode()


ACTS = ["pause", "resume", "test", "rotate"]


@pytest.mark.parametrize("role", [None, "viewer", "editor", "reviewer"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_sees_or_does_any_of_it(client, role, method) -> None:
    client.force_login(UserFactory(role=role))
    delivery = DeliveryFactory(delivered=True)
    webhook = delivery.webhook
    pages = [
        *(where(f"webhook_{act}", webhook.pk) for act in ACTS),
        where("webhook_change", webhook.pk),
        where("webhook_changelist"),
        where("webhook_add"),
        where("webhook_history", webhook.pk),
        where("delivery_replay", delivery.pk),
        where("delivery_change", delivery.pk),
        where("delivery_changelist"),
    ]
    assert {getattr(client, method)(page).status_code for page in pages} == {403}
    assert not Change.objects.exists()
    assert not Notice.objects.exists()


@pytest.mark.parametrize("act", ACTS)
def test_an_act_on_what_is_not_there_is_not_found(client, lead, act) -> None:
    assert client.get(where(f"webhook_{act}", 999)).status_code == 404
