"""Send what webhooks wait for, once or as long as it is left running."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

from django.core.management.base import CommandParser
from django.db import close_old_connections
from django.utils import timezone

from claims.management.desk_command import DeskCommand
from claims.outward.sending import PUBLIC, Rules
from claims.services import delivering
from claims.services.delivering import Round

_CLEANED_EVERY = dt.timedelta(hours=1)


class Command(DeskCommand):
    help = (
        "Send what webhooks wait for and say what came of it. With --watch it goes on until"
        " it is stopped; several may run at the same time, and none sends what another one"
        " is sending. Deliveries that are older than 30 days are deleted."
    )
    example = "manage.py deliver_webhooks --watch"
    # For tests, which have a receiver on this machine and no time to wait.
    stealth_options = ("rules", "sleep")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--watch", action="store_true", help="Go on, looking again and again."
        )
        parser.add_argument(
            "--every",
            type=float,
            default=5.0,
            metavar="SECONDS",
            help="How long to rest when nothing is due (5 unless said).",
        )

    def handle(self, *_: Any, **options: Any) -> None:
        rules, sleep = options.get("rules", PUBLIC), options.get("sleep", time.sleep)
        if not options["watch"]:
            delivering.forget_old(now=timezone.now())
            self._tell(_send_all(rules))
            return
        cleaned_at = timezone.now() - _CLEANED_EVERY
        while True:
            if timezone.now() - cleaned_at >= _CLEANED_EVERY:
                cleaned_at = timezone.now()
                delivering.forget_old(now=cleaned_at)
            done = _send_all(rules)
            if not done.is_nothing:
                self._tell(done)
            # One that the database ended meanwhile is opened anew.
            close_old_connections()
            sleep(max(options["every"], 0.1))

    def _tell(self, done: Round) -> None:
        self.stdout.write(
            f"{done.delivered} delivered, {done.put_off} to be tried again,"
            f" {done.given_up} given up."
        )


def _send_all(rules: Rules) -> Round:
    """Send until nothing is due; what failed is due later."""
    total = Round()
    while not (done := delivering.deliver_due(rules=rules)).is_nothing:
        total += done
    return total
