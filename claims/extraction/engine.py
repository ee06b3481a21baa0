"""Read an article and say what in it looks like a quote or a figure."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.domain.spans import Span
from claims.extraction import figures, figures_german, quotes
from claims.extraction.findings import FigureFinding, KnownSpeaker, QuoteFinding, Reading
from claims.extraction.languages import language_of

_NESTED = 8  # quotes that may stand around one place


def read(
    text: str,
    *,
    published_at: dt.date | None = None,
    outlet: str | None = None,
    lang: str | None = None,
    known: Sequence[KnownSpeaker] = (),
) -> Reading:
    """Return the quotes and figures that the text seems to hold, in its order.

    Never raises for any text; the same text gives the same reading.
    """
    language = language_of(text, lang)
    found = quotes.find(
        text, language=language, published_at=published_at, outlet=outlet, known=known
    )
    if language.code == "de":
        counted = figures_german.find(text)
    else:
        counted = figures.find(text, published_at, found)
    return Reading(tuple(found), tuple(_said(counted, found)), language.code)


def _said(
    counted: Sequence[FigureFinding], found: Sequence[QuoteFinding]
) -> Iterator[FigureFinding]:
    """Yield the figures, each with the quote it stands in and who gives it."""
    starts = [quote.span.start for quote in found]
    for figure in counted:
        index = _around(figure.span, starts, found)
        if index is None:
            yield figure
        else:
            yield replace(figure, quote=index, speaker_name=found[index].speaker_name)


def _around(span: Span, starts: Sequence[int], found: Sequence[QuoteFinding]) -> int | None:
    """Return the index of the innermost quote that holds most of a span."""
    last = bisect_right(starts, span.end)
    for index in range(last - 1, max(-1, last - 1 - _NESTED), -1):
        if any(_holds(piece, span) for piece in found[index].pieces):
            return index
    return None


def _holds(piece: Span, span: Span) -> bool:
    return 2 * (min(piece.end, span.end) - max(piece.start, span.start)) > len(span)
