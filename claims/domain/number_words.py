"""The words that print numbers: units, scales, vague amounts, hedges, absence."""

from __future__ import annotations

import re
from collections.abc import Iterable


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a list written with blanks between them."""
    return tuple(words.split())


def opening_of(words: Iterable[str], size: int = 3) -> str:
    """Return a pattern for the first characters of any of ``words``, ``size`` of them."""
    return any_of({word[:size] for word in words})


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words``, blanks flexible, factored by letter."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(_group(first, rest) for first, rest in groups.items()) + ")"


def _group(first: str, rest: list[str]) -> str:
    tails = (re.escape(tail).replace(r"\ ", r"\s+") for tail in rest)
    return re.escape(first) + "(?:" + "|".join(tails) + ")"


ONES = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
UNITS = ONES | TENS
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}
COLLECTIVES = {"dozen": 12, "score": 20}
SUFFIXES = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
FRACTIONS = {
    "half": (1, 2),
    "third": (1, 3),
    "quarter": (1, 4),
    "fourth": (1, 4),
    "fifth": (1, 5),
    "sixth": (1, 6),
    "tenth": (1, 10),
}

# What a vague amount allows (low, high) and is taken to mean (low, high); an open
# high is None. The third pair is what a dossier prints for it.
Vague = tuple[int, int | None, int, int | None, int, int | None]
VAGUE: dict[str, Vague] = {
    "dozens": (12, None, 24, 99, 24, None),
    "scores": (20, None, 40, 199, 40, None),
    "tens": (10, None, 20, 99, 20, None),
    "hundreds": (100, None, 200, 999, 200, None),
    "thousands": (1_000, None, 2_000, 9_999, 2_000, None),
    "tens of thousands": (10_000, None, 20_000, 99_999, 20_000, None),
    "hundreds of thousands": (100_000, None, 200_000, 999_999, 200_000, None),
    "millions": (1_000_000, None, 2_000_000, 9_999_999, 2_000_000, None),
    "tens of millions": (10_000_000, None, 20_000_000, 99_999_999, 20_000_000, None),
    "hundreds of millions": (10**8, None, 2 * 10**8, 10**9 - 1, 2 * 10**8, None),
    "billions": (10**9, None, 2 * 10**9, 10**10 - 1, 2 * 10**9, None),
    "tens of billions": (10**10, None, 2 * 10**10, 10**11 - 1, 2 * 10**10, None),
    "hundreds of billions": (10**11, None, 2 * 10**11, 10**12 - 1, 2 * 10**11, None),
    "several": (3, 19, 3, 9, 3, None),
    "a few": (2, 9, 3, 5, 3, None),
    "a handful of": (2, 9, 3, 6, 3, None),
    "a handful": (2, 9, 3, 6, 3, None),
    "a couple of": (2, 3, 2, 2, 2, 3),
    "a couple": (2, 3, 2, 2, 2, 3),
    "a large number": (5, None, 12, 99, 12, None),
    "large numbers": (5, None, 12, 99, 12, None),
    "single digits": (1, 9, 1, 9, 1, 9),
    "double digits": (10, 99, 10, 99, 10, 99),
    "triple digits": (100, 999, 100, 999, 100, 999),
    "five-figure": (10_000, 99_999, 10_000, 99_999, 10_000, 99_999),
    "six-figure": (100_000, 999_999, 100_000, 999_999, 100_000, 999_999),
    "seven-figure": (10**6, 10**7 - 1, 10**6, 10**7 - 1, 10**6, 10**7 - 1),
}
# Several, a few, a couple of a scale: multiples of it, (hard low, hard high,
# core low, core high, printed low, printed high), for dozens and for other scales.
OF_DOZENS: dict[str, Vague] = {
    "several": (24, 120, 36, 84, 36, None),
    "a few": (24, 84, 36, 60, 36, None),
    "a couple of": (22, 36, 24, 24, 24, 36),
}
OF_HUNDREDS: dict[str, Vague] = {
    "several": (200, 999, 300, 900, 300, None),
    "a few": (200, 900, 300, 500, 300, None),
    "a couple of": (183, 300, 200, 200, 200, 300),
}

# The kinds of hedge that leave the upper end open, and those that leave the lower.
FLOORS, CEILINGS = {"at_least", "more_than"}, {"at_most", "less_than"}
# Hedge words before a number -> what they do to it.
HEDGES: dict[str, str] = {}
for _kind, _phrases in {
    "at_least": "at least|at the very least|no fewer than|not fewer than|no less than|"
    "not less than|a minimum of|minimum of|upwards of|upward of|at a minimum",
    "more_than": "more than|greater than|over|well over|well above|above|in excess of|"
    "exceeding|exceeded|exceeds|exceed|surpass|surpasses|surpassing|surpassed|topped|"
    "topping|north of",
    "at_most": "up to|upto|as many as|as much as|as high as|at most|at the most|"
    "no more than|not more than|a maximum of|maximum of|no higher than",
    "less_than": "fewer than|less than|under|below|not even|well under|well below",
    "about": "about|around|approximately|approx|approx.|roughly|some|an estimated|"
    "estimated|circa|c.|~|≈|in the region of|in the order of|something like|"
    "more or less|on the order of|an average of|anything like|barely",
    "nearly": "nearly|almost|close to|approaching|just short of|a little short of|"
    "as good as|virtually",
    "just_over": "just over|just above|slightly over|slightly more than|"
    "slightly above|a little over|a little more than|a bit more than|a bit over",
    "just_under": "just under|just below|slightly under|slightly less than|"
    "slightly fewer than|slightly below|a little under|a little less than|"
    "a little fewer than|a bit less than",
}.items():
    HEDGES |= dict.fromkeys(_phrases.split("|"), _kind)

# Hedges after a number.
AFTER: dict[str, str] = {
    "or more": "at_least",
    "or above": "at_least",
    "or so": "about",
    "or thereabouts": "about",
    "or fewer": "at_most",
    "or less": "at_most",
    "at least": "at_least",
    "at most": "at_most",
    "at the most": "at_most",
    "plus": "at_least",
    "and counting": "at_least",
}

# What a count of none, or no count at all, is said of.
ABSENT = listed(
    "casualties casualty deaths death injuries injury fatalities fatality victims "
    "survivors wounded dead killed missing arrests losses bodies"
)
