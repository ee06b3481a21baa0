"""Check that nothing stored was changed behind the product's back."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.core.management.base import CommandError
from tqdm import tqdm

from claims.management.desk_command import DeskCommand
from claims.queries import integrity


class Command(DeskCommand):
    help = (
        "Check the whole desk: each text against its hash, each mark against the words at"
        " its offsets, the log's chain of hashes, and the triggers that keep texts and log"
        " as they are. Says in plain sentences what does not hold and exits with 1."
    )
    example = "manage.py verify"

    def handle(self, *_: Any, **options: Any) -> None:
        counted = integrity.counted()
        total = counted["revisions"] + counted["lines of the log"]
        steps = chain(integrity.broken_texts(), integrity.broken_lines())
        failed = self._tell(integrity.broken_seals())
        with tqdm(total=total, disable=None, file=sys.stderr, leave=False) as bar:
            for step in steps:
                if step is None:
                    bar.update()
                else:
                    failed += self._tell([step])
        looked_at = ", ".join(f"{count:,} {name}" for name, count in counted.items())
        if failed:
            raise CommandError(f"{failed} things do not hold in {looked_at}.")
        self.stdout.write(f"Everything holds: {looked_at}.")

    def _tell(self, sentences: Iterable[str]) -> int:
        count = 0
        for sentence in sentences:
            self.stdout.write(sentence)
            count += 1
        return count
