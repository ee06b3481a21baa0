"""Short forms of what a reading holds, for tables of examples."""

from __future__ import annotations

from claims.extraction import engine
from claims.extraction.findings import QuoteFinding


def quotes_of(text: str, **known) -> tuple[QuoteFinding, ...]:
    return engine.read(text, **known).quotes


def words_of(quote: QuoteFinding, text: str) -> str:
    """Return the words of a quote; several pieces are joined with an ellipsis."""
    return " … ".join(piece.of(text) for piece in quote.pieces)


def said(text: str, **known) -> list[tuple[str, str | None, str | None]]:
    """Return words, speaker as printed and cue of every quote."""
    return [
        (words_of(quote, text), quote.speaker, quote.cue)
        for quote in quotes_of(text, **known)
    ]


def named(text: str, **known) -> list[str | None]:
    """Return the resolved name of every quote's speaker."""
    return [quote.speaker_name for quote in quotes_of(text, **known)]
