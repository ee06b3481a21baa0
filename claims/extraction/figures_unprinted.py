"""Counts that no number prints: "both victims", "a double homicide", "as many wounded"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.domain.measures import Measure
from claims.domain.number_forms import Form
from claims.domain.number_intervals import exactly
from claims.domain.number_words import any_of, listed
from claims.domain.numbers import NumberPhrase
from claims.domain.spans import Span
from claims.extraction.figures_drafts import Note
from claims.extraction.lexicon.english_victims import SINGLE

# A pattern that starts with its letters is searched for several times as fast as one
# that starts with an edge of a word.
_AS_MANY = re.compile(r"as many\b(?<=\bas many)(?!\s+as\b)")
_TIMES = re.compile(r"\b(?:twice|half|times)\s\Z")
_SAME_NUMBER = re.compile(r"\b(?:a|an|the)\s+(?:similar|same|equal|like)\s+number\b")
_THEY = re.compile(
    r"they(?<=\bthey)(?=\s+(?:(?:both|all|later|also|had|each|would)\s+){0,2}"
    r"(?:died|succumbed|were\s+(?:both\s+|all\s+|later\s+)?"
    r"(?:killed|(?:pronounced|declared|found)\s+dead)))"
)
_BOTH = re.compile(r"both(?<=\bboth)(?=\s+(?:of\s+(?:them|the)\s+)?[a-z]+)")
_GROUP = re.compile(
    r"(?:the(?<=\bthe)|an(?<=\ban)\s+elderly|a(?<=\ba)\s+(?:married|young|retired|local|"
    r"middle-aged))\s+(?P<group>pair|couple|duo|trio)\b"
    r"|a(?<=\ba)\s+(?P<of>pair)\s+of(?=\s+[a-z]+s\b)"
    r"|parents(?<=\bhis\sparents|\bher\sparents)\b"
    r"|twin(?<=\btwin)(?=\s+(?:brothers|sisters|boys|girls|sons|daughters)\b)"
)
_GROUP_WORDS = ("pair", "couple", "duo", "trio", "twin", "parents")
_GROUPS = {"pair": 2, "couple": 2, "duo": 2, "trio": 3}
_FOLD = re.compile(
    r"(?P<fold>double|twin|triple|quadruple)\s+(?P<act>homicides?|murders?|killings?|"
    r"fatal\s+shooting|shootings?|stabbings?|suicide|murder-suicide)\b"
)
_FOLDS = {"double": 2, "twin": 2, "triple": 3, "quadruple": 4}
_KIN = (
    r"(?:ex-|step|grand)?(?:son|daughter|wife|husband|mother|father|brother|sister|girlfriend|boyfriend|"
    r"child|baby|partner)"
)
_ONE = (
    r"\b(?:an?|one|his|her|their|the)\s+"
    r"(?:(?!(?:and|an?|the|his|her|their|one|of)\b)[\w’'-]+,?\s+){0,5}?"
    rf"(?:{_KIN}|{SINGLE})\b"
)
_NUMBERS = "two three four five six seven eight nine"
_AND_ONE = re.compile(rf"and(?<=\band)\s+(?:{_ONE}|(?:fe)?male\b)")
_ONE_PERSON = re.compile(_ONE)
_APART = re.compile(r"[^.;:!?]{0,40}\s")  # between the first and "and"
_FEW = {word: value for value, word in enumerate(listed(_NUMBERS), start=2)}
_FEW |= {str(value): value for value in range(2, 10)}
_SEVERAL = (
    rf"\b(?:(?:his|her|their|the)\s+)?(?P<few>{any_of(_FEW)})\s+"
    r"(?:(?!and\b)[a-z’'-]+\s+){0,2}?(?:children|kids|sons|daughters|women|men|boys|girls|"
    r"teens|teenagers|officers|soldiers|passengers|pupils|students|relatives|neighbou?rs|"
    r"guards|bystanders|others)\b"
)
_AND_SEVERAL = re.compile(rf"and(?<=\band)\s+{_SEVERAL}")
_SEVERAL_BEFORE = re.compile(rf"(?<!least )(?<!to )(?<![-–]){_SEVERAL}\s+$")
_INTRODUCED = ("including ", "includes ", "included ", "among them ")
_PAIR_REACH = 100  # characters that the first of a pair may take
_WORD = r"(?:[A-Z]\.|[JS]r\.|[A-Z][\w’'-]*)"
_NAME = rf"{_WORD}(?: (?:[\"“][^\"”\n]{{1,20}}[\"”] )?{_WORD}){{0,4}}"
_AGED = rf"{_NAME}, (?:an? )?[0-9]{{1,2}},"
_NAMES = re.compile(rf"{_AGED}(?: {_AGED}){{0,12}} and {_NAME}, [0-9]{{1,2}},")
_AGE = re.compile(r",\s+(?:an?\s+)?[0-9]{1,2},")
_WITH_KIN = re.compile(
    rf"{_NAME}(?:, [0-9]{{1,2}},)? and (?:his|her) (?:[\w-]+ ){{0,3}}?{_KIN}\b"
)


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A count told without a number; ``measure`` only where its own words tell it."""

    phrase: NumberPhrase
    note: Note | None = None
    measure: Measure | None = None


def unprinted(text: str, lowered: str) -> Iterator[Unprinted]:
    """Yield the counts of ``text`` that stand in words other than numbers."""
    for span in _likes(lowered):
        yield Unprinted(phrase_of(text, span, 0), Note.LIKE)
    for found in _BOTH.finditer(lowered):
        yield Unprinted(phrase_of(text, Span(*found.span()), 2), Note.BOTH)
    if any(group in lowered for group in _GROUP_WORDS):
        for found in _GROUP.finditer(lowered):
            value = _GROUPS[found["group"] or "pair"]
            yield Unprinted(phrase_of(text, Span(*found.span()), value), Note.BOTH)
    if any(fold in lowered for fold in _FOLDS):
        yield from _folds(text, lowered)
    yield from _named(text)
    for span, value in _lists(lowered):
        if lowered.endswith(_INTRODUCED, 0, span.start):  # parts of a toll, no toll
            continue
        yield Unprinted(phrase_of(text, span, value), Note.LISTED)


def _lists(lowered: str) -> Iterator[tuple[Span, int]]:
    """Yield "a man and a woman", "his wife and two children", "two men and a boy"."""
    for found in _AND_ONE.finditer(lowered):
        begin = max(0, found.start() - _PAIR_REACH)
        first = _one_before(lowered, begin, found.start())
        if first is not None:
            yield Span(first, found.end()), 2
        elif several := _SEVERAL_BEFORE.search(lowered, begin, found.start()):
            yield Span(several.start(), found.end()), _FEW[several["few"]] + 1
    for found in _AND_SEVERAL.finditer(lowered):
        begin = max(0, found.start() - _PAIR_REACH)
        first = _one_before(lowered, begin, found.start())
        if first is not None:
            yield Span(first, found.end()), _FEW[found["few"]] + 1


def _one_before(lowered: str, begin: int, end: int) -> int | None:
    """Return where the person starts who is named last before "and"."""
    people = list(_ONE_PERSON.finditer(lowered, begin, end))
    if not people or _APART.fullmatch(lowered, people[-1].end(), end) is None:
        return None
    return people[-1].start()


def _likes(lowered: str) -> Iterator[Span]:
    """Yield where the value of the figure before is meant: "as many", "they"."""
    for found in _AS_MANY.finditer(lowered):
        start = found.start()
        if _TIMES.search(lowered, max(0, start - 8), start) is None:
            yield Span(*found.span())
    if " number" in lowered:
        for found in _SAME_NUMBER.finditer(lowered):
            yield Span(*found.span())
    for found in _THEY.finditer(lowered):
        yield Span(*found.span())


def _folds(text: str, lowered: str) -> Iterator[Unprinted]:
    for found in _FOLD.finditer(lowered):
        survived = found["act"].startswith(("shooting", "stabbing"))
        measure = Measure.INJURED if survived else Measure.KILLED
        value = _FOLDS[found["fold"]]
        yield Unprinted(phrase_of(text, Span(*found.span()), value), measure=measure)


def _named(text: str) -> Iterator[Unprinted]:
    """Yield the counts of people who are listed by name."""
    if _AGE.search(text):
        for found in _NAMES.finditer(text):
            value = len(_AGE.findall(found[0]))
            yield Unprinted(phrase_of(text, Span(*found.span()), value), Note.NAMES)
    if " and his " in text or " and her " in text:
        for found in _WITH_KIN.finditer(text):
            yield Unprinted(phrase_of(text, Span(*found.span()), 2), Note.LISTED)


def phrase_of(text: str, span: Span, value: int) -> NumberPhrase:
    """Return ``value`` as the number that the words of ``span`` stand for."""
    hard, core = exactly(value)
    return NumberPhrase(
        span=span,
        text=span.of(text),
        number=span,
        form=Form.COUNT,
        kind="exact",
        hedge="",
        hedge_kind="",
        hard=hard,
        core=core,
        low=value,
        high=value,
    )
