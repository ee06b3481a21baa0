from __future__ import annotations

import pytest

from claims.extraction import engine
from tests.extraction.reading import named, quotes_of, said, words_of

REPORTS = [
    # text, words, speaker as printed
    (
        "„Die Brücke ist gesperrt“, sagte Ilse Brandt.",
        "Die Brücke ist gesperrt",
        "Ilse Brandt",
    ),
    (
        "Ilse Brandt sagte: „Die Brücke ist gesperrt.“",
        "Die Brücke ist gesperrt",
        "Ilse Brandt",
    ),
    ("»Die Brücke ist gesperrt«, erklärte Brandt.", "Die Brücke ist gesperrt", "Brandt"),
    (
        "Brandt sagte, dass die Brücke gesperrt sei.",
        "dass die Brücke gesperrt sei",
        "Brandt",
    ),
    ("Brandt sagte, die Brücke sei gesperrt.", "die Brücke sei gesperrt", "Brandt"),
    ("Die Brücke sei gesperrt, sagte Brandt.", "Die Brücke sei gesperrt", "Brandt"),
    (
        "Die Brücke sei gesperrt, so die Sprecherin.",
        "Die Brücke sei gesperrt",
        "die Sprecherin",
    ),
    (
        "Die Brücke sei, so die Sprecherin, seit Montag gesperrt.",
        "Die Brücke sei … seit Montag gesperrt",
        "die Sprecherin",
    ),
    ("Laut Polizei ist die Brücke gesperrt.", "ist die Brücke gesperrt", "Polizei"),
    (
        "Die Brücke ist nach Angaben der Polizei gesperrt.",
        "Die Brücke ist … gesperrt",
        "Angaben der Polizei",
    ),
    (
        "Ilse Brandt, die in Lindvik lebt, sagte, dass die Brücke gesperrt sei.",
        "dass die Brücke gesperrt sei",
        "Ilse Brandt",
    ),
    (
        "„Die Brücke ist gesperrt“, hatte Brandt am Montag erklärt.",
        "Die Brücke ist gesperrt",
        "Brandt",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), REPORTS)
def test_a_german_report_is_found_with_its_speaker(text, words, speaker):
    assert [(found, who) for found, who, _ in said(text, lang="de")] == [(words, speaker)]


def test_the_reported_mood_goes_on_with_the_speaker_before():
    text = "Brandt sagte, die Brücke sei gesperrt. Sie werde im Mai geöffnet. Es regnet."

    found = quotes_of(text, lang="de")

    assert [words_of(quote, text) for quote in found] == [
        "die Brücke sei gesperrt",
        "Sie werde im Mai geöffnet",
    ]
    assert found[1].rule == "reported mood"


def test_a_german_pronoun_is_resolved():
    text = "Ilse Brandt kam am Montag. „Die Brücke ist gesperrt“, sagte sie."

    assert named(text, lang="de") == ["Ilse Brandt"]


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("Die Brücke ist gesperrt, und der Fluss ist nicht zu sehen.", None, "de"),
        ("The bridge is shut and the river is high for the time of year.", None, "en"),
        ("The bridge is shut.", "de-AT", "de"),
        ("Le pont est fermé.", "fr", "en"),
        ("", None, "en"),
    ],
)
def test_the_language_is_the_one_named_or_the_one_of_the_common_words(text, lang, code):
    assert engine.read(text, lang=lang).lang == code
