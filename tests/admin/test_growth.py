"""What a page of the admin costs does not grow with what it shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.models import Alias, Appearance, Article, Reliance, Verdict
from claims.services import logging
from claims.services.logging import Line
from tests.admin.rows import MAKE, rating
from tests.admin.test_models import NAMES, OURS, member, url
from tests.factories import (
    DeliveryFactory,
    FigureFactory,
    LinkFactory,
    OutletFactory,
    QuantityFactory,
    QuoteFactory,
    RevisionFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

Grow = Callable[[object, int], None]


def speaker(row, number: int) -> None:
    Alias.objects.create(speaker=row, name=f"Spelling {number}")
    row.roles.create(organisation=SpeakerFactory(), title=f"clerk {number}")
    LinkFactory(speaker=row)


def incident(row, number: int) -> None:
    row.parties.create(speaker=SpeakerFactory(), side=str(number))
    QuantityFactory(incident=row)


def article(row, number: int) -> None:
    RevisionFactory(article=row, number=number + 10, text=f"Text {number}.")


def claim(row, number: int) -> None:
    Appearance.objects.create(claim=row, quote=QuoteFactory(), stance="asserts")
    first = row.verdicts.first()
    Verdict.objects.create(
        claim=row,
        number=number + 10,
        rating=rating(),
        rationale="Two say so.",
        proposed_by=UserFactory(),
        proposed_at=first.proposed_at,
        status="returned",
        decided_by=UserFactory(),
        decided_at=first.proposed_at,
        comment="No.",
    )


def settlement(row, _number: int) -> None:
    figure = FigureFactory(accepted=True, quantity=row.quantity)
    Reliance.objects.create(settlement=row, figure=figure, treatment="relied_on")


def attributed(row, _number: int) -> None:
    LinkFactory(attribution=row.attribution, position=9)


def outlet(row, _number: int) -> None:
    OutletFactory(family=row)


def webhook(row, _number: int) -> None:
    DeliveryFactory(webhook=row)


# What may grow on the page of a row; of the others nothing does.
GROW: dict[str, Grow] = {
    "speaker": speaker,
    "incident": incident,
    "article": article,
    "claim": claim,
    "settlement": settlement,
    "quote": attributed,
    "figure": attributed,
    "outlet": outlet,
    "webhook": webhook,
}


@pytest.mark.parametrize("name", sorted(GROW))
@pytest.mark.parametrize("role", ["superuser", "viewer"])
def test_the_page_of_a_row_costs_the_same_with_two_parts_and_with_eight(
    client, name, role, queries_of
) -> None:
    client.force_login(member(role))
    row = MAKE[name]()
    where = url(name, "change", row.pk)
    for number in range(2):
        GROW[name](row, number)
    client.get(where)
    two = queries_of(lambda: client.get(where))
    for number in range(2, 8):
        GROW[name](row, number)
    eight = queries_of(lambda: client.get(where))
    assert len(two) == len(eight), "\n".join(eight)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"group"}))
def test_a_list_costs_the_same_for_two_rows_and_for_eight(client, name, queries_of) -> None:
    client.force_login(member("superuser"))

    def cost(more: int) -> list[str]:
        for number in range(more):
            row = MAKE[name]()
            if name in GROW:
                GROW[name](row, number)
        client.get(url(name, "changelist"))
        return queries_of(lambda: client.get(url(name, "changelist"), {"q": "e"}))

    two, eight = cost(2), cost(6)
    assert len(two) == len(eight), "\n".join(eight)


@pytest.mark.parametrize("name", NAMES)
def test_the_history_of_a_row_costs_the_same_for_two_lines_and_for_eight(
    client, name, queries_of
) -> None:
    client.force_login(member("superuser"))
    row = MAKE[name]()
    where = url(name, "history", row.pk)

    def cost(more: int) -> int:
        for _ in range(more):
            logging.write(Line(f"{name}.amended", row), by=UserFactory())
        client.get(where)
        return len(queries_of(lambda: client.get(where)))

    assert cost(2) == cost(6)


def test_every_page_with_parts_is_grown_here() -> None:
    with_parts = {
        model._meta.model_name
        for model, desk in OURS.items()
        if getattr(desk, "inlines", ()) or model is Article
    }
    assert with_parts <= set(GROW)
