"""Webhooks and their deliveries over the API: who may, what is shown, what never is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from claims.models import Change, Delivery, Webhook
from claims.services import delivering, issuing, subscribing
from claims.services.issuing import SCOPES, Wish
from tests.factories import DeliveryFactory, UserFactory, WebhookFactory
from tests.services.receiving import hooked, rules_of
from tests.site import served

pytestmark = pytest.mark.django_db

WANTED = {
    "name": "the page",
    "url": "https://hooks.example/in",
    "events": ["settlement.stale", "claim.published"],
}


def signed_in(role: str | None) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role))
    return client


def bearing(scope: str, role: str = "lead") -> Client:
    owner = UserFactory(role=role)
    issued = issuing.issue(owner, Wish("x", frozenset({scope} - {"read"})), by=owner)
    return Client(headers={"authorization": f"Bearer {issued.secret}"})


def post(client: Client, path: str, body: object = None, **headers: str):
    sent = json.dumps(body if body is not None else {})
    return client.post(f"/api/{path}", sent, "application/json", headers=headers)


def patch(client: Client, webhook: Webhook, body: object, **headers: str):
    path = f"/api/webhooks/{webhook.pk}/"
    return client.patch(path, json.dumps(body), "application/json", headers=headers)


CALLERS = [
    Client,
    *(
        lambda role=role: signed_in(role)
        for role in (None, "viewer", "editor", "reviewer", "lead")
    ),
    *(lambda scope=scope: bearing(scope) for scope in ("read", *SCOPES)),
    lambda: bearing("subscribe", role="reviewer"),
]
NAMES = [
    *("nobody", "no role", "viewer", "editor", "reviewer", "lead"),
    *(f"token to {scope}" for scope in ("read", *SCOPES)),
    "token of a reviewer",
]
# The status for whoever keeps webhooks: a lead, or a lead's token to subscribe.
ACTS = [
    ("GET", "webhooks/", None, 200),
    ("GET", "webhooks/{webhook}/", None, 200),
    ("POST", "webhooks/", WANTED, 201),
    ("PATCH", "webhooks/{webhook}/", WANTED, 200),
    ("POST", "webhooks/{webhook}/pause/", {"reason": "It is moving."}, 200),
    ("POST", "webhooks/{webhook}/resume/", {}, 409),
    ("POST", "webhooks/{webhook}/rotate/", {}, 200),
    ("POST", "webhooks/{webhook}/test/", {}, 201),
    ("GET", "deliveries/", None, 200),
    ("GET", "deliveries/{delivery}/", None, 200),
    ("POST", "deliveries/{delivery}/replay/", {}, 200),
]
KEEPERS = {"lead", "token to subscribe"}


@pytest.mark.parametrize("at", range(len(NAMES)), ids=NAMES)
@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    ACTS,
    ids=[f"{each[0]} {each[1]}" for each in ACTS],
)
def test_only_those_who_keep_webhooks_see_or_change_them(method, path, body, status, at):
    delivery = DeliveryFactory(delivered=True)
    where = path.format(webhook=delivery.webhook_id, delivery=delivery.pk)
    refused = 401 if NAMES[at] == "nobody" else 403

    client = CALLERS[at]()
    answer = client.generic(
        method, f"/api/{where}", json.dumps(body), content_type="application/json"
    )

    assert answer.status_code == (status if NAMES[at] in KEEPERS else refused)


@pytest.fixture
def lead():
    return signed_in("lead")


def test_a_secret_is_in_the_answer_that_makes_it_and_in_no_other(lead):
    made = post(lead, "webhooks/", WANTED)
    secret, webhook = made.json()["secret"], Webhook.objects.get()
    rotated = post(lead, f"webhooks/{webhook.pk}/rotate/")
    post(lead, f"webhooks/{webhook.pk}/test/")

    shown = [
        lead.get(f"/api/{name}").content.decode()
        for name in ("webhooks/", f"webhooks/{webhook.pk}/", "deliveries/", "changes/")
    ]

    assert made["Cache-Control"] == rotated["Cache-Control"] == "no-store"
    assert secret != rotated.json()["secret"]
    for hidden in (secret, rotated.json()["secret"], webhook.seed, "seed", "digest"):
        assert hidden.removeprefix("whsec_") not in "".join(shown)


def test_a_webhook_is_shown_as_it_was_asked_for(lead):
    made = post(lead, "webhooks/", WANTED).json()

    shown = lead.get(f"/api/webhooks/{made['id']}/").json()

    assert {key: shown[key] for key in WANTED} == WANTED
    assert (shown["status"], shown["incident"]) == ("active", None)


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        ({"name": ""}, 400, "may not be blank"),
        ({"url": "hooks"}, 400, "Enter a valid URL"),
        ({"url": "http://hooks.example/"}, 409, "must begin with https://"),
        ({"url": "https://hooks.example:22/"}, 409, "port 22 is not allowed"),
        ({"events": []}, 400, "may not be empty"),
        ({"events": ["rain.fell"]}, 400, "is not a valid choice"),
        ({"incident": 999}, 400, "does not exist"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(lead, changed, status, words):
    answer = post(lead, "webhooks/", WANTED | changed)

    [problem] = answer.json()["errors"]
    assert (answer.status_code, words in problem["detail"]) == (status, True)
    assert not Webhook.objects.exists()


def test_what_is_sent_is_changed_and_nothing_else(lead):
    webhook = WebhookFactory(name="old", on_conflict_opened=True)

    answer = patch(lead, webhook, {"name": "new"})

    assert (answer.status_code, answer.json()["name"]) == (200, "new")
    assert answer.json()["events"] == webhook.events
    assert answer.json()["url"] == webhook.url


def test_what_changed_since_it_was_read_is_left_alone(lead):
    webhook = WebhookFactory()
    etag = lead.get(f"/api/webhooks/{webhook.pk}/")["ETag"]

    first = patch(lead, webhook, WANTED, **{"If-Match": etag})
    second = patch(lead, webhook, WANTED, **{"If-Match": etag})

    assert (first.status_code, second.status_code) == (200, 412)
    assert first["ETag"] != etag


def test_deliveries_are_found_by_webhook_event_and_state(lead):
    delivered, failed = DeliveryFactory(delivered=True), DeliveryFactory(failed=True)

    def found(query: str) -> list[int]:
        page = lead.get(f"/api/deliveries/?{query}").json()
        return [row["id"] for row in page["results"]]

    assert found("status=failed") == [failed.pk]
    assert found(f"webhook={delivered.webhook_id}") == [delivered.pk]
    assert found("event=claim.published") == []
    assert found(f"message={failed.message}") == [failed.pk]


def test_a_replay_is_refused_while_it_waits(lead):
    delivery = DeliveryFactory(failed=True)
    path = f"deliveries/{delivery.pk}/replay/"

    first, second = post(lead, path), post(lead, path)

    assert (first.status_code, first.json()["status"]) == (200, "waiting")
    assert second.json()["errors"][0]["code"] == "already_decided"
    assert Change.objects.filter(act="webhook.replayed").count() == 1


def test_many_are_replayed_in_one_call(lead):
    failed, waiting = DeliveryFactory(failed=True), DeliveryFactory()
    items = [{"act": "replay", "id": each.pk} for each in (failed, waiting)]

    answer = post(lead, "deliveries/bulk/", {"items": items})

    assert [each["status"] for each in answer.json()["results"]] == [200, 409]


@pytest.mark.parametrize("name", ["webhooks", "deliveries"])
def test_a_longer_list_takes_no_more_queries(name, lead, queries_of):
    DeliveryFactory()
    lead.get(f"/api/{name}/")
    one = queries_of(lambda: lead.get(f"/api/{name}/"))
    DeliveryFactory.create_batch(9)
    ten = queries_of(lambda: lead.get(f"/api/{name}/"))

    assert len(one) == len(ten), "\n".join(ten)


def test_what_is_made_over_the_api_signs_like_any_other(lead):
    secret = post(lead, "webhooks/", WANTED).json()["secret"]
    webhook = Webhook.objects.get()

    [known] = subscribing.secrets_of(webhook, at=webhook.made_at)

    assert known == secret
    assert Delivery.objects.count() == 0


def test_what_the_guide_tells_a_receiver_to_check_is_what_the_desk_signs():
    guide = Path(__file__).parent.parent.parent / "docs" / "api.md"
    blocks = re.findall(
        r"^```python\n(.*?)^```", guide.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    [code] = [block for block in blocks if "is_from_the_desk" in block]
    names: dict = {}
    exec(code, names)  # noqa: S102  our own guide
    is_from_the_desk = names["is_from_the_desk"]
    with served() as site:
        site.put("/desk", "")
        delivery = DeliveryFactory(webhook=hooked(site))
        [secret] = subscribing.secrets_of(delivery.webhook, at=timezone.now())
        delivering.deliver_due(rules=rules_of(site))
    [(_, _, sent, body)] = site.asked
    headers = {name.lower(): value for name, value in sent.items()}

    old = headers | {"webhook-timestamp": "1900000000"}
    assert is_from_the_desk(secret, headers, body)
    assert not is_from_the_desk(secret, headers, body + b" ")
    assert not is_from_the_desk(secret[:-4] + "AAA=", headers, body)
    assert not is_from_the_desk(secret, old, body)
