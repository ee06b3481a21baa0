"""Write an incident as a dossier file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from claims.exchange import dossier_writing
from claims.management.desk_command import DeskCommand
from claims.models import Incident


class Command(DeskCommand):
    help = (
        "Write an incident as a dossier: its articles with their accepted quotes and"
        " figures, and the quantities and relations that the desk worked out of them."
    )
    example = "manage.py export_dossier panjshir-2021-08-30 > panjshir.json"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", metavar="SLUG", help="The incident's short name.")
        parser.add_argument(
            "--output", metavar="FILE", help="Write here, not to the screen."
        )

    def handle(self, *_: Any, **options: Any) -> None:
        incident = Incident.objects.filter(slug=options["slug"]).first()
        if incident is None:
            raise CommandError(f"There is no incident {options['slug']}.")
        dossier = dossier_writing.of(incident)
        text = json.dumps(dossier, ensure_ascii=False, indent=1)
        if not options["output"]:
            self.stdout.write(text)
            return
        try:
            Path(options["output"]).write_text(f"{text}\n", encoding="utf-8")
        except OSError as broken:
            raise CommandError(f"{options['output']}: {broken.strerror}.") from broken
