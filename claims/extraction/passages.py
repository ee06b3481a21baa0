"""Sentences that one report goes on through, made one quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims.domain.spans import Span
from claims.extraction.findings import QuoteFinding

_RULE = "reported mood"
_APART = frozenset(" .")  # what may stand between two sentences of a passage


def in_passages(quotes: Iterable[QuoteFinding], text: str) -> Iterator[QuoteFinding]:
    """Yield the quotes; sentences that only their mood reports are one, side by side.

    No sentence of such a passage names its speaker: apart they would say nothing.
    """
    open_one: QuoteFinding | None = None
    for quote in quotes:
        if open_one is not None and _goes_on(open_one, quote, text):
            whole = Span(open_one.span.start, quote.span.end)
            open_one = replace(open_one, pieces=(whole,))
            continue
        if open_one is not None:
            yield open_one
        open_one = quote
    if open_one is not None:
        yield open_one


def _goes_on(one: QuoteFinding, other: QuoteFinding, text: str) -> bool:
    if one.rule != _RULE or other.rule != _RULE or one.type is not other.type:
        return False
    between = text[one.span.end : max(other.span.start, one.span.end)]
    return one.speaker_span == other.speaker_span and set(between) <= _APART
