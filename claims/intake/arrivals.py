"""What comes in by address, as a file or by hand: read, or refused in a sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import BinaryIO

from claims.errors import ClaimsError
from claims.intake import feeds, fetching, files, plain
from claims.intake.fetching import Page
from claims.outward.sending import PUBLIC, Rules
from claims.services.bringing import MOST_ITEMS, Brought

# So many addresses are asked at once; of one machine no more than a browser would.
_AT_ONCE = 6


def from_addresses(urls: Iterable[str], *, rules: Rules = PUBLIC) -> list[Brought]:
    """Fetch each address, several at a time; a feed gives one for each of its entries."""
    with ThreadPoolExecutor(_AT_ONCE) as fetchers:
        found = fetchers.map(partial(_fetched, rules=rules), urls)
        return [brought for each in found for brought in each]


def from_file(file: BinaryIO, *, name: str) -> list[Brought]:
    """Read a file of any kind; what was read before a refusal is kept."""
    found: list[Brought] = []
    try:
        for place, document in islice(files.documents_in(file, name=name), MOST_ITEMS):
            found.append(Brought(place, document))
    except ClaimsError as refusal:
        found.append(Brought(name, refusal=str(refusal)))
    return found or [Brought(name, refusal="There is no article in it.")]


def from_text(text: str, *, name: str) -> Brought:
    """Read a text as somebody typed or pasted it; there are no bytes to keep."""
    try:
        return Brought(name, plain.read(text.encode("utf-8", "replace")))
    except ClaimsError as refusal:
        return Brought(name, refusal=str(refusal))


def _fetched(url: str, *, rules: Rules) -> list[Brought]:
    try:
        page = fetching.fetch(url, rules=rules)
        found = [Brought(*each) for each in fetching.documents(page)]
    except ClaimsError as refusal:
        return [Brought(url, refusal=str(refusal), url=url)]
    found.extend(_only_named(page))
    return found or [Brought(url, refusal=f"There is no article in {url}.", url=url)]


def _only_named(page: Page) -> Iterator[Brought]:
    """Yield the entries of a feed that it names without their text."""
    if not files.is_feed(page.raw):
        return
    for link in feeds.links_without_text(page.raw):
        why = "The feed names it without its text; its page can be fetched."
        yield Brought(link, refusal=why, url=link)
