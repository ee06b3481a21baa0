"""Quotes and figures in the words of a dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from claims.domain.intervals import Interval, Number
from claims.domain.measures import counted, unit_of
from claims.domain.number_hedges import intervals_of
from claims.domain.spans import Span
from claims.exchange.dossier_people import People
from claims.exchange.dossier_shape import JOINT
from claims.models import Attribution, Figure, Link, Quote

MarkT = TypeVar("MarkT", Quote, Figure)
Kind = Figure.Kind

_HEDGES = {
    Kind.EXACT: "exact",
    Kind.ZERO: "exact",
    Kind.RANGE: "range",
    Kind.APPROX: "about",
    Kind.VAGUE: "vague",
    Kind.UNKNOWN: "vague",
}


@dataclass(frozen=True, slots=True)
class Voices:
    """Who is said to have said it: names, or a description, and the relays."""

    names: list[str]
    descriptor: str
    via: list[str]


def voices(attribution: Attribution | None, people: People) -> Voices:
    """Return who stands behind a mark; whoever is named becomes one of the people."""
    if attribution is None:
        return Voices([], "", [])
    origins = attribution.origins
    return Voices(
        [people.name(link.speaker) for link in origins if link.speaker],
        JOINT.join(link.descriptor for link in origins if not link.speaker),
        [people.name(link.speaker) for link in attribution.relays if link.speaker],
    )


def chain_of(attribution: Attribution | None, people: People) -> dict[str, Any]:
    """Return a chain with everything that is known of its links."""
    origins = attribution.origins if attribution else []
    relays = attribution.relays if attribution else []
    return {
        "is_first_hand": attribution is not None and attribution.is_first_hand,
        "origins": [_source(link, people) for link in origins],
        "relays": [_source(link, people) for link in relays],
    }


def _source(link: Link, people: People) -> dict[str, Any]:
    placed = link.mention_start is not None
    return {
        "speaker": people.name(link.speaker) if link.speaker else None,
        "descriptor": link.descriptor or ("" if link.speaker else link.name),
        "reason": link.reason,
        "mention": [link.mention_start, link.mention_end] if placed else None,
    }


def mention(attribution: Attribution | None) -> str:
    links = attribution.origins if attribution else []
    return next((link.mention for link in links if link.mention), "")


def in_order(
    rows: Sequence[MarkT], known: Sequence[Mapping[str, Any]]
) -> list[tuple[MarkT, Mapping[str, Any]]]:
    """Return marks in the order of a file, each with its entry there; new ones last."""
    entries = {_entry_key(entry): number for number, entry in enumerate(known)}
    last = len(known)
    found = [(entries.get(_row_key(row), last), row) for row in rows]
    found.sort(key=lambda pair: pair[0])
    return [(row, known[number] if number < last else {}) for number, row in found]


def _entry_key(entry: Mapping[str, Any]) -> tuple[str, str]:
    kind = counted(entry["measure"]).measure if "measure" in entry else entry["kind"]
    return entry["exact"], kind


def _row_key(row: Quote | Figure) -> tuple[str, str]:
    return row.exact, row.measure if isinstance(row, Figure) else row.kind


def unique(text: str, span: Span) -> str:
    """Return the words at a span, with those beside them if they stand there twice."""
    start, end = span.start, span.end
    while text.count(text[start:end]) > 1 and (start, end) != (0, len(text)):
        after = text.find(" ", end + 1)
        before = text.rfind(" ", 0, max(0, start - 1))
        if end < len(text):
            end = len(text) if after < 0 else after
        else:
            start = before + 1
    return text[start:end]


def measure_words(figure: Figure, old: Mapping[str, Any]) -> str:
    """Return the measure in the file's words if it still says what the figure says."""
    words = str(old.get("measure", ""))
    if words:
        what = counted(words)
        if (what.measure, what.unit) == (figure.measure, figure.unit):
            return words
    return with_unit(figure.measure, figure.unit)


def with_unit(measure: str, unit: str) -> str:
    words = measure.replace("_", " ")
    return words if unit == unit_of(measure) else f"{words} ({unit})"


def numbers_of(figure: Figure) -> dict[str, Any]:
    """Return the printed numbers with the hedge that tells how they are bounded."""
    low, high = _printed(figure)
    return {"low": plain(low), "high": plain(high), "hedge": _hedge(figure)}


def extras(figure: Figure) -> dict[str, Any]:
    """Return what the printed numbers do not say: only where it is not as usual."""
    found: dict[str, Any] = {}
    if figure.kind == Kind.NO_REPORT:
        found["kind"] = figure.kind
    if figure.is_additive:
        found["is_additive"] = True
    if figure.epistemic != Figure.Epistemic.STATED:
        found["epistemic"] = figure.epistemic
    if figure.basis != Figure.Basis.CLAIM:
        found["basis"] = figure.basis
    if figure.hard and figure.core and _as_read(figure) != (figure.hard, figure.core):
        found["hard"] = [plain(figure.hard.low), plain(figure.hard.high)]
        found["core"] = [plain(figure.core.low), plain(figure.core.high)]
    return found


def _as_read(figure: Figure) -> tuple[Interval, Interval] | None:
    """Return the intervals that an import would give the figure."""
    low, high = _printed(figure)
    if figure.kind == Kind.AT_LEAST:
        high = _number(figure.printed_high)
    try:
        return intervals_of(low, high, _hedge(figure))
    except ValueError:
        return None


def _printed(figure: Figure) -> tuple[Number | None, Number | None]:
    low, high = _number(figure.printed_low), _number(figure.printed_high)
    if low is None and high is None and figure.hard:
        low, high = figure.hard.low, figure.hard.high
    if figure.kind == Kind.AT_LEAST:
        return (high if low is None else low), None
    if figure.kind == Kind.AT_MOST:
        return (None if low == high else low), (low if high is None else high)
    return low, high


def _hedge(figure: Figure) -> str:
    low, high = _printed(figure)
    if figure.kind == Kind.AT_LEAST:
        is_above = figure.low is not None and low is not None and figure.low > low
        return "more_than" if is_above else "at_least"
    if figure.kind == Kind.AT_MOST:
        is_below = figure.high is not None and high is not None and figure.high < high
        return "less_than" if is_below else "at_most"
    return _HEDGES.get(Kind(figure.kind), "vague")


def _number(value: Any) -> Number | None:
    if value is None:
        return None
    return int(value) if value == int(value) else value


def plain(value: Number | None) -> int | float | None:
    """Return a number as JSON has it."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == int(value) else float(value)
