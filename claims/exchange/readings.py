"""JSON lines in, rows of quotes and figures out: one document at a time."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from claims.errors import Unreadable
from claims.extraction import engine
from claims.extraction.rows import Row, row

_OPTIONAL = ("outlet", "lang")


@dataclass(frozen=True, slots=True)
class Document:
    """One text to read, and what is known of where it stood."""

    doc_id: str | int
    text: str
    published_at: dt.date | None = None
    outlet: str | None = None
    lang: str | None = None


def answer(line: bytes, *, place: str) -> Row:
    """Return the row of one line; a line that cannot be read gets one with an error.

    ``place`` is what a person should look at: a file's name and the line's number.
    """
    content: Any = None
    try:
        content = _content(line)
        document = parse(content)
    except Unreadable as refusal:
        doc_id = content.get("doc_id") if isinstance(content, dict) else None
        return {"doc_id": doc_id, "error": f"{place}: {refusal}"}
    return reading_of(document)


def reading_of(document: Document) -> Row:
    """Return the row of what the engine finds in the document."""
    reading = engine.read(
        document.text,
        published_at=document.published_at,
        outlet=document.outlet,
        lang=document.lang,
    )
    return row(document.doc_id, document.text, reading)


def parse(content: Any) -> Document:
    """Return the document that a JSON object describes; refuse what is none.

    The text is left as it is: every offset of the answer counts in it.
    """
    if not isinstance(content, dict):
        raise Unreadable("The row is not a JSON object.")
    doc_id, text = content.get("doc_id"), content.get("text")
    if isinstance(doc_id, bool) or not isinstance(doc_id, str | int) or doc_id == "":
        raise Unreadable("The row has no doc_id.")
    if not isinstance(text, str) or not text.strip():
        raise Unreadable("The row has no text.")
    for key in _OPTIONAL:
        if not isinstance(content.get(key), str | None):
            raise Unreadable(f"{key} is not a text.")
    return Document(
        doc_id=doc_id,
        text=text,
        published_at=_day(content.get("published_at")),
        outlet=content.get("outlet") or None,
        lang=content.get("lang") or None,
    )


def _content(line: bytes) -> Any:
    if not line.strip():
        raise Unreadable("The row is empty.")
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as broken:
        raise Unreadable(f"Byte {broken.start} of the row is not UTF-8.") from broken
    except json.JSONDecodeError as broken:
        raise Unreadable(
            f"The row is not JSON: {broken.msg} at character {broken.pos}."
        ) from broken
    except (ValueError, RecursionError) as broken:
        raise Unreadable("The row is JSON that is too large or too deep.") from broken


def _day(value: Any) -> dt.date | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Unreadable("published_at is not a date.")
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except ValueError as broken:
        raise Unreadable(
            "published_at is not a date such as 2021-08-31 or 2021-08-31T09:30:00Z."
        ) from broken
