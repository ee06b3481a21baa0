"""One German number as printed, in digits or spelled out, without its hedge."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from claims.domain.intervals import Number
from claims.domain.number_words import OF_DOZENS, OF_HUNDREDS, VAGUE, Vague
from claims.extraction.lexicon import german_numbers as words


@dataclass(frozen=True, slots=True)
class Atom:
    """One number without its hedge."""

    start: int
    end: int
    kind: str  # plain, vague, none, both
    value: Number = 0
    vague: Vague | None = None
    unit: int = 0
    dotted: bool = False


def atom_of(found: re.Match[str]) -> Atom:
    """Return the number that was found, by the part of the pattern that found it."""
    name = next(name for name in _READERS if found[name])
    return _READERS[name](found)


def _digits(found: re.Match[str]) -> Atom:
    printed = found["digits"]
    dotted = not printed.isdecimal()
    value: Number = int(re.sub(r"[^0-9]", "", printed))
    places = found["places"] or ""
    if places:
        value = Decimal(f"{value}.{places}")
    scale = words.SCALES[found["scale"]] if found["scale"] else 1
    if scale > 1:
        value = _whole(Decimal(value) * scale)
    unit = scale // 10 ** len(places) if scale > 1 else 0
    return Atom(*found.span(), "plain", value, unit=unit, dotted=dotted)


def _spelled(found: re.Match[str]) -> Atom:
    value = value_of(found["spelled"])
    scale = words.SCALES.get(found["word_scale"], 1)
    return Atom(*found.span(), "plain", value * scale, unit=scale if scale > 1 else 0)


def _half(found: re.Match[str]) -> Atom:
    scale = words.SCALES[found["half_scale"]]
    value = _whole(words.HALVES[found["half"]] * scale)
    return Atom(*found.span(), "plain", value, unit=scale // 10)


def _one(found: re.Match[str]) -> Atom:
    scale = words.SCALES[found["one_scale"]]
    return Atom(*found.span(), "plain", scale, unit=scale)


def _whole(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value


def value_of(word: str) -> int:
    """Return the number that one German word spells: "dreiundvierzig" is 43."""
    thousands, mark, rest = word.rpartition("tausend")
    if mark:
        return (_below_thousand(thousands) or 1) * 1000 + _below_thousand(rest)
    return _below_thousand(word)


def _below_thousand(word: str) -> int:
    hundreds, mark, rest = word.removeprefix("und").rpartition("hundert")
    if mark:
        return (words.ONES.get(hundreds, 1)) * 100 + _below_hundred(
            rest.removeprefix("und")
        )
    return _below_hundred(rest)


def _below_hundred(word: str) -> int:
    for table in (words.ONES, words.TEENS, words.TENS):
        if word in table:
            return table[word]
    one, mark, ten = word.partition("und")
    return words.ONES.get(one, 0) + words.TENS.get(ten, 0) if mark else 0


def _of_scale(printed: str) -> Vague:
    """Return what "mehrere hundert" or "einige Dutzend" stand for."""
    *some, scale = printed.split()
    base = words.BASES[scale]
    name = "several" if some[0].startswith("mehrere") else "a few"
    dozens = scale == "dutzend"
    row = (OF_DOZENS if dozens else OF_HUNDREDS)[name]
    least = words.BASES["dutzend" if dozens else "hundert"]
    return cast("Vague", tuple(None if n is None else n * base // least for n in row))


_READERS: dict[str, Callable[[re.Match[str]], Atom]] = {
    "digits": _digits,
    "of_scale": lambda found: Atom(
        *found.span(), "vague", vague=_of_scale(found["of_scale"])
    ),
    "vague": lambda found: Atom(
        *found.span(), "vague", vague=VAGUE[words.VAGUE[found["vague"]]]
    ),
    "none": lambda found: Atom(*found.span(), "none"),
    "both": lambda found: Atom(*found.span(), "both", value=2),
    "alone": lambda found: Atom(*found.span(), "plain", 1),
    "half": _half,
    "one": _one,
    "spelled": _spelled,
}
