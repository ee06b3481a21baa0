from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.plots import svg
from tests.plots.drawings import parsed

# What XML can hold at all: control characters are cleaned away with the text.
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
)


@given(WORDS)
def test_any_words_stay_words(words):
    drawing = svg.text("label", (1, 2), words)

    assert (parsed(drawing).text or "") == words


@given(WORDS, st.floats(20, 400))
def test_shortened_words_fit_and_begin_alike(words, room):
    short = svg.shortened(words, 13, room)

    assert svg.width_of(short, 13) <= room
    assert words.startswith(short.removesuffix("…"))


def test_words_that_fit_are_left_alone():
    assert svg.shortened("Northern Post", 13, 200) == "Northern Post"
