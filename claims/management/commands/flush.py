"""Empty the whole database: the one act that the seals must give way to."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import flush

from claims import triggers


class Command(flush.Command):
    """Django's own, with the seals taken off first.

    They are put back after it by the signal that ``flush`` sends.
    """

    def handle(self, **options: Any) -> None:
        triggers.remove(options["database"])
        super().handle(**options)
        triggers.install(options["database"])
