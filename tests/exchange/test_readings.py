from __future__ import annotations

import datetime as dt
import json

import pytest

from claims.errors import Unreadable
from claims.exchange import readings

TEXT = "“We lost the bridge,” said Ilse Marten. 🌉 “Nobody else was hurt,” she said."


def line(**content: object) -> bytes:
    return json.dumps(content).encode()


def test_a_row_is_answered_with_quotes_whose_text_is_the_slice_of_the_document() -> None:
    answer = readings.answer(line(doc_id="m1", text=TEXT), place="here")

    assert answer["doc_id"] == "m1"
    assert [TEXT[q["start"] : q["end"]] == q["text"] for q in answer["quotes"]] == [
        True
    ] * 2
    assert answer["quotes"][0]["speaker"] == "Ilse Marten"


def test_a_text_is_read_as_it_is_so_that_offsets_count_in_it() -> None:
    text = "\r\n  “We lost the bridge,” said Ilse Marten.\r\n"

    (quote,) = readings.answer(line(doc_id="m1", text=text), place="here")["quotes"]

    assert text[quote["start"] : quote["end"]] == quote["text"]


def test_a_byte_order_mark_is_no_part_of_the_row() -> None:
    answer = readings.answer(b"\xef\xbb\xbf" + line(doc_id="m1", text=TEXT), place="here")

    assert "error" not in answer


@pytest.mark.parametrize(
    ("broken", "doc_id", "words"),
    [
        (b"\n", None, "The row is empty."),
        (b"not JSON", None, "The row is not JSON"),
        (b"\xff{}", None, "Byte 0 of the row is not UTF-8."),
        (b"[" * 200_000, None, "too large or too deep"),
        (b"[]", None, "The row is not a JSON object."),
        (line(text=TEXT), None, "The row has no doc_id."),
        (line(doc_id=True, text=TEXT), True, "The row has no doc_id."),
        (line(doc_id="m1"), "m1", "The row has no text."),
        (line(doc_id="m1", text=" \n"), "m1", "The row has no text."),
        (line(doc_id="m1", text=TEXT, lang=4), "m1", "lang is not a text."),
        (line(doc_id="m1", text=TEXT, outlet=[]), "m1", "outlet is not a text."),
        (line(doc_id="m1", text=TEXT, published_at="soon"), "m1", "not a date such as"),
        (line(doc_id="m1", text=TEXT, published_at=7), "m1", "published_at is not a date."),
    ],
)
def test_a_row_that_cannot_be_read_is_answered_with_what_is_wrong_and_where(
    broken: bytes, doc_id: object, words: str
) -> None:
    answer = readings.answer(broken, place="articles.jsonl, line 3")

    assert answer["doc_id"] == doc_id
    assert answer["error"].startswith("articles.jsonl, line 3: ")
    assert words in answer["error"]


@pytest.mark.parametrize("moment", ["2021-08-31", "2021-08-31T09:30:00Z", " 2021-08-31 "])
def test_a_day_or_a_moment_says_when_it_was_published(moment: str) -> None:
    document = readings.parse({"doc_id": 4, "text": TEXT, "published_at": moment})

    assert document.published_at == dt.date(2021, 8, 31)


def test_a_refusal_of_a_single_document_names_no_place() -> None:
    with pytest.raises(Unreadable, match=r"^The row has no text\.$"):
        readings.parse({"doc_id": 4, "text": ""})
