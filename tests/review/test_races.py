"""Two people who press a button of a page at once: one wins, the other is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from claims.models import Change, Dismissal, Relation, Settlement, User
from claims.services import settling
from tests.factories import UserFactory
from tests.review.drafting import RATIONALE, WORDING, draft

PEOPLE = 4

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite has one writer at a time"
    ),
]


@pytest.fixture
def people(transactional_db) -> list[User]:
    return [UserFactory(role="reviewer") for _ in range(PEOPLE)]


def pressed_at_once(people: list[User], address: str, sent: dict[str, object]) -> list[str]:
    """Let everybody send the same form at one moment; return the pages they then see."""
    start = Barrier(len(people))

    def one(person: User) -> str:
        client = Client(raise_request_exception=True)
        client.force_login(person)
        start.wait()
        try:
            return client.post(address, sent, follow=True).content.decode()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(one, people))


def told(pages: list[str], words: str) -> int:
    return sum(words in page for page in pages)


def test_of_many_who_approve_one_is_thanked_and_the_others_told(
    people, desk, quantity
) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    address = reverse("review:decide", args=[settlement.pk])
    pages = pressed_at_once(people, address, {"decision": "approve"})
    assert told(pages, "Approved. The settlement is sealed.") == 1
    assert told(pages, "Somebody else already decided") == PEOPLE - 1
    assert Change.objects.filter(act="settlement.approved").count() == 1


def test_of_many_who_propose_one_does_and_the_others_are_told(people, quantity) -> None:
    sent = {
        "mode": "range",
        "low": "7",
        "high": "10",
        "rule": "judgement",
        "wording": WORDING,
        "rationale": RATIONALE,
    }
    reasons = {f"figure-{figure.pk}": "" for figure in quantity.figures.all()}
    address = reverse("review:settle", args=[quantity.pk])
    pages = pressed_at_once(people, address, {**sent, **reasons})
    assert told(pages, "Proposed. A second person can approve it now.") == 1
    assert Settlement.objects.filter(status="proposed").count() == 1


def test_of_many_who_date_a_figure_one_does_and_the_others_are_told(
    people, quantity
) -> None:
    relation = Relation.objects.get()
    sent = {
        "a_as_of": "2031-03-05",
        "b_as_of": "2031-03-03",
        "a_version": relation.a.version,
        "b_version": relation.b.version,
        "why": "The two speak of different times.",
    }
    address = reverse("review:verdict", args=[relation.pk, "update"])
    pages = pressed_at_once(people, address, sent)
    assert told(pages, "Dated, and compared again.") == 1
    assert Change.objects.filter(act="figure.dated").count() == 1


def test_many_who_set_a_pair_aside_leave_one_dismissal(people, quantity) -> None:
    address = reverse("review:verdict", args=[Relation.objects.get().pk, "dismiss"])
    pages = pressed_at_once(people, address, {"why": "Two fights."})
    assert told(pages, "Set aside until one of the two changes.") >= 1
    assert Dismissal.objects.count() == 1
