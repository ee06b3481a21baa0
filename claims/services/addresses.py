"""Addresses of pages: short words of a title that no other page has."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.text import slugify

LONGEST = 100


def free_slug(rows: models.QuerySet[Any], title: str, *, otherwise: str) -> str:
    """Return a slug for ``title`` that none of ``rows`` has, numbered if need be."""
    wanted = slugify(title)[:LONGEST].strip("-") or otherwise
    taken = set(rows.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)
