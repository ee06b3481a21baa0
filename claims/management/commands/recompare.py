"""Compare the figures of every quantity again."""

from __future__ import annotations

import sys
from typing import Any

from tqdm import tqdm

from claims.management.desk_command import DeskCommand
from claims.models import Quantity
from claims.services import comparing

_SUMMARY = (
    "severity",
    "positions",
    "conflicts",
    "figure_count",
    "reports",
    "outlets",
    "independent",
)


class Command(DeskCommand):
    help = (
        "Compare the figures of every quantity again, as after an upgrade that changes"
        " the method. Whatever a figure's change should have brought is there already,"
        " so that this finds nothing to change."
    )
    example = "manage.py recompare"

    def handle(self, *_: Any, **options: Any) -> None:
        keys = list(Quantity.objects.standing().order_by("pk").values_list("pk", flat=True))
        made = changed = removed = resummed = 0
        for pk in tqdm(
            keys, unit=" quantities", disable=None, file=sys.stderr, leave=False
        ):
            quantity = Quantity.objects.select_related("incident__parent").get(pk=pk)
            before = _summary(quantity)
            outcome = comparing.refresh(quantity)
            made += outcome.made
            changed += outcome.changed
            removed += outcome.removed
            resummed += before != _summary(quantity)
        self.stdout.write(
            f"{len(keys):,} quantities compared: {made:,} relations new,"
            f" {changed:,} changed, {removed:,} gone; {resummed:,} summaries changed."
        )


def _summary(quantity: Quantity) -> list[int]:
    return [getattr(quantity, column) for column in _SUMMARY]
