"""Read JSON lines, print what the engine finds in each; the database is not touched."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from claims.exchange import readings
from claims.extraction.rows import Row
from claims.management.desk_command import DeskCommand
from claims.management.files import readable

# How many documents wait for a worker: enough to keep it busy, few enough to hold.
_WAITING = 4


class Command(DeskCommand):
    help = (
        "Read documents as JSON lines from files or standard input and print one line of"
        " quotes and figures for each, in order. A row that cannot be read is answered"
        " with an error; the run goes on and exits with 1 at the end."
    )
    example = "manage.py extract articles.jsonl > findings.jsonl"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files",
            nargs="*",
            metavar="FILE",
            help="JSON lines; none reads standard input.",
        )
        parser.add_argument(
            "--jobs", type=int, default=1, metavar="N", help="Read in N processes."
        )

    def handle(self, *_: Any, **options: Any) -> None:
        if options["jobs"] < 1:
            raise CommandError("--jobs wants 1 or more.")
        lines = _lines(options["files"])
        failed = 0
        with tqdm(unit=" documents", disable=None, file=sys.stderr) as bar:
            for row in _rows(lines, jobs=options["jobs"]):
                self.stdout.write(json.dumps(row))
                failed += "error" in row
                bar.update()
        if failed:
            raise CommandError(f"{failed} of the rows could not be read; see their errors.")


def _lines(names: list[str]) -> Iterator[tuple[bytes, str]]:
    if not names:
        return _numbered(sys.stdin.buffer, "standard input")
    return _of_files(names)


def _of_files(names: list[str]) -> Iterator[tuple[bytes, str]]:
    for path in readable(names):
        with path.open("rb") as lines:
            yield from _numbered(lines, str(path))


def _numbered(lines: Any, name: str) -> Iterator[tuple[bytes, str]]:
    for number, line in enumerate(lines, start=1):
        yield line, f"{name}, line {number}"


def _rows(lines: Iterator[tuple[bytes, str]], *, jobs: int) -> Iterator[Row]:
    if jobs == 1:
        for line, place in lines:
            yield readings.answer(line, place=place)
        return
    waiting: deque[Future[Row]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for line, place in lines:
            waiting.append(pool.submit(partial(readings.answer, line, place=place)))
            if len(waiting) >= jobs * _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
