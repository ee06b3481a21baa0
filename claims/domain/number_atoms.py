"""Single numbers in a text: digits, number words, dozens, vague amounts, none at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, cast

from claims.domain.intervals import LARGEST, Number
from claims.domain.number_words import (
    ABSENT,
    COLLECTIVES,
    FRACTIONS,
    HEDGES,
    OF_DOZENS,
    OF_HUNDREDS,
    SCALES,
    SUFFIXES,
    TENS,
    UNITS,
    VAGUE,
    Vague,
    any_of,
    opening_of,
)

_LARGEST = LARGEST // 4  # so that "at least" and "about" stay within bounds
_LONGEST = 24  # characters of digits: more is no number that news reports


class Atom(NamedTuple):
    """One number where it stands; ``hedge`` and ``hedge_start`` tell what precedes it."""

    start: int
    end: int
    kind: str  # plain, collective, fraction, vague, zero, no_report, unknown
    value: Number
    unit: Number = 0  # one of the last printed digit, where a scale word follows it
    scale: int = 1
    digits: bool = False
    vague: Vague | None = None
    currency: str = ""
    hedge: str = ""
    hedge_start: int = -1


_SCALE = any_of([*SCALES, *COLLECTIVES])
_DIGITS = (
    r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3})+(?![0-9])"
    r"|[0-9]{1,3}(?:\x20000)+(?![0-9])|[0-9]+(?:\.[0-9]+)?"
)
_CURRENCY = (
    r"(?:(?:us|hk|a|c|nz|s|r|au|ca)?\x20?\$\x20?(?:us|au)?|[£€¥₹]\x20?|(?:rm|ps|rs\.?\x20?"
    r"|eur\x20?|usd\x20?|gbp\x20?|y=)(?=[0-9]))"
)
_UNIT = any_of(UNITS)
_RATIO = (
    rf"(?P<ratio>(?:[1-9]|{_UNIT})\s+(?:out\s+of|in)\s+(?:every\s+)?(?:100?|{_UNIT})\b"
    r"(?!\s+(?:second|minute|hour|day|week|month|year|night)s?\b)(?![,.]?[0-9]))"
)
_ATOM = (
    rf"(?:{_RATIO}"
    rf"|(?P<currency>{_CURRENCY})?(?:(?P<digits>{_DIGITS})"
    rf"(?P<suffix>[\s-]?{_SCALE}s?\b|\s?(?:mn|mln|bn|bln|tn|trn)\b|[kmb]\b|\x20b\b)?"
    rf"|(?P<few>(?:several|a\s+few|(?:a\s+)?couple(?:\s+of)?)\s+{_SCALE}s?\b)"
    rf"|(?P<half>half\s+(?:an?\s+)?{_SCALE}\b)"
    rf"|(?P<fraction>(?:(?:an?|one|two|three|four)[\s-]{any_of(FRACTIONS)}s?|half|quarter)"
    r"\s+of"
    r"|half(?=\s+(?:the|its|their|his|her|all|our)\b)|two[\s-]thirds|three[\s-]quarters)\b"
    r"|(?P<no_report>no\s+(?:[a-z]+\s+){0,2}?(?:reports?|word|information|details|news|"
    r"confirmation|indications?)\s+(?:of|on|about)\b)"
    rf"|(?P<absent>no[\s-]one|nobody|none|no\s+(?:[a-z]+\s+){{0,2}}?{any_of(ABSENT)})\b"
    r"|(?P<unknown>an?\s+(?:as\s+yet\s+)?(?:unknown|undisclosed|unspecified|undetermined|"
    r"unconfirmed|untold)\s+number\b)"
    rf"|(?P<vague>{any_of(VAGUE)}(?![\w-]))"
    rf"|(?P<words>an?\s+(?={_SCALE}\b)|(?:(?:(?<=another\s)|(?<=further\s)|"
    rf"(?<=additional\s)){_SCALE}|{_UNIT})(?![^\W_]))))"
)
_WORD_HEDGES = any_of(hedge for hedge in HEDGES if hedge[-1].isalpha())
_HEDGE = (
    rf"(?:(?P<hedge>{_WORD_HEDGES}|c\.|approx\.)[\s“\"'‘]+(?:{_WORD_HEDGES}\s+)?"
    r"|(?P<tilde>[~≈])\s?)?"
)
_START = r"(?<![^\W_])(?<![0-9][.,])"
# How a hedge or a number may begin: tried first, since most words fail it.
_OPENING = opening_of(
    [
        *(hedge for hedge in HEDGES if hedge[-1].isalpha()),
        *(*UNITS, *SCALES, *COLLECTIVES, *FRACTIONS, *VAGUE),
        *("c.", "a ", "an ", "no ", "no-", "nobody", "none", "half", "couple"),
        *("us$", "us ", "hk$", "hk ", "a$", "c$", "c ", "nz$", "nz ", "s$", "s ", "r$"),
        *("r ", "au$", "au ", "ca$", "ca ", "rm", "ps", "rs", "eur", "usd", "gbp", "y="),
    ]
)
_TRIGGER = re.compile(_START + rf"(?=[0-9$£€¥₹~≈]|\x20\$|{_OPENING})" + _HEDGE + _ATOM)
_SECOND = re.compile(_ATOM)
_NEXT_WORD = re.compile(
    rf"[\s-](?P<joined>and\s+)?(?P<word>{any_of([*UNITS, *SCALES, *COLLECTIVES])})s?"
    r"(?![^\W_])"
)
_BIGGER = re.compile(rf"[\s-]{_SCALE}")
_HUNDRED, _THOUSAND = 100, 1000
_TENS, _DIGIT_WORDS = frozenset(TENS.values()), range(1, 10)
_BLANKS = re.compile(r"\s+")


def next_atom(text: str, start: int) -> Atom | None:
    """Return the first number at or after ``start`` in ``text``, which is in lower case."""
    while found := _TRIGGER.search(text, start):
        atom = _read(found)
        if atom is not None:
            return atom
        start = found.end()
    return None


def atom_at(text: str, start: int) -> Atom | None:
    """Return the number that begins exactly at ``start``, without a hedge."""
    found = _SECOND.match(text, start)
    return None if found is None else _read(found)


def _read(found: re.Match[str]) -> Atom | None:
    kind = found.lastgroup or ""
    if kind == "suffix":
        kind = "digits"
    atom = _READERS[kind](found, kind)
    if atom is None or atom.value > _LARGEST:
        return None
    currency = found["currency"] or ""
    hedge = ""
    if found.re is _TRIGGER:
        hedge = found["hedge"] or found["tilde"] or ""
    start = found.start("currency") if currency else found.start(kind)
    return atom._replace(
        start=start,
        currency=currency.strip(),
        hedge=_BLANKS.sub(" ", hedge),
        hedge_start=found.start() if hedge else -1,
    )


def _read_digits(found: re.Match[str], _kind: str) -> Atom | None:
    printed = found["digits"]
    if len(printed) > _LONGEST or (printed[0] == "0" and printed[1:2].isdigit()):
        return None
    value = Decimal(re.sub(r"[^0-9.]", "", printed))
    places = len(printed.partition(".")[2])
    word = (found["suffix"] or "").strip(" -\t\n")
    scale = _scale_of(word)
    kind = "collective" if word.rstrip("s") in COLLECTIVES else "plain"
    unit = _whole(Decimal(scale).scaleb(-places)) if scale > 1 else 0
    return Atom(
        found.start("digits"),
        found.end(),
        kind,
        _whole(value * scale),
        unit=unit,
        scale=scale,
        digits=True,
    )


def _scale_of(word: str) -> int:
    bare = word[:-1] if word.endswith("s") and len(word) > 1 else word
    for table in (SCALES, COLLECTIVES, SUFFIXES):
        if bare in table:
            return table[bare]
    return 1


def _whole(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value


@dataclass(slots=True)
class _Spelled:
    """A number spelled out, read word by word."""

    total: int = 0
    part: int = 0
    last: int = 0  # value of the last word
    scale: int = 1
    kind: str = "plain"

    def take(self, word: str, *, joined: bool) -> bool:
        """Add ``word`` (after "and" if ``joined``) or say that it does not belong."""
        if self.kind == "collective":
            return False
        if word in UNITS:
            return self._take_unit(UNITS[word], joined=joined)
        if joined or not self.part:
            return False
        if word in COLLECTIVES:
            return self._take_collective(word)
        return self._take_scale(SCALES[word])

    def _take_unit(self, value: int, *, joined: bool) -> bool:
        after_scale = self.last >= _HUNDRED and value < self.last
        after_tens = self.last in _TENS and value in _DIGIT_WORDS and not joined
        if self.last and not after_scale and not after_tens:
            return False
        self.part += value
        self.last, self.scale = value, 1
        return True

    def _take_scale(self, size: int) -> bool:
        if size == _HUNDRED:
            if self.part >= _HUNDRED:
                return False
            self.part *= size
        else:
            if self.total and size >= self.scale > 1:
                return False
            self.total, self.part = self.total + self.part * size, 0
        self.last = self.scale = size
        return True

    def _take_collective(self, word: str) -> bool:
        if self.total:
            return False
        self.part *= COLLECTIVES[word]
        self.last = self.scale = COLLECTIVES[word]
        self.kind = "collective"
        return True


def _read_words(found: re.Match[str], _kind: str) -> Atom:
    number = _Spelled()
    first = found["words"].split()[0]
    end = found.start("words") + len(first)
    if first in UNITS:
        number.take(first, joined=False)
    else:  # "a dozen", or after "another" the scale word alone
        number.part = 1
        if first not in {"a", "an"}:
            number.take(first, joined=False)
    while step := _NEXT_WORD.match(found.string, end):
        joined = step["joined"] is not None
        if joined and _BIGGER.match(found.string, step.end()):
            break
        if not number.take(step["word"], joined=joined):
            break
        end = step.end()
    unit = number.scale if number.scale >= _THOUSAND else 0
    value = number.total + number.part
    return Atom(0, end, number.kind, value, unit=unit, scale=number.scale)


def _read_half(found: re.Match[str], _kind: str) -> Atom:
    word = _BLANKS.split(found["half"])[-1]
    scale = _scale_of(word)
    kind = "collective" if word in COLLECTIVES else "plain"
    unit = scale // 10 if scale >= _THOUSAND else 0
    return Atom(0, found.end(), kind, scale // 2, unit=unit, scale=scale)


def _read_few(found: re.Match[str], _kind: str) -> Atom:
    *front, word = _BLANKS.split(found["few"])
    name = " ".join(front)
    if "couple" in name:
        name = "a couple of"
    scale = _scale_of(word)
    dozens = scale == COLLECTIVES["dozen"]
    row = (OF_DOZENS if dozens else OF_HUNDREDS)[name]
    base = COLLECTIVES["dozen"] if dozens else _HUNDRED
    vague = tuple(None if n is None else n * scale // base for n in row)
    return _vague_atom(found, cast("Vague", vague))


def _read_vague(found: re.Match[str], _kind: str) -> Atom:
    return _vague_atom(found, VAGUE[_BLANKS.sub(" ", found["vague"])])


def _vague_atom(found: re.Match[str], vague: Vague) -> Atom:
    return Atom(0, found.end(), "vague", vague[2], vague=vague)


def _read_fraction(found: re.Match[str], _kind: str) -> Atom | None:
    words = re.findall(r"[a-z]+", found["fraction"])
    if words[-1] == "of":
        words.pop()
    parts, whole = FRACTIONS[words[-1].rstrip("s") if words[-1] != "half" else "half"]
    times = UNITS.get(words[0], 1) if len(words) > 1 else 1
    value = _whole(round(Decimal(100 * times * parts) / whole, 4))
    return Atom(0, found.end(), "fraction", value)


def _read_ratio(found: re.Match[str], _kind: str) -> Atom:
    words = _BLANKS.split(found["ratio"])
    part, whole = (
        UNITS[word] if word in UNITS else int(word) for word in (words[0], words[-1])
    )
    if not 0 < part < whole:  # "five in one attack"
        end = found.start("ratio") + len(words[0])
        return Atom(0, end, "plain", part)
    value = _whole(round(Decimal(100 * part) / whole, 4))
    return Atom(0, found.end(), "fraction", value)


def _read_absence(found: re.Match[str], kind: str) -> Atom:
    name = "zero" if kind == "absent" else kind
    return Atom(0, found.end(), name, 0)


_READERS: dict[str, Callable[[re.Match[str], str], Atom | None]] = {
    "digits": _read_digits,
    "words": _read_words,
    "half": _read_half,
    "few": _read_few,
    "vague": _read_vague,
    "fraction": _read_fraction,
    "ratio": _read_ratio,
    "absent": _read_absence,
    "no_report": _read_absence,
    "unknown": _read_absence,
}
