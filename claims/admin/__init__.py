"""The admin, where editors work."""

from __future__ import annotations

from claims.admin import (
    articles,
    decisions,
    incidents,
    marks,
    people,
    speakers,
    texts,
    webhooks,
)

__all__ = [
    "articles",
    "decisions",
    "incidents",
    "marks",
    "people",
    "speakers",
    "texts",
    "webhooks",
]
