"""Which words of a text stand between quotation marks, and who says them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

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


def _mention(quote: QuoteFinding) -> tuple[int, int] | None:
    span = quote.speaker_span
    return None if span is None else (span.start, span.end)
