"""Every other page costs the same number of queries however much it shows."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.services import noticing, settling
from claims.services.settling import SetAside
from tests.review.building import Telling, report
from tests.review.drafting import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def grown(as_, quantity, told, queries_of):
    """Return a function that measures a page before and after the quantity grows."""

    def measure(address: str) -> tuple[list[str], list[str]]:
        client = as_("reviewer")
        told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir")
        few = queries_of(lambda: client.get(address))
        for number in range(5):
            words, crew = f"{40 + number} raiders died", f"Crew {number}"
            told(quantity, words, crew, outlet=f"Sheet {number}")
        return few, queries_of(lambda: client.get(address))

    return measure


def test_the_settle_form_does_not_grow(grown, quantity) -> None:
    few, many = grown(reverse("review:settle", args=[quantity.pk]))
    assert len(few) == len(many), "\n".join(many)


def test_a_comparison_does_not_grow(as_, desk, quantity, queries_of) -> None:
    tellings = [Telling(f"{n} raiders died", f"Crew {n}") for n in range(20, 28)]
    report(quantity, "The Weir", tellings, by=desk["editor"])
    chosen = [figure.pk for figure in quantity.figures.all()]
    client, address = as_("reviewer"), reverse("review:compare", args=[quantity.pk])
    few = queries_of(lambda: client.get(address, {"figure": chosen[:2]}))
    many = queries_of(lambda: client.get(address, {"figure": chosen}))
    assert len(few) == len(many), "\n".join(many)


def test_the_page_of_an_article_does_not_grow(as_, desk, quantity, queries_of) -> None:
    one = report(quantity, "A", [Telling("20 raiders died", "Crew")], by=desk["editor"])
    tellings = [Telling(f"{n} raiders died", f"Crew {n}") for n in range(21, 29)]
    eight = report(quantity, "B", tellings, by=desk["editor"])
    settling.propose(quantity, draft(), by=desk["reviewer"])
    client = as_("reviewer")
    few = queries_of(lambda: client.get(one.article.get_absolute_url()))
    many = queries_of(lambda: client.get(eight.article.get_absolute_url()))
    assert len(few) == len(many), "\n".join(many)


def test_the_list_of_corrections_does_not_grow(
    as_, desk, quantity, told, queries_of
) -> None:
    client, address = as_("reviewer"), reverse("review:corrections")

    def settled() -> list[str]:
        aside = {figure.pk: SetAside("misquote") for figure in quantity.figures.all()}
        settlement = settling.propose(quantity, draft(set_aside=aside), by=desk["reviewer"])
        settling.approve(settlement, by=desk["second"])
        return queries_of(lambda: client.get(address))

    few = settled()
    for number in range(4):
        told(quantity, f"{40 + number} raiders died", f"Crew {number}", outlet=f"{number}")
    many = settled()
    assert len(few) == len(many), "\n".join(many)


def test_the_list_of_notices_does_not_grow(as_, desk, queries_of) -> None:
    client, address = as_("reviewer"), reverse("review:notices")
    noticing.tell([desk["reviewer"]], "One thing.", "/", by=None)
    few = queries_of(lambda: client.get(address))
    for number in range(6):
        noticing.tell([desk["reviewer"]], f"Thing {number}.", "/", by=None)
    many = queries_of(lambda: client.get(address))
    assert len(few) == len(many), "\n".join(many)


def test_kept_views_do_not_make_the_queue_slower(as_, queries_of) -> None:
    client = as_("reviewer")
    few = queries_of(lambda: client.get("/"))
    for number in range(5):
        sent = {"name": f"View {number}", "query": "stage=all"}
        client.post(reverse("review:keep_view"), sent)
    client.get("/")  # shows the messages
    many = queries_of(lambda: client.get("/"))
    assert len(few) == len(many), "\n".join(many)
