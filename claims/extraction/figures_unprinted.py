"""Counts that no number prints: "both victims", "a double homicide", "as many wounded"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.domain.measures import Measure
from claims.domain.number_forms import Form
from claims.domain.number_intervals import exactly
from claims.domain.numbers import NumberPhrase
from claims.domain.spans import Span
from claims.extraction.figures_drafts import Note

_LIKE = re.compile(
    r"\b(?:(?<!twice\s)(?<!half\s)(?<!times\s)as many(?!\s+as\b)"
    r"|(?:a|an|the)\s+(?:similar|same|equal|like)\s+number)\b"
    r"|\bthey(?=\s+(?:(?:both|all|later|also|had|each|would)\s+){0,2}"
    r"(?:died|succumbed|were\s+(?:both\s+|all\s+|later\s+)?"
    r"(?:killed|(?:pronounced|declared|found)\s+dead)))"
)
_BOTH = re.compile(
    r"\bboth(?=\s+(?:of\s+(?:them|the)\s+)?[a-z]+)|\bthe\s+(?P<group>pair|couple|duo|trio)\b"
)
_GROUPS = {"pair": 2, "couple": 2, "duo": 2, "trio": 3, None: 2}
_FOLD = re.compile(
    r"\b(?P<fold>double|twin|triple|quadruple)\s+(?P<act>homicides?|murders?|killings?|"
    r"fatal\s+shooting|shootings?|stabbings?|suicide|murder-suicide)\b"
)
_FOLDS = {"double": 2, "twin": 2, "triple": 3, "quadruple": 4}
_KIN = (
    r"(?:son|daughter|wife|husband|mother|father|brother|sister|girlfriend|boyfriend|"
    r"child|baby|partner)"
)
_ONE = (
    r"\b(?:an?|one|his|her|their|the)\s+(?:(?!and\b)[\w’'-]+,?\s+){0,5}?"
    rf"(?:{_KIN}|man|woman|boy|girl|teen|teenager|male|female|officer|soldier|student|"
    r"driver|passenger|policeman|guard|infant|toddler|youth|civilian|bystander|resident|"
    r"worker|pedestrian|victim|neighbou?r|friend|employee|customer|clerk|deputy)\b"
)
_AND_ONE = re.compile(rf"\band\s+(?:{_ONE}|(?:fe)?male\b)")
_ONE_BEFORE = re.compile(rf"{_ONE}[^.;:!?]{{0,40}}?\s+$")
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
    for found in _LIKE.finditer(lowered):
        yield Unprinted(_phrase(text, Span(*found.span()), 0), Note.LIKE)
    for found in _BOTH.finditer(lowered):
        yield Unprinted(
            _phrase(text, Span(*found.span()), _GROUPS[found["group"]]), Note.BOTH
        )
    for found in _FOLD.finditer(lowered):
        survived = found["act"].startswith(("shooting", "stabbing"))
        measure = Measure.INJURED if survived else Measure.KILLED
        yield Unprinted(
            _phrase(text, Span(*found.span()), _FOLDS[found["fold"]]), measure=measure
        )
    for found in _NAMES.finditer(text):
        yield Unprinted(
            _phrase(text, Span(*found.span()), len(_AGE.findall(found[0]))), Note.NAMES
        )
    for found in _WITH_KIN.finditer(text):
        yield Unprinted(_phrase(text, Span(*found.span()), 2), Note.LISTED)
    for found in _AND_ONE.finditer(lowered):
        begin = max(0, found.start() - _PAIR_REACH)
        first = _ONE_BEFORE.search(lowered, begin, found.start())
        if first is not None:
            span = Span(first.start(), found.end())
            yield Unprinted(_phrase(text, span, 2), Note.LISTED)


def _phrase(text: str, span: Span, value: int) -> NumberPhrase:
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
