from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.domain.finding import places


@given(st.text("ab", max_size=12), st.text("ab", min_size=1, max_size=3))
def test_every_place_holds_the_words_and_none_is_left_out(text, words) -> None:
    found = places(text, words)
    assert all(place.span.of(text) == words for place in found)
    assert len(found) == sum(text.startswith(words, at) for at in range(len(text)))


def test_what_stands_around_is_given_with_each_place() -> None:
    first, second = places("two guards and two millers", "two")
    assert (first.before, first.after) == ("", " guards and two millers")
    assert second.selected == {"start": 15, "end": 18, "exact": "two"}


def test_no_words_stand_nowhere() -> None:
    assert places("two guards", "") == []
