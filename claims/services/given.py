"""Quotes and figures as a file gives them: where they stand, and what it says of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from claims.domain.spans import Span
from claims.services.attributing import Chain
from claims.services.values import Value


@dataclass(frozen=True, slots=True)
class GivenQuote:
    """A quote as a file gives it; ``continues`` is the number of another in the list."""

    span: Span
    kind: str
    chain: Chain
    cue: Span | None = None
    continues: int | None = None
    said_at: dt.date | None = None


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A figure as a file gives it; without a locus it is told from the place."""

    span: Span
    value: Value
    chain: Chain
    locus: str = ""


@dataclass(frozen=True, slots=True)
class RejectedQuote:
    """Words that somebody said are no quote."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class RejectedFigure:
    """Words that somebody said are no figure."""

    span: Span
    value: Value
