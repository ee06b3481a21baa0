"""Take dossier files in: incidents with their articles, quotes and figures."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from django.core.management.base import CommandParser
from tqdm import tqdm

from claims.exchange import dossier_reading
from claims.management import acting
from claims.management.desk_command import DeskCommand
from claims.management.files import readable
from claims.services import assembling
from claims.services.assembling import Assembled
from claims.services.decisions import Decisions


class Command(DeskCommand):
    help = (
        "Take in dossier files, one incident each: quotes and figures as accepted,"
        " speakers found or made, figures filed and compared, and what another desk had"
        " decided, under the names of those who did. A file that is here"
        " already changes nothing; one that is wrong leaves nothing behind."
    )
    example = "manage.py import_dossier seeds/*.json --by editor"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="JSON, one incident.")
        parser.add_argument(
            "--evidence",
            action="store_true",
            help="Leave what another desk decided: settlements, verdicts, remarks.",
        )
        acting.add_argument(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        # Every file is read before one is stored, so that a mistake costs nothing.
        paths = readable(options["files"])
        dossiers = [
            dossier_reading.read(path.read_bytes(), name=str(path)) for path in paths
        ]
        if options["evidence"]:
            dossiers = [replace(each, decisions=Decisions()) for each in dossiers]
        by = acting.actor(options)
        files = tqdm(dossiers, unit=" dossiers", disable=None, file=sys.stderr)
        for dossier in files:
            self.stdout.write(_told(assembling.assemble(dossier, by=by)))


def _told(assembled: Assembled) -> str:
    incident = assembled.incident
    decided = f" and {assembled.decisions} decisions" if assembled.decisions else ""
    if assembled.is_new:
        return (
            f"{incident.slug}: taken in with {assembled.marks} quotes and figures{decided}."
        )
    if assembled.marks or assembled.decisions:
        return f"{incident.slug}: {assembled.marks} new quotes and figures{decided}."
    return f"{incident.slug}: already here, nothing changed."
