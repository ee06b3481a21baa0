"""What is sent, how often it is tried, and who sends it."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import logging
from base64 import b64decode, b64encode
from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.db import connection
from django.utils import timezone

from claims.domain.patience import MOST_ATTEMPTS
from claims.models import Change, Delivery, Notice, Webhook
from claims.outward.sending import Rules
from claims.services import delivering, subscribing
from claims.services.delivering import CLAIMED_FOR, KEPT_FOR, Outcome, Round
from tests.factories import DeliveryFactory, UserFactory, WebhookFactory
from tests.services.receiving import hooked, rules_of, url_of
from tests.site import Page, Site, served

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        yield site


def pass_time(time_machine, passed: dt.timedelta) -> None:
    time_machine.move_to(timezone.now() + passed)


def deliver(site: Site) -> Round:
    return delivering.deliver_due(rules=rules_of(site))


def is_signed(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """Check as a receiver would, with nothing of ours."""
    named = {name.lower(): value for name, value in headers.items()}
    signed = f"{named['webhook-id']}.{named['webhook-timestamp']}.".encode() + body
    key = b64decode(secret.removeprefix("whsec_"))
    mine = b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = [each.removeprefix("v1,") for each in named["webhook-signature"].split(" ")]
    return any(hmac.compare_digest(mine, each) for each in given)


def test_a_delivery_arrives_signed_and_is_written_down(site) -> None:
    site.put("/desk", "Thank you.", "text/plain")
    delivery = DeliveryFactory(webhook=hooked(site), body='{"who":"Ilse Österli"}')
    [secret] = subscribing.secrets_of(delivery.webhook, at=timezone.now())

    done = deliver(site)

    [(method, path, headers, body)] = site.asked
    assert (method, path, json.loads(body)) == ("POST", "/desk", {"who": "Ilse Österli"})
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert headers["Webhook-Id"] == str(delivery.message)
    assert abs(int(headers["Webhook-Timestamp"]) - timezone.now().timestamp()) < 10
    assert is_signed(secret, headers, body)
    assert not is_signed(secret, headers, body + b" ")
    delivery.refresh_from_db()
    assert (done.delivered, delivery.status, delivery.attempts) == (1, "delivered", 1)
    assert (delivery.http_status, delivery.answer) == (200, "Thank you.")
    assert deliver(site).is_nothing


def test_after_a_rotation_the_old_secret_still_checks(site) -> None:
    site.put("/desk", "")
    webhook = hooked(site)
    [old] = subscribing.secrets_of(webhook, at=timezone.now())
    new = subscribing.rotate(webhook, by=UserFactory(role="lead"))
    DeliveryFactory(webhook=webhook)
    deliver(site)
    [(_, _, headers, body)] = site.asked
    assert is_signed(old, headers, body)
    assert is_signed(new, headers, body)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Page(b"Broken.", {}, 500), "It answered with 500."),
        (Page(b"", {"Location": "/elsewhere"}, 302), "It answered with 302."),
        (Page(b"No.", {}, 404), "It answered with 404."),
        (Page(b"x" * (delivering.LIMITS.most_bytes + 1)), "more than 262,144 bytes"),
    ],
)
def test_what_was_not_taken_is_tried_again(site, answer, error) -> None:
    site.pages["/desk"] = answer
    site.put("/elsewhere", "Here.")
    delivery = DeliveryFactory(webhook=hooked(site))
    assert deliver(site).put_off == 1
    delivery.refresh_from_db()
    assert delivery.is_waiting
    assert error in delivery.error
    assert delivery.next_attempt_at > timezone.now() + dt.timedelta(seconds=30)
    assert [path for _, path, _, _ in site.asked] == ["/desk"]


def test_what_leads_to_a_private_address_is_not_sent(site) -> None:
    delivery = DeliveryFactory(webhook=hooked(site))
    inward = Rules(ports=frozenset({site.port}), look_up=lambda *_: ["127.0.0.1"])
    assert delivering.deliver_due(rules=inward).put_off == 1
    delivery.refresh_from_db()
    assert "it leads to an address that is not public" in delivery.error
    assert site.asked == []


def test_a_delivery_is_tried_for_most_of_a_day_and_then_given_up(
    site, time_machine
) -> None:
    delivery = DeliveryFactory(webhook=hooked(site))
    begun, moments = timezone.now(), []
    while delivery.is_waiting:
        time_machine.move_to(max(timezone.now(), delivery.next_attempt_at))
        moments.append(timezone.now() - begun)
        deliver(site)
        delivery.refresh_from_db()
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    assert len(site.asked) == MOST_ATTEMPTS
    assert (delivery.status, delivery.error) == ("failed", "It answered with 404.")
    assert all(one < another for one, another in pairwise(pauses))
    assert 14 * HOUR < moments[-1] < 23 * HOUR
    assert deliver(site).is_nothing


def fail(webhook: Webhook, **outcome: object) -> None:
    delivery = DeliveryFactory(
        webhook=webhook, attempts=MOST_ATTEMPTS, attempted_at=timezone.now()
    )
    told = {"error": "It answered with 500.", "http_status": 500, **outcome}
    delivering.record(delivery, Outcome(**told), chance=0.5)


def test_a_webhook_that_takes_nothing_is_paused_and_its_owner_told() -> None:
    webhook = WebhookFactory(name="the page", owner=UserFactory(role="lead"))
    for _ in range(2):
        fail(webhook)
    webhook.refresh_from_db()
    assert webhook.is_active
    fail(webhook)
    webhook.refresh_from_db()
    reason = "3 deliveries in a row were given up."
    assert (webhook.is_active, webhook.paused_because) == (False, reason)
    [notice] = Notice.objects.all()
    assert notice.recipient == webhook.owner
    assert notice.sentence == (
        f"The webhook “the page (hooks.example)” was paused. {reason}"
    )
    line = Change.objects.get(act="webhook.paused")
    assert (line.actor, line.reason) == (None, reason)
    fail(webhook)
    assert Notice.objects.count() == 1


def test_all_who_keep_webhooks_are_told_when_the_owner_has_left() -> None:
    leads = {UserFactory(role="lead"), UserFactory(role="lead")}
    left = UserFactory(role="lead", is_active=False)
    UserFactory(role="reviewer")
    fail(WebhookFactory(failures=2, owner=left))
    assert {notice.recipient for notice in Notice.objects.all()} == leads


@pytest.mark.skipif(connection.vendor != "sqlite", reason="its plans do not hang on size")
def test_what_is_due_is_found_by_webhook_however_many_wait() -> None:
    plan = Delivery.objects.first_of_each(at=timezone.now()).explain()
    assert "USING INDEX delivery_due_of_webhook (webhook_id=? AND next_attempt" in plan


def test_one_that_arrives_in_between_is_forgiveness(site) -> None:
    site.put("/desk", "")
    webhook = hooked(site, failures=2)
    DeliveryFactory(webhook=webhook)
    deliver(site)
    fail(webhook)
    webhook.refresh_from_db()
    assert (webhook.is_active, webhook.failures) == (True, 1)


def test_one_that_is_gone_for_good_is_not_asked_again(site) -> None:
    site.pages["/desk"] = Page(b"", {}, 410)
    delivery = DeliveryFactory(webhook=hooked(site))
    assert deliver(site).given_up == 1
    delivery.webhook.refresh_from_db()
    assert "410" in delivery.webhook.paused_because


def test_nothing_is_sent_while_paused_and_what_waited_first_afterwards(site) -> None:
    site.put("/desk", "")
    webhook, lead = hooked(site), UserFactory(role="lead")
    first, second = (DeliveryFactory(webhook=webhook) for _ in range(2))
    subscribing.pause(webhook, reason="It is moving.", by=lead)
    assert deliver(site).is_nothing
    subscribing.resume(webhook, by=lead)
    deliver(site)
    deliver(site)
    sent = [headers["Webhook-Id"] for _, _, headers, _ in site.asked]
    assert sent == [str(first.message), str(second.message)]


def test_a_replayed_delivery_keeps_its_name_and_is_signed_anew(site, time_machine) -> None:
    site.put("/desk", "")
    delivery = DeliveryFactory(webhook=hooked(site))
    deliver(site)
    pass_time(time_machine, HOUR)
    delivery.refresh_from_db()
    subscribing.replay(delivery, by=UserFactory(role="lead"))
    deliver(site)
    (_, _, one, body), (_, _, two, again) = site.asked
    assert (one["Webhook-Id"], body) == (two["Webhook-Id"], again)
    assert int(two["Webhook-Timestamp"]) - int(one["Webhook-Timestamp"]) >= 3600
    delivery.refresh_from_db()
    assert (delivery.status, delivery.attempts) == ("delivered", 1)


def test_a_slow_receiver_holds_up_nobody_else(site) -> None:
    site.put("/desk", "")
    slow, quick = hooked(site, "/slow"), hooked(site)
    for _ in range(3):
        DeliveryFactory(webhook=slow)
    DeliveryFactory(webhook=quick)
    done = deliver(site)
    assert (done.delivered, done.put_off) == (1, 1)


def test_what_one_worker_claimed_no_other_one_sends(time_machine) -> None:
    DeliveryFactory()
    [mine] = delivering.claim()
    assert delivering.claim() == []
    pass_time(time_machine, CLAIMED_FOR + dt.timedelta(seconds=1))
    [theirs] = delivering.claim()
    assert (mine.pk, theirs.attempts) == (theirs.pk, 2)


def test_a_worker_that_was_overtaken_writes_nothing_down(time_machine) -> None:
    DeliveryFactory()
    [mine] = delivering.claim()
    pass_time(time_machine, CLAIMED_FOR + dt.timedelta(seconds=1))
    [theirs] = delivering.claim()
    delivering.record(theirs, Outcome(http_status=200), chance=0.5)
    late = delivering.record(mine, Outcome("It answered with 500.", 500), chance=0.5)
    assert late.is_nothing
    assert Delivery.objects.get().status == "delivered"


def test_a_desk_that_lost_its_key_says_so_and_sends_nothing(site, settings) -> None:
    delivery = DeliveryFactory(webhook=hooked(site))
    settings.SECRET_KEY = "another key"  # noqa: S105  of this test
    deliver(site)
    delivery.refresh_from_db()
    assert delivery.error == (
        "The desk's key was changed since; give the webhook a new secret."
    )
    assert site.asked == []


def test_no_secret_is_told_on_the_way(site, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    site.put("/desk", "")
    webhook = hooked(site)
    [secret] = subscribing.secrets_of(webhook, at=timezone.now())
    DeliveryFactory(webhook=webhook)
    DeliveryFactory(webhook=hooked(site, "/broken"))
    deliver(site)
    kept = json.dumps(list(Delivery.objects.values()), default=str)
    assert secret.removeprefix("whsec_") not in kept + caplog.text
    assert webhook.seed not in kept + caplog.text


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (b"\x00\x1b[31mred", "  [31mred"),
        ("Grüße".encode("latin-1"), "Gr��e"),
        (b"a" * 9_000, "a" * 500),
        ("“".encode() * 9_000, "“" * 500),
    ],
)
def test_the_beginning_of_an_answer_can_be_stored_and_shown(site, body, kept) -> None:
    site.pages["/desk"] = Page(body)
    delivery = DeliveryFactory(webhook=hooked(site))
    deliver(site)
    delivery.refresh_from_db()
    assert delivery.answer == kept


def test_what_is_old_is_forgotten() -> None:
    now = timezone.now()
    DeliveryFactory(occurred_at=now - KEPT_FOR - HOUR)
    DeliveryFactory(delivered=True, occurred_at=now - KEPT_FOR - HOUR)
    kept = DeliveryFactory(occurred_at=now - KEPT_FOR + HOUR)
    assert delivering.forget_old(now=now) == 2
    assert list(Delivery.objects.all()) == [kept]


def test_an_address_is_that_of_the_webhook_now(site) -> None:
    site.put("/moved", "")
    delivery = DeliveryFactory(webhook=hooked(site))
    Webhook.objects.update(url=url_of(site, "/moved"))
    deliver(site)
    delivery.refresh_from_db()
    assert delivery.status == "delivered"
