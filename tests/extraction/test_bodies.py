from __future__ import annotations

import pytest

from claims.extraction.findings import Voice
from tests.extraction.reading import named, quotes_of

BODIES = [
    # named by its own words
    ("The harbour ministry said that it was shut.", ["harbour ministry"]),
    ("The unions said that the quay was full.", ["unions"]),
    ("The prefectures said that it was shut.", ["prefectures"]),
    (
        "The harbour ministry said that it was shut. A ministry statement said it sank.",
        ["harbour ministry"] * 2,
    ),
    (
        "The harbour ministry said that it was shut. The ministry said that it sank.",
        ["harbour ministry"] * 2,
    ),
    # with the country that the text ties it to
    (
        "The government said that it was shut. A plan of the Norwegian government sank.",
        ["Norwegian government"],
    ),
    # not called by the person or country in front
    ("The Brandt campaign said that it was shut.", ["Brandt campaign"]),
    ("The Norwegian government said that it was shut.", ["Norwegian government"]),
    ("The Norwegian newspaper said that it was shut.", ["Norwegian newspaper"]),
    # whom representatives speak for
    (
        "Representatives of the Lindvik Harbour Front said that it was shut.",
        ["Lindvik Harbour Front"],
    ),
    # who has filed or stated it
    (
        "The quay is shut, according to a memo that the Lindvik Council has sent.",
        ["Lindvik Council"],
    ),
    (
        "Fjordline's employees left. Ninety boats are idle, a regulatory filing says.",
        ["Fjordline"],
    ),
    (
        "The Lindvik Council said it was shut. It is old, the statement added.",
        ["Lindvik Council"] * 2,
    ),
    # one word is a company's name if it has employees
    (
        "Fjordline's employees left. The company said that the quay was shut.",
        ["Fjordline"],
    ),
    # a body is not one of its people, nor a company an office of the state
    (
        "Ilse Brandt, judge at the Lindvik Court, came. The court said it was shut.",
        ["Lindvik Court"],
    ),
    (
        "Fjordline's employees left. The Trade Department wrote. The company said it sank.",
        ["Fjordline"],
    ),
    # the one who holds a long office
    ("U.S. Secretary of State Ilse Brandt said it was shut.", ["Ilse Brandt"]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_a_body_is_named_by_what_the_text_calls_it(text, expected):
    assert named(text) == expected
    assert all(quote.voice is Voice.NAMED for quote in quotes_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Representatives said that it was shut.",
        "A ministry said that it was shut.",
        "His campaign said that it was shut.",
        "The security firm said that it was shut.",
        "A court filing said that it was shut.",
        "Representatives of the drivers said that it was shut.",
        "A representative of the Lindvik Harbour Front said that it was shut.",
    ],
)
def test_what_is_not_one_certain_body_has_no_name(text):
    assert named(text) == [None]
