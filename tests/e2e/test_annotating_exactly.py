"""Selected words reach the server at the very characters where they stand."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from claims.domain.text import normalise
from claims.models import Quote
from claims.services import naming, taking_in
from claims.services.taking_in import Publication, Snapshot
from tests.e2e.browsing import address, drag_over, signed_in
from tests.factories import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Characters of one and of two units, marks that combine, words from right to left,
# and line ends as other systems write them.
PIECES = st.sampled_from(
    [
        *("Two guards", " ", "\n\n", "\r\n", "é", "e\u0301", "“", "𝕏", "🙂", "👩‍👩‍👧"),
        *("שלום", "مرحبا", "9-10", "🇪🇺", "\u200b", "<b>", "&amp;", "日本"),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join).map(normalise)

# Draws the text as the annotator does, cut into runs, and selects between two places.
SELECT = """
async ([text, cuts, from, to]) => {
  const { selectedSpan } = await import("/static/claims/js/offsets.js");
  const root = document.getElementById("text");
  const ends = [0, ...cuts, text.length];
  root.replaceChildren(...ends.slice(1).map((end, at) => {
    const run = document.createElement(at % 2 ? "mark" : "span");
    run.textContent = text.slice(ends[at], end);
    return run;
  }));
  const place = (at) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node; (node = walker.nextNode()); before += node.data.length) {
      if (at <= before + node.data.length) return [node, at - before];
    }
    return [root, root.childNodes.length];
  };
  const range = document.createRange();
  range.setStart(...place(from));
  range.setEnd(...place(to));
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return [root.textContent, selectedSpan(root)];
}
"""


@pytest.fixture
def editor():
    return UserFactory(username="editor", role="editor")


def opened(page: Page, live_server, text: str, editor) -> Page:
    about = Publication(naming.outlet("The Mill Post", by=editor), "Words")
    revision = taking_in.keep(Snapshot(text), about, by=editor).revision
    signed_in(page, live_server, editor)
    page.goto(address(live_server, "admin:claims_revision_annotate", revision.pk))
    page.locator("annotator-desk:defined").wait_for()
    return page


def test_any_selection_in_any_text_is_where_the_server_sees_it(
    page, live_server, editor
) -> None:
    opened(page, live_server, "Two guards were wounded.", editor)

    @settings(
        max_examples=120,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(TEXTS.filter(len), st.data())
    def selection_is_exact(text: str, data: st.DataObject) -> None:
        units = len(text.encode("utf-16-le")) // 2
        cuts = sorted(data.draw(st.sets(st.integers(0, units), max_size=4)))
        start = data.draw(st.integers(0, units - 1))
        end = data.draw(st.integers(start + 1, units))
        drawn, span = page.evaluate(SELECT, [text, cuts, start, end])
        assert drawn.encode("utf-16-le", "surrogatepass") == text.encode("utf-16-le")
        if span is not None:
            assert text[span["start"] : span["end"]] == span["exact"]

    selection_is_exact()


def test_words_after_emoji_and_right_to_left_are_marked_where_they_stand(
    page, live_server, editor
) -> None:
    text = "🙂🇪🇺 𝕏 שלום e\u0301te\u0301\r\n\r\nTwo guards 👩‍👩‍👧 were wounded at the mill."
    opened(page, live_server, text, editor)
    words = "guards 👩‍👩‍👧 were wounded"
    drag_over(page, words)
    page.keyboard.press("q")
    expect(page.locator("#act_said_by")).to_be_focused()
    page.keyboard.insert_text("Valley Guard")
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_contain_text("Saved.")
    quote = Quote.objects.get()
    assert quote.exact == words
    assert quote.revision.text[quote.start : quote.end] == words
