"""What other recorders have, from a spreadsheet: low, best and high with sources."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from claims.domain.text import normalise
from claims.errors import Unreadable
from claims.exchange.figure_rows import unquoted
from claims.exchange.table_lines import read_each
from claims.services.addresses import of_article
from claims.services.borrowing import GivenEstimate

COLUMNS = (
    "event",
    "low",
    "best",
    "high",
    "sources",
    "place",
    "from",
    "until",
    "url",
    "recorder",
    "incident",
    "measure",
    "population",
)
_NUMBERS = ("low", "best", "high")
_LONGEST_LINE = 1_000_000
_MOST_DIGITS = 15
# Days as the recorders known by name print them.
_DAYS = ("%d %b %Y", "%d-%b-%y", "%d/%m/%Y", "%b %d, %Y")


@dataclass(frozen=True, slots=True)
class Form:
    """What a recorder calls our columns, and its name where no column has it."""

    recorder: str
    names: Mapping[str, str]


FORMS = {
    "plain": Form("", {}),
    "ucdp": Form(
        "UCDP GED",
        {
            "event": "id",
            "sources": "source_article",
            "place": "where_description",
            "from": "date_start",
            "until": "date_end",
        },
    ),
    "ibc": Form(
        "Iraq Body Count",
        {
            "event": "IBC code",
            "low": "Reported Minimum",
            "high": "Reported Maximum",
            "sources": "Sources",
            "place": "Location",
            "from": "Start Date",
            "until": "End Date",
        },
    ),
}


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """What one line says, and the quantity that it names if it names one."""

    estimate: GivenEstimate
    incident: str = ""
    measure: str = ""
    population: str = ""


class Reader:
    """Reads lines of a file whose columns may have other names than ours."""

    def __init__(
        self, lines: Iterable[str], form: Form, names: Mapping[str, str], recorder: str
    ) -> None:
        """Take the lines of the file and, for our names, those of its columns."""
        csv.field_size_limit(_LONGEST_LINE)
        self._rows = csv.DictReader(lines)
        there = self._rows.fieldnames or ()
        called = {**form.names, **names}
        self._names = {name: called.get(name, name) for name in COLUMNS}
        self._recorder = recorder or form.recorder
        wanted = ["event", *names]
        missing = [self._names[name] for name in wanted if self._names[name] not in there]
        if not missing and not any(self._names[name] in there for name in _NUMBERS):
            missing = [self._names["low"]]
        if missing:
            raise Unreadable(f"There is no column {missing[0]!r} in the file.")

    def lines(self) -> Iterator[tuple[int, EstimateLine | Unreadable]]:
        """Yield each line's number with what it says, or with what is wrong with it."""
        return read_each(self._rows, self._line)

    def _line(self, row: Mapping[str, str | None]) -> EstimateLine:
        cells = {
            name: unquoted(normalise(row.get(column) or ""))
            for name, column in self._names.items()
        }
        recorder = cells["recorder"] or self._recorder
        for name, value in (("event", cells["event"]), ("recorder", recorder)):
            if not value:
                raise Unreadable(f"{self._names[name]} is empty.")
        low, best, high = (self._number(cells, name) for name in _NUMBERS)
        if (low, best, high) == (None, None, None):
            raise Unreadable("It has no number.")
        estimate = GivenEstimate(
            recorder=recorder,
            event=cells["event"],
            low=low,
            best=best,
            high=high,
            sources=cells["sources"],
            place=cells["place"],
            from_on=self._day(cells, "from"),
            until_on=self._day(cells, "until"),
            url=of_article(cells["url"]),
        )
        return EstimateLine(
            estimate, cells["incident"], cells["measure"], cells["population"]
        )

    def _number(self, cells: Mapping[str, str], name: str) -> Decimal | None:
        words = cells[name].replace(",", "")
        if not words:
            return None
        try:
            found = Decimal(words)
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite() or found < 0 or found.adjusted() > _MOST_DIGITS:
            raise Unreadable(f"{self._names[name]} “{words[:40]}” is no number of people.")
        return found

    def _day(self, cells: Mapping[str, str], name: str) -> dt.date | None:
        words = cells[name]
        if not words:
            return None
        found = _iso(words) or next(
            filter(None, (_as(words, form) for form in _DAYS)), None
        )
        if found is None:
            raise Unreadable(f"{self._names[name]} “{words[:40]}” is no day.")
        return found


def _iso(words: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(words).date()
    except ValueError:
        return None


def _as(words: str, form: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(words, form).replace(tzinfo=dt.UTC).date()
    except ValueError:
        return None
