"""What every command here shares: an example in its help, and refusals as sentences."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.errors import ClaimsError


class DeskCommand(BaseCommand):
    """A command whose refusals end it with one sentence and exit code 1."""

    example = ""
    interrupted = "Interrupted."

    def create_parser(
        self, prog_name: str, subcommand: str, **kwargs: Any
    ) -> CommandParser:
        return super().create_parser(
            prog_name,
            subcommand,
            epilog=f"Example:\n  {self.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **kwargs,
        )

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except ClaimsError as refusal:
            raise CommandError(str(refusal)) from refusal
        except BrokenPipeError:
            # Whoever read us (head, a pager) has enough: Python must not flush to it.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise CommandError("Nobody reads the output any more.") from None
        except KeyboardInterrupt:
            raise CommandError(self.interrupted, returncode=130) from None
