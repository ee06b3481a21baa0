"""Articles and feeds by their address: fetched from public machines, within limits."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin

from django.conf import settings
from django.utils import timezone

from claims.domain.documents import Document
from claims.errors import Unreachable
from claims.intake import feeds, files
from claims.intake.charsets import charset_of
from claims.intake.documents import domain_of
from claims.outward.sending import PUBLIC, Answer, Limits, Request, Rules, send

MOST_REDIRECTS = 5
LIMITS = Limits(seconds=20.0, most_bytes=5 * 1024 * 1024)
MOST_UNPACKED = 10 * 1024 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200
_AS_GZIP = 16  # what zlib wants added for gzip's header
_KINDS = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "application/json",  # ninjs
        "application/ninjs+json",
    }
)
# A phone's page and a reader's page are the same article at the same outlet.
_SAME_HOUSE = ("www.", "m.", "mobile.", "amp.")


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered in the end, after redirects, unpacked."""

    url: str
    kind: str
    charset: str
    raw: bytes


def fetch(url: str, *, rules: Rules = PUBLIC, limits: Limits = LIMITS) -> Page:
    """Fetch what stands at an address; every redirect is checked like the first address.

    The limits are for all of it together. A refusal names the address and the reason.
    """
    deadline = time.monotonic() + limits.seconds
    headers = {
        "User-Agent": settings.TRACKER_USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
    }
    at = urldefrag(url.strip()).url
    for _ in range(MOST_REDIRECTS + 1):
        left = Limits(max(deadline - time.monotonic(), 0.001), limits.most_bytes)
        answer = send(Request(at, headers=headers), limits=left, rules=rules)
        if answer.status not in _REDIRECTS:
            return _page(answer)
        at = urldefrag(urljoin(at, answer.headers.get("location", ""))).url
    raise _unusable(url, f"it redirects more than {MOST_REDIRECTS} times")


def documents(page: Page) -> Iterator[tuple[str, Document]]:
    """Yield what a page holds with where it stands: a feed holds several documents."""
    now = timezone.now()
    if files.is_feed(page.raw):
        for number, entry in enumerate(feeds.documents(page.raw), start=1):
            yield f"{page.url}, entry {number}", replace(entry, retrieved_at=now)
        return
    found = files.read(page.raw, charset=page.charset)
    # A page may say that it stands elsewhere, but not at somebody else's.
    is_at_home = bool(found.url) and _house(found.url) == _house(page.url)
    url = found.url if is_at_home else page.url
    yield (
        page.url,
        replace(
            found,
            url=url,
            domain=domain_of(url),
            outlet=found.outlet or domain_of(url),
            guessed=found.guessed if found.outlet else found.guessed | {"outlet"},
            raw_type=page.kind,
            retrieved_at=now,
        ),
    )


def _house(url: str) -> str:
    host = domain_of(url)
    for prefix in _SAME_HOUSE:
        host = host.removeprefix(prefix)
    return host


def _page(answer: Answer) -> Page:
    if answer.status != _OK:
        raise _unusable(answer.url, f"the server answered {answer.status}")
    declared = answer.headers.get("content-type", "")
    kind = declared.partition(";")[0].strip().lower()
    if kind not in _KINDS:
        told = f"it is {kind[:100]}" if kind else "it does not say what it is"
        raise _unusable(answer.url, f"{told}, and only pages, texts and feeds are read")
    return Page(answer.url, kind, charset_of(declared), _unpacked(answer))


def _unpacked(answer: Answer) -> bytes:
    """Return the body as it was before it was packed, and never more than the limit."""
    packing = answer.headers.get("content-encoding", "").strip().lower()
    if packing in ("", "identity"):
        return answer.body
    if packing not in ("gzip", "x-gzip"):
        raise _unusable(
            answer.url, f"it is packed as {packing[:40]}, which was not asked for"
        )
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS + _AS_GZIP)
    try:
        body = unpacking.decompress(answer.body, MOST_UNPACKED + 1)
    except zlib.error as broken:
        raise _unusable(answer.url, "it is packed and cannot be unpacked") from broken
    if len(body) > MOST_UNPACKED:
        raise _unusable(answer.url, f"it has more than {MOST_UNPACKED:,} bytes unpacked")
    if not unpacking.eof or unpacking.unused_data:
        raise _unusable(answer.url, "it is packed and does not end where it should")
    return body


def _unusable(url: str, why: str) -> Unreachable:
    return Unreachable(f"{url[:200]} could not be fetched: {why}.")
