from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from claims.annotator.drawing import Mark, draw
from claims.domain.spans import Span

# What a browser keeps as it is: texts are normalised before they are stored.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=60
)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def text_of(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    parser.close()
    return parser.text


@st.composite
def marked_texts(draw_: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw_(TEXT)
    ends = st.integers(0, len(text))
    pairs = draw_(st.lists(st.tuples(ends, ends), max_size=6))
    marks = [
        Mark(f"quote-{number}", Span(min(pair), max(pair)), "quote", "accepted", "a & b")
        for number, pair in enumerate(pairs)
        if min(pair) < max(pair)
    ]
    return text, marks


@given(marked_texts())
def test_the_text_of_what_is_drawn_is_the_text(case) -> None:
    text, marks = case
    assert text_of(draw(text, marks)) == text


@given(marked_texts())
def test_every_mark_can_be_found_at_its_start(case) -> None:
    text, marks = case
    html = draw(text, marks)
    for mark in marks:
        assert f'id="at-{mark.span.start}"' in html
        assert mark.key in html


def test_the_inner_mark_comes_first_for_a_click() -> None:
    quote = Mark("quote-1", Span(0, 10), "quote", "accepted")
    figure = Mark("figure-2", Span(3, 5), "figure", "suggested")
    html = draw("0123456789", [figure, quote])
    assert 'data-cards="figure-2 quote-1"' in html
    assert "is-quote is-quote-accepted is-figure is-figure-suggested" in html


def test_words_that_look_like_markup_stay_words() -> None:
    html = draw(
        "<script>&amp;</script>", [Mark("quote-1", Span(0, 3), "quote", "accepted")]
    )
    assert "<script>" not in html
    assert text_of(html) == "<script>&amp;</script>"
