"""The JSON shape of a reading: what `manage.py extract` prints for one document."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from claims.domain.intervals import Interval, Number
from claims.domain.spans import Span
from claims.extraction.findings import FigureFinding, QuoteFinding, Reading

Row = dict[str, Any]


def row(doc_id: str | int, text: str, reading: Reading) -> Row:
    """Return the row of one document; offsets are code points, ``end`` excluded."""
    return {
        "doc_id": doc_id,
        "quotes": [quote_row(quote, text) for quote in reading.quotes],
        "figures": figure_rows(reading.figures),
    }


def quote_row(quote: QuoteFinding, text: str) -> Row:
    span = quote.span
    return {
        "start": span.start,
        "end": span.end,
        "spans": [_pair(piece) for piece in quote.pieces],
        "text": span.of(text),
        "type": quote.type.value,
        "cue": quote.cue,
        "cue_span": _pair(quote.cue_span),
        "speaker": quote.speaker,
        "speaker_span": _pair(quote.speaker_span),
        "speaker_name": quote.speaker_name,
        "speaker_names": list(quote.speaker_names),
        "via": list(quote.via),
        "voice": quote.voice.value,
        "candidates": [
            {"name": candidate.name, "score": candidate.score}
            for candidate in quote.candidates
        ],
        "said_at": quote.said_at.isoformat() if quote.said_at else None,
        "said_part": quote.said_part,
        "confidence": round(quote.confidence, 3),
        "rule": quote.rule,
    }


def figure_rows(figures: Sequence[FigureFinding]) -> list[Row]:
    """Return a row for each figure; what only describes one stands inside its row.

    "12 killed, including two children" is one toll: the children are its ``parts``.
    """
    by_span = {figure.span: figure for figure in figures}
    parts: dict[Span, list[Row]] = {}
    apart: list[FigureFinding] = []
    for figure in figures:
        whole = _whole(figure, by_span)
        if whole is figure:
            apart.append(figure)
        else:
            parts.setdefault(whole.span, []).append(figure_row(figure))
    return [figure_row(figure) | {"parts": parts.get(figure.span, [])} for figure in apart]


def _whole(figure: FigureFinding, by_span: dict[Span, FigureFinding]) -> FigureFinding:
    """Return the figure in whose row ``figure`` stands: itself unless it describes one."""
    seen = {figure.span}
    while figure.describes and figure.part_of in by_span and figure.part_of not in seen:
        figure = by_span[figure.part_of]
        seen.add(figure.span)
    return figure


def figure_row(figure: FigureFinding) -> Row:
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.text,
        "kind": figure.kind,
        "population": figure.population,
        "low": _plain(figure.low),
        "high": _plain(figure.high),
        "hard": list(_bounds(figure.hard)) if figure.hard else None,
        "core": list(_bounds(figure.core)) if figure.core else None,
        "printed": [_plain(number) for number in figure.printed],
        "hedge": figure.hedge,
        "number_kind": figure.number_kind,
        "unit": figure.unit,
        "side": figure.side,
        "place": figure.place,
        "as_of": figure.as_of.isoformat() if figure.as_of else None,
        "additive": figure.additive,
        "part_of": _pair(figure.part_of),
        "parts": [],
        "update_of": _pair(figure.update_of),
        "epistemic": figure.epistemic,
        "basis": figure.basis,
        "quote": figure.quote,
        "speaker_name": figure.speaker_name,
        "confidence": round(figure.confidence, 3),
        "rule": figure.rule,
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _bounds(interval: Interval | None) -> tuple[int | float | None, int | float | None]:
    if interval is None:
        return None, None
    return _plain(interval.low), _plain(interval.high)


def _plain(number: Number | None) -> int | float | None:
    if isinstance(number, Decimal):
        return int(number) if number == number.to_integral_value() else float(number)
    return number
