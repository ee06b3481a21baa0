"""Two people who decide the same thing at once: one wins, the other is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import pairwise
from threading import Barrier

import pytest
from django.db import connection

from claims.errors import ClaimsError
from claims.models import (
    Change,
    Delivery,
    Figure,
    Quote,
    Revision,
    Settlement,
    Speaker,
    User,
)
from claims.services import (
    annotating,
    comparing,
    delivering,
    filing,
    judging,
    merging,
    settling,
    taking_in,
)
from claims.services.settling import Draft
from claims.services.taking_in import Publication, Snapshot
from tests.factories import (
    DeliveryFactory,
    OutletFactory,
    QuantityFactory,
    QuoteFactory,
    SettlementFactory,
    SpeakerFactory,
    UserFactory,
)
from tests.services.receiving import hooked, rules_of
from tests.services.test_comparing import a_figure
from tests.site import served

PEOPLE = 6

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite has one writer at a time"
    ),
]


def at_once(decide: Callable[[User], object], people: list[User]) -> list[bool]:
    """Let everybody decide at the same moment; return who was not refused."""
    start = Barrier(len(people))

    def one(person: User) -> bool:
        start.wait()
        try:
            decide(person)
        except ClaimsError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(one, people))


def people(role: str) -> list[User]:
    return [UserFactory(role=role) for _ in range(PEOPLE)]


def test_of_many_editors_one_rejects() -> None:
    quote = QuoteFactory()
    won = at_once(
        lambda editor: annotating.reject(Quote.objects.get(pk=quote.pk), by=editor),
        people("editor"),
    )
    assert won.count(True) == 1
    assert Change.objects.filter(act="quote.rejected").count() == 1


def test_of_many_reviewers_one_approves() -> None:
    settlement = SettlementFactory()
    won = at_once(
        lambda reviewer: settling.approve(
            Settlement.objects.get(pk=settlement.pk), by=reviewer
        ),
        people("reviewer"),
    )
    assert won.count(True) == 1
    assert Settlement.objects.current().count() == 1


def test_lines_written_at_once_still_make_one_chain() -> None:
    quotes = [QuoteFactory() for _ in range(PEOPLE)]
    editors = people("editor")
    ours = dict(zip((editor.pk for editor in editors), quotes, strict=True))
    at_once(lambda editor: annotating.reject(ours[editor.pk], by=editor), editors)
    lines = list(Change.objects.order_by("pk"))
    assert len(lines) == PEOPLE
    assert all(line.previous_hash == before.hash for before, line in pairwise(lines))


def test_filing_proposing_and_judging_at_once_wait_for_each_other() -> None:
    quantity, leads = QuantityFactory(), people("lead")
    figures = [a_figure(n + 1, n + 1, SpeakerFactory()) for n in range(PEOPLE)]
    filing.file_all(figures[:3], quantity, by=leads[0])
    draft = Draft("Some were killed.", "A count.", low=Decimal(1), high=Decimal(9))

    def work(lead: User) -> None:
        at = leads.index(lead)
        filing.assign(quantity, to=lead, by=lead)
        figure = Figure.objects.get(pk=figures[at].pk)
        filing.file(figure, quantity, by=lead)
        judging.date(figure, None, by=lead, reason="Asked.")
        settlement = settling.propose(quantity, draft, by=lead)
        settling.withdraw(settlement, by=lead)

    at_once(work, leads)
    assert quantity.figures.count() == PEOPLE
    assert comparing.refresh(quantity).is_nothing


def test_two_speakers_are_not_merged_into_each_other() -> None:
    one, two = SpeakerFactory(), SpeakerFactory()
    first, second = UserFactory(role="lead"), UserFactory(role="lead")
    pairs = {first: (one, two), second: (two, one)}
    won = at_once(
        lambda lead: merging.merge(*pairs[lead], by=lead, reason="One."), [first, second]
    )
    assert won.count(True) == 1
    assert Speaker.objects.standing().filter(pk__in=[one.pk, two.pk]).count() == 1


def test_many_who_take_in_one_article_store_it_once() -> None:
    outlet, editors = OutletFactory(), people("editor")
    publication = Publication(outlet, "Harbour", url="https://gazette.example/harbour")
    won = at_once(
        lambda editor: taking_in.add(Snapshot("No one was hurt."), publication, by=editor),
        editors,
    )
    assert all(won)
    assert Revision.objects.count() == 1


def test_many_workers_send_each_delivery_once() -> None:
    with served() as site:
        site.put("/desk", "")
        webhooks = [hooked(site) for _ in range(3)]
        sent = {
            str(DeliveryFactory(webhook=webhooks[n % 3]).message) for n in range(5 * PEOPLE)
        }

        def work(_: User) -> None:
            while Delivery.objects.waiting().exists():
                delivering.deliver_due(rules=rules_of(site))

        at_once(work, people("viewer"))
        asked = [headers["Webhook-Id"] for _, _, headers, _ in site.asked]
    assert sorted(asked) == sorted(sent)
    assert Delivery.objects.filter(status="delivered", attempts=1).count() == len(sent)
