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
    r"wrote|stood|stands|as\s+of|by|until|since|from|earlier|estimate[ds]?)\b"
)
_SAID = re.compile(r",?\s+[^,.;]{0,24}\b(?:said|told|announced|reported|put|counted)\b")
_HAPPENED = frozenset({"night", "evening", "morning", "afternoon"})
_EXACT = frozenset({Grain.DAY, Grain.PART_OF_DAY})
_NEAR = 40


def times_in(text: str, published_at: dt.datetime | dt.date | None) -> Times:
    """Return the times that ``text`` names, none where its day is not known."""
    if published_at is None:
        return ()
    if isinstance(published_at, dt.datetime):
        published_at = published_at.date()
    return find(text, published_at)


def as_of(
    times: Times, figure: Span, sentence: Sentence, *, needs_telling: bool
) -> dt.date | None:
    """Return the day that the sentence gives for the figure, if it gives one.

    The day on which something was said counts before the day on which it happened,
    and the nearer one before the farther. With ``needs_telling``, as for a toll that
    was counted after the day it speaks of, only the former will do.
    """
    inside = [
        (not _is_told(span, sentence), _gap(span, figure), period)
        for span, period in times
        if _may_date(span, period, sentence)
    ]
    if needs_telling:
        inside = [entry for entry in inside if not entry[0]]
    if not inside:
        return None
    return min(inside, key=lambda entry: entry[:2])[2].last


def _may_date(span: Span, period: Period, sentence: Sentence) -> bool:
    """Say whether the time can date a figure: "Monday's attack" names an event."""
    inside = sentence.start <= span.start < sentence.end
    if not inside or period.grain not in _EXACT or period.part in _HAPPENED:
        return False
    return sentence.lowered[span.end - 2 : span.end] not in {"'s", "’s"}


def _is_told(span: Span, sentence: Sentence) -> bool:
    begin = max(sentence.start, span.start - _NEAR)
    end = min(sentence.end, span.end + _NEAR)
    lowered = sentence.lowered
    return bool(
        _TOLD.search(lowered, begin, span.start) or _SAID.match(lowered, span.end, end)
    )


def _gap(span: Span, figure: Span) -> int:
    return max(figure.start - span.end, span.start - figure.end, 0)
