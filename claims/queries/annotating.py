"""What the annotator shows: a revision, its marks, and a card for each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext

from claims.domain.spans import Span
from claims.models import Figure, Quote, Revision
from claims.models.words import worded
from claims.queries import filing
from claims.queries.filing import Proposal

Row = Quote | Figure
SURE = 0.9  # from here on the engine's suggestions may be accepted all at once


@dataclass(frozen=True)
class Card:
    """A mark with everything that is said of it beside the text."""

    row: Row
    proposal: Proposal | None = None

    @property
    def key(self) -> str:
        return f"{self.what}-{self.row.pk}"

    @property
    def what(self) -> str:
        return "figure" if isinstance(self.row, Figure) else "quote"

    @property
    def figure(self) -> Figure | None:
        return self.row if isinstance(self.row, Figure) else None

    @property
    def kind(self) -> str:
        """What it is in words: “Direct quote”, “Figure”."""
        if isinstance(self.row, Quote):
            return gettext("%(kind)s quote") % {"kind": worded(self.row.get_kind_display())}
        return gettext("Figure")

    @property
    def speaker(self) -> str:
        attribution = self.row.attribution
        return attribution.names if attribution else ""

    @property
    def via(self) -> str:
        attribution = self.row.attribution
        return attribution.via if attribution else ""

    @property
    def unnamed_because(self) -> str:
        attribution = self.row.attribution
        reasons = [link.reason for link in attribution.origins] if attribution else []
        return "; ".join(reason for reason in reasons if reason)

    @property
    def value(self) -> str:
        """What a figure says, as in “killed: 9 or more”."""
        if not isinstance(self.row, Figure):
            return ""
        hard = self.row.hard
        measure = self.row.measure.replace("_", " ")
        return f"{measure}: {hard.in_words() if hard else gettext('no report')}"

    @property
    def found(self) -> str:
        """Who found it, and how sure the engine was."""
        if self.row.confidence is None:
            return worded(self.row.get_found_by_display())
        return f"{worded(self.row.get_found_by_display())}, {self.row.confidence:.2f}"

    @property
    def told(self) -> Iterator[object]:
        """Everything that a card says: the columns of its row, and what stands beside."""
        row, figure = self.row, self.figure
        for field in row._meta.concrete_fields:
            yield getattr(row, field.attname)
        yield from (self.speaker, self.via, self.unnamed_because, str(row.decided_by))
        if figure is not None and figure.quantity is not None:
            yield from (str(figure.quantity), str(figure.quantity.incident))
        if self.proposal is not None:
            yield from (str(self.proposal), self.proposal.reason)

    @property
    def is_fileable(self) -> bool:
        figure = self.figure
        return figure is not None and figure.is_accepted and figure.quantity_id is None

    @property
    def is_attributed_on_its_own(self) -> bool:
        """Say whether it does not take its speaker from the quote around it."""
        figure = self.figure
        if figure is None or figure.quote is None:
            return True
        return figure.attribution_id != figure.quote.attribution_id


@dataclass(frozen=True)
class Stretch:
    """A part of the text that a card stands for."""

    card: Card
    part: str
    span: Span


@dataclass(frozen=True)
class Sheet:
    """One revision on the editor's desk."""

    revision: Revision
    cards: tuple[Card, ...]
    rejected: int
    is_newest: bool
    left_behind: int

    @cached_property
    def stretches(self) -> list[Stretch]:
        return [stretch for card in self.cards for stretch in _stretches(card)]

    @property
    def suggested(self) -> int:
        return sum(card.row.is_suggested for card in self.cards)

    @property
    def accepted(self) -> int:
        return sum(card.row.is_accepted for card in self.cards)

    @property
    def unfiled(self) -> int:
        return sum(card.is_fileable for card in self.cards)

    @property
    def sure(self) -> list[Row]:
        """The suggestions that the engine is sure of."""
        return [card.row for card in self.cards if _is_sure(card.row)]


def revision(pk: int) -> Revision | None:
    rows = Revision.objects.select_related("article__outlet").defer("raw")
    return rows.filter(pk=pk).first()


def sheet(revision: Revision, *, rejected: bool = False) -> Sheet:
    """Load a revision with its marks, in a number of queries that does not grow."""
    every = _rows(revision)
    shown = [row for row in every if rejected or row.status != Quote.Status.REJECTED]
    waiting = [row for row in shown if _waits_for_a_quantity(row)]
    proposals = filing.proposals([row for row in waiting if isinstance(row, Figure)])
    cards = [
        Card(row, proposals.get(row.pk) if isinstance(row, Figure) else None)
        for row in shown
    ]
    cards.sort(key=lambda card: (card.row.start, -card.row.end, card.what == "figure"))
    newer = revision.article.revisions.filter(number__gt=revision.number)
    return Sheet(
        revision,
        tuple(cards),
        rejected=sum(row.status == Quote.Status.REJECTED for row in every),
        is_newest=not newer.exists(),
        left_behind=_left_behind(revision),
    )


def row(revision: Revision, what: str, pk: int) -> Row | None:
    """Return one mark of a revision with what its card and its forms read."""
    rows = [each for each in _rows(revision, pk=pk) if Card(each).what == what]
    return rows[0] if rows else None


def _rows(revision: Revision, pk: int | None = None) -> list[Row]:
    only = {} if pk is None else {"pk": pk}
    quotes = Quote.objects.filter(revision=revision, **only).with_attribution()
    figures = (
        Figure.objects.filter(revision=revision, **only)
        .select_related("attribution", "quote", "quantity__incident")
        .prefetch_related("attribution__links__speaker")
    )
    rows: list[Row] = [*quotes.select_related("decided_by")]
    rows += figures.select_related("decided_by", "attribution", "quote")
    for each in rows:
        each.revision = revision
    return rows


def _waits_for_a_quantity(row: Row) -> bool:
    return isinstance(row, Figure) and row.is_accepted and row.quantity_id is None


def _is_sure(row: Row) -> bool:
    return row.is_suggested and row.confidence is not None and row.confidence >= SURE


def _left_behind(revision: Revision) -> int:
    """Count the accepted marks that could not be carried from earlier revisions."""
    earlier = {
        "revision__article": revision.article_id,
        "revision__number__lt": revision.number,
    }
    quotes = Quote.objects.accepted().filter(**earlier).count()
    return quotes + Figure.objects.accepted().filter(**earlier).count()


def _stretches(card: Card) -> Iterator[Stretch]:
    row = card.row
    yield Stretch(card, card.what, row.span)
    if isinstance(row, Quote) and row.cue_start is not None and row.cue_end is not None:
        yield Stretch(card, "cue", Span(row.cue_start, row.cue_end))
    attribution = row.attribution
    if attribution is None or not card.is_attributed_on_its_own:
        return
    for link in attribution.links.all():
        if link.mention_start is not None and link.mention_end is not None:
            yield Stretch(card, "mention", Span(link.mention_start, link.mention_end))
