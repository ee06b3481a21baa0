"""Two people who decide the same thing at once: one wins, the other is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from threading import Barrier

import pytest
from django.db import connection

from claims.errors import AlreadyDecided
from claims.models import Change, Quote, Settlement, User
from claims.services import annotating, settling
from tests.factories import QuoteFactory, SettlementFactory, UserFactory

PEOPLE = 6

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite has one writer at a time"
    ),
]


def at_once(decide: Callable[[User], object], people: list[User]) -> list[bool]:
    """Let everybody decide at the same moment; return who was not told otherwise."""
    start = Barrier(len(people))

    def one(person: User) -> bool:
        start.wait()
        try:
            decide(person)
        except AlreadyDecided:
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
