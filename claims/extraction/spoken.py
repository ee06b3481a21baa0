"""Which words of a text are said, between quotation marks or not, and by whom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claims.domain.spans import Span
from claims.extraction.findings import QuoteFinding, QuoteType

_NESTED = 8  # quotations that may begin before a place and hold it


class Spoken(NamedTuple):
    """A stretch of direct speech, and who speaks: by name, and where the text has it."""

    start: int
    end: int
    name: str | None
    mention: tuple[int, int] | None


class Speech:
    """The direct speech of a text."""

    def __init__(self, said: Sequence[QuoteFinding]) -> None:
        pieces = [
            Spoken(piece.start, piece.end, quote.speaker_name, _mention(quote))
            for quote in said
            if quote.type is QuoteType.DIRECT
            for piece in quote.pieces
        ]
        self._pieces = sorted(pieces, key=lambda piece: piece[:2])
        self._starts = [piece.start for piece in self._pieces]

    def around(self, offset: int) -> Spoken | None:
        """Return the innermost stretch around ``offset``."""
        last = bisect_right(self._starts, offset)
        for piece in reversed(self._pieces[max(0, last - _NESTED) : last]):
            if offset < piece.end:
                return piece
        return None


class Quoted:
    """The quotes of a text, direct or not, by what stands in them."""

    def __init__(self, said: Sequence[QuoteFinding]) -> None:
        self._said = said
        self._starts = [quote.pieces[0].start for quote in said]

    def around(self, span: Span) -> int | None:
        """Return the index of the innermost quote that holds most of a span."""
        last = bisect_right(self._starts, span.end)
        for index in range(last - 1, max(-1, last - 1 - _NESTED), -1):
            if any(_holds(piece, span) for piece in self._said[index].pieces):
                return index
        return None

    def speaker(self, index: int) -> str | None:
        """Return the name of who says a quote."""
        return self._said[index].speaker_name


def _holds(piece: Span, span: Span) -> bool:
    common = min(piece.end, span.end) - max(piece.start, span.start)
    return 2 * common > span.end - span.start


def _mention(quote: QuoteFinding) -> tuple[int, int] | None:
    span = quote.speaker_span
    return None if span is None else (span.start, span.end)
