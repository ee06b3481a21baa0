"""How the numbers of a plot are printed: counts, money, shares, very large values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext, gettext_noop

from claims.domain.intervals import Interval, Number

_LARGE = (
    (Decimal(10) ** 12, gettext_noop("trillion"), gettext_noop("tn")),
    (Decimal(10) ** 9, gettext_noop("billion"), gettext_noop("bn")),
    (Decimal(10) ** 6, gettext_noop("million"), gettext_noop("m")),
)
_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """What stands before and after a number: ``$``, ``%``, nothing for people.

    A share is drawn on a straight scale however large it is.
    """

    before: str = ""
    after: str = ""
    is_share: bool = False

    def number(self, value: Number) -> str:
        """Print a value in full, or in millions if that loses nothing."""
        return f"{self.before}{_full(Decimal(value))}{self.after}"

    def tick(self, value: Number) -> str:
        """Print a round value of an axis as short as can be."""
        return f"{self.before}{_short(Decimal(value))}{self.after}"

    def interval(self, interval: Interval | None) -> str:
        """Print a range as an editor writes it: "7–8", "9 or more", "no value"."""
        if interval is None:
            return gettext("no value")
        if interval.high is None:
            return gettext("%(number)s or more") % {"number": self.number(interval.low)}
        if interval.low == interval.high:
            return self.number(interval.low)
        return self.range(interval.low, interval.high)

    def range(self, low: Number, high: Number) -> str:
        """Print two ends, with what they share once: "$43.5–44.5 billion"."""
        first, last = _full(Decimal(low)), _full(Decimal(high))
        figure, space, word = last.partition(" ")
        if space and first.endswith(f" {word}"):
            first = first.removesuffix(f" {word}")
        return f"{self.before}{first}–{figure}{space}{word}{self.after}"


PERSONS = Notation()
PER_CENT = Notation(after="%", is_share=True)


def _full(value: Decimal) -> str:
    for size, word, _ in _LARGE:
        scaled = value / size
        if scaled >= 1 and scaled == scaled.quantize(_PLACES):
            return f"{_plain(scaled)} {gettext(word)}"
    return _plain(value)


def _short(value: Decimal) -> str:
    for size, _, letter in _LARGE:
        if value >= size:
            return f"{_plain(value / size)}{gettext(letter)}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.normalize():,f}"
