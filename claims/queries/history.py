"""What was done to one row: sentences, and what each act changed from and to."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db import models

from claims.models import Change
from claims.queries import ledger
from claims.queries.ledger import Sentence

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that an act changed."""

    column: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Entry:
    """One act on the row."""

    sentence: Sentence
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class History:
    """One page of a row's acts, newest first."""

    entries: tuple[Entry, ...]
    page: Page[Change]


def of(row: models.Model, *, number: str | int = 1) -> History:
    """Return what the log says of ``row``."""
    page = Paginator(Change.objects.about(row).for_page(), A_PAGE).get_page(number)
    changes = list(page.object_list)
    told = zip(changes, ledger.sentences(changes), strict=True)
    entries = tuple(Entry(sentence, _differences(change)) for change, sentence in told)
    return History(entries, page)


def _differences(change: Change) -> tuple[Difference, ...]:
    columns = [column for column in change.before if column in change.after]
    return tuple(
        Difference(column.replace("_", " "), change.before[column], change.after[column])
        for column in columns
        if change.before[column] != change.after[column] and not column.endswith("_pk")
    )
