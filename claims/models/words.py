"""Columns that hold one word of a list, and no other."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models
from django.db.models import Q


def known_words(row: str, column: str, words: Sequence[str]) -> models.CheckConstraint:
    """Return the constraint that ``column`` of ``row`` holds one of ``words``.

    Django checks the choices of a field in forms alone; a word that nobody knows would
    be found when the row is read. A test holds that choices and words are the same.
    """
    return models.CheckConstraint(
        name=f"{row}_{column}_is_a_known_word",
        condition=Q(**{f"{column}__in": words}),
        violation_error_message=f"This is no word for the {column.replace('_', ' ')}.",
    )
