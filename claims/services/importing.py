"""Quotes and figures that come with their text from elsewhere, stored as accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from claims import policy
from claims.domain.spans import Span
from claims.models import Attribution, Figure, Link, Quote, Revision, User
from claims.services import annotating, attributing, logging
from claims.services.acting import act
from claims.services.annotating import Value
from claims.services.attributing import Chain
from claims.services.dating import dated, possible
from claims.services.logging import Line
from claims.services.marking import lead_end, locus_of, marked, place_cue


@dataclass(frozen=True, slots=True)
class GivenQuote:
    """A quote as a file gives it; ``continues`` the one before it or not."""

    span: Span
    kind: str
    chain: Chain
    cue: Span | None = None
    continues: bool = False
    said_at: dt.date | None = None


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A figure as a file gives it."""

    span: Span
    value: Value
    chain: Chain


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
    writer = _Writer(revision, by)
    quote_rows = writer.quotes(quotes)
    figure_rows = writer.figures(figures)
    logging.write_all(writer.lines, by=by)
    return Stored(tuple(quote_rows), tuple(figure_rows), len(writer.lines))


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


class _Writer:
    """Stores the marks of one revision and collects their lines of the log."""

    def __init__(self, revision: Revision, by: User) -> None:
        self.revision, self.by = revision, by
        self.lead = lead_end(revision.text)
        self.lines: list[Line] = []
        self.known_quotes = {
            (row.start, row.end, row.kind): row for row in revision.quotes.all()
        }
        self.known_figures = {
            (row.start, row.end, row.measure): row for row in revision.figures.all()
        }
        # Chains of accepted quotes, for the figures that stand inside them.
        self.spoken: list[tuple[GivenQuote, Quote]] = []

    def quotes(self, given: Sequence[GivenQuote]) -> list[Quote | None]:
        rows: list[Quote | None] = []
        for each in given:
            before = rows[-1] if rows and each.continues else None
            known = self.known_quotes.get((each.span.start, each.span.end, each.kind))
            row = known or self._quote(each, before)
            rows.append(row if self._counts(row, each.chain) else None)
            if rows[-1] is not None:
                self.spoken.append((each, row))
        return rows

    def figures(self, given: Sequence[GivenFigure]) -> list[Figure | None]:
        rows: list[Figure | None] = []
        for each in given:
            key = each.span.start, each.span.end, each.value.columns["measure"]
            row = self.known_figures.get(key) or self._figure(each)
            rows.append(row if self._counts(row, each.chain) else None)
        return rows

    def _quote(self, given: GivenQuote, before: Quote | None) -> Quote:
        row = Quote(
            **marked(self.revision, given.span),
            **self._accepted(),
            kind=given.kind,
            said_at=possible(given.said_at),
            continues=before,
            attribution=before.attribution if before else self._record(given.chain),
        )
        if given.cue is not None:
            place_cue(row, given.cue, self.revision.text)
        row.save(force_insert=True)
        self.known_quotes[row.start, row.end, row.kind] = row
        self.lines.append(Line("quote.imported", row, after={"kind": row.kind}))
        return row

    def _figure(self, given: GivenFigure) -> Figure:
        around, attribution = self._around(given)
        day = dated(given.value.as_of, around, self.revision.article)
        columns = given.value.columns | day
        row = Figure(
            **marked(self.revision, given.span),
            **self._accepted(),
            **columns,
            quote=around,
            attribution=attribution or self._record(given.chain),
            locus=locus_of(given.span.start, self.lead),
        )
        row.save(force_insert=True)
        self.known_figures[row.start, row.end, row.measure] = row
        after = {key: columns[key] for key in ("measure", "population", "low", "high")}
        self.lines.append(Line("figure.imported", row, after=after))
        return row

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

    def _counts(self, row: Quote | Figure, chain: Chain) -> bool:
        """Say whether a mark stands; a suggestion is accepted as the file has it."""
        if row.is_suggested:
            attributing.attribute(row, chain, by=self.by)
            annotating.accept(row, by=self.by)
        return row.is_accepted

    def _record(self, chain: Chain) -> Attribution:
        return attributing.record(self.revision, chain, by=self.by)

    def _accepted(self) -> dict[str, Any]:
        return {
            "status": Quote.Status.ACCEPTED,
            "found_by": Quote.Finder.IMPORT,
            "decided_by": self.by,
            "decided_at": timezone.now(),
        }


def _names(chain: Chain) -> tuple[tuple[object, ...], tuple[object, ...]]:
    return (
        tuple(
            source.speaker or source.name or source.descriptor for source in chain.relays
        ),
        tuple(
            source.speaker or source.name or source.descriptor for source in chain.origins
        ),
    )
