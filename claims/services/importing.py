"""Quotes and figures that come with their text from elsewhere, stored as accepted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from claims import policy
from claims.models import Attribution, Figure, Link, Quote, Revision, User
from claims.services import annotating, attributing, logging
from claims.services.acting import act
from claims.services.attributing import Chain
from claims.services.dating import dated, possible
from claims.services.given import GivenFigure, GivenQuote, RejectedFigure, RejectedQuote
from claims.services.logging import Line
from claims.services.marking import lead_end, locus_of, marked, place_cue


@dataclass(frozen=True, slots=True)
class Stored:
    """The rows of what was given, in its order; None where a person refused the mark."""

    quotes: tuple[Quote | None, ...]
    figures: tuple[Figure | None, ...]
    made: int


@act
def store(
    revision: Revision,
    *,
    quotes: Sequence[GivenQuote],
    figures: Sequence[GivenFigure],
    by: User,
) -> Stored:
    """Store the marks of a revision; those it has already are left as they are.

    A suggestion on the same words is accepted with what the file says of it; a mark
    that somebody rejected stays rejected.
    """
    policy.require(policy.may_annotate(by), "import quotes and figures")
    writer = _Writer([revision], by)
    quote_rows = writer.quotes(revision, quotes)
    figure_rows = writer.figures([(revision, each) for each in figures])
    logging.write_all(writer.lines, by=by)
    return Stored(tuple(quote_rows), tuple(figure_rows), len(writer.lines))


@act
def store_figures(figures: Sequence[tuple[Revision, GivenFigure]], *, by: User) -> Stored:
    """Store figures of any number of texts as ``store`` does, in a few queries."""
    policy.require(policy.may_annotate(by), "import quotes and figures")
    writer = _Writer({revision.pk: revision for revision, _ in figures}.values(), by)
    rows = writer.figures(figures)
    logging.write_all(writer.lines, by=by)
    return Stored((), tuple(rows), len(writer.lines))


@act
def reject(
    revision: Revision,
    *,
    quotes: Sequence[RejectedQuote],
    figures: Sequence[RejectedFigure],
    by: User,
) -> int:
    """Keep marks that were rejected elsewhere from being proposed; return the new ones.

    What stands here on the same words, whatever became of it, is left as it is.
    """
    policy.require(policy.may_annotate(by), "reject suggestions")
    writer = _Writer([revision], by)
    for quote in quotes:
        writer.reject_quote(revision, quote)
    for figure in figures:
        writer.reject_figure(revision, figure)
    logging.write_all(writer.lines, by=by)
    return len(writer.lines)


@act
def suggest(revision: Revision, quotes: Sequence[GivenQuote], *, by: User) -> int:
    """Store quotes that come from elsewhere as suggestions; return how many are new.

    A span that is marked already, even by a rejected quote, is left as it is.
    """
    policy.require(policy.may_annotate(by), "import quotes and figures")
    known = set(revision.quotes.values_list("start", "end"))
    lines = []
    for given in quotes:
        if (given.span.start, given.span.end) in known:
            continue
        known.add((given.span.start, given.span.end))
        row = Quote(
            **marked(revision, given.span),
            kind=given.kind,
            found_by=Quote.Finder.IMPORT,
            attribution=_proposed(revision, given.chain),
        )
        row.save(force_insert=True)
        lines.append(Line("quote.suggested", row, after={"kind": row.kind}))
    logging.write_all(lines, by=by)
    return len(lines)


def _proposed(revision: Revision, chain: Chain) -> Attribution | None:
    """Store a chain of bare names: accepting the quote ties them to speakers."""
    if not chain.origins:
        return None
    attribution = Attribution.objects.create(revision=revision, voice=chain.voice)
    stations = [
        *((source, Link.Role.RELAY, at) for at, source in enumerate(chain.relays, 1)),
        *((source, Link.Role.ORIGIN, len(chain.relays) + 1) for source in chain.origins),
    ]
    Link.objects.bulk_create(
        Link(
            attribution=attribution,
            role=role,
            position=at,
            name=source.name[:300],
            descriptor=source.descriptor[:300],
        )
        for source, role, at in stations
    )
    return attribution


_Key = tuple[int, int, int, str]  # text, start, end, and what the mark is of


class _Writer:
    """Stores the marks of texts and collects their lines of the log."""

    def __init__(self, revisions: Iterable[Revision], by: User) -> None:
        self.by = by
        texts = list(revisions)
        self.leads = {text.pk: lead_end(text.text) for text in texts}
        self.lines: list[Line] = []
        self.known_quotes: dict[_Key, Quote] = {
            (row.revision_id, row.start, row.end, row.kind): row
            for row in Quote.objects.filter(revision__in=texts)
        }
        self.known_figures: dict[_Key, Figure] = {
            (row.revision_id, row.start, row.end, row.measure): row
            for row in Figure.objects.filter(revision__in=texts)
        }
        # Chains of accepted quotes, for the figures that stand inside them.
        self.spoken: list[tuple[GivenQuote, Quote]] = []

    def quotes(self, revision: Revision, given: Sequence[GivenQuote]) -> list[Quote | None]:
        rows: list[Quote | None] = []
        fresh = []
        for each in given:
            key = revision.pk, each.span.start, each.span.end, each.kind
            row = self.known_quotes.get(key)
            if row is None:
                row = self._quote(revision, each, _before(each, given, rows))
                fresh.append((row, each))
            rows.append(row if self._counts(row, each.chain) else None)
            if rows[-1] is not None:
                self.spoken.append((each, row))
        for row, each in fresh:
            self._continue(row, rows, each.continues)
        return rows

    def _quote(
        self, revision: Revision, given: GivenQuote, shared: Attribution | None
    ) -> Quote:
        row = Quote(
            **marked(revision, given.span),
            **self._decided(Quote.Status.ACCEPTED),
            kind=given.kind,
            said_at=possible(given.said_at),
            attribution=shared or attributing.record(revision, given.chain, by=self.by),
        )
        if given.cue is not None:
            place_cue(row, given.cue, revision.text)
        row.save(force_insert=True)
        self.known_quotes[revision.pk, row.start, row.end, row.kind] = row
        self.lines.append(Line("quote.imported", row, after={"kind": row.kind}))
        return row

    def _continue(
        self, row: Quote, rows: Sequence[Quote | None], number: int | None
    ) -> None:
        """Tie a quote to the one it goes on with, whichever of the two came first."""
        before = None if number is None else rows[number]
        if before is not None and before != row:
            row.continues = before
            row.save(update_fields=["continues"])

    def figures(self, given: Sequence[tuple[Revision, GivenFigure]]) -> list[Figure | None]:
        fresh = {
            key: (revision, each)
            for revision, each in given
            if (key := _figure_key(revision, each)) not in self.known_figures
        }
        self._make(list(fresh.values()))
        rows = []
        for revision, each in given:
            row = self.known_figures[_figure_key(revision, each)]
            rows.append(row if self._counts(row, each.chain) else None)
        return rows

    def _make(self, given: Sequence[tuple[Revision, GivenFigure]]) -> None:
        around = [self._around(each) for _, each in given]
        alone = [
            pair for pair, (_, chain) in zip(given, around, strict=True) if chain is None
        ]
        own = iter(
            attributing.record_all(
                [(revision, each.chain) for revision, each in alone], by=self.by
            )
        )
        rows = [
            self._figure(revision, each, quote, shared or next(own))
            for (revision, each), (quote, shared) in zip(given, around, strict=True)
        ]
        Figure.objects.bulk_create(rows, batch_size=500)
        for row in rows:
            self.known_figures[row.revision_id, row.start, row.end, row.measure] = row
            columns = ("measure", "population", "low", "high")
            after = {name: getattr(row, name) for name in columns}
            self.lines.append(Line("figure.imported", row, after=after))

    def _figure(
        self,
        revision: Revision,
        given: GivenFigure,
        quote: Quote | None,
        attribution: Attribution,
    ) -> Figure:
        day = dated(given.value.as_of, quote, revision.article)
        locus = given.locus or locus_of(given.span.start, self.leads[revision.pk])
        return Figure(
            **marked(revision, given.span),
            **self._decided(Figure.Status.ACCEPTED),
            **given.value.columns | day,
            quote=quote,
            attribution=attribution,
            locus=locus,
        )

    def _around(self, given: GivenFigure) -> tuple[Quote | None, Attribution | None]:
        """Return the innermost quote around a figure, and its chain if it is the same."""
        holding = [
            (said, row) for said, row in self.spoken if said.span.contains(given.span)
        ]
        if not holding:
            return None, None
        said, row = min(holding, key=lambda pair: len(pair[0].span))
        one_chain = _names(said.chain) == _names(given.chain)
        return row, row.attribution if one_chain else None

    def reject_quote(self, revision: Revision, given: RejectedQuote) -> None:
        key = revision.pk, given.span.start, given.span.end, given.kind
        if key not in self.known_quotes:
            row = Quote(
                **marked(revision, given.span),
                **self._decided(Quote.Status.REJECTED),
                kind=given.kind,
            )
            row.save(force_insert=True)
            self.known_quotes[key] = row
            self.lines.append(Line("quote.rejected", row))

    def reject_figure(self, revision: Revision, given: RejectedFigure) -> None:
        span, columns = given.span, given.value.columns
        key = revision.pk, span.start, span.end, columns["measure"]
        if key not in self.known_figures:
            row = Figure(
                **marked(revision, span),
                **self._decided(Figure.Status.REJECTED),
                **columns,
                locus=locus_of(span.start, self.leads[revision.pk]),
            )
            row.save(force_insert=True)
            self.known_figures[key] = row
            self.lines.append(Line("figure.rejected", row))

    def _counts(self, row: Quote | Figure, chain: Chain) -> bool:
        """Say whether a mark stands; a suggestion is accepted as the file has it."""
        if row.is_suggested:
            attributing.attribute(row, chain, by=self.by)
            annotating.accept(row, by=self.by)
        return row.is_accepted

    def _decided(self, status: str) -> dict[str, Any]:
        return {
            "status": status,
            "found_by": Quote.Finder.IMPORT,
            "decided_by": self.by,
            "decided_at": timezone.now(),
        }


def _figure_key(revision: Revision, given: GivenFigure) -> _Key:
    measure = given.value.columns["measure"]
    return revision.pk, given.span.start, given.span.end, measure


def _before(
    each: GivenQuote, given: Sequence[GivenQuote], rows: Sequence[Quote | None]
) -> Attribution | None:
    """Return the chain of the quote that this one goes on with, if both have it."""
    if each.continues is None or each.continues >= len(rows):
        return None
    before = rows[each.continues]
    if before is None or _names(given[each.continues].chain) != _names(each.chain):
        return None
    return before.attribution


def _names(chain: Chain) -> tuple[tuple[object, ...], tuple[object, ...]]:
    return (
        tuple(
            source.speaker or source.name or source.descriptor for source in chain.relays
        ),
        tuple(
            source.speaker or source.name or source.descriptor for source in chain.origins
        ),
    )
