from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.urls import reverse

from claims.models import Claim, Settlement
from claims.services import concluding, filing, recording, settling
from claims.services.concluding import Statement
from claims.services.filing import ScopeKey
from tests.factories import PASSWORD, UserFactory
from tests.review.building import Telling, report
from tests.review.drafting import draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PRESSES = 12  # from the queue to an approved settlement, beside the rationale


@pytest.fixture
def people(transactional_db):
    roles = {"editor": "editor", "reviewer": "reviewer", "second": "reviewer"}
    return {name: UserFactory(username=name, role=role) for name, role in roles.items()}


@pytest.fixture
def quantity(people):
    """A new conflict between two articles."""
    happening = recording.Happening("Raid at the river mill", place="Millford")
    incident = recording.add(happening, by=people["editor"])
    key = ScopeKey("killed", "raiders")
    row = filing.quantity(incident, key, by=people["editor"])
    first = [Telling("At least 9-10 raiders were killed", "Valley Guard")]
    report(row, "The Mill Post", first, by=people["editor"])
    second = [Telling("They lost 7-8 people", "Mill Owners")]
    report(row, "The Weir", second, by=people["editor"])
    row.refresh_from_db()
    return row


@pytest.fixture
def desk(page, live_server):
    """Return a function that signs somebody in and opens an address."""

    def open_as(name: str, address: str = "/"):
        page.context.clear_cookies()
        page.goto(f"{live_server.url}/login/?next={address}")
        page.fill("[name=username]", name)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(f"{live_server.url}{address}")
        return page

    return open_as


class Keys:
    """A keyboard that counts."""

    def __init__(self, page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.pressed += 1
            self.page.keyboard.press(key)

    def press_and_wait(self, key: str, pattern: str) -> None:
        self.press(key)
        self.page.wait_for_url(pattern)


def test_a_conflict_is_settled_by_two_people_with_the_keyboard_alone(
    desk, quantity, people
) -> None:
    keys = Keys(desk("reviewer"))
    keys.press("j")
    keys.press_and_wait("Enter", "**/quantities/*/")
    keys.press_and_wait("s", "**/settle/")
    keys.page.keyboard.type("Both gave their count on one day, and neither saw all.")
    keys.press_and_wait("Control+Enter", "**/settlements/*/")
    desk("second")
    keys.press_and_wait("w", "**/?stage=awaiting")
    keys.press("j")
    keys.press_and_wait("Enter", "**/quantities/*/")
    keys.press("a")
    keys.press_and_wait("Enter", "**/settlements/*/")
    assert "Approved. The settlement is sealed." in keys.page.inner_text("main")
    assert keys.pressed <= PRESSES
    assert Settlement.objects.get().decided_by == people["second"]


def test_the_whole_way_with_the_mouse_ends_on_the_public_page(desk, quantity) -> None:
    page = desk("reviewer")
    page.click("text=Raiders killed")
    page.click("a[data-key='s']")
    page.fill("[name=rationale]", "Both gave their count on one day.")
    page.check("[name=publishes]")
    page.click("button:has-text('Propose')")
    page.wait_for_url("**/settlements/*/")
    assert "a second person must decide it" in page.inner_text("main")
    assert page.locator("button:has-text('Approve')").count() == 0
    address = page.url
    desk("second", address.partition("//")[2].partition("/")[1] + _path(address))
    page.click("button:has-text('Approve')")
    page.wait_for_load_state()
    page.context.clear_cookies()
    page.goto(f"{_origin(address)}{Claim.objects.get().get_absolute_url()}")
    assert "Disputed" in page.inner_text("main")
    data = page.locator("script[type='application/ld+json']").inner_text()
    assert '"ClaimReview"' in data


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])


def _path(address: str) -> str:
    return "/".join(address.split("/")[3:])


def test_the_checks_follow_the_draft_while_one_writes(desk, quantity) -> None:
    page = desk("reviewer", reverse("review:settle", args=[quantity.pk]))
    checks = page.locator("#checks")
    checks.locator("text=The settlement gives no rationale.").wait_for()
    page.fill("[name=rationale]", "Both gave their count on one day.")
    page.fill("[name=high]", "8")
    page.keyboard.press("Tab")
    checks.locator("text=lies outside 7 to 8 and is not set aside").wait_for()
    assert "gives no rationale" not in checks.inner_text()


def test_claims_like_the_one_being_typed_are_shown(desk, people) -> None:
    concluding.add(Statement("Nine raiders died at the mill."), by=people["reviewer"])
    page = desk("reviewer", reverse("review:claims"))
    page.locator("#id_text").press_sequentially("nine raiders died")
    page.locator("aside >> text=Nine raiders died at the mill.").wait_for()


def test_everything_works_without_script(browser, live_server, quantity) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/login/")
    page.fill("[name=username]", "reviewer")
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.click("text=Raiders killed")
    page.click(".verdicts a:has-text('not a conflict')")
    page.click("main button:has-text('Not a conflict')")
    assert "Set aside until one of the two changes." in page.inner_text("main")
    page.click("a[data-key='s']")
    page.fill("[name=rationale]", "Both can be true.")
    page.click("button:has-text('Propose')")
    assert "A second person can approve it now." in page.inner_text("main")
    context.close()


def test_nothing_on_the_pages_is_refused_by_the_browser(desk, quantity, people) -> None:
    """The strict policy for scripts and styles is kept, data for search engines too."""
    settlement = settling.propose(quantity, draft(), by=people["reviewer"])
    said: list[str] = []
    page = desk("second")
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in (
        "/",
        quantity.get_absolute_url(),
        reverse("review:settle", args=[quantity.pk]),
        reverse("review:settlement", args=[settlement.pk]),
    ):
        page.goto(f"{_origin(page.url)}{address}")
        page.wait_for_load_state("networkidle")
    assert said == []


def test_a_settlement_prints_with_its_evidence_and_without_the_tool(
    desk, quantity, people, tmp_path: Path
) -> None:
    settlement = settling.propose(quantity, draft(), by=people["reviewer"])
    page = desk("second", reverse("review:settlement", args=[settlement.pk]))
    page.emulate_media(media="print")
    assert page.locator("text=They lost 7-8 people").first.is_visible()
    assert not page.locator("button:has-text('Approve')").is_visible()
    assert page.locator("nav:visible, footer:visible").count() == 0


def test_175_sources_are_drawn_in_seconds_and_folded(desk, quantity, people) -> None:
    tellings = [
        Telling(f"{20 + n} raiders died", f"Crew {n % 20}", dt.date(2031, 3, 1 + n % 9))
        for n in range(175)
    ]
    report(quantity, "The Long Sheet", tellings, by=people["editor"])
    page = desk("reviewer", quantity.get_absolute_url())
    assert page.locator("text=Draw every figure").is_visible()
    rows = page.locator(".plot--wide").first.locator("a[href^='#figure-']").count()
    assert rows <= 22 * 5
    began = page.evaluate("performance.timing.navigationStart")
    ended = page.evaluate("performance.timing.domContentLoadedEventEnd")
    assert ended - began < 10_000
