from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import hostile
from claims.extraction import engine, rows

ARTICLE = """\
LINDVIK — The first raid since the truce was thrown back on Monday night, the Fell \
Alliance says. According to the Alliance, at least 9-10 raiders were killed.

Confirming the raid, the Fell Alliance said, "They came up the valley. They lost 7-8 \
people. A couple of our men were also wounded."

Dagens TV's Halden, who is on the ground in Lindvik revealed that the power was cut. \
The valley's 'caretaker' President Ilse Brandt has vowed to hold the valley and has \
ruled out a surrender.

Earlier this week, talking to Dagens TV, Alliance Commanders Hamid Serin and General \
Tomas Akmal Verin had stated that they would fight if attacked.
"""

# Pieces of which texts are made that a reader must survive.
PIECES = st.sampled_from(
    [
        *'"“”‘’«»„`',
        "''",
        " said",
        " told reporters",
        " he",
        " that",
        " who",
        " according to",
        " Ilse Brandt",
        " the mayor",
        " Reuters",
        ", ",
        ". ",
        "\n\n",
        " – ",
        "(",
        ")",
        ": ",
        " and",
        " but",
        " quoted as saying",
        " citing",
        " in his view,",
        " 12 killed",
        " sagte",
        " dass",
        " laut",
        " zufolge",
        "\x00",
        "\ud800",
        "\U0001f600",
        "ا",
        "_",
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=200),
    st.lists(PIECES, max_size=40).map("".join),
)


def _row(text: str, **known) -> dict:
    return rows.row("a1", text, engine.read(text, **known))


def test_an_article_is_read_with_every_quote_and_its_speaker():
    row = _row(ARTICLE, published_at=dt.date(2021, 8, 31), outlet="Dagens Nytt")

    assert [
        (quote["type"], quote["speaker_name"], quote["voice"]) for quote in row["quotes"]
    ] == [
        ("indirect", "Fell Alliance", "named"),
        ("indirect", "Fell Alliance", "named"),
        ("direct", "Fell Alliance", "named"),
        ("indirect", "Halden", "own"),
        ("indirect", "Ilse Brandt", "named"),
        ("indirect", "Ilse Brandt", "named"),
        ("indirect", "Hamid Serin; Tomas Akmal Verin", "named"),
    ]
    assert row["quotes"][-1]["via"] == ["Dagens TV"]


def test_a_figure_belongs_to_the_quote_it_stands_in_and_to_its_speaker():
    row = _row(ARTICLE, published_at=dt.date(2021, 8, 31))

    killed = [figure for figure in row["figures"] if figure["kind"] == "killed"]

    assert [(figure["quote"], figure["speaker_name"]) for figure in killed] == [
        (1, "Fell Alliance"),
        (2, "Fell Alliance"),
    ]


def test_a_figure_outside_every_quote_is_the_outlets_own():
    row = _row("The bridge fell. Twelve people were killed.")

    assert [figure["quote"] for figure in row["figures"]] == [None]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from([None, "en", "de"]))
def test_any_text_is_read_the_same_way_twice_and_marks_its_own_words(text, lang):
    row = _row(text, lang=lang)

    assert json.dumps(row) == json.dumps(_row(text, lang=lang))
    assert all(text[one["start"] : one["end"]] == one["text"] for one in row["quotes"])
    assert all(
        text[slice(*one["cue_span"])] == one["cue"]
        for one in row["quotes"]
        if one["cue_span"]
    )
    assert all(
        text[slice(*one["speaker_span"])] == one["speaker"]
        for one in row["quotes"]
        if one["speaker_span"]
    )
    assert all(0 < one["confidence"] < 1 for one in row["quotes"])


@pytest.mark.parametrize("ending", ["'s", "’s"])
def test_a_possessive_that_nobody_is_named_by_is_nobodys(ending):
    row = _row(f"{ending} told five people that the road was shut.")

    assert [quote["speaker"] for quote in row["quotes"]] == [None]


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_pieces_of_a_quote_are_in_order_and_apart(text):
    for quote in engine.read(text).quotes:
        ends = [0, *(piece.end for piece in quote.pieces)]
        assert all(
            end <= piece.start for end, piece in zip(ends, quote.pieces, strict=False)
        )


@pytest.mark.parametrize("kind", hostile.TEXTS)
def test_hostile_text_is_read_to_its_end_and_twice_alike(kind):
    text = hostile.TEXTS[kind](20_000)

    assert engine.read(text) == engine.read(text)
