"""German reports without a verb of their own clause: "laut", "so", "wie … mitteilte"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.attributions import Attribution
from claims.extraction.lexicon.frames import Language
from claims.extraction.lexicon.german import ALWAYS, BEFORE_ACCOUNTS, is_account
from claims.extraction.phrases_german import (
    LEADING,
    SHORTEST,
    end_of,
    phrase_at,
    words_before,
)
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

# "Wie (aus) … mitteilte, ist …".
_AS = re.compile("(?P<as>SI?)(?=[DPxHQ]).*?[VvnGx],(?=[AVvnGxd])")


def accounts(sentence: Sentence) -> Iterator[Attribution]:
    """Yield what is said "laut Polizei", "nach Angaben der Behörde", "ihm zufolge"."""
    for at in range(len(sentence.shape)):
        span = _account(sentence, at)
        if span is None:
            continue
        start, end = span
        opens = sentence.shape[start] == "I"
        subject = (start + 1, end) if opens else (start, end)
        pieces = _around(sentence, start, end)
        if pieces:
            yield Attribution(sentence, pieces, (at, at + 1), subject, "account")


def as_reported(sentence: Sentence, language: Language) -> Iterator[Attribution]:
    """Read "Wie Ilse Brandt, die Leiterin des Amtes, mitteilte, ist die Brücke sicher"."""
    match = _AS.match(sentence.shape)
    if match is None:
        return
    comma = match.end() - 1
    last = comma - 1
    cued = [
        at for at in range(max(2, last - 2), comma) if sentence.lower(at) in language.cues
    ]
    subject = phrase_at(sentence, match.end("as"))
    start, end = comma + 1, end_of(sentence.shape, comma + 1)
    if cued and subject is not None and subject[1] <= cued[0] and end - start >= SHORTEST:
        pieces = ((start, end),)
        yield Attribution(sentence, pieces, (cued[0], comma), subject, "as reported")


def _account(sentence: Sentence, at: int) -> Items | None:
    word = sentence.lower(at)
    if word == "zufolge":
        first = LEADING.search(sentence.shape[:at])
        return (first.start(), at) if first else None
    if word not in ALWAYS and word not in BEFORE_ACCOUNTS:
        return None
    phrase = phrase_at(sentence, at + 1)
    if phrase is None:
        return None
    if word in BEFORE_ACCOUNTS and not any(
        is_account(each) for each in sentence.words[slice(*phrase)]
    ):
        return None
    return at, phrase[1]


def _around(sentence: Sentence, start: int, end: int) -> tuple[Items, ...]:
    """Return the words before and after a phrase that stands in a sentence."""
    shape = sentence.shape
    if end < len(shape) and sentence.lower(end) == "zufolge":
        end += 1
    while end < len(shape) and shape[end] in ",~":
        end += 1
    stop = end_of(shape, end)
    pieces = []
    if start > 1:
        pieces.append((0, start))
    if stop - end > 0:
        pieces.append((end, stop))
    return tuple(pieces)


def so(sentence: Sentence, at: int) -> Attribution | None:
    """Read "Die Brücke sei, so die Sprecherin, gesperrt"."""
    if at == 0 or sentence.shape[at - 1] not in ",Q-":
        return None
    phrase = phrase_at(sentence, at + 1)
    if phrase is None:
        return None
    first, end = words_before(sentence, at)
    rest = phrase[1] + 1
    stop = end_of(sentence.shape, rest)
    pieces = [(first, end)] if end > first else []
    if sentence.shape[phrase[1] : rest] == "," and stop - rest >= SHORTEST:
        pieces.append((rest, stop))
    if not pieces:
        return None
    return Attribution(sentence, tuple(pieces), (at, at + 1), phrase, "so")
