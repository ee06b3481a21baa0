"""Noun phrases and the edges of words in German sentences, found by their shapes."""

from __future__ import annotations

import re

from claims.extraction.lexicon.german import GENITIVES
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

_BRACKET = r"(?:\([^()]{1,30}\))?"
_NOUN = rf"(?:D{{0,2}}[xd#]*[PQ][P#'MQ]*{_BRACKET}|D#|H)"
_JOINED = rf"[DI]D?[xd]*[PT][P'M]*{_BRACKET}"
_CORE, _MORE = re.compile(_NOUN), re.compile(_JOINED)
_BARE = re.compile("x[P']+")  # a genitive without an article
LEADING = re.compile(f"{_NOUN}(?:{_JOINED})*$")  # a phrase that ends a stretch
SHORTEST = 3  # items of words that are reported


def phrase_at(sentence: Sentence, at: int) -> Items | None:
    """Return the noun phrase that starts at an item, genitives included."""
    core = _CORE.match(sentence.shape, at)
    if core is None:
        return None
    end = core.end()
    while end < len(sentence.words):
        more = _more(sentence, end)
        if more is None:
            break
        end = more.end()
    return at, end


def _more(sentence: Sentence, at: int) -> re.Match[str] | None:
    """Match what belongs to the noun before: "des Amtes", "politischer Beobachter"."""
    if sentence.lower(at) in GENITIVES:
        return _MORE.match(sentence.shape, at)
    return _BARE.match(sentence.shape, at) if sentence.lower(at).endswith("er") else None


def opening_end(shape: str) -> int:
    """Return the item after the adverbs and conjunctions that open a sentence."""
    return len(shape) - len(shape.lstrip("RC"))


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
