"""The words of a row: its value in the numbers as uttered, and all that it says."""

from __future__ import annotations

from django.utils.translation import gettext

from claims.domain.intervals import Interval, Number
from claims.plots.notation import Notation
from claims.plots.ranges import FigureRow, Interest


def sentence(row: FigureRow, notation: Notation) -> str:
    """Return all that the row says, in words: for the pointer and for screen readers."""
    place = ", ".join(part for part in (row.speaker, row.printed_in, row.when) if part)
    said = f"{place}: “{row.words}”" if row.words else place
    return "; ".join(part for part in (said, *_remarks(row, notation)) if part)


def printed(row: FigureRow, notation: Notation) -> str:
    """Return the value in the numbers as uttered: "9–10 or more", "about 300"."""
    if row.hard is None:
        return gettext("no report")
    if not row.named:
        return notation.interval(row.hard)
    low, high = min(row.named), max(row.named)
    number = notation.number(low) if low == high else notation.range(low, high)
    return _hedge(row.hard, row.reading or row.hard, low, high) % {"number": number}


def _hedge(hard: Interval, core: Interval, low: Number, high: Number) -> str:
    if hard.high is None and hard.low <= low:
        return gettext("%(number)s or more")
    if hard.low > low:
        return gettext("more than %(number)s")
    if hard.high is not None and hard.high < high:
        return gettext("under %(number)s")
    if hard.low < low and hard.high == high:
        return gettext("up to %(number)s")
    is_wider = (core.low, core.high) != (low, high)
    return gettext("about %(number)s") if is_wider else "%(number)s"


def _remarks(row: FigureRow, notation: Notation) -> list[str]:
    remarks = [printed(row, notation) if row.hard else gettext("no value reported")]
    if row.reading != row.hard:
        remarks.append(gettext("commonly read as %s") % notation.interval(row.reading))
    if row.is_vague:
        remarks.append(gettext("a vague word"))
    if row.interest is not Interest.UNKNOWN:
        remarks.append(_interest(row.interest))
    if row.superseded_by:
        remarks.append(gettext("superseded by a later figure"))
    if row.set_aside:
        remarks.append(gettext("set aside: %s") % row.set_aside)
    return remarks


def _interest(interest: Interest) -> str:
    if interest is Interest.ENEMY:
        return gettext("speaks of the other side")
    if interest is Interest.OWN:
        return gettext("speaks of its own side")
    return gettext("a third party")
