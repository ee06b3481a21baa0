"""Take in how others rated claims, from ClaimReview."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from claims.errors import Unreadable
from claims.exchange import claimreview_reading
from claims.management import acting
from claims.management.desk_command import DeskCommand
from claims.management.files import readable
from claims.services import borrowing
from claims.services.borrowing import Borrowed, GivenVerdict

_MOST_SHOWN = 50
_AT_ONCE = 100


class Command(DeskCommand):
    help = (
        "Take in claims as others rated them, from ClaimReview: one, a list, a data feed,"
        " or web pages that hold some. They stand beside the desk’s own verdicts and are"
        " found when somebody asks whether a claim was checked before. Every item is"
        " checked before one is stored; the same verdict twice is one."
    )
    example = "manage.py import_claimreviews feed.json page.html --dry-run"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="JSON-LD or HTML.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Check the items and store nothing."
        )
        acting.add_argument(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        given = self._read(readable(options["files"]))
        if options["dry_run"]:
            self.stdout.write(f"{len(given):,} verdicts, all can be taken in.")
            return
        by = acting.actor(options)
        taken = Borrowed()
        rows = iter(tqdm(given, unit=" verdicts", disable=None, file=sys.stderr))
        while batch := list(islice(rows, _AT_ONCE)):
            taken += borrowing.verdicts(batch, by=by)
        self.stdout.write(
            f"{len(given):,} verdicts: {taken.new:,} new here, {taken.changed:,} changed,"
            f" on {taken.claims:,} new claims."
        )

    def _read(self, paths: list[Path]) -> list[GivenVerdict]:
        """Read every file; tell the items that cannot be taken in."""
        found: list[GivenVerdict] = []
        wrong = 0
        for path in paths:
            items = claimreview_reading.read(path.read_bytes(), name=str(path))
            for number, item in items:
                if not isinstance(item, Unreadable):
                    found.append(item)
                    continue
                wrong += 1
                if wrong <= _MOST_SHOWN:
                    self.stderr.write(f"{path}, item {number}: {item}")
        if wrong:
            raise CommandError(f"{wrong:,} items cannot be taken in.")
        return found
