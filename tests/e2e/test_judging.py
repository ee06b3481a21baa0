"""Acts on the page of a quantity, done where one stands."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Figure, Relation
from claims.services import filing, recording
from claims.services.filing import ScopeKey
from tests.e2e.browsing import signed_in
from tests.factories import UserFactory
from tests.review.building import Telling, report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HAS_FOCUS = "(selector) => document.activeElement.matches(selector)"


@pytest.fixture
def editor(transactional_db):
    return UserFactory(role="editor")


@pytest.fixture
def quantity(editor):
    """Three figures of one day, of which each two conflict."""
    incident = recording.add(recording.Happening("Raid at the river mill"), by=editor)
    row = filing.quantity(incident, ScopeKey("killed", "raiders"), by=editor)
    for outlet, words, speaker in (
        ("The Mill Post", "At least 9-10 raiders were killed", "Valley Guard"),
        ("The Weir", "They lost 7-8 people", "Mill Owners"),
        ("The Sluice", "They lost 4 people", "Bargemen"),
    ):
        report(row, outlet, [Telling(words, speaker)], by=editor)
    row.refresh_from_db()
    return row


@pytest.fixture
def at(page, live_server, quantity):
    """The page of the quantity, opened by a reviewer who never leaves it."""
    signed_in(page, live_server, UserFactory(username="reviewer", role="reviewer"))
    page.goto(f"{live_server}{quantity.get_absolute_url()}")
    page.evaluate("window.isTheSame = true")
    yield page
    assert page.evaluate("window.isTheSame") is True


def conflicts(page) -> str:
    return page.locator(".stats div:has(dt:text('conflicts')) dd").inner_text()


def test_a_key_opens_the_verdict_enter_gives_it_and_the_counts_follow(at) -> None:
    assert conflicts(at) == "3"
    at.keyboard.press("j")
    at.keyboard.press("5")
    at.wait_for_selector("[name=why]:focus")
    assert at.input_value("[name=why]") == "Read in their context, both can be true."
    at.keyboard.press("Enter")
    at.locator("text=Set aside until one of the two changes.").wait_for()
    assert conflicts(at) == "2"
    assert "reviewer: Read in their context, both can be true." in at.inner_text("main")
    at.wait_for_function(HAS_FOCUS, arg="[data-keys] > * a")


def test_the_next_pair_has_the_focus_when_one_is_judged(at) -> None:
    first = at.locator("[data-keys] > *").first.get_attribute("id")
    at.keyboard.press("j")
    at.keyboard.press("5")
    at.wait_for_selector("[name=why]:focus")
    at.keyboard.press("Enter")
    at.wait_for_function(HAS_FOCUS, arg="[data-keys] > * a")
    focused = at.evaluate("document.activeElement.closest('[data-keys] > *').id")
    ids = at.locator("[data-keys] > *").evaluate_all("all => all.map((each) => each.id)")
    assert focused == ids[0]
    assert first in ids


def test_a_pair_that_was_unfolded_stays_so_when_another_is_judged(at) -> None:
    last = at.locator("[data-keys] > *").last
    unfolded = last.get_attribute("id")
    last.locator("summary").click()
    at.locator("[data-keys] > *").first.locator("[data-key-target]").focus()
    at.keyboard.press("5")
    at.wait_for_selector("[name=why]:focus")
    at.keyboard.press("Enter")
    at.locator("text=Set aside until one of the two changes.").wait_for()
    assert at.locator(f"#{unfolded} > details").get_attribute("open") is not None


def test_escape_leaves_the_verdict_and_goes_back_to_the_pair(at) -> None:
    at.keyboard.press("j")
    at.keyboard.press("2")
    at.wait_for_selector(".verdict-form :focus")
    at.keyboard.press("Escape")
    assert at.locator(".verdict-form").count() == 0
    assert at.evaluate(HAS_FOCUS, "[data-keys] > :first-child a")
    assert not Relation.objects.filter(is_dismissed=True).exists()


@pytest.mark.parametrize(
    ("key", "fill", "told"),
    [
        ("2", {"measure": "lost"}, "Moved to a scope of its own, and compared again."),
        ("3", {"b_as_of": "2031-03-09"}, "Dated, and compared again."),
        ("4", {}, "Recorded, and compared again."),
    ],
)
def test_every_verdict_is_given_in_place(at, key, fill, told) -> None:
    at.keyboard.press("j")
    at.keyboard.press(key)
    at.wait_for_selector(".verdict-form :focus")
    for name, value in fill.items():
        at.fill(f".verdict-form [name={name}]", value)
    at.press(".verdict-form [name=why]", "Enter")
    at.locator(f"text={told}").wait_for()
    assert at.locator(".verdict-form").count() == 0


def test_what_is_missing_is_asked_for_in_place(at) -> None:
    at.keyboard.press("j")
    at.keyboard.press("3")
    at.wait_for_selector(".verdict-form :focus")
    at.press(".verdict-form [name=why]", "Enter")
    at.locator("text=Give at least one of the two another day.").wait_for()
    assert at.locator(".verdict-form").count() == 1


def test_a_figure_that_changed_meanwhile_is_told_of_in_place(at) -> None:
    at.keyboard.press("j")
    at.keyboard.press("3")
    at.wait_for_selector(".verdict-form :focus")
    Figure.objects.update(version=99)
    at.fill(".verdict-form [name=b_as_of]", "2031-03-09")
    at.press(".verdict-form [name=why]", "Enter")
    at.locator(".verdict-form >> text=in the meantime").wait_for()


def test_a_page_that_was_narrowed_to_a_kind_stays_so(at) -> None:
    at.goto(f"{at.url}?kind=conflict")
    at.evaluate("window.isTheSame = true")
    at.click(".verdicts >> nth=0 >> text=not a conflict")
    at.press("[name=why]", "Enter")
    at.locator("text=Set aside until one of the two changes.").wait_for()
    assert at.locator(".tabs [aria-current]").inner_text().startswith("Conflict")


def test_a_quantity_is_taken_and_a_remark_made_without_leaving_the_page(at) -> None:
    at.click("button:has-text('Take it')")
    at.locator("button:has-text('Give it back')").wait_for()
    at.fill("#remark", "Asked the Guard for their list.")
    at.click("button:has-text('Say it')")
    at.locator(".comment >> text=Asked the Guard for their list.").wait_for()
    assert at.input_value("#remark") == ""


def test_whoever_was_signed_out_meanwhile_is_led_to_the_login(page, live_server, quantity):
    signed_in(page, live_server, UserFactory(role="reviewer"))
    page.goto(f"{live_server}{quantity.get_absolute_url()}")
    page.context.clear_cookies()
    page.click("button:has-text('Take it')")
    page.wait_for_url(f"**{reverse('login')}**")
