"""Web archives: the pages in a WARC file, one document each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from claims.domain.documents import Document
from claims.errors import Unreadable
from claims.intake import html
from claims.intake.charsets import charset_of
from claims.intake.documents import MOST_BYTES, domain_of, moment

_OK = "200"


def documents(file: BinaryIO) -> Iterator[tuple[int, Document]]:
    """Yield the pages that hold an article, each with the number of its record.

    Records that are no answers, no pages or hold no article are passed over: most of an
    archive is pictures and scripts. The date of the record is when it was retrieved.
    """
    try:
        for number, record in enumerate(ArchiveIterator(file), start=1):
            document = _document(record)
            if document is not None:
                yield number, document
    except (ArchiveLoadFailed, AttributeError) as broken:
        # The library asks headers that a broken record lacks.
        raise Unreadable("The archive is broken and cannot be read.") from broken


def _document(record: Any) -> Document | None:
    if record.rec_type != "response" or record.http_headers is None:
        return None
    kind = record.http_headers.get_header("Content-Type") or ""
    if record.http_headers.get_statuscode() != _OK or "html" not in kind:
        return None
    raw = record.content_stream().read(MOST_BYTES + 1)
    try:
        found = html.read(raw, charset=charset_of(kind))
    except Unreadable:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    retrieved = moment(record.rec_headers.get_header("WARC-Date"))
    address = found.url or url
    return replace(
        found,
        url=address,
        domain=domain_of(address),
        outlet=found.outlet or domain_of(address),
        guessed=found.guessed if found.outlet else found.guessed | {"outlet"},
        retrieved_at=retrieved[0] if retrieved else None,
    )
