"""What does not hold in the stored desk: texts, marks, the log and the seals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from claims import triggers
from claims.domain.text import sha256
from claims.models import Change, Figure, Link, Quote, Revision

# Rows read at once: texts are long, lines of the log are short.
_TEXTS, _LINES = 50, 2000


def broken_seals() -> Iterator[str]:
    for table in triggers.missing("default"):
        yield f"The trigger that keeps {table} from being changed is missing."


def broken_texts() -> Iterator[str | None]:
    """Yield for each revision what is wrong with its text or a mark on it, or None."""
    revisions = Revision.objects.defer("raw").order_by("pk")
    for revision in revisions.iterator(chunk_size=_TEXTS):
        if sha256(revision.text) != revision.sha256:
            yield f"The text of revision {revision.pk} is not the one that was stored."
        yield from _misplaced(revision)
        yield None


def _misplaced(revision: Revision) -> Iterator[str]:
    marks = (
        ("quote", revision.quotes.values_list("pk", "start", "end", "exact")),
        ("figure", revision.figures.values_list("pk", "start", "end", "exact")),
        ("cue of quote", _cues(revision)),
        ("mention in link", _mentions(revision)),
    )
    for what, rows in marks:
        for pk, start, end, exact in rows:
            if revision.text[start:end] != exact:
                there = revision.text[start:end]
                yield (
                    f"The {what} {pk} says “{exact[:60]}”, but at characters {start}"
                    f" to {end} of revision {revision.pk} stands “{there[:60]}”."
                )


def _cues(revision: Revision) -> models.QuerySet[Quote, Any]:
    rows = revision.quotes.filter(cue_start__isnull=False)
    return rows.values_list("pk", "cue_start", "cue_end", "cue")


def _mentions(revision: Revision) -> models.QuerySet[Link, Any]:
    rows = Link.objects.filter(attribution__revision=revision, mention_start__isnull=False)
    return rows.values_list("pk", "mention_start", "mention_end", "mention")


def broken_lines() -> Iterator[str | None]:
    """Yield for each line of the log how it breaks the chain of hashes, or None."""
    last = ""
    for line in Change.objects.order_by("pk").iterator(chunk_size=_LINES):
        if line.previous_hash != last:
            yield f"A line of the log before line {line.pk} is missing."
        if line.computed_hash() != line.hash:
            yield f"Line {line.pk} of the log was changed after it was written: {line}."
        last = line.hash
        yield None


def counted() -> dict[str, int]:
    """Return how much there is to look at, by its name."""
    return {
        "revisions": Revision.objects.count(),
        "quotes": Quote.objects.count(),
        "figures": Figure.objects.count(),
        "lines of the log": Change.objects.count(),
    }
