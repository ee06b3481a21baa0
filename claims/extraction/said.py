"""When a statement was made, where the clause that reports it gives the day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from claims.domain.periods import Grain, Period, find
from claims.extraction.attributions import Attribution
from claims.extraction.lexicon.english_people import DOCUMENTS
from claims.extraction.subjects import Items

_EXACT = frozenset({Grain.DAY, Grain.PART_OF_DAY})
# What ends the clause of a cue: a verb, a relative, a conjunction, other words.
_CLAUSE_ENDS = re.compile("[AbFVvhHWSQ;:.]")
_ADJUNCTS_BEFORE = re.compile("[RT~I#MAbDx]*$")
_OPENING = re.compile("[CR,]{0,2}(?:(?:I|x|R)*[TM#]|ID[xP]*x)[^AbFVvhHWSQ]*$")
_OCCASIONS = DOCUMENTS | frozenset(
    """interview briefing conference address broadcast debate hearing meeting sermon
    message""".split()
)


def said_on(
    one: Attribution, text: str, published_at: dt.datetime | dt.date | None
) -> Period | None:
    """Return the day, and its part if printed, on which something was said.

    Only what the clause of the cue gives counts: "told reporters on Monday night",
    "in a statement on 3 May". None if it gives no single day.
    """
    origin = one.origin
    if published_at is None or origin.cue is None:
        return None
    if isinstance(published_at, dt.datetime):
        published_at = published_at.date()
    for first, end in _beside(origin):
        period = _day_in(origin, (first, end), text, published_at)
        if period is not None:
            return period
    return None


def _day_in(one: Attribution, items: Items, text: str, published: dt.date) -> Period | None:
    """Return the first single day in a stretch; "Monday's attack" gives none."""
    sentence = one.sentence
    start, end = sentence.starts[items[0]], sentence.ends[items[1] - 1]
    for span, period in find(text[start:end], published):
        stop = start + span.end
        owned = text.startswith(("'s", "’s"), stop) or text.endswith(
            ("'s", "’s"), start, stop
        )
        if period.grain in _EXACT and not owned:
            return period
    return None


def _beside(one: Attribution) -> Iterator[Items]:
    """Yield the stretches of a clause that can tell when its cue happened."""
    if one.cue is None:
        return
    shape, cue = one.sentence.shape, one.cue
    yield from _behind(one, cue)
    if one.subject is None:
        return
    first, end = one.subject
    if end < cue[0] and _ADJUNCTS_BEFORE.match(shape[end : cue[0]]):
        yield end, cue[0]
    if _is_document(one, one.subject):
        yield one.subject
    if 0 < first < cue[0] and _opens(one, first):
        yield 0, first


def _behind(one: Attribution, cue: Items) -> Iterator[Items]:
    """Yield what follows the cue and its speaker, up to the words or the clause's end."""
    shape = one.sentence.shape
    start = cue[1]
    if one.subject is not None and one.subject[0] >= cue[1]:
        start = one.subject[1]
    stop = min([piece[0] for piece in one.pieces if piece[0] >= start], default=len(shape))
    ends = _CLAUSE_ENDS.search(shape, start, stop)
    stop = ends.start() if ends else stop
    if one.pieces[0][0] < cue[0]:  # the words stand before: a comma ends the clause
        comma = shape.find(",", start, stop)
        stop = comma if comma >= 0 else stop
    if stop > start:
        yield start, stop


def _opens(one: Attribution, end: int) -> bool:
    """Say whether a sentence opens with "On Monday," or "In a statement on Monday,"."""
    if any(first < end for first, _ in one.pieces):
        return False
    shape = one.sentence.shape
    if not _OPENING.match(shape[:end]):
        return False
    noun = re.match("[CR,]{0,2}ID[xP]*", shape[:end])
    return noun is None or one.sentence.lower(noun.end() - 1) in _OCCASIONS


def _is_document(one: Attribution, items: Items) -> bool:
    return any(one.sentence.lower(at) in DOCUMENTS for at in range(*items))
