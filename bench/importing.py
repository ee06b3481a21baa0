"""What it costs to take many figures in from a CSV file, and to be interrupted.

    python -m bench.importing [--rows 50000]

Makes a desk of its own in a temporary SQLite file, with articles of ten figures each that
fall under two hundred quantities, and imports them by the command: once killed in the
middle, then again to the end, then once more, which finds nothing new. Prints the seconds
and the largest memory of each run.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
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
from claims.models import Article, Figure, Incident, Outlet, Revision, Speaker

A_TEXT = 10  # figures
QUANTITIES = 200
DAY = dt.datetime(2031, 3, 4, tzinfo=dt.UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=50_000)
    rows = parser.parse_args().rows
    call_command("migrate", verbosity=0)
    Incident.objects.create(slug="flood", title="A flood")
    path = FOLDER / "figures.csv"
    write(path, rows)
    print(f"{rows:,} rows of {rows // A_TEXT:,} texts, {QUANTITIES} quantities")
    run(path, "killed half-way", until=rows // 2)
    run(path, "taken up again")
    run(path, "once more")
    filed = Figure.objects.filed().count()
    print(f"figures here {Figure.objects.count():,}, filed {filed:,}, wanted {rows:,}")


def write(path: Path, rows: int) -> None:
    """Store the texts and write the file that is about them."""
    outlets = [outlet(number) for number in range(50)]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["sha256", "exact", "measure", "population", "speakers", "as_of"])
        for number in range(rows // A_TEXT):
            sentences = [
                f"In village {number}-{place} {3 + (number * place) % 40} people drowned."
                for place in range(A_TEXT)
            ]
            text = "\n\n".join(sentences)
            article = Article.objects.create(
                outlet=outlets[number % 50], headline=f"Flood, {number}", published_at=DAY
            )
            Revision.objects.create(
                article=article,
                number=1,
                text=text,
                sha256=sha256(text),
                retrieved_at=timezone.now(),
            )
            for place, sentence in enumerate(sentences):
                words = re.sub(r"^In village \S+ | drowned\.$", "", sentence)
                exact = f"{number}-{place} {words}"
                group = (number * A_TEXT + place) % QUANTITIES
                speaker = f"Office {number % 300}"
                day = (DAY + dt.timedelta(days=number % 9)).date().isoformat()
                table.writerow(
                    [
                        sha256(text),
                        exact,
                        "killed",
                        f"people of valley {group}",
                        speaker,
                        day,
                    ]
                )


def outlet(number: int) -> Outlet:
    speaker = Speaker.objects.create(name=f"Gazette {number}", kind="outlet")
    return Outlet.objects.create(name=speaker.name, speaker=speaker)


def run(path: Path, what: str, *, until: int | None = None) -> None:
    """Run the command, killing it once ``until`` figures are here."""
    command = [sys.executable, "manage.py", "import_figures", str(path)]
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  our own command
        [*command, "--incident", "flood"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    while until is not None and process.poll() is None and Figure.objects.count() < until:
        time.sleep(0.2)
    if until is not None:
        process.kill()
    said, _ = process.communicate()
    took = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{what:16} {took:7.1f} s   most memory {memory:6.0f} MiB"
        f"   figures {Figure.objects.count():,}   {said.strip().rpartition(': ')[2]}",
        flush=True,
    )


if __name__ == "__main__":
    main()
