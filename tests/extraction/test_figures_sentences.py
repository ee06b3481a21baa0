from __future__ import annotations

import pytest

from claims.domain.numbers import lower
from claims.extraction.figures_sentences import Sentences


def sentences(text: str) -> list[str]:
    found = Sentences(text, lower(text))
    starts = {found.at(offset).start for offset in range(len(text))}
    return [
        text[found.at(start).start : found.at(start).end].strip()
        for start in sorted(starts)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One fell. Two ran.", ["One fell.", "Two ran."]),
        ("Gen. Ost spoke. Mr. Lund left.", ["Gen. Ost spoke.", "Mr. Lund left."]),
        ("It was 6 p.m. in Orme.", ["It was 6 p.m. in Orme."]),
        ("“They fell.” He left.", ["“They fell.”", "He left."]),
        ("A headline\nA sentence", ["A headline", "A sentence"]),
        ("It rose to 3.5 m. 20 fled.", ["It rose to 3.5 m. 20 fled."]),
        ("Nine fell. 20 fled.", ["Nine fell.", "20 fled."]),
    ],
)
def test_a_sentence_ends_where_a_new_one_begins(text, expected):
    assert sentences(text) == expected


def test_a_sentence_knows_the_words_on_either_side_of_a_place():
    text = "Some 12 men fell."
    sentence = Sentences(text, lower(text)).at(0)

    assert [word.text for word in sentence.words_after(7)] == ["men", "fell", "."]
    assert [word.text for word in sentence.words_before(5)] == ["some"]


def test_a_place_within_a_word_has_the_rest_of_the_word_after_it():
    text = "It loses $4m/day."
    sentence = Sentences(text, lower(text)).at(0)

    assert [word.text for word in sentence.words_after(12)] == ["/", "day", "."]
