"""The queries of addresses: what stays when one part changes."""

from __future__ import annotations

from django.http import QueryDict


def query_without(query: QueryDict, *names: str) -> str:
    """Return an address's query without some of its parts."""
    kept = query.copy()
    for name in names:
        kept.pop(name, None)
    return kept.urlencode()


def number_in(text: str) -> int | None:
    """Return the key that ``text`` spells, None for anything else."""
    is_key = text.isascii() and text.isdigit() and len(text) <= 18  # noqa: PLR2004  # digits of a key
    return int(text) if is_key else None
