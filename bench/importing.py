"""What it costs to take many figures in from a CSV file, and to be interrupted.

    python -m bench.importing [--rows 50000] [--shape usual] [--whole]

Makes a desk of its own in a temporary SQLite file, with articles of ten figures each, and
imports them by the command: once killed in the middle, once interrupted as by Ctrl-C
further on, then again to the end, then once more, which finds nothing new; ``--whole`` runs
it once and to the end. Prints the seconds and those of the processor, the largest memory
and the last word of each run.

``usual`` has a file for each thousand rows: an incident of forty quantities, whose 25
figures lie near each other with a stray one now and then. ``worst`` is one incident whose
quantities have 250 figures each, scattered, so that most pairs are conflicts.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
FOLDER = Path(tempfile.mkdtemp(prefix="bench-importing-"))
os.environ["TRACKER_DATA_DIR"] = str(FOLDER)
os.environ.pop("DATABASE_URL", None)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

import django

django.setup()

from django.core.management import call_command
from django.utils import timezone

from claims.domain.text import sha256
from claims.models import Article, Figure, Incident, Outlet, Relation, Revision, Speaker

A_TEXT = 10  # figures
DAY = dt.datetime(2031, 3, 4, tzinfo=dt.UTC)
COLUMNS = ["sha256", "exact", "measure", "population", "speakers", "as_of"]


@dataclass(frozen=True)
class Shape:
    """How figures lie: how many an incident and a quantity have, and how near."""

    an_incident: int
    a_quantity: int
    is_scattered: bool

    def count(self, number: int, place: int) -> int:
        """Return how many died by one figure."""
        if self.is_scattered:
            return 3 + (number * place) % 40
        # Half a dozen values beside each other, and one in fifty far off.
        stray = 30 if (number + place) % 50 == 0 else 0
        return 20 + place + (number // 7) % 3 + stray


SHAPES = {
    "usual": Shape(an_incident=1_000, a_quantity=25, is_scattered=False),
    "worst": Shape(an_incident=50_000, a_quantity=250, is_scattered=True),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--shape", choices=SHAPES, default="usual")
    parser.add_argument("--whole", action="store_true", help="One run, and to its end.")
    options = parser.parse_args()
    rows, shape = options.rows, SHAPES[options.shape]
    call_command("migrate", verbosity=0)
    starts = range(0, rows, shape.an_incident)
    files = [
        write(number, shape, min(shape.an_incident, rows - start))
        for number, start in enumerate(starts)
    ]
    print(
        f"{rows:,} rows of {rows // A_TEXT:,} texts, {len(files)} incidents,"
        f" {rows // shape.a_quantity:,} quantities"
    )
    if options.whole:
        run(files, "whole")
    else:
        run(files, "killed", until=rows // 3, signal_at=signal.SIGKILL)
        run(files, "interrupted", until=rows * 2 // 3, signal_at=signal.SIGINT)
        run(files, "taken up again")
        run(files, "once more")
    filed = Figure.objects.filed().count()
    print(
        f"figures here {Figure.objects.count():,}, filed {filed:,}, wanted {rows:,},"
        f" relations {Relation.objects.count():,}"
    )


def write(incident: int, shape: Shape, rows: int) -> tuple[str, Path]:
    """Store an incident with its texts, and write the file that is about them."""
    slug = f"flood-{incident}"
    Incident.objects.create(slug=slug, title=f"Flood {incident}")
    outlets = [outlet(f"{incident}-{number}") for number in range(20)]
    path = FOLDER / f"{slug}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        quantities = max(1, rows // shape.a_quantity)
        for number in range(rows // A_TEXT):
            text = a_text(incident, number, shape)
            article = Article.objects.create(
                outlet=outlets[number % 20],
                headline=f"Flood {incident}, {number}",
                published_at=DAY,
            )
            Revision.objects.create(
                article=article,
                number=1,
                text=text,
                sha256=sha256(text),
                retrieved_at=timezone.now(),
            )
            table.writerows(lines(number, text, quantities))
    return slug, path


def outlet(name: str) -> Outlet:
    speaker = Speaker.objects.create(name=f"Gazette {name}", kind="outlet")
    return Outlet.objects.create(name=speaker.name, speaker=speaker)


def a_text(incident: int, number: int, shape: Shape) -> str:
    return "\n\n".join(
        f"In village {incident}-{number}-{place}"
        f" {shape.count(number, place)} people drowned."
        for place in range(A_TEXT)
    )


def lines(number: int, text: str, quantities: int) -> Iterator[list[str]]:
    day = (DAY + dt.timedelta(days=number % 9)).date().isoformat()
    for place, sentence in enumerate(text.split("\n\n")):
        exact = re.sub(r"^In village | drowned\.$", "", sentence)
        group = (number * A_TEXT + place) % quantities
        population, speaker = f"people of valley {group}", f"Office {number % 300}"
        yield [sha256(text), exact, "killed", population, speaker, day]


def run(
    files: list[tuple[str, Path]],
    what: str,
    *,
    until: int | None = None,
    signal_at: signal.Signals = signal.SIGKILL,
) -> None:
    """Run the command file by file, and end it once ``until`` figures are here."""
    began, busy = time.perf_counter(), children_took()
    said, code = "", 0
    for slug, path in files:
        process = subprocess.Popen(  # noqa: S603  our own command
            [sys.executable, "manage.py", "import_figures", str(path), "--incident", slug],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        while until is not None and process.poll() is None:
            if Figure.objects.count() >= until:
                process.send_signal(signal_at)
                break
            time.sleep(0.1)
        said, _ = process.communicate()
        code = process.returncode
        if code:
            break
    took = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    word = said.strip().rpartition("\n")[2].rpartition(": ")[2]
    print(
        f"{what:14} {took:7.1f} s   processor {children_took() - busy:6.1f} s"
        f"   most memory {memory:4.0f} MiB"
        f"   figures {Figure.objects.count():,}   exit {code}   {word}",
        flush=True,
    )


def children_took() -> float:
    """Return the seconds that the processor spent on the commands so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
