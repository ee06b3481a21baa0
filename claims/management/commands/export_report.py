"""Write an incident as one HTML report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from claims.management.desk_command import DeskCommand
from claims.models import Incident
from claims.review import reports


class Command(DeskCommand):
    help = (
        "Write an incident as one HTML report that needs nothing else: every quantity with"
        " its pictures, figures and settlement, the claims, and what was done."
    )
    example = "manage.py export_report panjshir-2021-08-30 --output panjshir.html"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", metavar="SLUG", help="The incident's short name.")
        parser.add_argument(
            "--output", metavar="FILE", help="Write here, not to the screen."
        )

    def handle(self, *_: Any, **options: Any) -> None:
        found = Incident.objects.select_related("parent").filter(slug=options["slug"])
        incident = found.first()
        if incident is None:
            raise CommandError(f"There is no incident {options['slug']}.")
        text = reports.file(incident)
        if not options["output"]:
            self.stdout.write(text)
            return
        try:
            Path(options["output"]).write_text(text, encoding="utf-8")
        except OSError as broken:
            raise CommandError(f"{options['output']}: {broken.strerror}.") from broken
