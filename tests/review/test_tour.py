from __future__ import annotations

import pytest
from django.urls import reverse

from claims.review.tour import STOPS
from tests.review.marks import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def seed(quantity):
    quantity.incident.is_demonstration = True
    quantity.incident.save(update_fields=["is_demonstration"])
    return quantity


def test_the_tour_leads_through_every_stop_and_ends(as_, seed) -> None:
    client, address, seen = as_("reviewer"), "/?tour=1", []
    while address:
        stop = client.get(address.partition("#")[0]).context["tour"]
        seen.append(stop.place)
        address = stop.onward
    assert seen == [place for place, _ in STOPS]


def test_each_stop_is_drawn_where_it_belongs(as_, seed) -> None:
    client = as_("reviewer")
    page = client.get(seed.get_absolute_url(), {"tour": "3"}).content.decode()
    assert "3 / 5 What each pair is to each other" in text_of(page)
    assert "2 / 5" not in text_of(page)


def test_the_tour_is_offered_until_it_is_declined(as_, seed) -> None:
    client = as_("reviewer")
    assert "Take the tour" in client.get("/").content.decode()
    client.post(reverse("review:end_tour"))
    assert "Take the tour" not in client.get("/").content.decode()


def test_a_desk_without_the_demonstration_offers_no_tour(as_, quantity) -> None:
    assert "Take the tour" not in as_("reviewer").get("/").content.decode()


@pytest.mark.parametrize("text", ["0", "6", "x", "²"])
def test_a_stop_that_is_none_shows_nothing(as_, seed, text) -> None:
    assert as_("reviewer").get("/", {"tour": text}).context["tour"] is None


def test_demonstration_texts_are_said_to_be_our_own(as_, seed) -> None:
    page = as_("reviewer").get(seed.get_absolute_url()).content.decode()
    assert "in our own words" in page
