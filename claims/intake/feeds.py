"""RSS and Atom feeds: one document an entry, read without network and entities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from claims.domain.documents import Document
from claims.errors import Unreadable
from claims.intake import fragments
from claims.intake.documents import (
    MOST_BYTES,
    domain_of,
    moment,
    refuse_too_long,
    refuse_unsuitable,
)

MOST_ENTRIES = 2_000
_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("published", "pubDate", "date", "updated")


def documents(raw: bytes) -> Iterator[Document]:
    """Yield the entries of a feed that have a text of their own."""
    outlet, entries = _entries(raw)
    for entry in entries:
        document = _document(entry, outlet)
        if document is not None:
            yield document


def links_without_text(raw: bytes) -> list[str]:
    """Return the addresses of the entries that a feed names without their text."""
    _, entries = _entries(raw)
    silent = [entry for entry in entries if not _text(entry)]
    return [link for entry in silent if (link := _link(entry))]


def _entries(raw: bytes) -> tuple[str, list[Any]]:
    """Return the name of a feed and its entries."""
    refuse_unsuitable(raw)
    # Entities stay unresolved: a few lines of them can swell to gigabytes.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise Unreadable("The file is no feed that can be read.") from broken
    if root is None or _name(root) not in ("rss", "feed", "RDF"):
        raise Unreadable("The file is no RSS or Atom feed.")
    channel = next((each for each in root if _name(each) == "channel"), root)
    entries = [each for each in root.iter() if _name(each) in ("item", "entry")]
    return _words(channel, "title"), entries[:MOST_ENTRIES]


def _text(entry: Any) -> str:
    return next((found for name in _BODIES if (found := _body(entry, name))), "")


def _document(entry: Any, outlet: str) -> Document | None:
    text = _text(entry)
    if not text:
        return None
    refuse_too_long(text)
    raw = etree.tostring(entry, encoding="utf-8")[:MOST_BYTES]
    published = _published(entry)
    url = _link(entry)
    headline = fragments.text_of(_words(entry, "title"))
    return Document(
        text=text,
        raw=raw,
        raw_type="application/xml",
        extractor="feed entry",
        headline=headline or text.split("\n", 1)[0][:120],
        byline=_words(entry, "creator") or _words(entry, "author"),
        outlet=outlet,
        domain=domain_of(url),
        url=url,
        published_at=published[0] if published else None,
        is_day_only=published[1] if published else False,
        language="",
        # A feed's title is the outlet's name or something like it.
        guessed=frozenset({"outlet"} if headline else {"outlet", "headline"}),
    )


def _name(node: Any) -> str:
    """Return a node's name without its namespace, empty for comments and the like."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _child(node: Any, name: str) -> Any:
    return next((each for each in node if _name(each) == name), None)


def _words(node: Any, name: str) -> str:
    child = _child(node, name)
    if child is None:
        return ""
    return " ".join("".join(child.itertext()).split())


def _body(entry: Any, name: str) -> str:
    child = _child(entry, name)
    if child is None:
        return ""
    # XHTML stands in the feed as elements, HTML as escaped text.
    markup = "".join(etree.tostring(each, encoding="unicode") for each in child)
    return fragments.text_of((child.text or "") + markup)


def _link(entry: Any) -> str:
    for link in (each for each in entry if _name(each) == "link"):
        if link.get("rel", "alternate") == "alternate":
            address = (link.get("href") or link.text or "").strip()
            if address.startswith(("http://", "https://")):
                return str(address)
    return ""


def _published(entry: Any) -> tuple[dt.datetime, bool] | None:
    for name in _DATES:
        words = _words(entry, name)
        found = moment(words) or _mail_date(words)
        if found is not None:
            return found
    return None


def _mail_date(words: str) -> tuple[dt.datetime, bool] | None:
    """Return the moment that RSS gives as mail does: Tue, 04 Mar 2031 09:30:00 +0100."""
    try:
        found = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
    return (found if found.tzinfo else found.replace(tzinfo=dt.UTC)), False
