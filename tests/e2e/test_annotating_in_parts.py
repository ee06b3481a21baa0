"""After any act the page is what a fresh one would be, though only parts were sent."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from claims.models import Quote, Revision
from claims.services import annotating, attributing, naming, taking_in
from claims.services.attributing import chain_of
from claims.services.taking_in import Publication, Snapshot
from claims.services.values import value_in
from tests.e2e.browsing import address, drag_over, signed_in
from tests.factories import QuoteFactory, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = (
    "At least 9-10 raiders were killed at the mill, according to the Valley Guard.\n\n"
    "“They lost 7-8 people,” the Valley Guard said. Two guards were also wounded.\n\n"
    "“We slept through it,” said a miller. The mill stood still on Tuesday."
)
# The workspace without what differs from one drawing to the next.
DRAWN = """
() => {
  const drawn = document.getElementById("workspace").cloneNode(true);
  drawn.querySelector("#told").replaceChildren();
  for (const each of drawn.querySelectorAll("[name=csrfmiddlewaretoken]")) each.remove();
  for (const each of [drawn, ...drawn.querySelectorAll("*")]) {
    for (const name of ["style", "data-active"]) each.removeAttribute(name);
    for (const { name } of Array.from(each.attributes)) {
      if (name.startsWith("data-htmx")) each.removeAttribute(name);
    }
    each.classList.remove("is-active");
    if (each.className === "") each.removeAttribute("class");
  }
  return drawn.innerHTML.replace(/\\s+</g, "<").replace(/>\\s+/g, ">");
}
"""


@pytest.fixture
def editor():
    return UserFactory(username="editor", role="editor")


@pytest.fixture
def revision(editor) -> Revision:
    about = Publication(naming.outlet("The Mill Post", by=editor), "Raid at the mill")
    row = taking_in.keep(Snapshot(TEXT), about, by=editor).revision
    for words in ("They lost 7-8 people", "We slept through it"):
        quote = QuoteFactory(revision=row, exact=words, confidence=0.7)
        attributing.attribute(quote, chain_of(["Valley Guard"]), by=editor)
    words = "7-8 people"
    start = TEXT.index(words)
    annotating.mark_figure(
        row,
        annotating.span_of(row, start, start + len(words), words),
        value=value_in(words, measure="killed"),
        chain=None,
        by=editor,
    )
    return row


@pytest.fixture
def sheet(page, live_server, editor, revision) -> Page:
    signed_in(page, live_server, editor)
    page.goto(address(live_server, "admin:claims_revision_annotate", revision.pk))
    page.locator("annotator-desk:defined").wait_for()
    page.keyboard.press("j")
    return page


def told(page: Page, words: str) -> None:
    expect(page.locator("#told")).to_contain_text(words)


def accept(page: Page) -> None:
    page.keyboard.press("a")
    told(page, "Accepted")


def reject(page: Page) -> None:
    page.keyboard.press("r")
    told(page, "Rejected")


def name(page: Page) -> None:
    page.keyboard.press("s")
    expect(page.locator("#act_said_by")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("Mill Owners")
    page.keyboard.press("Enter")
    told(page, "Saved.")


def mark(page: Page) -> None:
    drag_over(page, "Two guards were also wounded")
    page.keyboard.press("q")
    expect(page.locator("#act_said_by")).to_be_focused()
    page.keyboard.press("Enter")
    told(page, "Saved.")


def mark_and_undo(page: Page) -> None:
    mark(page)
    page.keyboard.press("u")
    told(page, "Undone")


def move(page: Page) -> None:
    drag_over(page, "lost 7-8 people")
    page.keyboard.press("w")
    told(page, "Saved.")


def reject_all(page: Page) -> None:
    while page.locator(".mark-card[data-status=suggested]").count():
        page.keyboard.press("n")
        waiting = page.locator(".mark-card[data-status=suggested]").count()
        page.keyboard.press("r")
        expect(page.locator(".mark-card[data-status=suggested]")).to_have_count(waiting - 1)


@pytest.mark.parametrize(
    "act", [accept, reject, name, mark, mark_and_undo, move, reject_all]
)
def test_the_page_after_an_act_is_what_a_fresh_one_is(act, sheet) -> None:
    act(sheet)
    after = sheet.evaluate(DRAWN)
    assert sheet.evaluate("document.getElementById('text').textContent") == TEXT
    sheet.reload()
    sheet.locator("annotator-desk:defined").wait_for()
    assert after == sheet.evaluate(DRAWN)


def test_cards_that_an_act_does_not_touch_stay_where_they_are(sheet, revision) -> None:
    other = Quote.objects.get(exact="We slept through it")
    sheet.evaluate(f"document.getElementById('quote-{other.pk}').isMine = true")
    accept(sheet)
    assert sheet.evaluate(f"document.getElementById('quote-{other.pk}').isMine")


def test_a_card_that_was_put_in_place_can_be_acted_on(sheet) -> None:
    accept(sheet)
    sheet.keyboard.press("u")
    told(sheet, "Undone")
    accept(sheet)
    assert Quote.objects.accepted().count() == 1
