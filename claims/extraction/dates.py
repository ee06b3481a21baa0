"""As of when a figure holds, where its sentence gives a day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from claims.domain.periods import Grain, Period, find
from claims.domain.spans import Span
from claims.extraction.figures_drafts import Sentence

Times = Sequence[tuple[Span, Period]]
_TOLD = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|put|gave|counted|published|tweeted|"
    r"wrote|stood|as of|by|until|since|from|earlier|estimate[ds]?)\b"
)
_EXACT = frozenset({Grain.DAY, Grain.PART_OF_DAY})
_NEAR = 40


def times_in(text: str, published_at: dt.datetime | dt.date | None) -> Times:
    """Return the times that ``text`` names, none where its day is not known."""
    if published_at is None:
        return ()
    if isinstance(published_at, dt.datetime):
        published_at = published_at.date()
    return find(text, published_at)


def as_of(times: Times, figure: Span, sentence: Sentence) -> dt.date | None:
    """Return the day that the sentence gives for the figure, if it gives one.

    The day on which something was said counts before the day on which it happened,
    and the nearer one before the farther.
    """
    inside = [
        (span, period)
        for span, period in times
        if sentence.start <= span.start < sentence.end and period.grain in _EXACT
    ]
    if not inside:
        return None

    def rank(entry: tuple[Span, Period]) -> tuple[bool, int]:
        span = entry[0]
        gap = max(figure.start - span.end, span.start - figure.end, 0)
        begin = max(sentence.start, span.start - _NEAR)
        return _TOLD.search(sentence.lowered, begin, span.start) is None, gap

    return min(inside, key=rank)[1].last
