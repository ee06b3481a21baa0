"""Columns that hold one word of a list, and how its words are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext, gettext_lazy


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


def worded(words: str) -> str:
    """Return the words of a choice in the reader's language.

    The models keep them in English: what is logged is the same whoever acts.
    """
    return gettext(words) if words else ""


def in_line(words: str) -> str:
    """Return the words of a choice as they stand within a line, after other words."""
    said = worded(words)
    # German writes its nouns with a capital wherever they stand.
    return said if (get_language() or "").startswith("de") else said.lower()


def offered(choices: type[models.TextChoices]) -> list[tuple[str, Any]]:
    """Return what a form offers, in the language of whoever opens it."""
    return [(value, gettext_lazy(label)) for value, label in choices.choices]
