"""Every page of the review costs the same number of queries for little and for much."""

from __future__ import annotations

import pytest

from claims.review import urls
from tests.review import worlds

pytestmark = pytest.mark.django_db

# Acts, fragments, addresses that only lead elsewhere, and what is made of pages.
NO_PAGES = {
    *("assign", "keep_view", "forget_view", "read_notices", "end_tour", "comment"),
    *("ask_correction", "conclude_correction", "check", "figure", "decide", "copy"),
    *("similar", "tie", "link", "rate", "claim_comment", "decide_verdict"),
    *("estimate", "forget_estimate", "revoke_token"),
    # A report is the page of each quantity of an incident, one after the other.
    *("report", "report_file"),
}
PAGES = {
    *("queue", "notices", "corrections", "quantity", "compare", "settle", "relation"),
    *("verdict", "settlement", "articles", "article", "revision", "incidents"),
    *("incident", "speakers", "speaker", "claims", "claim"),
    *("reviews", "tokens"),
}


@pytest.fixture
def world(desk, quantity):
    return worlds.small(desk, quantity)


def test_each_address_is_a_page_that_is_measured_or_none() -> None:
    assert {route.name for route in urls.urlpatterns} == PAGES | NO_PAGES


def test_no_page_grows(as_, world, queries_of) -> None:
    client = as_("second")

    def measured() -> dict[str, list[str]]:
        found = {}
        for name, address in world.addresses().items():
            assert client.get(address).status_code == 200, name
            found[name] = queries_of(lambda address=address: client.get(address))
        return found

    few = measured()
    world.grow(4)
    many = measured()
    grown = {name: len(many[name]) - len(few[name]) for name in few}
    assert {name: by for name, by in grown.items() if by} == {}
