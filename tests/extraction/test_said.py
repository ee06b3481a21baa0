"""When a statement was made, as the clause of its cue tells it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.extraction.reading import quotes_of

PUBLISHED = dt.date(2031, 5, 7)  # a Wednesday
MONDAY, TUESDAY, SUNDAY = (dt.date(2031, 5, day) for day in (5, 6, 4))

DATED = [
    # text, day, part of day
    ("Ilse Brandt said on Monday that the bridge was shut.", MONDAY, ""),
    ("Ilse Brandt said on Monday night the bridge was shut.", MONDAY, "night"),
    ("Ilse Brandt told reporters on Tuesday the bridge was shut.", TUESDAY, ""),
    ("The bridge was shut, Ilse Brandt told reporters in Bergen on Monday.", MONDAY, ""),
    ("“The bridge is shut,” Ilse Brandt said on Monday.", MONDAY, ""),
    ("“The bridge is shut,” said Ilse Brandt on Monday evening.", MONDAY, "evening"),
    ("Ilse Brandt said late on Sunday that the bridge was shut.", SUNDAY, "evening"),
    ("Ilse Brandt on Monday said the bridge was shut.", MONDAY, ""),
    (
        "The ministry said in a statement on 3 May that the bridge was shut.",
        dt.date(2031, 5, 3),
        "",
    ),
    ("In a statement on Monday, the ministry said the bridge was shut.", MONDAY, ""),
    ("On Monday, Ilse Brandt said the bridge was shut.", MONDAY, ""),
    ("A statement on Monday said the bridge was shut.", MONDAY, ""),
    ("The bridge was shut, according to Ilse Brandt on Monday.", MONDAY, ""),
    ("Ilse Brandt said yesterday that the bridge was shut.", TUESDAY, ""),
    ("Ilse Brandt said on Wednesday that the bridge was shut.", PUBLISHED, ""),
]

UNDATED = [
    "Ilse Brandt said that the bridge was shut on Monday.",
    "Ilse Brandt said the bridge was shut on Monday.",
    "After the attack on Monday, Ilse Brandt said the bridge was shut.",
    "Ilse Brandt, who arrived on Monday, said the bridge was shut.",
    "The driver of Monday's train said the bridge was shut.",
    "The bridge was shut on Monday, Ilse Brandt said.",
    "Ilse Brandt said last month that the bridge was shut.",
    "“The bridge was shut on Monday,” Ilse Brandt said.",
]


@pytest.mark.parametrize(("text", "day", "part"), DATED)
def test_the_clause_of_the_cue_tells_when_it_was_said(text, day, part):
    quote = quotes_of(text, published_at=PUBLISHED)[0]

    assert (quote.said_at, quote.said_part) == (day, part)


@pytest.mark.parametrize("text", UNDATED)
def test_the_day_of_what_happened_is_not_the_day_it_was_said(text):
    quotes = quotes_of(text, published_at=PUBLISHED)

    assert [quote.said_at for quote in quotes] == [None]


def test_a_speech_goes_on_on_the_same_day():
    text = "“The bridge is shut,” Ilse Brandt said on Monday. “It is old.”"

    assert [q.said_at for q in quotes_of(text, published_at=PUBLISHED)] == [MONDAY, MONDAY]


def test_without_a_day_of_publication_no_weekday_is_told():
    assert quotes_of("Ilse Brandt said on Monday it was shut.")[0].said_at is None
