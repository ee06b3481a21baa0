from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.spans import Span
from claims.queries.quantity_excerpts import excerpt

TEXT = (
    "It was dark in the port. “At least 9-10 people were killed,” Dr. Vane said on Monday."
    " Nobody saw more. The port is closed."
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_an_excerpt_has_one_sentence_either_side() -> None:
    found = excerpt(TEXT, 0, {"figure": span("At least 9-10 people")})
    assert found.before == "It was dark in the port."
    assert found.text == "“At least 9-10 people were killed,” Dr. Vane said on Monday."
    assert found.after == "Nobody saw more."


def test_the_figure_and_its_cue_are_marked() -> None:
    marks = {"figure": span("At least 9-10 people"), "cue": span("said")}
    pieces = excerpt(TEXT, 0, marks).pieces
    parts = [(piece.part, piece.text) for piece in pieces if piece.part]
    assert parts == [("figure", "At least 9-10 people"), ("cue", "said")]


def test_a_cue_in_another_sentence_is_left_out() -> None:
    marks = {"figure": span("At least 9-10 people"), "cue": span("saw")}
    assert all(piece.part != "cue" for piece in excerpt(TEXT, 0, marks).pieces)


def test_a_window_that_begins_inside_the_text_is_placed_by_its_offset() -> None:
    figure = span("At least 9-10 people")
    found = excerpt(TEXT[10:], 10, {"figure": figure})
    assert [piece.text for piece in found.pieces if piece.part] == ["At least 9-10 people"]


def test_paragraphs_end_sentences() -> None:
    text = "A headline without a stop\n\nNine people died\n\nThe end"
    found = excerpt(text, 0, {"figure": span("Nine people", text)})
    assert (found.before, found.text) == ("A headline without a stop", "Nine people died")


@pytest.mark.parametrize("words", ["9", "It", "closed."])
def test_words_at_an_edge_are_found(words) -> None:
    found = excerpt(TEXT, 0, {"figure": span(words)})
    assert words in found.text


@given(st.text(min_size=1, max_size=60), st.data())
def test_the_marked_words_are_always_whole(text, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    found = excerpt(text, 0, {"figure": Span(start, end)})
    marked = "".join(piece.text for piece in found.pieces if piece.part == "figure")
    assert marked.rstrip() == text[start:end].rstrip()
