"""Plain text files: decoded, with the first line as the headline."""

from __future__ import annotations

from textwrap import shorten

from claims.domain.documents import Document
from claims.errors import Unreadable
from claims.intake.charsets import decoded
from claims.intake.documents import refuse_too_long, refuse_unsuitable

_LONGEST_HEADLINE = 120
_CONTROL = frozenset(range(32)) - set(b"\t\n\r\f\x1b")
# What begins with letters that could be a text's, and is none.
_OTHERS = {b"%PDF-": "a PDF", b"PK\x03\x04": "an archive", b"{\\rtf": "rich text"}
_BINARY = 0.02  # share of control bytes above which this is no text


def read(raw: bytes, *, charset: str = "") -> Document:
    """Return the text of a file; what is not UTF-8 is read as Windows-1252.

    The beginning of the first line is taken for the headline and stays in the text.
    """
    refuse_unsuitable(raw)
    other = next((_OTHERS[start] for start in _OTHERS if raw.startswith(start)), None)
    if other is not None:
        raise Unreadable(f"The file is {other}; save it as a text or a web page first.")
    if sum(byte in _CONTROL for byte in raw[:4096]) > _BINARY * len(raw[:4096]):
        raise Unreadable("The file is no text: it holds control characters.")
    text, is_guessed = decoded(raw, said=charset)
    guessed = {"headline", "encoding"} if is_guessed else {"headline"}
    refuse_too_long(text)
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return Document(
        text=text,
        raw=raw,
        raw_type="text/plain",
        extractor="plain text",
        headline=shorten(first, _LONGEST_HEADLINE, placeholder=" …"),
        guessed=frozenset(guessed),
    )
