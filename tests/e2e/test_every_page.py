"""Every page of the review on a phone, and for those who cannot see it."""

from __future__ import annotations

import pytest

from claims.services import filing, recording
from claims.services.filing import ScopeKey
from tests.e2e.browsing import signed_in
from tests.e2e.soundness import faults_of
from tests.factories import UserFactory
from tests.review import worlds
from tests.review.building import Telling, report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
SMALLEST = 24  # CSS pixels, of what is pressed
SMALL = f"""
() => Array.from(document.querySelectorAll("main :is(button, select, summary, .button)"))
  .filter((each) => each.checkVisibility() && each.getClientRects().length > 0)
  .filter((each) => each.getBoundingClientRect().height < {SMALLEST} - 0.5)
  .map((each) => `${{each.outerHTML.slice(0, 120)}}`)
"""


@pytest.fixture
def world(transactional_db):
    roles = {"editor": "editor", "reviewer": "reviewer", "second": "reviewer"}
    desk = {name: UserFactory(username=name, role=role) for name, role in roles.items()}
    incident = recording.add(recording.Happening("Raid at the mill"), by=desk["editor"])
    quantity = filing.quantity(incident, ScopeKey("killed", "raiders"), by=desk["editor"])
    told = [
        Telling("At least 9-10 raiders were killed", "Valley Guard"),
        Telling("They lost 7-8 people", "Valley Guard"),
    ]
    report(quantity, "The Mill Post", told, by=desk["editor"])
    quantity.refresh_from_db()
    return worlds.small(desk, quantity)


@pytest.fixture
def desk(page, live_server, world):
    return signed_in(page, live_server, world.desk["second"])


def test_no_page_is_wider_than_a_phone_or_has_too_small_a_target(
    desk, live_server, world
) -> None:
    desk.set_viewport_size(PHONE)
    wide, small = [], {}
    for name, address in world.addresses().items():
        desk.goto(f"{live_server}{address}")
        if desk.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
        small[name] = desk.evaluate(SMALL)
    assert wide == []
    assert {name: found for name, found in small.items() if found} == {}


def test_no_page_has_a_serious_fault(desk, live_server, world) -> None:
    faults = []
    for name, address in world.addresses().items():
        desk.goto(f"{live_server}{address}")
        faults += [(name, *each) for each in faults_of(desk)]
    assert faults == []
