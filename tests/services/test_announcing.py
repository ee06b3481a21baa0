"""What is told of an act, and that it is told of nothing else."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from django.test import Client

from claims.errors import ClaimsError
from claims.models import Claim, Delivery, Event, Rating, Settlement, Verdict
from claims.services import comparing, concluding, filing, settling, subscribing
from claims.services.concluding import Finding, Publication
from claims.services.settling import Draft
from tests.factories import (
    ClaimFactory,
    IncidentFactory,
    QuantityFactory,
    SpeakerFactory,
    UserFactory,
    WebhookFactory,
)
from tests.services.test_comparing import a_figure

pytestmark = pytest.mark.django_db

DRAFT = Draft("Seven or eight died.", "Two sources.", low=Decimal(7), high=Decimal("8.5"))


def everything() -> dict[str, bool]:
    return {event.column: True for event in Event}


def told() -> list[str]:
    return list(Delivery.objects.order_by("pk").values_list("event", flat=True))


def body(event: str) -> dict:
    return json.loads(Delivery.objects.filter(event=event).latest("pk").body)


@pytest.fixture
def lead():
    return UserFactory(role="lead")


@pytest.fixture
def other():
    return UserFactory(role="lead")


@pytest.fixture
def quantity(lead):
    quantity = QuantityFactory()
    filing.file(a_figure(7, 7, SpeakerFactory()), quantity, by=lead)
    return quantity


def test_each_event_is_told_when_it_happens(quantity, lead, other) -> None:
    WebhookFactory(**everything())

    withdrawn = settling.propose(quantity, DRAFT, by=lead)
    settling.withdraw(withdrawn, by=lead)
    returned = settling.propose(quantity, DRAFT, by=lead)
    settling.return_(returned, by=other, comment="Say who counted.")
    approved = settling.propose(quantity, DRAFT, by=lead)
    settling.approve(approved, by=other)
    filing.file(a_figure(30, 30, SpeakerFactory()), quantity, by=lead)

    assert told()[:6] == [
        "settlement.proposed",
        "settlement.withdrawn",
        "settlement.proposed",
        "settlement.returned",
        "settlement.proposed",
        "settlement.approved",
    ]
    assert sorted(told()[6:]) == ["conflict.opened", "settlement.stale"]


def test_a_conflict_is_told_when_there_are_more_than_before(quantity, lead) -> None:
    WebhookFactory(on_conflict_opened=True)
    filing.file(a_figure(30, 30, SpeakerFactory()), quantity, by=lead)
    assert told() == ["conflict.opened"]
    comparing.refresh(quantity)
    assert told() == ["conflict.opened"]
    filing.file(a_figure(99, 99, SpeakerFactory()), quantity, by=lead)
    assert told() == ["conflict.opened"] * 2
    assert body("conflict.opened")["resource"]["conflicts"] == 3


def test_a_claim_is_told_with_the_verdict_that_made_it_public(lead, other) -> None:
    WebhookFactory(on_claim_published=True)
    claim, rating = ClaimFactory(), Rating.objects.first()
    verdict = concluding.propose(claim, Finding(rating, "Counted."), by=lead)
    assert told() == []
    concluding.approve(verdict, by=other)
    assert told() == ["claim.published"]
    assert body("claim.published")["resource"]["verdict"]["rating"] == rating.pk


def test_a_settlement_and_the_verdict_it_gives_are_both_told(quantity, lead, other) -> None:
    WebhookFactory(**everything())
    publication = Publication("Seven died.", Rating.objects.first())
    draft = Draft("Seven died.", "Counted.", low=Decimal(7), publication=publication)
    settling.approve(settling.propose(quantity, draft, by=lead), by=other)
    assert told() == ["settlement.proposed", "settlement.approved", "claim.published"]


def test_what_is_refused_is_not_told(quantity, lead) -> None:
    WebhookFactory(**everything())
    settlement = settling.propose(quantity, DRAFT, by=lead)
    with pytest.raises(ClaimsError):
        settling.approve(settlement, by=lead)
    with pytest.raises(ClaimsError):
        settling.propose(quantity, DRAFT, by=lead)
    assert told() == ["settlement.proposed"]


def test_what_is_undone_with_its_act_is_not_told(
    quantity, lead, other, monkeypatch
) -> None:
    WebhookFactory(**everything())
    settlement = settling.propose(quantity, DRAFT, by=lead)

    def refuse(*_: object, **__: object) -> None:
        raise ClaimsError("The mail is down.")

    # The author is told after the event was written down.
    monkeypatch.setattr("claims.services.noticing.tell", refuse)
    with pytest.raises(ClaimsError):
        settling.approve(settlement, by=other)
    assert told() == ["settlement.proposed"]


def test_only_those_are_told_who_asked_for_that_event_in_that_incident(
    quantity, lead
) -> None:
    every = WebhookFactory(on_settlement_proposed=True)
    here = WebhookFactory(on_settlement_proposed=True, incident=quantity.incident)
    WebhookFactory(on_settlement_proposed=True, incident=IncidentFactory())
    WebhookFactory()
    settling.propose(quantity, DRAFT, by=lead)
    assert {each.webhook for each in Delivery.objects.all()} == {every, here}
    assert len({each.message for each in Delivery.objects.all()}) == 1
    assert len({each.body for each in Delivery.objects.all()}) == 1


def test_a_claim_of_no_incident_is_told_to_those_who_ask_for_all(lead, other) -> None:
    every = WebhookFactory(on_claim_published=True)
    WebhookFactory(on_claim_published=True, incident=IncidentFactory())
    finding = Finding(Rating.objects.first(), "Counted.")
    concluding.approve(concluding.propose(ClaimFactory(), finding, by=lead), by=other)
    assert [each.webhook for each in Delivery.objects.all()] == [every]


def test_what_happens_during_a_pause_is_kept(quantity, lead) -> None:
    webhook = WebhookFactory(on_settlement_proposed=True)
    subscribing.pause(webhook, reason="It is moving.", by=lead)
    settling.propose(quantity, DRAFT, by=lead)
    assert Delivery.objects.waiting().count() == 1


def shown(lead, told: dict) -> tuple[dict, dict]:
    """Return a message's row, and the same of what the API answers at its address."""
    client = Client()
    client.force_login(lead)
    answer = client.get(told["url"].removeprefix("https://desk.example")).json()
    row = {key: value for key, value in told["resource"].items() if key != "verdict"}
    return row, {key: answer[key] for key in row}


def test_a_row_is_told_as_the_api_shows_it(quantity, lead, other, settings) -> None:
    settings.TRACKER_ADDRESS = "https://desk.example"
    hook = WebhookFactory(**everything())
    filing.file(a_figure(30, 30, SpeakerFactory()), quantity, by=lead)
    publication = Publication("Seven died.", Rating.objects.first())
    draft = Draft("Seven.", "Counted.", low=Decimal("7.5"), publication=publication)
    settling.approve(settling.propose(quantity, draft, by=lead), by=other)
    subscribing.try_out(hook, by=lead)

    pairs = [shown(lead, json.loads(each.body)) for each in Delivery.objects.all()[:3]]
    conflict = shown(lead, body("conflict.opened"))

    assert [row for row, _ in pairs] == [answer for _, answer in pairs]
    assert conflict[0] == conflict[1]
    verdict = body("claim.published")["resource"]["verdict"]
    client = Client()
    client.force_login(lead)
    answer = client.get(f"/api/verdicts/{Verdict.objects.get().pk}/").json()
    assert verdict == {key: answer[key] for key in verdict}
    assert Claim.objects.count() == Settlement.objects.count() == 1


def test_to_tell_many_takes_as_many_queries_as_to_tell_one(
    quantity, lead, other, queries_of
) -> None:
    def send_back() -> None:
        settling.return_(settling.propose(quantity, DRAFT, by=lead), by=other, comment="?")

    WebhookFactory(**everything())
    send_back()
    one = queries_of(send_back)
    for _ in range(9):
        WebhookFactory(**everything())
    many = queries_of(send_back)
    assert len(many) == len(one), "\n".join(many)
