"""What comes in by address, as a file or by hand: read, or refused in a sentence each."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
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
# Less than what a web server in front waits for an answer.
SECONDS_TOGETHER = 45.0


def from_addresses(urls: Iterable[str], *, rules: Rules = PUBLIC) -> list[Brought]:
    """Fetch each address, several at a time; a feed gives one for each of its entries.

    Together they take no longer than somebody would wait for a page.
    """
    until = time.monotonic() + SECONDS_TOGETHER
    with ThreadPoolExecutor(_AT_ONCE) as fetchers:
        found = fetchers.map(partial(_fetched, until=until, rules=rules), urls)
        return [brought for each in found for brought in each]


def from_file(file: BinaryIO, *, name: str) -> list[Brought]:
    """Read a file of any kind; what was read before a refusal is kept.

    Of what no tray could hold it reads one more than a tray could, to be refused there.
    """
    found: list[Brought] = []
    try:
        for place, document in islice(files.documents_in(file, name=name), MOST_ITEMS + 1):
            found.append(Brought(place, document))
    except ClaimsError as refusal:
        found.append(Brought(name, refusal=str(refusal)))
    return found or [Brought(name, refusal="There is no article in it.")]


def from_text(text: str, *, name: str) -> Brought:
    """Read a text as somebody typed or pasted it; there are no bytes to keep."""
    try:
        document = plain.read(text.encode("utf-8", "replace"))
        return Brought(name, replace(document, raw=b"", raw_type="", extractor=""))
    except ClaimsError as refusal:
        return Brought(name, refusal=str(refusal))


def _fetched(url: str, *, until: float, rules: Rules) -> list[Brought]:
    left = min(fetching.LIMITS.seconds, until - time.monotonic())
    limits = replace(fetching.LIMITS, seconds=left)
    try:
        page = fetching.fetch(url, rules=rules, limits=limits)
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
