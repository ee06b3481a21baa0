"""Figures from a spreadsheet: each line is tied to words in a text that is here."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from claims.domain.intervals import Interval, Number
from claims.domain.measures import counted
from claims.domain.spans import Span
from claims.errors import Unreadable
from claims.exchange.table_lines import read_each
from claims.models import Figure, Revision
from claims.services.attributing import Chain, Source
from claims.services.filing import ScopeKey
from claims.services.given import GivenFigure
from claims.services.marking import placed
from claims.services.values import Value, value_in

# The columns that are read; all but two may be missing. They are named as in an export.
COLUMNS = (
    "exact",
    "measure",
    "population",
    "unit",
    "place",
    "low",
    "high",
    "core_low",
    "core_high",
    "kind",
    "hedge",
    "printed_low",
    "printed_high",
    "as_of",
    "is_additive",
    "epistemic",
    "basis",
    "speakers",
    "via",
    "url",
    "sha256",
    "start",
    "end",
)
_NEEDED = ("exact", "measure")
_JOINT = ";"
_YES = frozenset({"true", "yes", "1"})
_LONGEST_LINE = 1_000_000


@dataclass(frozen=True, slots=True)
class FigureLine:
    """What one line says: the text, the figure in it, and what it is a value of."""

    revision: Revision
    figure: GivenFigure
    scope: ScopeKey


class Reader:
    """Reads lines of a file whose columns may have other names than ours."""

    def __init__(self, lines: Iterable[str], names: Mapping[str, str]) -> None:
        """Take the lines of the file and, for our names, those of its columns."""
        csv.field_size_limit(_LONGEST_LINE)
        self._rows = csv.DictReader(lines)
        self._revision: Revision | None = None
        there = self._rows.fieldnames or ()
        self._names = {name: names.get(name, name) for name in COLUMNS}
        missing = [self._names[name] for name in _NEEDED if self._names[name] not in there]
        missing += [column for column in names.values() if column not in there]
        if missing:
            raise Unreadable(f"There is no column {missing[0]!r} in the file.")

    def lines(self) -> Iterator[tuple[int, FigureLine | Unreadable]]:
        """Yield each line's number with what it says, or with what is wrong with it."""
        return read_each(self._rows, self._line)

    def _line(self, row: Mapping[str, str | None]) -> FigureLine:
        cells = {
            name: unquoted((row.get(column) or "").strip())
            for name, column in self._names.items()
        }
        for name in _NEEDED:
            if not cells[name]:
                raise Unreadable(f"{self._names[name]} is empty.")
        revision = self._text(cells)
        span = _place(revision, cells)
        value = _value(cells)
        return FigureLine(
            revision=revision,
            figure=GivenFigure(span, value, _chain(cells)),
            scope=ScopeKey(
                measure=value.measure,
                population=value.population or "people",
                place=cells["place"],
                unit=value.unit,
            ),
        )

    def _text(self, cells: Mapping[str, str]) -> Revision:
        """Return the text that a line is about; the one before is often the same."""
        known = self._revision
        if known is not None and _is_meant(known, cells):
            return known
        rows = Revision.objects.select_related("article").defer("raw").order_by("-number")
        if cells["sha256"]:
            found = rows.filter(sha256=cells["sha256"]).first()
        elif cells["url"]:
            found = rows.filter(article__url=cells["url"]).first()
        else:
            raise Unreadable("Neither url nor sha256 says which text it stands in.")
        if found is None:
            raise Unreadable(f"The text {cells['sha256'] or cells['url']} is not here.")
        self._revision = found
        return found


def _is_meant(revision: Revision, cells: Mapping[str, str]) -> bool:
    if cells["sha256"]:
        return revision.sha256 == cells["sha256"]
    return bool(cells["url"]) and revision.article.url == cells["url"]


def _place(revision: Revision, cells: Mapping[str, str]) -> Span:
    exact, text = cells["exact"], revision.text
    if cells["start"].isdigit() and cells["end"].isdigit():
        start, end = int(cells["start"][:9]), int(cells["end"][:9])
        if text[start:end] == exact:
            return placed(revision, start, end, exact)
    if text.count(exact) != 1:
        raise Unreadable(f"“{exact[:60]}” does not stand in the text exactly once.")
    start = text.index(exact)
    return Span(start, start + len(exact))


def _value(cells: Mapping[str, str]) -> Value:
    """Return the value that the numbers say, or that is read from the words."""
    what = counted(cells["measure"])
    unit = cells["unit"] or what.unit
    low, high = _number(cells, "low"), _number(cells, "high")
    if low is None:
        found = value_in(cells["exact"], measure=what.measure)
        hard, core, kind = found.hard, found.core, found.kind
        hedge, printed = found.hedge, (found.printed_low, found.printed_high)
    else:
        hard = core = _interval(low, high)
        core_low = _number(cells, "core_low")
        if core_low is not None:
            core = _interval(core_low, _number(cells, "core_high"))
        if not hard.contains(core):
            raise Unreadable("The core does not lie inside low and high.")
        kind = _known(cells["kind"], Figure.Kind.values, _kind(low, high))
        hedge = cells["hedge"]
        printed = _number(cells, "printed_low"), _number(cells, "printed_high")
    return Value(
        measure=what.measure,
        population=cells["population"],
        unit=unit,
        place=cells["place"],
        hard=hard,
        core=core,
        kind=kind,
        hedge=hedge,
        printed_low=printed[0],
        printed_high=printed[1],
        is_additive=cells["is_additive"].lower() in _YES,
        epistemic=_known(
            cells["epistemic"], Figure.Epistemic.values, Figure.Epistemic.STATED
        ),
        basis=_known(cells["basis"], Figure.Basis.values, Figure.Basis.CLAIM),
        as_of=_day(cells["as_of"]),
    )


def _interval(low: Number, high: Number | None) -> Interval:
    if high is not None and low > high:
        raise Unreadable(f"The low number {low} is above the high one {high}.")
    return Interval(low, high)


def _kind(low: Number, high: Number | None) -> str:
    if high is None:
        return Figure.Kind.AT_LEAST
    if low != high:
        return Figure.Kind.RANGE
    return Figure.Kind.EXACT if low else Figure.Kind.ZERO


def _known(word: str, words: list[str], otherwise: str) -> str:
    if word and word not in words:
        raise Unreadable(f"{word!r} is none of {', '.join(words)}.")
    return word or otherwise


def _number(cells: Mapping[str, str], name: str) -> Number | None:
    if not cells[name]:
        return None
    try:
        found = Decimal(cells[name].replace(",", ""))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or found < 0 or found.adjusted() > 15:  # noqa: PLR2004  digits
        raise Unreadable(f"{name} is not a number that a figure can have.")
    return int(found) if found == found.to_integral_value() else found


def _day(words: str) -> dt.date | None:
    if not words:
        return None
    try:
        return dt.date.fromisoformat(words)
    except ValueError as broken:
        raise Unreadable("as_of is not a day such as 2021-08-31.") from broken


def _chain(cells: Mapping[str, str]) -> Chain:
    origins, relays = (
        tuple(
            Source(name=name.strip()) for name in cells[part].split(_JOINT) if name.strip()
        )
        for part in ("speakers", "via")
    )
    return Chain(origins, relays)


def unquoted(cell: str) -> str:
    """Return a cell without the quote that keeps programs from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@" else cell
