"""Reports without a verb: "according to the mayor", "in her words"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction import clauses, subjects
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

_OPENING = re.compile("[CR,~]*$")
_WHOSE = re.compile(",(?P<cue>ID[xn])[,.:;]")
_VIEWS = frozenset(
    ["view", "words", "opinion", "reckoning", "account", "estimate", "telling", "count"]
)
_WHO = frozenset(["his", "her", "their", "its"])
_AND = re.compile(",C")


def according(sentence: Sentence) -> Iterator[tuple[Items, Items, Items]]:
    """Yield the words, the cue and the speaker of each "according to"."""
    yield from _in_whose_words(sentence)
    shape = sentence.shape
    taken = 0
    for at in range(len(shape) - 2):
        if shape[at] != "I" or sentence.lower(at) != "according":
            continue
        subject = subjects.after(sentence, at + 1)
        if subject is None:
            continue
        cue = (at, at + 2)
        for words in _words(sentence, taken, at, subject):
            taken = words[1]
            yield words, cue, subject


def _words(sentence: Sentence, taken: int, at: int, subject: Items) -> Iterator[Items]:
    shape, end = sentence.shape, subject[1]
    if _OPENING.match(shape[:at]) or shape[at - 1] == "t":
        comma = shape.find(",", end)
        start = comma + 1 if comma >= 0 else end
        stop = clauses.end_of(sentence, start, []) if start < len(shape) else start
        if stop > start:
            yield start, stop
        return
    if shape[end : end + 1] in {",", "-"} and not clauses.has_verb(sentence, taken, at):
        stop = clauses.end_of(sentence, end + 1, [])
        if stop > end + 1 and clauses.is_said(sentence, end + 1, stop):
            yield end + 1, stop
            return
    before = clauses.before(sentence, taken, at, None)
    if before is not None:
        yield before
    if _AND.match(shape, end) and clauses.end_of(sentence, end + 2, []) > end + 3:
        yield end + 2, clauses.end_of(sentence, end + 2, [])


def _in_whose_words(sentence: Sentence) -> Iterator[tuple[Items, Items, Items]]:
    """Yield what is said "in his view", "by their count", set off by commas."""
    shape = sentence.shape
    for match in _WHOSE.finditer(shape):
        at, end = match.start("cue"), match.end("cue")
        if sentence.lower(end - 1) not in _VIEWS or sentence.lower(at + 1) not in _WHO:
            continue
        start = at - 1
        before = clauses.before(sentence, 0, start, None)
        if before is not None and clauses.is_said(sentence, *before):
            yield before, (at, end), (at + 1, at + 2)
        after = end + 1
        if shape[end : end + 1] in {",", ":", ";"} and after < len(shape):
            stop = clauses.end_of(sentence, after, [])
            if stop > after + 1:
                yield (after, stop), (at, end), (at + 1, at + 2)
