"""What a verb of counting carries: "counted 300 marchers", "put the dead at 70"."""

from __future__ import annotations

import re

from claims.extraction.clauses import end_of
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items
from claims.extraction.verbs import Verb

# Verbs of other things as well: a number has to stand right behind them, or a toll.
_ALSO_OTHERWISE = frozenset(
    ["report", "record", "register", "list", "give", "find", "cite"]
)
_RECORDS = frozenset(["report", "record", "register"])
_TOLLS = frozenset(
    ["number", "toll", "count", "total", "figure", "dead", "injured", "wounded", "rate"]
)
_PLACED = frozenset(["put", "place", "make", "bring"])  # these want "at" or "it"
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
    eighty ninety hundred thousand million billion dozens hundreds thousands scores
    several""".split()
)
_NUMBERED = re.compile("[DPxn#HIR]")


def counted(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read "counted 300 marchers", "put the dead at more than 70", "made it 12"."""
    shape, start = sentence.shape, verb.at + 1
    if not _NUMBERED.match(shape, start):
        return None
    end = end_of(sentence, start, stops)
    if end - start < 2 or not _gives_number(sentence, verb, start, end):
        return None
    return start, end


def _gives_number(sentence: Sentence, verb: Verb, start: int, end: int) -> bool:
    """Say whether the words are a count, as far as the verb leaves it open."""
    number = _first_number(sentence, start, end)
    if number is None:
        return False
    lemma = verb.cue.lemma
    said = {word.lower() for word in sentence.words[start:end]}
    if lemma in _PLACED:
        return _places(sentence, start, end)
    near = lemma in _RECORDS and number - start <= 1
    return lemma not in _ALSO_OTHERWISE or near or bool(said & _TOLLS)


def _first_number(sentence: Sentence, start: int, end: int) -> int | None:
    numbers = (at for at in range(start, min(end, start + 10)) if _is_number(sentence, at))
    return next(numbers, None)


def _is_number(sentence: Sentence, at: int) -> bool:
    return sentence.shape[at] == "#" or sentence.lower(at) in _NUMBERS


def _places(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a number is set: "at 12", "it 12", "it down to 12"."""
    if sentence.lower(start) == "it":
        return True
    return any(sentence.lower(at) == "at" for at in range(start, min(end, start + 8)))
