"""Words in their context: the sentence a figure stands in and one on either side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F, IntegerField, Value
from django.db.models.functions import Greatest, Substr

from claims.domain.segments import segments
from claims.domain.spans import Span
from claims.models import Figure

# How many characters around the words are read: room for three long sentences.
REACH = 700

_SENTENCE_END = re.compile(
    r"\n+|(?<=[.!?])[”’\"'»)\]]*[ \t]+(?=[“‘\"'«(\[]?[A-Z0-9])",
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Maj|Capt|Lt|Sgt|St|Sen|Rep|Gov|No|vs|approx)|\b[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, and what it is: ``figure``, ``cue``, ``speaker`` or plain."""

    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A figure's sentence in pieces, with the sentence before it and after it."""

    before: str
    pieces: tuple[Piece, ...]
    after: str

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def around(figures: Iterable[Figure]) -> dict[int, Excerpt]:
    """Return the excerpt of each figure by its key. One query, whatever their number."""
    rows = {figure.pk: figure for figure in figures}
    first = Greatest(F("start") - Value(REACH) + 1, Value(1), output_field=IntegerField())
    windows = (
        Figure.objects.filter(pk__in=rows)
        .annotate(window=Substr("revision__text", first, F("end") - F("start") + 2 * REACH))
        .values_list("pk", "window")
    )
    return {
        pk: excerpt(window, max(0, rows[pk].start - REACH), _marks(rows[pk]))
        for pk, window in windows
    }


def excerpt(window: str, offset: int, marks: Mapping[str, Span]) -> Excerpt:
    """Cut ``window``, a stretch of a text from ``offset`` on, around its marks.

    ``marks`` has the ``figure`` and may have its ``cue`` and ``speaker``; those
    outside the sentence of the figure are left out.
    """
    figure = marks["figure"]
    edges = _edges(window)
    at, end = figure.start - offset, figure.end - offset
    first = max(edge for edge in edges if edge <= at)
    last = min(edge for edge in edges if edge >= end)
    previous = max((edge for edge in edges if edge < first), default=first)
    following = min((edge for edge in edges if edge > last), default=last)
    # Blanks after the sentence go, but never those that are marked.
    last_word = first + len(window[first:last].rstrip())
    shown = max(end, last_word)
    inside = [
        (Span(span.start - offset - first, span.end - offset - first), part)
        for part, span in marks.items()
        if first <= span.start - offset and span.end - offset <= shown
    ]
    sentence = window[first:shown]
    pieces = tuple(
        Piece(segment.text, _strongest(segment.marks))
        for segment in segments(sentence, inside)
    )
    return Excerpt(window[previous:first].strip(), pieces, window[last:following].strip())


def _marks(figure: Figure) -> dict[str, Span]:
    """Return where a figure, its cue and its speaker stand. Takes loaded relations."""
    marks = {"figure": figure.span}
    quote = figure.quote
    if quote is not None and quote.cue_start is not None and quote.cue_end is not None:
        marks["cue"] = Span(quote.cue_start, quote.cue_end)
    for link in figure.attribution.origins if figure.attribution else ():
        if link.mention_start is not None and link.mention_end is not None:
            marks.setdefault("speaker", Span(link.mention_start, link.mention_end))
    return marks


def _edges(window: str) -> list[int]:
    """Return where sentences begin in ``window``, with both of its ends."""
    found = [
        match.end()
        for match in _SENTENCE_END.finditer(window)
        if not _ABBREVIATION.search(window, max(0, match.start() - 8), match.start())
    ]
    return [0, *found, len(window)]


def _strongest(parts: tuple[str, ...]) -> str:
    return next((part for part in ("figure", "cue", "speaker") if part in parts), "")
