"""Take figures in from a CSV file."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from claims.errors import Unreadable
from claims.exchange.figure_rows import COLUMNS, FigureLine, Reader
from claims.management import acting
from claims.management.desk_command import DeskCommand
from claims.management.files import readable
from claims.models import Figure, Incident, User
from claims.services import filing, importing
from claims.services.filing import ScopeKey

_MOST_SHOWN = 50
_AT_ONCE = 500


class Command(DeskCommand):
    help = (
        "Take figures in from a CSV file, as accepted, and file them under quantities of an"
        " incident. Each line names a text that is here, by url or sha256, and the words in"
        " it. All lines are checked before one is stored, with errors by line; a run that"
        " was interrupted can be taken up again, and nothing is stored twice."
    )
    example = (
        "manage.py import_figures tolls.csv --incident crane-2031-03-04"
        " --column exact=phrase --column speakers=source"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="CSV in UTF-8 with a head line.")
        parser.add_argument(
            "--incident", required=True, metavar="SLUG", help="What the figures are about."
        )
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="OURS=THEIRS",
            help=f"What the file calls a column of ours: {', '.join(COLUMNS)}.",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Check the lines and store nothing."
        )
        acting.add_argument(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        (path,) = readable([options["file"]])
        incident = Incident.objects.filter(slug=options["incident"]).first()
        if incident is None:
            raise CommandError(f"There is no incident {options['incident']}.")
        names = _names(options["column"])
        count = self._check(path, names)
        if options["dry_run"]:
            self.stdout.write(f"{path}: {count:,} figures, all can be taken in.")
            return
        by = acting.actor(options)
        made, scopes = _store(path, names, count, by)
        _file(incident, scopes, by)
        self.stdout.write(f"{path}: {count:,} figures, {made:,} of them new here.")

    def _check(self, path: Path, names: dict[str, str]) -> int:
        """Read every line; tell those that cannot be read."""
        count = wrong = 0
        for number, line in tqdm(
            _lines(path, names), unit=" lines", disable=None, file=sys.stderr
        ):
            count += 1
            if isinstance(line, Unreadable):
                wrong += 1
                if wrong <= _MOST_SHOWN:
                    self.stderr.write(f"{path}, line {number}: {line}")
        if wrong:
            raise CommandError(f"{path}: {wrong:,} of {count:,} lines cannot be taken in.")
        return count


def _lines(
    path: Path, names: dict[str, str]
) -> Iterator[tuple[int, FigureLine | Unreadable]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from Reader(file, names).lines()
    except UnicodeDecodeError as broken:
        raise Unreadable(f"{path}: byte {broken.start} is not UTF-8.") from broken
    except Unreadable as refusal:
        raise Unreadable(f"{path}: {refusal}") from refusal


def _names(given: list[str]) -> dict[str, str]:
    names = {}
    for each in given:
        ours, equals, theirs = each.partition("=")
        if ours not in COLUMNS or not equals or not theirs:
            raise CommandError(
                f"--column {each}: want one of ours, =, and one of the file's."
            )
        names[ours] = theirs
    return names


def _store(
    path: Path, names: dict[str, str], count: int, by: User
) -> tuple[int, dict[ScopeKey, list[int]]]:
    """Store each line's figure; return how many are new and where they belong."""
    made = 0
    scopes: dict[ScopeKey, list[int]] = defaultdict(list)
    lines = tqdm(
        _lines(path, names), total=count, unit=" figures", disable=None, file=sys.stderr
    )
    for batch in _batches(_read(lines)):
        figures = [line.figure for line in batch]
        stored = importing.store(batch[0].revision, quotes=(), figures=figures, by=by)
        made += stored.made
        for line, figure in zip(batch, stored.figures, strict=True):
            if figure is not None:
                scopes[line.scope].append(figure.pk)
    return made, scopes


def _read(lines: Iterable[tuple[int, FigureLine | Unreadable]]) -> Iterator[FigureLine]:
    for _, line in lines:
        if isinstance(line, Unreadable):
            raise line
        yield line


def _batches(lines: Iterable[FigureLine]) -> Iterator[list[FigureLine]]:
    """Yield neighbouring lines about one text together, some hundreds at most."""
    for _, same in groupby(lines, key=lambda line: line.revision.pk):
        while batch := list(islice(same, _AT_ONCE)):
            yield batch


def _file(incident: Incident, scopes: dict[ScopeKey, list[int]], by: User) -> None:
    """File what is under no quantity yet; each quantity is compared once."""
    for scope, keys in tqdm(
        scopes.items(), unit=" quantities", disable=None, file=sys.stderr
    ):
        unfiled = Figure.objects.filter(pk__in=keys, quantity__isnull=True)
        figures = list(unfiled.select_related("quantity"))
        if figures:
            filing.file_all(figures, filing.quantity(incident, scope, by=by), by=by)
