"""Words one letter apart, and the people whose names are spelled so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.spellings import Spellings
from tests.extraction.reading import named

WORDS = [
    # known, looked up, is it another spelling
    ("serini", "seriny", True),
    ("kettana", "kettanah", True),
    ("massouda", "masouda", True),
    ("brandt", "brandts", False),  # a plural
    ("brandt", "grandt", False),  # another first letter
    ("brandt", "brandt", False),  # the same word
    ("halden", "haldnn", True),
    ("halden", "holdun", False),
    ("lind", "lins", False),  # too short to tell
]


@pytest.mark.parametrize(("known", "word", "is_near"), WORDS)
def test_a_word_is_found_by_another_spelling_one_letter_off(known, word, is_near):
    spellings: Spellings[str] = Spellings()
    spellings.add(known, known)

    assert spellings.near(word) == ([known] if is_near else [])


@given(st.text("abcde", min_size=5, max_size=12), st.integers(1, 11))
def test_a_word_with_a_letter_left_out_is_found(word, at):
    spellings: Spellings[str] = Spellings()
    spellings.add(word, word)
    shorter = word[:at] + word[at + 1 :]

    assert spellings.near(shorter) == ([word] if 5 <= len(shorter) < len(word) else [])


def test_a_family_name_printed_a_letter_off_is_still_the_same_person():
    text = "Hamid Serini came on Monday. It is shut, Seriny said."

    assert named(text) == ["Hamid Serini"]


def test_a_full_name_printed_a_letter_off_is_still_the_same_person():
    text = "Hamid Serini said it was shut. Hamid Seriny said it was old."

    assert named(text) == ["Hamid Serini", "Hamid Serini"]


def test_relatives_with_like_names_are_told_apart_by_the_first_one():
    text = "Hamid Serini said it was shut. Karim Seriny said it was old."

    assert named(text) == ["Hamid Serini", "Karim Seriny"]
