from __future__ import annotations

import pytest

from claims.extraction.lexicon.english import ENGLISH
from claims.extraction.quotations import quotations
from claims.extraction.tokens import tokens


def _marked(text: str) -> list[str]:
    words = tokens(text, ENGLISH)
    return [
        text[words.starts[one.first] : words.ends[one.last]]
        for one in quotations(words, text)
    ]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("He said “no” and ‘yes’.", ["“no”", "‘yes’"]),
        ("Er sagte „nein“ und ‚ja‘.", ["„nein“", "‚ja‘"]),
        ("Il dit « non ».", ["« non »"]),
        ("Er sagte »nein«.", ["»nein«"]),
        ("He said ``no'' then.", ["``no''"]),
        ("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"]),
        ("The drivers' lorry and the '90s car.", []),
        ("It's Brandt's, she'd say.", []),
        ('A stray " mark in a line.', []),
        ('""', []),
    ],
)
def test_marks_are_paired_and_apostrophes_are_left(text, marked):
    assert _marked(text) == marked


def test_a_mark_left_open_at_the_start_of_a_paragraph_covers_it():
    assert _marked("“It is shut.\n\nBrandt left.") == ["“It is shut."]


def test_a_paragraph_that_goes_on_with_an_open_quotation_says_so():
    text = "“It is shut.\n\n“It was old.”"
    words = tokens(text, ENGLISH)

    first, second = quotations(words, text)

    assert (first.closed, first.carried) == (False, False)
    assert (second.closed, second.carried) == (True, True)
