from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.segments import Segment, segments
from claims.domain.spans import Span


@st.composite
def marked(draw):
    text = draw(st.text(max_size=30))
    ends = st.tuples(st.integers(0, 30), st.integers(0, 30))
    drawn = draw(st.lists(ends, max_size=8))
    spans = [Span(start, end) for start, end in drawn if start < end <= len(text)]
    return text, list(zip(spans, range(len(spans)), strict=True))


@given(marked())
def test_segments_lose_no_text_and_add_none(drawn):
    text, marks = drawn
    runs = list(segments(text, marks))

    assert "".join(run.text for run in runs) == text
    assert all(text.startswith(run.text, run.start) and run.text for run in runs)


@given(marked())
def test_each_segment_lies_under_exactly_the_marks_that_cover_it(drawn):
    text, marks = drawn

    assert all(
        sorted(run.marks)
        == [key for span, key in marks if span.overlaps(Span(run.start, run.start + 1))]
        for run in segments(text, marks)
    )


def test_outer_marks_come_first():
    runs = list(segments("abcd", [(Span(1, 2), "inner"), (Span(0, 3), "outer")]))

    assert runs == [
        Segment("a", 0, ("outer",)),
        Segment("b", 1, ("outer", "inner")),
        Segment("c", 2, ("outer",)),
        Segment("d", 3, ()),
    ]


def test_a_mark_must_lie_in_the_text():
    with pytest.raises(ValueError, match="a mark ends at 9, after the text does"):
        list(segments("short", [(Span(0, 9), "x")]))


def test_an_empty_text_has_no_segments():
    assert list(segments("", [])) == []
