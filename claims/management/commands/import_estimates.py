"""Take in what other recorders have for a quantity, from CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from claims.domain.measures import counted
from claims.errors import Unreadable
from claims.exchange.estimate_rows import COLUMNS, FORMS, EstimateLine, Reader
from claims.management import acting, tables
from claims.management.desk_command import DeskCommand
from claims.management.files import readable
from claims.models import Incident, Quantity
from claims.services import borrowing, filing
from claims.services.borrowing import Borrowed, GivenEstimate
from claims.services.filing import ScopeKey

_AT_ONCE = 500


class Command(DeskCommand):
    help = (
        "Take in what other recorders have, from CSV: the entry, low, best and high, and"
        " sources. They are shown beside the figures as settlements of others; where the"
        " order of the numbers is broken the page says so, and nobody mends it. Which"
        " quantity a line is about is said by --quantity, or by its columns incident,"
        " measure and population. All lines are checked before one is stored; an entry"
        " that is here is not stored twice."
    )
    example = (
        "manage.py import_estimates ged.csv --form ucdp --quantity 12 --event 244657"
        " --event 244658"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="CSV in UTF-8 with a head line.")
        parser.add_argument(
            "--form",
            choices=sorted(FORMS),
            default="plain",
            help="Whose columns: those of UCDP GED, of Iraq Body Count, or ours.",
        )
        parser.add_argument(
            "--quantity", type=int, metavar="NUMBER", help="The number in its address."
        )
        parser.add_argument("--recorder", default="", help="Who keeps the record.")
        parser.add_argument(
            "--event",
            action="append",
            default=[],
            metavar="CODE",
            help="Take this entry alone; may be given more than once.",
        )
        tables.add_argument(parser, COLUMNS)
        parser.add_argument(
            "--dry-run", action="store_true", help="Check the lines and store nothing."
        )
        acting.add_argument(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        (path,) = readable([options["file"]])
        lines = _Lines(path, tables.named(options["column"], COLUMNS), options)
        count = tables.checked(path, lines, self.stderr)
        if options["dry_run"]:
            self.stdout.write(f"{path}: {count:,} entries, all can be taken in.")
            return
        by = acting.actor(options)
        taken = Borrowed()
        bar = tqdm(lines, total=count, unit=" entries", disable=None, file=sys.stderr)
        found = tables.read(bar)
        while batch := list(islice(found, _AT_ONCE)):
            for quantity, given in _by_quantity(batch).items():
                taken += borrowing.estimates(quantity, given, by=by)
        self.stdout.write(
            f"{path}: {count:,} entries, {taken.new:,} new here, {taken.changed:,} changed."
        )


Tied = tuple[Quantity, GivenEstimate]


class _Lines:
    """The lines of a file that are wanted, each with the quantity that it is about."""

    def __init__(self, path: Path, names: dict[str, str], options: dict[str, Any]) -> None:
        self._path, self._names = path, names
        self._form, self._recorder = FORMS[options["form"]], options["recorder"]
        self._wanted = frozenset(options["event"])
        self._all = _numbered(options["quantity"])
        self._known: dict[tuple[str, str, str], Quantity] = {}

    def __iter__(self) -> Iterator[tuple[int, Tied | Unreadable]]:
        lines = tables.lines(
            self._path,
            lambda file: Reader(file, self._form, self._names, self._recorder),
        )
        for number, line in lines:
            if isinstance(line, Unreadable):
                yield number, line
            elif not self._wanted or line.estimate.event in self._wanted:
                yield number, self._tied(line)

    def _tied(self, line: EstimateLine) -> Tied | Unreadable:
        if self._all is not None:
            return self._all, line.estimate
        named = line.incident, line.measure, line.population
        if not all(named):
            return Unreadable(
                "Neither --quantity nor incident, measure and population say what it is of."
            )
        if named not in self._known:
            incident = Incident.objects.filter(slug=line.incident).first()
            key = ScopeKey(counted(line.measure).measure, line.population)
            found = None if incident is None else filing.of_scope(incident, key)
            if found is None:
                return Unreadable(f"There is no quantity {' / '.join(named)}.")
            self._known[named] = found
        return self._known[named], line.estimate


def _numbered(number: int | None) -> Quantity | None:
    if number is None:
        return None
    found = Quantity.objects.standing().filter(pk=number).first()
    if found is None:
        raise CommandError(f"There is no quantity {number}.")
    return found


def _by_quantity(batch: list[Tied]) -> dict[Quantity, list[GivenEstimate]]:
    found: dict[Quantity, list[GivenEstimate]] = {}
    for quantity, estimate in batch:
        found.setdefault(quantity, []).append(estimate)
    return found
