"""Take figures in from a CSV file."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from claims.errors import Unreadable
from claims.exchange.figure_rows import COLUMNS, FigureLine, Reader
from claims.management import acting, tables
from claims.management.desk_command import DeskCommand
from claims.management.files import readable
from claims.models import Figure, Incident, User
from claims.services import copying, filing, importing
from claims.services.filing import ScopeKey

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
    interrupted = "Interrupted: run the same again to go on, nothing is stored twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="CSV in UTF-8 with a head line.")
        parser.add_argument(
            "--incident", required=True, metavar="SLUG", help="What the figures are about."
        )
        tables.add_argument(parser, COLUMNS)
        parser.add_argument(
            "--dry-run", action="store_true", help="Check the lines and store nothing."
        )
        acting.add_argument(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        (path,) = readable([options["file"]])
        incident = Incident.objects.filter(slug=options["incident"]).first()
        if incident is None:
            raise CommandError(f"There is no incident {options['incident']}.")
        names = tables.named(options["column"], COLUMNS)
        count = tables.checked(path, _lines(path, names), self.stderr)
        if options["dry_run"]:
            self.stdout.write(f"{path}: {count:,} figures, all can be taken in.")
            return
        by = acting.actor(options)
        made, scopes = _store(path, names, count, by)
        _file(incident, scopes, by)
        self.stdout.write(f"{path}: {count:,} figures, {made:,} of them new here.")


def _lines(
    path: Path, names: dict[str, str]
) -> Iterator[tuple[int, FigureLine | Unreadable]]:
    return tables.lines(path, lambda file: Reader(file, names))


def _store(
    path: Path, names: dict[str, str], count: int, by: User
) -> tuple[int, dict[ScopeKey, list[int]]]:
    """Store each line's figure; return how many are new and where they belong."""
    made = 0
    scopes: dict[ScopeKey, list[int]] = defaultdict(list)
    lines = tqdm(
        _lines(path, names), total=count, unit=" figures", disable=None, file=sys.stderr
    )
    found = tables.read(lines)
    while batch := list(islice(found, _AT_ONCE)):
        given = [(line.revision, line.figure) for line in batch]
        stored = importing.store_figures(given, by=by)
        made += stored.made
        for line, figure in zip(batch, stored.figures, strict=True):
            if figure is not None:
                scopes[line.scope].append(figure.pk)
    return made, scopes


def _file(incident: Incident, scopes: dict[ScopeKey, list[int]], by: User) -> None:
    """File what is under no quantity yet; each quantity is compared once."""
    for scope, keys in tqdm(
        scopes.items(), unit=" quantities", disable=None, file=sys.stderr
    ):
        unfiled = Figure.objects.filter(pk__in=keys, quantity__isnull=True)
        figures = list(unfiled.select_related("quantity"))
        if figures:
            quantity = filing.quantity(incident, scope, by=by)
            filing.file_of_many(figures, quantity, by=by)
    copying.look_within(incident)
