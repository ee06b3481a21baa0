"""Files of every kind that the desk reads, recognised by what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from claims.intake import feeds, html, ninjs, plain, warc
from claims.intake.documents import MOST_BYTES, Document

_SPACE = rb"\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*)*"
_PAGE = re.compile(
    _SPACE + rb"<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(_SPACE + rb"<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_ITEM = re.compile(rb"\s*\{")
_ARCHIVE = b"WARC/"
_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"


def documents(path: Path) -> Iterator[tuple[str, Document]]:
    """Yield what is in a file with where it stands: a feed or an archive holds several."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith((_ARCHIVE, _GZIP)):
        for number, document in warc.documents(path):
            yield f"{path}, record {number}", document
        return
    with path.open("rb") as file:
        raw = file.read(MOST_BYTES + 1)
    if _FEED.match(raw.removeprefix(_BOM)):
        for number, document in enumerate(feeds.documents(raw), start=1):
            yield f"{path}, entry {number}", document
        return
    yield str(path), read(raw)


def read(raw: bytes) -> Document:
    """Return the one document in a file: a page, a news item, anything else as text."""
    bare = raw.removeprefix(_BOM)
    if _PAGE.match(bare):
        return html.read(raw)
    if _ITEM.match(bare) and b'"uri"' in bare:
        return ninjs.read(raw)
    return plain.read(raw)
