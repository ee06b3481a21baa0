"""Addresses of pages that are written differently and mean the same."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit


def forms_of(url: str) -> frozenset[str]:
    """Return how else an address is written: with and without www, TLS, last slash.

    The address itself is one of them; no address has none.
    """
    if not url:
        return frozenset()
    try:
        parts = urlsplit(url)
    except ValueError:
        return frozenset({url})
    bare = parts.netloc.removeprefix("www.")
    path = parts.path.rstrip("/")
    forms = {
        urlunsplit((scheme, host, ending, parts.query, ""))
        for scheme in ("http", "https")
        for host in (bare, f"www.{bare}")
        for ending in (path, f"{path}/")
    }
    return frozenset({url, *forms})
