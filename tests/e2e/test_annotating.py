"""An editor annotates an article in a real browser."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from claims.models import Figure, Quote, Revision
from claims.services import annotating, attributing, naming, recording, taking_in
from claims.services.attributing import chain_of
from claims.services.filing import ScopeKey, quantity
from claims.services.recording import Happening
from claims.services.taking_in import Publication, Snapshot
from claims.services.values import value_in
from tests.e2e.browsing import address, drag_over, signed_in, tab_to
from tests.factories import QuoteFactory, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = (
    "At least 9-10 raiders were killed at the mill on Monday night, according to the "
    "Valley Guard.\n\n"
    "“They lost 7-8 people,” the Valley Guard said. Two guards were also wounded.\n\n"
    "The mill stood still on Tuesday. Farmers brought their grain to the next valley."
)
WORDS = "They lost 7-8 people"
# Where the last letter of some words ends on the screen.
PLACE_OF = """
(words) => {
  const walker = document.createTreeWalker(
    document.getElementById("text"), NodeFilter.SHOW_TEXT
  );
  for (let node; (node = walker.nextNode()); ) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const box = range.getBoundingClientRect();
    return [box.right - 1, box.top + box.height / 2];
  }
}
"""


@pytest.fixture
def editor():
    return UserFactory(username="editor", role="editor")


@pytest.fixture
def incident(editor):
    happening = Happening("Raid at the river mill", happened_on=dt.date(2031, 3, 3))
    row = recording.add(happening, by=editor)
    quantity(row, ScopeKey("killed", "raiders"), by=editor)
    return row


@pytest.fixture
def revision(editor) -> Revision:
    about = Publication(
        naming.outlet("The Mill Post", by=editor),
        "Raid at the mill",
        published_at=dt.datetime(2031, 3, 4, 6, tzinfo=dt.UTC),
    )
    return taking_in.keep(Snapshot(TEXT), about, by=editor).revision


@pytest.fixture
def quote(revision, editor) -> Quote:
    row = QuoteFactory(revision=revision, exact=WORDS, confidence=0.95, rule="a rule")
    attributing.attribute(row, chain_of(["Valley Guard"]), by=editor)
    return row


@pytest.fixture
def figure(revision, editor) -> Figure:
    words = "At least 9-10 raiders were killed"
    return annotating.mark_figure(
        revision,
        annotating.span_of(revision, 0, len(words), words),
        value=value_in(words, measure="killed", population="raiders"),
        chain=chain_of(["Valley Guard"]),
        by=editor,
    )


def sheet(page: Page, live_server, revision: Revision) -> Page:
    page.goto(address(live_server, "admin:claims_revision_annotate", revision.pk))
    return ready(page)


def ready(page: Page) -> Page:
    """Wait until the keys work."""
    page.locator("annotator-desk:defined").wait_for()
    return page


def test_the_text_on_the_page_is_the_text_of_the_revision(
    page, live_server, editor, quote, figure
) -> None:
    signed_in(page, live_server, editor)
    sheet(page, live_server, quote.revision)
    assert page.evaluate("document.getElementById('text').textContent") == TEXT


def test_from_a_pasted_text_to_a_filed_figure_with_the_keyboard_alone(
    page, live_server, editor, incident
) -> None:
    signed_in(page, live_server, editor)
    page.goto(address(live_server, "admin:claims_article_add"))
    typed = {"outlet_name": "The Mill Post", "headline": "Raid at the mill", "text": TEXT}
    for name, words in (typed | {"published_at_0": "2031-03-04"}).items():
        tab_to(page, f"[name={name}]")
        page.keyboard.insert_text(words)
    tab_to(page, "[name=published_at_1]")
    page.keyboard.insert_text("06:00")
    tab_to(page, "[name=_save]")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Took in “Raid at the mill”.")
    ready(page)

    page.keyboard.press("m")
    page.keyboard.insert_text("At least 9-10 raiders were killed")
    tab_to(page, "[name=what][value=figure]")
    page.keyboard.press("Enter")
    expect(page.locator("#act_measure")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_contain_text("Filed “At least 9-10 raiders were")
    figure = Figure.objects.get(status="accepted")
    assert figure.quantity == incident.quantities.get()
    assert (figure.low, figure.high) == (9, None)
    expect(page.locator(f"#figure-{figure.pk}")).to_be_focused()

    page.keyboard.press("u")
    expect(page.locator("#told")).to_contain_text("Undone: 2 acts.")
    figure.refresh_from_db()
    assert (figure.status, figure.quantity) == ("rejected", None)


def test_a_suggestion_is_decided_named_and_undone_with_single_keys(
    page, live_server, editor, quote
) -> None:
    signed_in(page, live_server, editor)
    sheet(page, live_server, quote.revision)
    card = page.locator(f"#quote-{quote.pk}")
    page.keyboard.press("j")
    expect(card).to_be_focused()
    page.keyboard.press("a")
    expect(card).to_have_attribute("data-status", "accepted")
    expect(card).to_be_focused()
    page.keyboard.press("u")
    expect(card).to_have_attribute("data-status", "suggested")
    page.keyboard.press("s")
    expect(page.locator("#act_said_by")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("Mill Owners")
    page.keyboard.press("Enter")
    expect(card).to_contain_text("Mill Owners")
    expect(card).to_have_attribute("data-status", "accepted")
    page.keyboard.press("?")
    expect(page.get_by_text("which words it stands on")).to_be_visible()


def test_saving_keeps_the_place_in_the_text(page, live_server, editor) -> None:
    about = Publication(naming.outlet("The Mill Post", by=editor), "A long report")
    text = "\n\n".join([*["The mill stood still."] * 60, TEXT, *["It rained."] * 60])
    revision = taking_in.keep(Snapshot(text), about, by=editor).revision
    row = QuoteFactory(revision=revision, exact=WORDS)
    attributing.attribute(row, chain_of(["Valley Guard"]), by=editor)
    signed_in(page, live_server, editor)
    sheet(page, live_server, revision)
    page.keyboard.press("j")
    page.wait_for_function("window.scrollY > 500")
    before = page.evaluate("document.getElementById('text').getBoundingClientRect().top")
    page.keyboard.press("a")
    expect(page.locator(f"#quote-{row.pk}")).to_have_attribute("data-status", "accepted")
    after = page.evaluate("document.getElementById('text').getBoundingClientRect().top")
    assert abs(after - before) < 60


def test_words_selected_with_the_mouse_are_a_quote_after_two_keys(
    page, live_server, editor, revision
) -> None:
    other = "according to the Valley Guard"
    start = TEXT.index(other)
    annotating.mark_quote(
        revision,
        annotating.span_of(revision, start, start + len(other), other),
        kind="indirect",
        chain=chain_of(["Valley Guard"]),
        by=editor,
    )
    signed_in(page, live_server, editor)
    sheet(page, live_server, revision)
    drag_over(page, "Two guards were also wounded")
    expect(page.locator(".selection-bar")).to_be_visible()
    page.keyboard.press("q")
    expect(page.locator("#act_said_by")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_contain_text("Saved.")
    quote = Quote.objects.get(exact="Two guards were also wounded")
    assert quote.attribution.names == "Valley Guard"


def test_the_mouse_chooses_the_card_of_a_mark_and_of_the_next_one_under_it(
    page, live_server, editor, quote, figure
) -> None:
    words = "7-8 people"
    start = TEXT.index(words)
    inner = annotating.mark_figure(
        quote.revision,
        annotating.span_of(quote.revision, start, start + len(words), words),
        value=value_in(words, measure="killed"),
        chain=None,
        by=editor,
    )
    signed_in(page, live_server, editor)
    sheet(page, live_server, quote.revision)
    mark = page.locator(f"mark[data-cards~='figure-{inner.pk}']")
    mark.click()
    expect(page.locator(f"#figure-{inner.pk}")).to_have_class(
        "figure-card figure-card--accepted mark-card is-active"
    )
    mark.click()
    expect(page.locator(f"#quote-{quote.pk}")).to_be_focused()


def test_a_name_is_completed_from_an_alias(page, live_server, editor, quote) -> None:
    speaker = naming.add("Mill Owners’ Union", kind="organisation", by=editor)
    naming.add_alias(speaker, "Millers’ Guild", by=editor)
    signed_in(page, live_server, editor)
    sheet(page, live_server, quote.revision)
    page.keyboard.press("j")
    page.keyboard.press("s")
    expect(page.locator("#act_said_by")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Guild")
    option = page.locator("#act_said_by_names option")
    expect(option).to_have_attribute("value", "Mill Owners’ Union")


def test_of_two_editors_the_slower_one_is_told_and_loses_nothing(
    page, live_server, editor, figure
) -> None:
    signed_in(page, live_server, editor)
    sheet(page, live_server, figure.revision)
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator("#act_low")).to_be_focused()
    other = UserFactory(role="editor")
    value = value_in("about 40 raiders", measure="killed", population="raiders")
    annotating.amend_value(figure, value, version=figure.version, by=other)
    page.fill("#act_low", "11")
    page.fill("#act_why", "Counted again.")
    page.keyboard.press("Enter")
    table = page.locator(".act-dialog table")
    expect(table).to_contain_text("At least, in logic")
    expect(page.locator("#act_low")).to_have_value("11")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#told")).to_contain_text("Saved.")
    figure.refresh_from_db()
    assert figure.low == 11


def test_a_form_that_was_left_lends_nothing_to_the_next(
    page, live_server, editor, revision
) -> None:
    signed_in(page, live_server, editor)
    sheet(page, live_server, revision)
    drag_over(page, "At least 9-10 raiders were killed")
    page.keyboard.press("f")
    expect(page.locator("#act_hedge")).to_have_value("at least")
    page.keyboard.press("Escape")
    drag_over(page, "Two guards were also wounded")
    page.keyboard.press("f")
    expect(page.locator("#act_population")).to_have_value("guards")
    expect(page.locator("#act_hedge")).to_have_value("")


def test_without_script_the_same_is_done_through_pages(
    browser, live_server, editor, quote
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = signed_in(context.new_page(), live_server, editor)
    page.goto(address(live_server, "admin:claims_revision_annotate", quote.revision_id))
    card = page.locator(f"#quote-{quote.pk}")
    card.get_by_role("link", name="Speaker").click()
    page.locator("#act_said_by").fill("Mill Owners")
    page.get_by_role("button", name="Save and accept").click()
    expect(card).to_contain_text("Mill Owners")
    expect(card).to_contain_text("Accepted")
    page.get_by_role("button", name="Undo").click()
    page.fill("#find-words", "At least 9-10 raiders were killed")
    page.get_by_role("button", name="Figure", exact=True).click()
    page.get_by_role("button", name="Mark as figure").click()
    expect(page.locator(".figure-card")).to_contain_text("killed: 9 or more")
    context.close()


def test_an_edge_that_is_dragged_amends_the_mark_and_undo_takes_it_back(
    page, live_server, editor, quote
) -> None:
    signed_in(page, live_server, editor)
    sheet(page, live_server, quote.revision)
    page.keyboard.press("j")
    handle = page.locator("[data-edge=end]")
    expect(handle).to_be_visible()
    box = handle.bounding_box()
    target = page.evaluate(PLACE_OF, "lost")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(*target, steps=6)
    page.mouse.up()
    expect(page.locator("#told")).to_contain_text("Saved.")
    quote.refresh_from_db()
    assert quote.exact == "They lost"
    page.keyboard.press("u")
    expect(page.locator("#told")).to_contain_text("Undone")
    quote.refresh_from_db()
    assert quote.exact == WORDS


def test_selected_words_become_those_of_the_card_in_use(
    page, live_server, editor, quote
) -> None:
    signed_in(page, live_server, editor)
    sheet(page, live_server, quote.revision)
    page.keyboard.press("j")
    drag_over(page, "lost 7-8 people")
    page.keyboard.press("w")
    expect(page.locator("#told")).to_contain_text("Saved.")
    quote.refresh_from_db()
    assert quote.exact == "lost 7-8 people"


def test_moving_a_decided_mark_by_mouse_asks_why_and_keeps_the_words(
    page, live_server, editor, quote
) -> None:
    annotating.accept(quote, by=editor)
    signed_in(page, live_server, editor)
    sheet(page, live_server, quote.revision)
    page.keyboard.press("j")
    drag_over(page, "lost 7-8 people")
    page.keyboard.press("w")
    expect(page.locator("#act_why")).to_be_focused()
    page.keyboard.insert_text("The first word is the paper’s.")
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_contain_text("Saved.")
    quote.refresh_from_db()
    assert quote.exact == "lost 7-8 people"
