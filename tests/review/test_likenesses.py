from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Copy
from tests.factories import UserFactory
from tests.review.marks import text_of, words_of

pytestmark = pytest.mark.django_db

DASHED = ".plot__edge--inferred"


@pytest.fixture
def copy(quantity, told) -> Copy:
    """Two reports of one wording, which nobody has decided on."""
    words, speaker = "12 raiders died in the flooded yard below the mill", "Mill Owners"
    told(quantity, words, speaker, outlet="The Weir", day=4)
    told(quantity, words, speaker, outlet="The Lock", day=5)
    return Copy.objects.get()


@pytest.fixture
def decide(copy, quantity):
    """Return a function that decides where who carries whom is drawn."""

    def decided(client, decision: str, leads: str = "") -> str:
        sent = {"decision": decision, "next": leads}
        return client.post(reverse("review:copy", args=[copy.pk]), sent)["Location"]

    return decided


def shown(client, quantity) -> str:
    return client.get(quantity.get_absolute_url()).content.decode()


def test_a_likeness_is_asked_about_where_it_is_drawn(as_, quantity, copy) -> None:
    page = shown(as_("reviewer"), quantity)
    assert words_of(page, DASHED)
    assert "(The Lock) repeats" in text_of(page)
    assert f"likeness {copy.likeness:.2f}, suggested" in text_of(page)
    assert f'name="next" value="{quantity.get_absolute_url()}#chains"' in page


def test_a_confirmed_likeness_is_drawn_whole(as_, quantity, decide) -> None:
    client, leads = as_("reviewer"), f"{quantity.get_absolute_url()}#chains"
    assert decide(client, "confirm", leads) == leads
    page = shown(client, quantity)
    assert not words_of(page, DASHED)
    assert "The Lock has it from The Weir" in text_of(page)
    assert "It is a copy" not in page


def test_a_refused_likeness_is_drawn_no_longer(as_, quantity, decide) -> None:
    client = as_("reviewer")
    decide(client, "refuse")
    page = shown(client, quantity)
    assert not words_of(page, DASHED)
    assert "likeness" not in text_of(page)


def test_a_decision_leads_to_no_other_site(as_, copy, decide) -> None:
    leads = decide(as_("reviewer"), "confirm", "https://elsewhere.example/")
    assert leads == copy.article.get_absolute_url()


def test_who_may_not_decide_is_shown_no_buttons(client, quantity, copy) -> None:
    client.force_login(UserFactory(role="viewer"))
    page = shown(client, quantity)
    assert "It is a copy" not in page
    assert "repeats" in text_of(page)


def test_likenesses_cost_the_same_for_one_and_for_many(
    as_, quantity, copy, told, queries_of
) -> None:
    client, address = as_("reviewer"), quantity.get_absolute_url()
    few = queries_of(lambda: client.get(address))
    words = "12 raiders died in the flooded yard below the mill"
    for number in range(4):
        told(quantity, words, "Mill Owners", outlet=f"Sheet {number}", day=6)
    assert Copy.objects.count() > 4
    many = queries_of(lambda: client.get(address))
    assert len(few) == len(many), "\n".join(many)
