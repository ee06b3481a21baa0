"""An editor's decisions: accept, reject, reopen, mark and amend quotes and figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from claims import policy
from claims.domain.spans import Span
from claims.errors import AlreadyDecided, Changed, Incomplete
from claims.models import Figure, Quote, Reliance, Revision, User
from claims.services import attributing, comparing, logging
from claims.services.acting import act
from claims.services.attributing import Chain
from claims.services.dating import dated, infer_again, possible
from claims.services.logging import Line
from claims.services.marking import lead_end, locus_of, marked, place_cue, placed
from claims.services.values import Value, log_of

Row = Quote | Figure


@dataclass(frozen=True, slots=True)
class Given:
    """How the words of a quote are given, and on which day they were said."""

    kind: str
    said_at: dt.date | None = None


@act
def accept(row: Row, *, by: User) -> None:
    """Accept a suggestion, with the speakers that its chain names."""
    policy.require(policy.may_annotate(by), "accept suggestions")
    if row.attribution is None:
        raise Incomplete(
            f"Say who said “{row.exact[:60]}”, or that it is the outlet’s own voice."
        )
    attributing.resolve(row.attribution, by=by)
    _decide(row, Quote.Status.ACCEPTED, by=by)


@act
def reject(row: Row, *, by: User, reason: str = "") -> None:
    """Reject a suggestion; the engine will not propose it again."""
    policy.require(policy.may_annotate(by), "reject suggestions")
    _decide(row, Quote.Status.REJECTED, by=by, reason=reason)


def accept_all(rows: Iterable[Row], *, by: User) -> dict[int, str]:
    """Accept each that can be; return why each of the others could not, by its key."""
    refused: dict[int, str] = {}
    for row in rows:
        try:
            accept(row, by=by)
        except (AlreadyDecided, Incomplete) as refusal:
            refused[row.pk] = str(refusal)
    return refused


@act
def reopen(row: Row, *, by: User, reason: str = "") -> None:
    """Take a decision back: the row is a suggestion again, under no quantity."""
    policy.require(policy.may_annotate(by), "reopen decisions")
    if isinstance(row, Figure):
        _refuse_relied_on(row)
    quantity = row.quantity if isinstance(row, Figure) else None
    before = {"status": str(row.status), "quantity_pk": quantity.pk if quantity else None}
    columns: dict[str, Any] = {"status": Quote.Status.SUGGESTED}
    columns |= {"decided_by": None, "decided_at": None, "version": row.version + 1}
    if isinstance(row, Figure):
        columns["quantity"] = None
    _set(row, columns, whose=[Quote.Status.ACCEPTED, Quote.Status.REJECTED])
    act = f"{row._meta.model_name}.reopened"
    logging.write(Line(act, row, before, reason=reason), by=by)
    if quantity is not None:
        comparing.refresh(quantity, only={row.pk})


@act
def mark_quote(
    revision: Revision, span: Span, *, kind: str, chain: Chain, by: User
) -> Quote:
    """Add a quote that an editor saw, accepted as she marks it."""
    policy.require(policy.may_annotate(by), "mark quotes")
    quote = Quote(
        **marked(revision, span),
        kind=kind,
        attribution=attributing.record(revision, chain, by=by),
        **_accepted(by),
    )
    _insert(quote, f"“{quote.exact[:60]}” is already marked as such a quote.")
    logging.write(Line("quote.marked", quote, after={"kind": kind}), by=by)
    return quote


@act
def mark_figure(
    revision: Revision, span: Span, *, value: Value, chain: Chain | None, by: User
) -> Figure:
    """Add a figure that an editor saw, accepted as she marks it.

    Without a chain it takes the attribution of the quote that it stands in, or the
    outlet's own voice.
    """
    policy.require(policy.may_annotate(by), "mark figures")
    around = _quote_around(revision, span)
    if chain is None and around is not None and around.attribution is not None:
        attribution = around.attribution
        attributing.resolve(attribution, by=by)
    else:
        chain = chain or attributing.OWN_VOICE
        attribution = attributing.record(revision, chain, by=by)
    figure = Figure(
        **marked(revision, span),
        **(value.columns | dated(value.as_of, around, revision.article)),
        quote=around,
        attribution=attribution,
        locus=locus_of(span.start, lead_end(revision.text)),
        **_accepted(by),
    )
    _insert(figure, f"“{figure.exact[:60]}” is already marked as such a figure.")
    logging.write(Line("figure.marked", figure, after=log_of(figure)), by=by)
    return figure


@act
def amend_value(
    figure: Figure, value: Value, *, version: int, by: User, reason: str = ""
) -> None:
    """Change what a figure says, as somebody read it at ``version``."""
    policy.require(policy.may_annotate_or_compare(by), "amend figures")
    before = log_of(figure)
    columns = value.columns
    if value.as_of != figure.as_of:
        columns |= dated(value.as_of, figure.quote, figure.revision.article)
    _amend(figure, columns, version=version)
    line = Line("figure.amended", figure, before, log_of(figure), reason)
    logging.write(line, by=by)
    comparing.refresh_those_of([figure])


@act
def amend_span(row: Row, span: Span, *, version: int, by: User, reason: str = "") -> None:
    """Move the edges of a mark in its own revision."""
    policy.require(policy.may_annotate(by), "amend marks")
    before = {"start": row.start, "end": row.end, "exact": row.exact}
    columns = marked(row.revision, span)
    _amend(row, columns, version=version)
    after = {"start": row.start, "end": row.end, "exact": row.exact}
    act = f"{row._meta.model_name}.moved"
    logging.write(Line(act, row, before, after, reason), by=by)


@act
def amend_quote(
    quote: Quote, given: Given, *, version: int, by: User, reason: str = ""
) -> None:
    """Say how the words are given, and on which day they were said.

    Its figures that nobody dated follow.
    """
    policy.require(policy.may_annotate(by), "amend quotes")
    before = {"kind": quote.kind, "said_at": quote.said_at}
    columns = {"kind": given.kind, "said_at": possible(given.said_at)}
    _amend(quote, columns, version=version)
    logging.write(Line("quote.amended", quote, before, columns, reason), by=by)
    comparing.refresh_those_of(infer_again(quote.figures.undated(), by=by))


@act
def amend_cue(quote: Quote, span: Span | None, *, version: int, by: User) -> None:
    """Say which words attribute a quote, or that none do."""
    policy.require(policy.may_annotate(by), "amend quotes")
    before = _cue_of(quote)
    columns: dict[str, Any] = {"cue": "", "cue_start": None, "cue_end": None}
    if span is not None:
        changed = Quote(revision=quote.revision)
        place_cue(changed, span, quote.revision.text)
        columns = _cue_of(changed)
    _amend(quote, columns, version=version)
    logging.write(Line("quote.cued", quote, before, columns), by=by)


def span_of(revision: Revision, start: int, end: int, exact: str) -> Span:
    """Return the span of words that an editor selected, if they stand there."""
    return placed(revision, start, end, exact)


def _cue_of(quote: Quote) -> dict[str, Any]:
    return {name: getattr(quote, name) for name in ("cue", "cue_start", "cue_end")}


def _decide(row: Row, status: str, *, by: User, reason: str = "") -> None:
    columns = {
        "status": status,
        "decided_by": by,
        "decided_at": timezone.now(),
        "version": row.version + 1,
    }
    _set(row, columns, whose=[Quote.Status.SUGGESTED])
    act = f"{row._meta.model_name}.{status}"
    before = {"status": Quote.Status.SUGGESTED.value}
    logging.write(Line(act, row, before, {"status": str(status)}, reason), by=by)


def _set(row: Row, columns: dict[str, Any], *, whose: list[str]) -> None:
    # The filter is the lock: of two editors who press a key at once, one UPDATE
    # matches the row and the other matches none.
    standing = type(row)._default_manager.filter(pk=row.pk, status__in=whose)
    if not standing.filter(version=row.version).update(**columns):
        if standing.exists():
            raise Changed(f"Somebody else changed “{row.exact[:60]}” in the meantime.")
        raise AlreadyDecided(f"Somebody else already decided on “{row.exact[:60]}”.")
    row.refresh_from_db(fields=list(columns))


def _amend(row: Row, columns: dict[str, Any], *, version: int) -> None:
    rows = type(row)._default_manager.filter(pk=row.pk, version=version)
    if not rows.update(**columns, version=version + 1):
        raise Changed(f"Somebody else changed “{row.exact[:60]}” in the meantime.")
    row.refresh_from_db()


def _insert(row: Row, sentence: str) -> None:
    """Store a new mark; one not accepted on these very words becomes it instead."""
    kind = {"measure": row.measure} if isinstance(row, Figure) else {"kind": row.kind}
    known = (
        type(row)
        ._default_manager.filter(
            revision=row.revision, start=row.start, end=row.end, **kind
        )
        .first()
    )
    if known is None:
        row.save(force_insert=True)
        return
    if known.is_accepted:
        raise AlreadyDecided(sentence)
    row.pk, row.version = known.pk, known.version + 1
    row.save(force_update=True)


def _accepted(by: User) -> dict[str, Any]:
    return {
        "status": Quote.Status.ACCEPTED,
        "found_by": Quote.Finder.EDITOR,
        "decided_by": by,
        "decided_at": timezone.now(),
    }


def _quote_around(revision: Revision, span: Span) -> Quote | None:
    return (
        revision.quotes.exclude(status=Quote.Status.REJECTED)
        .filter(start__lte=span.start, end__gte=span.end)
        .select_related("attribution")
        .order_by("-start", "end")
        .first()
    )


def _refuse_relied_on(figure: Figure) -> None:
    reliance = (
        Reliance.objects.filter(
            figure=figure, settlement__status__in=["proposed", "approved"]
        )
        .select_related("settlement")
        .first()
    )
    if reliance is not None:
        raise AlreadyDecided(
            f"A settlement rests on “{figure}”; return it or make a new version first."
        )
