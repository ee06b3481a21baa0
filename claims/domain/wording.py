"""Sentences a desk can print: every number with its hedge and with who said it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.domain.figures import Figure, Kind
from claims.domain.intervals import Number, spelt
from claims.domain.numbers import read

SMALL_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "ten",
)
# More voices than this are given as a range.
MANY_VOICES = 4

FLOORS = (
    *("at least", "more than", "over", "no fewer than", "not less than", "no less than"),
    *("upwards of", "a minimum of", "not fewer than"),
)
CEILINGS = (
    *("up to", "as many as", "no more than", "fewer than", "less than", "under"),
    *("at most", "not more than", "a maximum of"),
)
ROUNDERS = (
    *("about", "around", "nearly", "almost", "roughly", "some", "approximately"),
    *("an estimated", "just over", "just under", "close to", "more or less", "circa"),
)
# Kinds that say less than a plain number; a range in their place says as much.
_HEDGED = frozenset({Kind.AT_LEAST, Kind.AT_MOST, Kind.APPROX})


@dataclass(frozen=True, slots=True)
class Said:
    """A figure and the name to print for whoever gave it, empty if it has none."""

    speaker: str
    figure: Figure


def in_print(number: Number) -> str:
    """Return a number as a newspaper prints it: ``seven``, ``12``, ``1,200``."""
    if number == int(number) and int(number) < len(SMALL_NUMBERS):
        return SMALL_NUMBERS[int(number)]
    return spelt(number)


def phrase(figure: Figure) -> str:
    """Return the figure with its hedge: ``at least nine``, ``seven to eight``."""
    kind, hedge = figure.kind, figure.hedge.strip().lower()
    if kind is Kind.NO_REPORT or figure.hard is None:
        return "no number"
    if kind is Kind.UNKNOWN:
        return "an unknown number"
    if kind is Kind.ZERO:
        return "none"
    if kind is Kind.VAGUE:
        return hedge or figure.hard.in_words()
    number = " to ".join(in_print(each) for each in _numbers(figure))
    words = _hedge(kind, hedge, figure)
    return f"{words} {number}" if words else number


def _numbers(figure: Figure) -> Sequence[Number]:
    if figure.printed:
        return sorted(set(figure.printed))
    ends = {figure.allowed.low, figure.allowed.high} - {None}
    if figure.kind is Kind.APPROX:
        ends = {figure.meant.low, figure.meant.high} - {None}
    if figure.kind is Kind.AT_MOST:
        ends = {figure.allowed.high} - {None}
    return sorted(end for end in ends if end is not None)


def _hedge(kind: Kind, hedge: str, figure: Figure) -> str:
    if kind is Kind.AT_LEAST:
        is_strict = bool(figure.printed) and figure.allowed.low > min(figure.printed)
        return hedge if hedge in FLOORS else ("more than" if is_strict else "at least")
    if kind is Kind.AT_MOST:
        return hedge if hedge in CEILINGS else "up to"
    if kind is Kind.APPROX:
        return hedge if hedge in ROUNDERS else "about"
    return ""


def recommended(said: Sequence[Said], *, counted: str = "") -> str:
    """Return a wording that keeps who said what and how firmly.

    ``counted`` follows each number, as in "people killed". One voice with one number
    is quoted; one voice with several becomes a range that says so; some voices are
    each given their number; many become a range with their names.
    """
    told = [each for each in said if each.figure.hard is not None]
    if not told:
        return ""
    phrases = list(dict.fromkeys(phrase(each.figure) for each in told))
    voices = list(dict.fromkeys(each.speaker or "unnamed sources" for each in told))
    after = f" {counted}" if counted else ""
    if len(phrases) == 1:
        return f"{phrases[0]}{after}, {_joined(voices)} said"
    if len(voices) == 1:
        return f"{_spread(told)}{after}, {voices[0]} said in differing statements"
    if len(phrases) > MANY_VOICES:
        return f"{_spread(told)}{after}, according to {_joined(voices)}"
    return "; ".join(_by_phrase(told, after))


def _by_phrase(told: Iterable[Said], after: str) -> list[str]:
    groups: dict[str, dict[str, None]] = {}
    for each in sorted(told, key=_lowest_first):
        voices = groups.setdefault(phrase(each.figure), {})
        voices[each.speaker or "unnamed sources"] = None
    return [
        f"{_joined(list(voices))} said {number}{after}" for number, voices in groups.items()
    ]


def _lowest_first(each: Said) -> tuple[Number, str]:
    return each.figure.meant.low, each.speaker


def _spread(told: Sequence[Said]) -> str:
    """Return the range from the lowest number named to the highest."""
    named = [number for each in told for number in _named(each.figure)]
    low, high = min(named), max(named)
    if low == high:
        return " or ".join(dict.fromkeys(phrase(each.figure) for each in told))
    if all(each.figure.kind is Kind.AT_LEAST for each in told):
        return f"at least {in_print(low)} to {in_print(high)}"
    return f"between {in_print(low) if low else 'none'} and {in_print(high)}"


def _named(figure: Figure) -> Sequence[Number]:
    if figure.kind is not Kind.VAGUE:
        return _numbers(figure)
    ends = (figure.allowed.low, figure.allowed.high)
    return [end for end in ends if end is not None]


def _joined(names: Sequence[str]) -> str:
    shown = list(names)
    if len(shown) > MANY_VOICES:
        more = len(shown) - MANY_VOICES + 1
        shown = [*shown[: MANY_VOICES - 1], f"{more} others"]
    if len(shown) == 1:
        return shown[0]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def drops_a_hedge(wording: str, figures: Iterable[Figure]) -> bool:
    """Say whether ``wording`` is firmer than the figures that it rests on."""
    kept = {Kind(each.kind) for each in read(wording)}
    needed = {figure.kind for figure in figures} & _HEDGED
    return Kind.RANGE not in kept and not needed <= kept
