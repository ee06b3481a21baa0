"""What the engine returns: quotes and figures it proposes, each with its reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from claims.domain.intervals import Interval, Number
from claims.domain.spans import Span


class QuoteType(StrEnum):
    """How the words are given: between marks, retold, or both in one sentence."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Voice(StrEnum):
    """Who stands behind a quote: somebody named, somebody unnamed, the outlet itself."""

    NAMED = "named"
    UNNAMED = "unnamed"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A speaker that the caller knows already, with other spellings of the name."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known speaker that a mention may refer to, and how well the names fit."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class QuoteFinding:
    """Words attributed to somebody.

    ``pieces`` are the stretches that carry the words, in order; most quotes have
    one. ``speaker`` is as printed, ``speaker_name`` the full name that the text
    gives elsewhere, or None if it names nobody. ``via`` runs from the reader
    towards the speaker. ``speaker_names`` holds each of several joint speakers.
    ``said_at`` is the day that the clause of the cue gives, against the day of
    publication, ``said_part`` the part of that day: morning, afternoon, evening, night.
    """

    pieces: tuple[Span, ...]
    type: QuoteType
    cue: str | None = None
    cue_span: Span | None = None
    speaker: str | None = None
    speaker_span: Span | None = None
    speaker_name: str | None = None
    speaker_names: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    voice: Voice = Voice.UNNAMED
    candidates: tuple[Candidate, ...] = ()
    said_at: dt.date | None = None
    said_part: str = ""
    confidence: float = 0.5
    rule: str = ""

    def __post_init__(self) -> None:
        if not self.pieces:
            raise ValueError("a quote has at least one piece")

    @property
    def span(self) -> Span:
        """Everything from the first piece to the last."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


@dataclass(frozen=True, slots=True)
class FigureFinding:
    """A number that the text states of something countable.

    ``low`` and ``high`` are the bounds as printed: "more than 300" prints 300 and no
    high. ``hard`` is what the words allow, ``core`` what a reader takes them to mean,
    ``printed`` the numbers as they stand. ``part_of`` and ``update_of`` are the
    spans of the figures that this one is a part of, or replaces; ``describes`` tells a
    part that only says who was among the whole, as "including two children". ``quote``
    is the index of the quote it stands in; None is the outlet's own voice.
    """

    span: Span
    text: str
    kind: str | None
    population: str | None = None
    low: Number | None = None
    high: Number | None = None
    hard: Interval | None = None
    core: Interval | None = None
    printed: tuple[Number, ...] = ()
    hedge: str | None = None
    number_kind: str = "exact"
    unit: str | None = None
    side: str | None = None
    place: str | None = None
    as_of: dt.date | None = None
    additive: bool = False
    part_of: Span | None = None
    describes: bool = False
    update_of: Span | None = None
    epistemic: str = "stated"
    basis: str | None = None
    quote: int | None = None
    speaker_name: str | None = None
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the engine proposes for one text, in the order of the text."""

    quotes: tuple[QuoteFinding, ...] = ()
    figures: tuple[FigureFinding, ...] = ()
    lang: str = "en"
