"""The words of a row: its value in the numbers as uttered, and all that it says."""

from __future__ import annotations

from claims.domain.intervals import Interval, Number
from claims.plots.notation import Notation
from claims.plots.ranges import FigureRow, Interest

_INTERESTS = {
    Interest.ENEMY: "counts enemy losses",
    Interest.OWN: "counts own losses",
    Interest.THIRD: "a third party",
}
_HEDGED = {
    "": "{}",
    "floor": "{} or more",
    "above": "more than {}",
    "ceiling": "up to {}",
    "below": "under {}",
    "about": "about {}",
}


def sentence(row: FigureRow, notation: Notation) -> str:
    """Return all that the row says, in words: for the pointer and for screen readers."""
    place = ", ".join(part for part in (row.speaker, row.printed_in, row.when) if part)
    said = f"{place}: “{row.words}”" if row.words else place
    return "; ".join(part for part in (said, *_remarks(row, notation)) if part)


def printed(row: FigureRow, notation: Notation) -> str:
    """Return the value in the numbers as uttered: "9–10 or more", "about 300"."""
    if row.hard is None:
        return "no report"
    if not row.named:
        return notation.interval(row.hard)
    low, high = min(row.named), max(row.named)
    number = notation.number(low) if low == high else notation.range(low, high)
    return _HEDGED[_direction(row.hard, row.reading or row.hard, low, high)].format(number)


def _direction(hard: Interval, core: Interval, low: Number, high: Number) -> str:
    if hard.high is None:
        return "floor" if hard.low <= low else "above"
    if hard.high < high:
        return "below"
    if hard.low > low:
        return "above"
    if hard.low < low and hard.high == high:
        return "ceiling"
    return "about" if (core.low, core.high) != (low, high) else ""


def _remarks(row: FigureRow, notation: Notation) -> list[str]:
    remarks = [printed(row, notation) if row.hard else "no value reported"]
    if row.reading != row.hard:
        remarks.append(f"commonly read as {notation.interval(row.reading)}")
    if row.is_vague:
        remarks.append("a vague word")
    if row.interest is not Interest.UNKNOWN:
        remarks.append(_INTERESTS[row.interest])
    if row.superseded_by:
        remarks.append("superseded by a later figure")
    if row.set_aside:
        remarks.append(f"set aside: {row.set_aside}")
    return remarks
