"""Noun phrases and the edges of words in German sentences, found by their shapes."""

from __future__ import annotations

import re

from claims.extraction.lexicon.german import GENITIVES
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

_BRACKET = r"(?:\([^()]{1,30}\))?"
_NOUN = rf"(?:[Dxd#]*[PQ][P#'MQ]*{_BRACKET}|D#|H)"
_JOINED = rf"[DI]D?[xd]*P[P'M]*{_BRACKET}"
_CORE, _MORE = re.compile(_NOUN), re.compile(_JOINED)
LEADING = re.compile(f"{_NOUN}(?:{_JOINED})*$")  # a phrase that ends a stretch
SHORTEST = 3  # items of words that are reported


def phrase_at(sentence: Sentence, at: int) -> Items | None:
    """Return the noun phrase that starts at an item, genitives included."""
    core = _CORE.match(sentence.shape, at)
    if core is None:
        return None
    end = core.end()
    while end < len(sentence.words) and sentence.lower(end) in GENITIVES:
        more = _MORE.match(sentence.shape, end)
        if more is None:
            break
        end = more.end()
    return at, end


def end_of(shape: str, start: int) -> int:
    """Return where words end that go on to the end of a sentence."""
    end = len(shape)
    while end > start and shape[end - 1] in ".!?,;:-~":
        end -= 1
    return end


def words_before(sentence: Sentence, end: int) -> Items:
    """Return the words before an item: a quotation, or what stands since the start."""
    while end > 0 and sentence.shape[end - 1] in ",-":
        end -= 1
    start = 0
    if end and sentence.shape[end - 1] == "Q":
        start = _quotation_start(sentence.shape, end)
    return start, end


def _quotation_start(shape: str, end: int) -> int:
    colon = shape.rfind(":", 0, end)
    return colon + 1 if colon >= 0 else (end - 1 if set(shape[:end]) <= set("Q,") else 0)
