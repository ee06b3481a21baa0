"""What numbers allow that are printed with one of the hedges of a dossier."""

from __future__ import annotations

from claims.domain.intervals import Interval, Number
from claims.domain.number_intervals import (
    DEFAULTS,
    Pair,
    Parameters,
    about,
    between,
    ceiling,
    floor,
)
from claims.domain.number_words import CEILINGS, FLOORS, VAGUE

_HEDGES = FLOORS | CEILINGS | {"about", "range", "vague", "exact"}


def intervals_of(
    low: Number | None, high: Number | None, hedge: str, table: Parameters = DEFAULTS
) -> Pair:
    """Return hard and core interval of numbers printed with one of a dossier's hedges.

    The hedges are at_least, at_most, more_than, less_than, about, range, vague and
    exact. Raises ValueError where the numbers do not fit the hedge.
    """
    if hedge not in _HEDGES:
        raise ValueError(f"not a hedge that a figure can have: {hedge!r}")
    if hedge in CEILINGS and high is not None:
        least = 1 if low is None else int(low)
        return ceiling(high, least=least, below=hedge == "less_than", table=table)
    if low is None:
        raise ValueError(f"a figure hedged {hedge!r} needs its low number")
    if hedge in FLOORS:
        return floor(low, named=high, above=hedge == "more_than", table=table)
    if hedge == "vague":
        return _printed_vaguely(low, high, table)
    return _printed_plainly(low, high, hedge, table)


def _printed_vaguely(low: Number, high: Number | None, table: Parameters) -> Pair:
    for hard_low, hard_high, core_low, core_high, *printed in VAGUE.values():
        if printed == [low, high]:
            return Interval(hard_low, hard_high), Interval(core_low, core_high)
    return floor(low, table=table) if high is None else between(low, high)


def _printed_plainly(
    low: Number, high: Number | None, hedge: str, table: Parameters
) -> Pair:
    if high is None:
        return floor(low, table=table)
    if hedge == "about" and low == high:
        return about(low, table)
    return between(low, high)
