"""Write figures as CSV or JSON lines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from claims.exchange import spreadsheet
from claims.management.desk_command import DeskCommand
from claims.models import Figure, Incident


class Command(DeskCommand):
    help = (
        "Write figures with everything that a spreadsheet wants to know of them, one row a"
        " figure: all that are filed, or those of one incident. No cell is taken for a"
        " formula."
    )
    example = "manage.py export_figures --incident panjshir-2021-08-30 --output figures.csv"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--incident", metavar="SLUG", help="Of this incident only.")
        parser.add_argument(
            "--format",
            choices=sorted(spreadsheet.FORMATS),
            default="csv",
            help="csv or jsonl.",
        )
        parser.add_argument(
            "--output", metavar="FILE", help="Write here, not to the screen."
        )

    def handle(self, *_: Any, **options: Any) -> None:
        figures = Figure.objects.filed()
        if options["incident"]:
            incident = Incident.objects.filter(slug=options["incident"]).first()
            if incident is None:
                raise CommandError(f"There is no incident {options['incident']}.")
            figures = figures.filter(quantity__incident=incident)
        lines = spreadsheet.lines(figures, form=options["format"])
        shown = tqdm(
            lines, total=figures.count(), disable=None, file=sys.stderr, leave=False
        )
        if not options["output"]:
            for line in shown:
                self.stdout.write(line, ending="")
            return
        try:
            with Path(options["output"]).open("w", encoding="utf-8", newline="") as file:
                file.writelines(shown)
        except OSError as broken:
            raise CommandError(f"{options['output']}: {broken.strerror}.") from broken
