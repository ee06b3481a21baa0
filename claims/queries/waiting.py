"""What waits for an editor, and what she did last."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, F, Q

from claims.models import Article, Change, Copy, Figure, Quote, Revision, User
from claims.queries import ledger
from claims.queries.ledger import Sentence

MOST = 8


@dataclass(frozen=True, slots=True)
class Pile:
    """A newest text with suggestions that nobody has decided on."""

    revision: Revision
    suggested: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """An editor's desk in the morning."""

    piles: tuple[Pile, ...]
    articles: int
    unfiled: int
    copies: int
    done: tuple[Sentence, ...]


def for_editor(user: User) -> Waiting:
    """Load the desk of ``user``, in a number of queries that does not grow."""
    suggested = _suggested()
    newest = sorted(suggested, reverse=True)
    rows = (
        Revision.objects.filter(pk__in=newest[:MOST])
        .select_related("article__outlet")
        .defer("text", "raw")
        .order_by("-pk")
    )
    unfiled = Figure.objects.accepted().filter(quantity__isnull=True)
    own = Change.objects.filter(actor=user).for_page()[:MOST]
    return Waiting(
        piles=tuple(Pile(row, suggested[row.pk]) for row in rows),
        articles=Article.objects.filter(revisions__in=newest).distinct().count(),
        unfiled=unfiled.count(),
        copies=Copy.objects.filter(status=Copy.Status.SUGGESTED).count(),
        done=tuple(ledger.sentences(own)),
    )


def _suggested() -> dict[int, int]:
    """Count the open suggestions of each newest revision that has some."""
    counts: dict[int, int] = {}
    for rows in (Quote, Figure):
        # What the engine saw in a text that has been replaced waits for nobody.
        is_newest = ~Q(revision__article__revisions__number__gt=F("revision__number"))
        open_ = rows.objects.filter(is_newest, status=Quote.Status.SUGGESTED).order_by()
        for pk, count in open_.values_list("revision").annotate(Count("pk")):
            counts[pk] = counts.get(pk, 0) + count
    return counts
