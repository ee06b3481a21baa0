"""Addresses of pages: our own, of the words of a title, and those of articles."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.utils.text import slugify

from claims.errors import Unreadable

LONGEST = 100
LONGEST_URL = 2000


def free_slug(rows: models.QuerySet[Any], title: str, *, otherwise: str) -> str:
    """Return a slug for ``title`` that none of ``rows`` has, numbered if need be."""
    wanted = slugify(title)[:LONGEST].strip("-") or otherwise
    taken = set(rows.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)


def of_article(url: str) -> str:
    """Return the address, or none; refuse what a reader could not follow safely."""
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    is_page = parts.scheme in ("http", "https") and bool(parts.hostname)
    if url and not (is_page and len(url) <= LONGEST_URL):
        raise Unreadable(f"“{url[:80]}” is not the address of a page.")
    return url
