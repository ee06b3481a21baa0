from __future__ import annotations

import pytest

from claims.extraction.findings import KnownSpeaker, Voice
from tests.extraction.reading import named, quotes_of, said

OPENING = "Ilse Brandt, the mayor of Lindvik, came to the bridge on Monday."

SPEAKERS = [
    # what follows the opening, the resolved name
    ('"It is shut," Brandt said.', "Ilse Brandt"),
    ('"It is shut," Ms. Brandt said.', "Ilse Brandt"),
    ('"It is shut," Mayor Brandt said.', "Ilse Brandt"),
    ('"It is shut," she said.', "Ilse Brandt"),
    ('"It is shut," the mayor said.', "Ilse Brandt"),
    ('"It is shut," the mayor of Lindvik said.', "Ilse Brandt"),
    ('Tomas Verin came too. "It is shut," he said.', "Tomas Verin"),
    ('Tomas Verin came too. "It is shut," she said.', "Ilse Brandt"),
    ("His keeper, Tomas Verin, said the bridge was shut.", "Tomas Verin"),
    ('"It is shut," the governor said.', None),
    ('Commander Tomas Verin came too. "It is shut," the minister said.', None),
    ('"It is shut," officials said.', None),
    ('"It is shut," a spokesman for the ferries said.', None),
    ('"It is shut," her statement read.', "Ilse Brandt"),
    ('"It is shut," police headquarters said.', None),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_a_mention_resolves_to_the_name_that_the_text_gives(text, name):
    assert named(f"{OPENING} {text}") == [name]


DOCUMENTS = [
    # text, who is behind the document
    ("A report by the IMF for the port said it was shut.", "IMF"),
    ("A report by the harbour board for the port said it was shut.", "harbour board"),
    ("A harbour ministry statement said it was shut.", "harbour ministry"),
    ("Ilse Brandt left. Her statement said it was shut.", "Ilse Brandt"),
    ("Ilse Brandt sent a letter that says it is shut.", "Ilse Brandt"),
]


@pytest.mark.parametrize(("text", "name"), DOCUMENTS)
def test_a_document_speaks_for_whoever_made_it(text, name):
    assert named(text) == [name]


def test_the_group_of_a_first_line_is_the_body_named_behind_it():
    text = (
        "It is shut, two representatives of the group said. "
        "The Fell River Alliance has watched the bridge for years."
    )

    assert named(text) == ["Fell River Alliance"]


def test_titles_are_no_part_of_a_name():
    text = (
        "Northern Army Commanders Hamid Serin and General Tomas Akmal Verin said it was "
        "shut."
    )

    (quote,) = quotes_of(text)

    assert quote.speaker_names == ("Hamid Serin", "Tomas Akmal Verin")
    assert quote.speaker_name == "Hamid Serin; Tomas Akmal Verin"


def test_of_two_people_of_one_name_the_title_decides():
    text = 'Ilse Brandt and Karl Brandt came to the bridge. "It is shut," Mr. Brandt said.'

    assert named(text) == ["Karl Brandt"]


def test_a_body_is_known_by_a_word_of_its_name_and_by_its_initials():
    text = (
        "The Lindvik Harbour Commission met on Monday. "
        '"It is shut," the commission said. '
        "The bridge is old, the LHC said."
    )

    assert named(text) == ["Lindvik Harbour Commission"] * 2


def test_who_stands_for_the_phrase_before_it():
    text = "He met a group of drivers who said it was shut."

    (quote,) = quotes_of(text)

    assert (quote.speaker, quote.speaker_name) == ("who", "drivers")
    assert quote.voice is Voice.UNNAMED


def test_one_who_is_described_between_commas_is_the_speaker():
    text = "Dagens TV's Serin, who is on the bridge in Lindvik revealed that it was shut."

    assert said(text)[0][1] == "Dagens TV's Serin"


def test_the_outlets_own_reporter_is_its_own_voice():
    text = "Dagens TV's Serin, who is on the bridge, said that it was shut."

    assert quotes_of(text, outlet="Dagens Nytt")[0].voice is Voice.OWN
    assert quotes_of(text, outlet="The Lindvik Post")[0].voice is Voice.NAMED


def test_known_speakers_are_offered_with_a_score_best_first():
    known = [
        KnownSpeaker("Ilse Brandt", ("I. Brandt",)),
        KnownSpeaker("Ilse Brand"),
        KnownSpeaker("Tomas Verin"),
    ]

    (quote,) = quotes_of("The bridge is shut, Ilse Brandt said.", known=known)

    assert [candidate.name for candidate in quote.candidates] == [
        "Ilse Brandt",
        "Ilse Brand",
    ]
    assert quote.candidates[0].score == 1.0


def test_no_known_speaker_is_offered_for_an_unnamed_one():
    known = [KnownSpeaker("Ilse Brandt")]

    (quote,) = quotes_of("The bridge is shut, officials said.", known=known)

    assert quote.candidates == ()
