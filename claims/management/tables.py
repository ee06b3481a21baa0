"""CSV files of commands: their columns by other names, their errors by line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TextIO, TypeVar

from django.core.management.base import CommandError, CommandParser, OutputWrapper
from tqdm import tqdm

from claims.errors import Unreadable

_MOST_SHOWN = 50
Line = TypeVar("Line")
Line_co = TypeVar("Line_co", covariant=True)


class Reader(Protocol[Line_co]):
    """What reads the lines of a file, as told or as what is wrong with them."""

    def lines(self) -> Iterator[tuple[int, Line_co | Unreadable]]:
        """Yield each line's number with what it says."""


def add_argument(parser: CommandParser, columns: Sequence[str]) -> None:
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="OURS=THEIRS",
        help=f"What the file calls a column of ours: {', '.join(columns)}.",
    )


def named(given: Iterable[str], columns: Sequence[str]) -> dict[str, str]:
    """Return the file's names of our columns as the options say them."""
    names = {}
    for each in given:
        ours, equals, theirs = each.partition("=")
        if ours not in columns or not equals or not theirs:
            raise CommandError(
                f"--column {each}: want one of ours, =, and one of the file's."
            )
        names[ours] = theirs
    return names


def lines(
    path: Path, reader: Callable[[TextIO], Reader[Line]]
) -> Iterator[tuple[int, Line | Unreadable]]:
    """Yield the lines of a file; refuse one that is no table, naming it."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from reader(file).lines()
    except UnicodeDecodeError as broken:
        raise Unreadable(f"{path}: byte {broken.start} is not UTF-8.") from broken
    except Unreadable as refusal:
        raise Unreadable(f"{path}: {refusal}") from refusal


def checked(
    path: Path, found: Iterable[tuple[int, Line | Unreadable]], errors: OutputWrapper
) -> int:
    """Return how many lines there are; refuse the file if one cannot be read."""
    count = wrong = 0
    for number, line in tqdm(found, unit=" lines", disable=None, file=sys.stderr):
        count += 1
        if isinstance(line, Unreadable):
            wrong += 1
            if wrong <= _MOST_SHOWN:
                errors.write(f"{path}, line {number}: {line}")
    if wrong:
        raise CommandError(f"{path}: {wrong:,} of {count:,} lines cannot be taken in.")
    return count


def read(found: Iterable[tuple[int, Line | Unreadable]]) -> Iterator[Line]:
    """Yield what lines say that were checked before."""
    for _, line in found:
        if isinstance(line, Unreadable):
            raise line
        yield line
