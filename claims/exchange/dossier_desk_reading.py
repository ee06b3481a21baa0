"""The part of a dossier that rebuilds a desk's incident, read as values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from claims.domain.spans import Span
from claims.exchange.dossier_scopes import scope_key
from claims.services.attributing import Chain, Source
from claims.services.borrowing import GivenEstimate, GivenVerdict
from claims.services.decisions import (
    Decisions,
    Dismissed,
    Estimated,
    Likened,
    MarkAt,
    Rated,
    Remarked,
    Scoped,
    Settled,
    Stated,
    Treated,
    Version,
)
from claims.services.given import GivenFigure, GivenQuote, RejectedFigure, RejectedQuote
from claims.services.values import value_of

Row = Mapping[str, Any]
_NUMBERS = ("low", "high", "core_low", "core_high", "printed_low", "printed_high")
_SETTLED = ("mode", "rule", "wording", "stale_reason")


def quote_of(row: Row, kind: str, said_at: dt.date | None) -> GivenQuote:
    """Return a quote of the base that stands and is told of as its details say."""
    return GivenQuote(
        span=Span(*row["span"]),
        kind=kind,
        chain=_chain(row["chain"]),
        cue=Span(*row["cue"]) if row["cue"] else None,
        continues=row["continues"],
        said_at=said_at,
    )


def figure_of(row: Row) -> GivenFigure:
    return GivenFigure(
        span=Span(*row["span"]),
        value=value_of(_value(row["value"])),
        chain=_chain(row["chain"]),
        locus=row["locus"],
    )


def rejected(row: Row) -> tuple[tuple[RejectedQuote, ...], tuple[RejectedFigure, ...]]:
    """Return the marks of an article that somebody refused."""
    return (
        tuple(
            RejectedQuote(Span(*each["span"]), each["kind"])
            for each in row.get("quotes", ())
        ),
        tuple(
            RejectedFigure(Span(*each["span"]), value_of(_value(each["value"])))
            for each in row.get("figures", ())
        ),
    )


def _chain(row: Row) -> Chain:
    return Chain(
        tuple(_source(each) for each in row["origins"]),
        tuple(_source(each) for each in row["relays"]),
        is_first_hand=row["is_first_hand"],
    )


def _source(row: Row) -> Source:
    return Source(
        name=row["speaker"] or "",
        descriptor=row["descriptor"],
        reason=row["reason"],
        mention=Span(*row["mention"]) if row["mention"] else None,
    )


def _value(row: Row) -> Row:
    return {**row, **{name: _decimal(row[name]) for name in _NUMBERS}}


def decisions(desk: Row) -> Decisions:
    """Return everything that people had decided."""
    return Decisions(
        quantities=tuple(_scoped(row) for row in desk["quantities"]),
        copies=tuple(
            Likened(
                row["article"],
                row["original"],
                row["likeness"],
                row["status"],
                row["by"],
                moment(row["at"]),
            )
            for row in desk["copies"]
        ),
        dismissals=tuple(
            Dismissed(
                (at(row["pair"][0]), at(row["pair"][1])),
                row["reason"],
                row["by"],
                moment(row["at"]),
                is_lifted=row["is_lifted"],
            )
            for row in desk["dismissals"]
        ),
        settlements=tuple(_settled(row) for row in desk["settlements"]),
        claims=tuple(_stated(row) for row in desk["claims"]),
        remarks=tuple(_remarked(row) for row in desk["remarks"]),
        estimates=tuple(_estimated(row) for row in desk["estimates"]),
    )


def _scoped(row: Row) -> Scoped:
    return Scoped(scope_key(row), row["merged_into"])


def _version(row: Row) -> Version:
    decided_at = row["decided_at"]
    return Version(
        number=row["number"],
        status=row["status"],
        rationale=row["rationale"],
        proposed_by=row["proposed_by"],
        proposed_at=moment(row["proposed_at"]),
        decided_by=row["decided_by"],
        decided_at=moment(decided_at) if decided_at else None,
        comment=row["comment"],
    )


def _settled(row: Row) -> Settled:
    columns = {name: row[name] for name in _SETTLED}
    columns |= {name: _decimal(row[name]) for name in ("low", "high", "best")}
    columns["as_of"] = dt.date.fromisoformat(row["as_of"]) if row["as_of"] else None
    columns["stale_at"] = moment(row["stale_at"]) if row["stale_at"] else None
    treated = tuple(
        Treated(
            figure=at(each["figure"]),
            treatment=each["treatment"],
            reason=each["reason"],
            note=each["note"],
            is_changed=each["is_changed"],
        )
        for each in row["figures"]
    )
    return Settled(row["quantity"], _version(row), columns, treated)


def _stated(row: Row) -> Stated:
    return Stated(
        slug=row["slug"],
        text=row["text"],
        claimant=row["claimant"],
        quantities=tuple(row["quantities"]),
        appearances=tuple(
            (at(each["quote"]), each["stance"]) for each in row["appearances"]
        ),
        verdicts=tuple(
            Rated(_version(each), each["rating"], each["evidence"], each["settlement"])
            for each in row["verdicts"]
        ),
        elsewhere=tuple(
            GivenVerdict(
                claim=row["text"], **{**each, "reviewed_on": _day(each["reviewed_on"])}
            )
            for each in row["elsewhere"]
        ),
    )


def _estimated(row: Row) -> Estimated:
    estimate = GivenEstimate(
        recorder=row["recorder"],
        event=row["event"],
        low=_decimal(row["low"]),
        best=_decimal(row["best"]),
        high=_decimal(row["high"]),
        sources=row["sources"],
        place=row["place"],
        from_on=_day(row["from_on"]),
        until_on=_day(row["until_on"]),
        url=row["url"],
    )
    return Estimated(row["quantity"], estimate)


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _remarked(row: Row) -> Remarked:
    return Remarked(
        text=row["text"],
        by=row["by"],
        at=moment(row["at"]),
        quantity=row["quantity"],
        claim=row["claim"],
        answers=row["answers"],
    )


def at(pair: Sequence[Any]) -> MarkAt:
    return pair[0], pair[1]


def moment(value: str) -> dt.datetime:
    return dt.datetime.fromisoformat(value)


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
