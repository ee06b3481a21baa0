"""The lines of a table, each read or refused by itself."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from claims.errors import Unreadable

Read = TypeVar("Read")


def read_each(
    rows: csv.DictReader[str], read: Callable[[Mapping[str, str | None]], Read]
) -> Iterator[tuple[int, Read | Unreadable]]:
    """Yield each line's number with what it says, or with what is wrong with it."""
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return
            yield rows.line_num, read(row)
        except csv.Error as broken:
            yield rows.line_num, Unreadable(f"It is no CSV: {broken}.")
            return
        except Unreadable as refusal:
            yield rows.line_num, refusal
