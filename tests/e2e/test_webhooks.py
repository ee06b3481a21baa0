"""Webhooks in a real browser: made by keyboard, read on a phone, sound for everybody."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from claims.models import Webhook
from claims.services import subscribing
from tests.e2e.browsing import address, signed_in
from tests.e2e.soundness import faults_of
from tests.factories import DeliveryFactory, UserFactory, WebhookFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def lead(page, live_server):
    lead = UserFactory(username="lead", role="lead")
    signed_in(page, live_server, lead)
    return lead


@pytest.fixture
def addresses(lead) -> list[str]:
    long_url = "https://hooks.example/" + "services/" * 20
    webhook = WebhookFactory(url=long_url, on_conflict_opened=True)
    paused = WebhookFactory()
    subscribing.pause(paused, reason="It is moving.", by=lead)
    body = '{"resource": {"wording": "' + "Between seven and ten were killed. " * 9 + '"}}'
    failed = DeliveryFactory(webhook=webhook, failed=True, body=body)
    DeliveryFactory(webhook=webhook, delivered=True)
    acts = ("change", "pause", "resume", "test", "rotate", "history")
    pages = [("claims_webhook_changelist", ()), ("claims_webhook_add", ())]
    pages += [(f"claims_webhook_{act}", (webhook.pk,)) for act in acts]
    pages += [("claims_webhook_change", (paused.pk,)), ("claims_delivery_changelist", ())]
    pages += [(f"claims_delivery_{act}", (failed.pk,)) for act in ("change", "replay")]
    return [reverse(f"admin:{name}", args=args) for name, args in pages]


def test_nothing_serious_is_found_on_any_page(page, live_server, addresses) -> None:
    found = []
    for where in addresses:
        page.goto(f"{live_server}{where}")
        found += [(where, *wrong) for wrong in faults_of(page)]
    assert found == []


def test_every_page_fits_a_phone(page, live_server, addresses) -> None:
    page.set_viewport_size(PHONE)
    wide = []
    for where in addresses:
        page.goto(f"{live_server}{where}")
        width = page.evaluate("document.documentElement.scrollWidth")
        wide += [(where, width)] if width > PHONE["width"] else []
    assert wide == []


def test_a_webhook_is_made_and_paused_with_the_keyboard(page, live_server, lead) -> None:
    page.goto(address(live_server, "admin:claims_webhook_add"))
    page.get_by_label("Name").fill("Front page")
    page.get_by_label("Address").fill("https://page.example/desk")
    page.get_by_label("Claim published").press("Space")
    page.get_by_label("Claim published").press("Enter")
    expect(page.get_by_label("Secret")).to_have_value(
        subscribing.secrets_of(webhook := Webhook.objects.get(), at=webhook.made_at)[0]
    )
    assert faults_of(page) == []
    page.get_by_role("link", name="It is copied").press("Enter")
    page.get_by_role("link", name="Pause").press("Enter")
    page.get_by_label("Why").fill("It is moving.")
    page.get_by_role("button", name="Pause").press("Enter")
    expect(page.get_by_text("Nothing is sent until it is resumed.")).to_be_visible()
    webhook.refresh_from_db()
    assert webhook.paused_because == "It is moving."
