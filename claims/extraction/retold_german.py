"""German reports told by another sentence: by its mood, by "demnach", by "das sagte"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.extraction.attributions import Attribution
from claims.extraction.lexicon.frames import Language
from claims.extraction.lexicon.german import (
    POINTERS,
    REPORTING_AUXILIARIES,
    is_reported_mood,
    is_surely_reported,
)
from claims.extraction.phrases_german import SHORTEST, end_of, opening_end, phrase_at
from claims.extraction.sentences import Sentence

Read = Sequence[tuple[Sentence, list[Attribution]]]
_POINTED = re.compile("[DPx][AV]")
_OPENS_CLAUSE = re.compile("t|[DHP][^,]*")
_SPEAKS, _ACTS = re.compile("V"), re.compile("[VAxd]")


def retold(read: Read, language: Language) -> Iterator[Attribution]:
    """Yield what no sentence of its own attributes, each with what it leans on."""
    told = _Teller(language)
    before: tuple[Sentence, list[Attribution]] | None = None
    for sentence, found in read:
        if before is not None and not before[1]:
            yield from told.pointed_at(before[0], sentence)
        one = None if found else told.going_on(sentence)
        if one is not None:
            yield one
        told.remember(sentence, found)
        before = sentence, [one] if one else found


def _is_anaphor(sentence: Sentence, at: int) -> bool:
    """Say whether a word points at a source: "demnach"; "danach" may mean "then"."""
    word = sentence.lower(at)
    if word == "danach":
        return any(word in REPORTING_AUXILIARIES for word in sentence.words)
    return word == "demnach"


def _of_its_own(sentence: Sentence, end: int) -> Attribution | None:
    """Read "Brandt wehrt sich dagegen, dass sie daran schuld sei": words after a comma."""
    mood = next((at for at in range(end) if is_surely_reported(sentence.words[at])), None)
    comma = sentence.shape.rfind(",", 0, mood) if mood is not None else -1
    while comma > 0 and not _OPENS_CLAUSE.match(sentence.shape, comma + 1):
        comma = sentence.shape.rfind(",", 0, comma)
    if comma < 0 or not _ACTS.search(sentence.shape, 0, comma):
        return None
    subject = phrase_at(sentence, opening_end(sentence.shape))
    if subject is None:
        return None
    return Attribution(sentence, ((comma + 1, end),), None, subject, "mood of a clause")


class _Teller:
    """Remembers who reported last, and who acted in the sentence before."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._last: Attribution | None = None
        self._before: Sentence | None = None

    def remember(self, sentence: Sentence, found: list[Attribution]) -> None:
        if found:
            self._last = found[-1].origin
        self._before = sentence

    def going_on(self, sentence: Sentence) -> Attribution | None:
        """Read "Die Brücke sei sicher." and "Demnach ist die Brücke sicher."."""
        end = end_of(sentence.shape, 0)
        is_sure = any(map(is_surely_reported, sentence.words))
        if end < SHORTEST or (sentence.quoted and not is_sure):
            return None
        anaphor = next((at for at in range(end) if _is_anaphor(sentence, at)), None)
        if anaphor is not None:
            return self._by_source(sentence, anaphor, end)
        return _of_its_own(sentence, end) or self._by_mood(sentence, end)

    def _by_mood(self, sentence: Sentence, end: int) -> Attribution | None:
        source = self._source(sentence)
        if source is None:
            return None
        return Attribution(sentence, ((0, end),), None, None, "reported mood", source)

    def _by_source(self, sentence: Sentence, at: int, end: int) -> Attribution | None:
        """Return what is so "demnach": by whoever opens the sentence before."""
        source = self._nearest(_ACTS)
        if source is None:
            return None
        words = (1, end) if at == 0 else (0, end)
        return Attribution(sentence, (words,), (at, at + 1), None, "account", source)

    def _source(self, sentence: Sentence) -> Attribution | None:
        """Return whose report a sentence goes on with, going by its mood."""
        if self._last is not None and self._last.sentence.paragraph == sentence.paragraph:
            reported = any(map(is_reported_mood, sentence.words))
            return self._last if reported else None
        if any(map(is_surely_reported, sentence.words)):
            return self._nearest(_SPEAKS)
        return None

    def _nearest(self, verb: re.Pattern[str]) -> Attribution | None:
        """Return who acted in the sentence before, or who reported last."""
        before = self._before
        if before is None:
            return self._last
        if self._last is not None and self._last.sentence is before:
            return self._last
        subject = phrase_at(before, opening_end(before.shape))
        if subject is None or not verb.search(before.shape):
            return self._last
        return Attribution(before, (subject,), None, subject, "introduction")

    def pointed_at(self, before: Sentence, sentence: Sentence) -> Iterator[Attribution]:
        """Read "Die Brücke wird gesperrt. Das berichtet die Zeitung."."""
        if sentence.paragraph != before.paragraph or sentence.lower(0) not in POINTERS:
            return
        verb = 1
        if not _POINTED.match(sentence.shape) or not self._reports(sentence, verb):
            return
        subject = phrase_at(sentence, verb + 1)
        end = end_of(before.shape, 0)
        if subject is None or ":" in sentence.shape or end < SHORTEST:
            return
        cue = (verb, verb + 1)
        source = Attribution(sentence, ((0, 1),), cue, subject, "introduction")
        yield Attribution(before, ((0, end),), None, None, "pointed at", source)

    def _reports(self, sentence: Sentence, verb: int) -> bool:
        return sentence.lower(verb) in self._language.cues
