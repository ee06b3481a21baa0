"""The texts of an article side by side, and the marks that did not come along."""

from __future__ import annotations

from dataclasses import dataclass

from claims.domain.anchors import Outcome, carry
from claims.domain.differences import Piece, differences
from claims.domain.spans import Span
from claims.domain.text import normalise
from claims.models import Article, Figure, Quote, Revision
from claims.queries.annotating import Card

Row = Quote | Figure


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A mark on an earlier text whose words changed or went."""

    card: Card
    outcome: Outcome
    span: Span | None
    words_now: str

    @property
    def is_reworded(self) -> bool:
        return self.outcome is not Outcome.LOST

    @property
    def is_changed_quotation(self) -> bool:
        """Say whether an outlet changed words that it printed as somebody's own."""
        row = self.card.row
        return self.is_reworded and isinstance(row, Quote) and row.kind != "indirect"


@dataclass(frozen=True, slots=True)
class RevisionsPage:
    """Two revisions of one article: the chosen one and the one before it."""

    every: tuple[Revision, ...]
    old: Revision | None
    new: Revision
    pieces: tuple[Piece, ...]
    left_behind: tuple[LeftBehind, ...]

    @property
    def newest(self) -> Revision:
        return self.every[-1]

    def left(self, key: str) -> LeftBehind | None:
        """Return the mark that was left behind whose card has this key."""
        return next((each for each in self.left_behind if each.card.key == key), None)


def of(article: Article, *, number: int | None = None) -> RevisionsPage:
    """Load the revision of that number, or the newest, and the one before it."""
    every = list(article.revisions.defer("raw").order_by("number"))
    chosen = [row for row in every if row.number == number]
    new = chosen[0] if chosen else every[-1]
    earlier = [row for row in every if row.number < new.number]
    old = earlier[-1] if earlier else None
    pieces = differences(old.text, new.text) if old else []
    return RevisionsPage(
        tuple(every), old, new, tuple(pieces), tuple(_left_behind(earlier, every[-1]))
    )


@dataclass(frozen=True, slots=True)
class Preview:
    """What a newer text would change, before it is stored."""

    newest: Revision
    # The revision that has this very text, if one has it.
    known: Revision | None
    pieces: tuple[Piece, ...]
    left_behind: tuple[LeftBehind, ...]


def preview(article: Article, text: str) -> Preview:
    """Lay a text that is not stored over the newest one of an article."""
    every = list(article.revisions.defer("raw").order_by("number"))
    newest, text = every[-1], normalise(text)
    known = next((row for row in every if row.text == text), None)
    marks = [] if known else _left_behind([newest], Revision(article=article, text=text))
    stay = (Outcome.UNCHANGED, Outcome.MOVED)
    left = tuple(mark for mark in marks if mark.outcome not in stay)
    return Preview(newest, known, tuple(differences(newest.text, text)), left)


def _left_behind(earlier: list[Revision], newest: Revision) -> list[LeftBehind]:
    found = []
    rows_of = _accepted_rows(earlier)
    for revision in earlier:
        rows = rows_of.get(revision.pk, [])
        outcomes = carry(revision.text, newest.text, [row.span for row in rows])
        for row, carried in zip(rows, outcomes, strict=True):
            words = carried.span.of(newest.text) if carried.span else ""
            found.append(LeftBehind(Card(row), carried.outcome, carried.span, words))
    return found


def _accepted_rows(revisions: list[Revision]) -> dict[int, list[Row]]:
    """Load the accepted marks of each text, in its order.

    What was only suggested is suggested again where it still stands.
    """
    quotes = Quote.objects.accepted().filter(revision__in=revisions).with_attribution()
    figures = (
        Figure.objects.accepted()
        .filter(revision__in=revisions)
        .select_related("attribution", "quote", "quantity__incident")
        .prefetch_related("attribution__links__speaker")
    )
    found: dict[int, list[Row]] = {}
    for row in sorted([*quotes, *figures], key=lambda each: (each.start, -each.end)):
        found.setdefault(row.revision_id, []).append(row)
    return found
