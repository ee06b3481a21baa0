from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.lexicon.english import ENGLISH
from claims.extraction.quotations import quotations
from claims.extraction.sentences import sentences
from claims.extraction.tokens import tokens


def _split(text: str) -> list[str]:
    words = tokens(text, ENGLISH)
    found = sentences(words, quotations(words, text))
    return [text[one.starts[0] : one.ends[-1]] for one in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It is shut. He left.", ["It is shut.", "He left."]),
        ("Mr. Verin met Gen. Serin. He left.", ["Mr. Verin met Gen. Serin.", "He left."]),
        ("He lives in the U.S. now.", ["He lives in the U.S. now."]),
        ("He lives in the U.S. He left.", ["He lives in the U.S.", "He left."]),
        ("It rose 2.5 per cent. He left.", ["It rose 2.5 per cent.", "He left."]),
        (
            '"It is shut. Go," he said. She left.',
            ['"It is shut. Go," he said.', "She left."],
        ),
        ('"Is it shut?" Brandt asked.', ['"Is it shut?" Brandt asked.']),
        ('"It is shut." She left.', ['"It is shut."', "She left."]),
        ("One\n\nTwo", ["One", "Two"]),
        ("a line\nthat goes on", ["a line\nthat goes on"]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_the_narrator_ends_it(text, parts):
    assert _split(text) == parts


def test_a_quotation_is_one_item_whatever_stands_in_it():
    text = 'Brandt said: "It is shut. It was old."'
    words = tokens(text, ENGLISH)

    (sentence,) = sentences(words, quotations(words, text))

    assert sentence.shape == "PV:Q"
    assert list(sentence.quoted) == [3]


@given(st.text(max_size=300))
def test_every_token_outside_marks_is_in_one_sentence_in_order(text):
    words = tokens(text, ENGLISH)
    found = sentences(words, quotations(words, text))

    starts = [start for one in found for start in one.starts]

    assert starts == sorted(set(starts))
    assert all(len(one.shape) == len(one.words) == len(one.ends) for one in found)


@given(st.text(max_size=300))
def test_tokens_are_the_text_without_its_blanks(text):
    words = tokens(text, ENGLISH)

    assert all(
        text[start:end].strip() == word.strip()
        for word, start, end in zip(words.words, words.starts, words.ends, strict=True)
    )
    assert len(words.shape) == len(words.words)
