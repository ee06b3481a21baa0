"""A figure in the making: a number phrase and the words around it that it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, partial
from itertools import islice
from typing import NamedTuple

from claims.domain.intervals import Number
from claims.domain.measures import Measure
from claims.domain.numbers import NumberPhrase

_WORD = re.compile(
    r"[a-z]++(?![\w'’.&/-])"  # most words, found sooner
    r"|[0-9][0-9.,]*[0-9](?![\w-])|[^\W_]+(?:['’.&/-][^\W_]+)*|[^\w\s\"“”‘’'«»„]"
)
_REACH = 18  # words that are looked at on either side of a number


class Note(StrEnum):
    """What is peculiar about a draft."""

    LIKE = "like"  # "as many": the value is that of the figure before
    BOTH = "both"
    NAMES = "names"
    LISTED = "listed"
    FAR = "far"  # what tells the measure stands several words away
    AFTER_NAME = "after a name"


class Word(NamedTuple):
    """A word or mark in lower case, and where it stands."""

    text: str
    start: int
    end: int


_WORD_OF = partial(tuple.__new__, Word)  # half the time of calling Word


@dataclass(eq=False)
class Sentence:
    """The words of one sentence of a text; ``lowered`` is the whole text."""

    lowered: str
    start: int
    end: int

    @cached_property
    def _words(self) -> list[Word]:
        found = _WORD.finditer(self.lowered, self.start, self.end)
        return [_WORD_OF((one[0], one.start(), one.end())) for one in found]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self._words]

    @cached_property
    def first(self) -> int:
        """Where the first word or mark of the sentence starts."""
        found = _WORD.search(self.lowered, self.start, self.end)
        return self.start if found is None else found.start()

    def words_after(self, offset: int) -> Sequence[Word]:
        """Return the words from ``offset`` on."""
        place = bisect_left(self._starts, offset)
        if place and self._words[place - 1].end > offset:  # within a word: "$4m/day"
            found = islice(_WORD.finditer(self.lowered, offset, self.end), _REACH)
            return [Word(one[0], one.start(), one.end()) for one in found]
        return self._words[place : place + _REACH]

    def words_before(self, offset: int) -> Sequence[Word]:
        """Return the words that end at ``offset`` or before, the nearest first."""
        place = bisect_left(self._starts, offset)
        while place and self._words[place - 1].end > offset:
            place -= 1
        return self._words[max(0, place - _REACH) : place][::-1]


@dataclass(eq=False)
class Draft:
    """A number phrase with what is known so far of what it counts.

    ``noun`` is the stretch that names what is counted, ``head`` its last word in
    lower case.
    """

    phrase: NumberPhrase
    sentence: Sentence
    measure: Measure | None = None
    rule: str = ""
    noun: tuple[int, int] | None = None
    head: str = ""
    is_part: bool = False
    part_of: Draft | None = None
    update_of: Draft | None = None
    notes: set[Note] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.start, self.end = self.phrase.span.start, self.phrase.span.end

    @cached_property
    def after(self) -> Sequence[Word]:
        """The words of the sentence after the phrase, without quotation marks."""
        return self.sentence.words_after(self.phrase.span.end)

    @cached_property
    def before(self) -> Sequence[Word]:
        """The words of the sentence before the phrase, the nearest first."""
        return self.sentence.words_before(self.phrase.span.start)

    @property
    def next_word(self) -> str:
        return self.after[0].text if self.after else ""

    @property
    def value(self) -> Number:
        """The lower bound as printed, else the upper one, else 0."""
        low, high = self.phrase.low, self.phrase.high
        return low if low is not None else high or 0

    def cover(self, start: int, end: int) -> None:
        """Make the finding reach over ``start`` to ``end`` as well."""
        self.start, self.end = min(self.start, start), max(self.end, end)

    def name(self, head: str, length: int) -> None:
        """Take the first ``length`` words after the number for what is counted."""
        self.head = head
        if length:
            self.noun = self.after[0].start, self.after[length - 1].end

    def reach(self, length: int) -> None:
        """Cover the first ``length`` words after the number."""
        if length:
            self.cover(self.start, self.after[length - 1].end)


def texts(words: Sequence[Word], size: int) -> list[str]:
    """Return the first ``size`` words as text."""
    return [word.text for word in words[:size]]


def is_digits(word: str) -> bool:
    """Say whether ``word`` is a number in digits, or two with a dash between."""
    return word[:1].isdecimal() and not any(map(str.isalpha, word))


class Phrasebook:
    """Phrases of several words, found at a place among words."""

    def __init__(self, phrases: dict[str, Measure], *, reverse: bool = False) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
        for phrase in sorted(phrases, key=lambda phrase: -phrase.count(" ")):
            parts = tuple(phrase.replace(",", " ,").split())
            if reverse:
                parts = parts[::-1]
            self._by_first.setdefault(parts[0], []).append((parts, phrases[phrase]))

    def at(self, words: Sequence[Word], place: int) -> tuple[Measure, int] | None:
        """Return the measure of the longest phrase at ``place``, and its length."""
        begun = self._by_first.get(words[place].text)
        if begun is None:
            return None
        for parts, measure in begun:
            size = len(parts)
            if size == 1 or tuple(texts(words[place : place + size], size)) == parts:
                return measure, size
        return None
