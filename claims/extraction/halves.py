"""Reports that their speaker parts in two: '"The bridge," she said, "is shut"'."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction import clauses
from claims.extraction.attributions import Attribution
from claims.extraction.subjects import Items

_SECOND_HALF = re.compile("[^QVvAbF;:.]{0,12},~?Q")
_THAT_HALF = re.compile("(?:[TMR#]|I[TM])*,t")  # '"…," she said, that …'


def with_second_half(one: Attribution) -> Attribution:
    """Return what stands on both sides of the speaker as one quote of two pieces."""
    if one.cue is None or one.subject is None or not one.is_direct:
        return one
    end = max(one.cue[1], one.subject[1])
    half = None if one.pieces[-1][1] > end else _half(one, end)
    return one if half is None else replace(one, pieces=(*one.pieces, half))


def _half(one: Attribution, end: int) -> Items | None:
    shape = one.sentence.shape
    that = _THAT_HALF.match(shape, end)
    if that is not None:
        return that.end() - 1, clauses.end_of(one.sentence, that.end() - 1, [])
    rest = _SECOND_HALF.match(shape, end)
    if rest is None or not one.sentence.quoted[rest.end() - 1].is_within:
        return None
    return rest.end() - 1, rest.end()
