from __future__ import annotations

import pytest

from tests.extraction.reading import quotes_of

CHAINS = [
    # text, speaker, via
    ("Ilse Brandt told Reuters the bridge was shut.", "Ilse Brandt", ("Reuters",)),
    (
        "Speaking to Dagens TV, Ilse Brandt said the bridge was shut.",
        "Ilse Brandt",
        ("Dagens TV",),
    ),
    (
        "State media quoted Ilse Brandt as saying the bridge was shut.",
        "Ilse Brandt",
        ("State media",),
    ),
    (
        "The bridge is shut, Dagens News reported, citing the Harbour Ministry.",
        "Harbour Ministry",
        ("Dagens News",),
    ),
    (
        "The bridge is shut, Ilse Brandt said, according to Reuters.",
        "Ilse Brandt",
        ("Reuters",),
    ),
    (
        "Ilse Brandt told the broadcaster LBKI the bridge was shut.",
        "Ilse Brandt",
        ("LBKI",),
    ),
    ("LINDVIK (AP) - Ilse Brandt said the bridge was shut.", "Ilse Brandt", ("AP",)),
    ("Ilse Brandt said the bridge was shut.", "Ilse Brandt", ()),
]


@pytest.mark.parametrize(("text", "speaker", "via"), CHAINS)
def test_who_passes_words_on_stands_between_the_reader_and_the_speaker(text, speaker, via):
    quote = quotes_of(text)[0]

    assert (quote.speaker_name, quote.via) == (speaker, via)


def test_a_relay_is_carried_on_for_the_same_speaker_only():
    text = (
        "Ilse Brandt told Reuters the bridge was shut. It was old, Brandt said. "
        "Tomas Verin said it was open."
    )

    assert [quote.via for quote in quotes_of(text)] == [("Reuters",), ("Reuters",), ()]


@pytest.mark.parametrize(
    ("named", "outlet"),
    [
        ("Dagens TV", "Dagens TV"),
        ("The Lindvik Post", "The Lindvik Post"),
        ("The Lindvik Post", "Lindvik Post"),
        ("the Lindvik Post", "The Lindvik Post"),
    ],
)
def test_the_outlet_is_no_relay_of_its_own(named, outlet):
    text = f"Ilse Brandt told {named} the bridge was shut."

    assert quotes_of(text)[0].via != ()
    assert quotes_of(text, outlet=outlet)[0].via == ()


def test_what_is_said_of_a_medium_does_not_come_through_it():
    text = "Ilse Brandt said that Reuters had got it wrong."

    assert quotes_of(text)[0].via == ()
