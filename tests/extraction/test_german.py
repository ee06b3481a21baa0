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
        "Der 39-Jährige gab jedoch an, die Brücke sei gesperrt.",
        "die Brücke sei gesperrt",
        "Der 39-Jährige",
    ),
    (
        "Wie Brandt, die Leiterin des Amtes, mitteilte, wird die Brücke gesperrt.",
        "wird die Brücke gesperrt",
        "Brandt",
    ),
    (
        "Wie aus dem Rathaus verlautete, wird die Brücke gesperrt.",
        "wird die Brücke gesperrt",
        "dem Rathaus",
    ),
    (
        "Das Amt kündigte an, die Brücke zu sperren.",
        "die Brücke zu sperren",
        "Das Amt",
    ),
    (
        "Brandt kündigte an, den Bau voranzutreiben.",
        "den Bau voranzutreiben",
        "Brandt",
    ),
    (
        "Brandt von der Behörde (Amt für Brücken, AfB) sagte, sie sei gesperrt.",
        "sie sei gesperrt",
        "Brandt von der Behörde (Amt für Brücken, AfB)",
    ),
    (
        "Brandt sagte der „Lindviker Zeitung“, dass die Brücke gesperrt sei.",
        "dass die Brücke gesperrt sei",
        "Brandt",
    ),
    (
        "Die Brücke ist Berichten zufolge gesperrt.",
        "Die Brücke ist … gesperrt",
        "Berichten",
    ),
    (
        "Nach NASA-Angaben ist die Brücke gesperrt.",
        "ist die Brücke gesperrt",
        "NASA-Angaben",
    ),
    (
        "Offenbar sagte Brandt, die Brücke sei gesperrt.",
        "die Brücke sei gesperrt",
        "Brandt",
    ),
    (
        "„Die Brücke ist gesperrt“, hatte Brandt am Montag erklärt.",
        "Die Brücke ist gesperrt",
        "Brandt",
    ),
    (
        "Die Brücke wird am 4. Mai gesperrt, wie der Verband am Montag bekannt gab.",
        "Die Brücke wird am 4. Mai gesperrt",
        "der Verband",
    ),
    (
        "Bei dem Umbau stieß die Stadt auf Widerstand, berichtet der Sender.",
        "Bei dem Umbau stieß die Stadt auf Widerstand",
        "der Sender",
    ),
    (
        "Ersten Angaben vom Mittwoch zufolge gehörte das Schiff der Stadt.",
        "gehörte das Schiff der Stadt",
        "Ersten Angaben vom Mittwoch",
    ),
    (
        "Nach einer Bestandsaufnahme der Stadt sind sieben Brücken gesperrt.",
        "sind sieben Brücken gesperrt",
        "einer Bestandsaufnahme der Stadt",
    ),
    (
        "Nach Angaben von Polizei und Feuerwehr ist die Brücke gesperrt.",
        "ist die Brücke gesperrt",
        "Angaben von Polizei und Feuerwehr",
    ),
    (
        "Der Fahrer, der nach Angaben von Zeugen zu spät bremste, blieb unverletzt.",
        "der … zu spät bremste",
        "Angaben von Zeugen",
    ),
    (
        "Es gibt eine Studie, wonach die Brücke zu schmal ist.",
        "die Brücke zu schmal ist",
        "eine Studie",
    ),
    (
        "Auch Tomas Verin, der Leiter des Amtes, glaubt, dass die Brücke sicher sei.",
        "dass die Brücke sicher sei",
        "Tomas Verin",
    ),
    (
        "Brandt verteidigte den Bau und erklärte, dass die Brücke sicher sei.",
        "dass die Brücke sicher sei",
        "Brandt",
    ),
    (
        "Das Angebot lehnt er jedoch ab: „Die Brücke bleibt zu.“",
        "Die Brücke bleibt zu",
        "er",
    ),
    (
        "Ähnlich äußerte sich Tomas Verin: „Die Brücke bleibt zu.“",
        "Die Brücke bleibt zu",
        "Tomas Verin",
    ),
    (
        "Von der Stadt wurde gefordert, dass die Brücke gesperrt bleibe.",
        "dass die Brücke gesperrt bleibe",
        "der Stadt",
    ),
    (
        "Später sagte Ilse Brandt vor der Presse, Halden „ist und bleibt sicher“.",
        "Halden „ist und bleibt sicher“",
        "Ilse Brandt",
    ),
    (
        "Brandt wehrt sich dagegen, dass die Stadt daran schuld sei.",
        "dass die Stadt daran schuld sei",
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


def test_sentences_told_only_by_their_mood_are_one_quote_side_by_side():
    text = (
        "Brandt sagte, die Brücke sei zu. Sie habe Risse. Der Bau werde lange dauern. "
        "Es regnet."
    )

    assert [words_of(quote, text) for quote in quotes_of(text, lang="de")] == [
        "die Brücke sei zu",
        "Sie habe Risse. Der Bau werde lange dauern",
    ]


LEANING = [
    # text, words, who is behind them
    (
        "Ilse Brandt bedauerte die Entscheidung. Es seien Fehler gemacht worden.",
        "Es seien Fehler gemacht worden",
        "Ilse Brandt",
    ),
    (
        "Der Lindviker Bote legte Zahlen vor. Demnach verlor die Stadt viel Geld.",
        "verlor die Stadt viel Geld",
        "Lindviker Bote",
    ),
    (
        "Die Stadt sperrt die Brücke. Das berichtet der Lindviker Bote.",
        "Die Stadt sperrt die Brücke",
        "Lindviker Bote",
    ),
]


@pytest.mark.parametrize(("text", "words", "name"), LEANING)
def test_a_german_sentence_may_be_reported_by_the_one_beside_it(text, words, name):
    (quote,) = quotes_of(text, lang="de")

    assert (words_of(quote, text), quote.speaker_name) == (words, name)


@pytest.mark.parametrize(
    "text",
    [
        "Brandt kam am Montag. Danach regnete es in Lindvik.",
        "Die Stadt baut. Das freut Ilse Brandt.",
    ],
)
def test_a_german_sentence_beside_another_may_report_nothing(text):
    assert quotes_of(text, lang="de") == ()


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Innenministerin Ilse Brandt", "Ilse Brandt"),
        ("Das Lindviker Tageblatt", "Lindviker Tageblatt"),
        ("Das Ministerium", None),
        ("Die Sprecherin des Amtes", None),
        ("Der Direktor der Nordbank, Jonas Weber,", "Jonas Weber"),
    ],
)
def test_a_german_noun_is_no_name_for_its_capital(speaker, name):
    assert named(f"{speaker} sagte, die Brücke sei gesperrt.", lang="de") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Bei dem Bau ging es um die Frage, dass die Brücke sicher sein sollte.",
        "Der Regen führte dazu, dass die Brücke gesperrt wurde.",
        "Das Amt stellte die „Neue Brücke“ vor.",
    ],
)
def test_a_verb_without_its_particle_reports_nothing(text):
    assert said(text, lang="de") == []


def test_an_account_is_named_by_whose_it_is():
    text = "Nach Angaben der Nordbank ist die Brücke gesperrt."

    assert named(text, lang="de") == ["Nordbank"]


def test_a_german_office_is_the_one_of_that_gender_named_last():
    text = (
        "Innenministerin Ilse Brandt traf Jonas Weber. "
        "Die Ministerin sagte, die Brücke sei gesperrt."
    )

    assert named(text, lang="de") == ["Ilse Brandt"]


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
