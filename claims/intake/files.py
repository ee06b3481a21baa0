"""Files of every kind that the desk reads, recognised by what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from claims.domain.documents import Document
from claims.intake import feeds, html, ninjs, plain, warc
from claims.intake.documents import MOST_BYTES

_SPACE = rb"\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*)*"
_PAGE = re.compile(
    _SPACE + rb"<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL
)
_DOCTYPE = rb"(?:<!DOCTYPE\s[^<>\[]*(?:\[[^\]]*\]\s*)?>\s*)?"  # older feeds have one
_FEED = re.compile(_SPACE + _DOCTYPE + rb"<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_ITEM = re.compile(rb"\s*\{")
_ARCHIVE = b"WARC/"
_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"


def documents(path: Path) -> Iterator[tuple[str, Document]]:
    """Yield what is in a file with where it stands: a feed or an archive holds several."""
    with path.open("rb") as file:
        yield from documents_in(file, name=str(path))


def documents_in(file: BinaryIO, *, name: str) -> Iterator[tuple[str, Document]]:
    """Yield what is in an open file, as ``documents`` does."""
    start = file.read(4096)
    file.seek(0)
    if start.startswith((_ARCHIVE, _GZIP)):
        for number, document in warc.documents(file):
            yield f"{name}, record {number}", document
        return
    raw = file.read(MOST_BYTES + 1)
    if is_feed(raw):
        for number, document in enumerate(feeds.documents(raw), start=1):
            yield f"{name}, entry {number}", document
        return
    yield name, read(raw)


def is_feed(raw: bytes) -> bool:
    return _FEED.match(raw.removeprefix(_BOM)) is not None


def read(raw: bytes, *, charset: str = "") -> Document:
    """Return the one document in a file: a page, a news item, anything else as text.

    ``charset`` is what a server called it, where one did.
    """
    bare = raw.removeprefix(_BOM)
    if _PAGE.match(bare):
        return html.read(raw, charset=charset)
    if _ITEM.match(bare) and b'"uri"' in bare:
        return ninjs.read(raw)
    return plain.read(raw, charset=charset)
