"""What filing one more figure costs in the database, and how that grows.

    python -m bench.filing [--sizes 10 100 1000]

Makes a desk of its own in a temporary SQLite file, with quantities of so many figures
from as many articles, and prints the seconds and the queries of filing one more.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["TRACKER_DATA_DIR"] = tempfile.mkdtemp(prefix="bench-filing-")
os.environ.pop("DATABASE_URL", None)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

import django

django.setup()

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import (
    Article,
    Attribution,
    Figure,
    Incident,
    Link,
    Outlet,
    Quantity,
    Relation,
    Revision,
    Speaker,
    User,
)
from claims.services import comparing, filing

SEED = 20310504
DAY = dt.datetime(2031, 3, 4, tzinfo=dt.UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    sizes = parser.parse_args().sizes
    call_command("migrate", verbosity=0)
    lead = User.objects.create_user("lead")
    lead.groups.add(Group.objects.get(name="lead"))
    print("figures   relations   file one more (s)   queries")
    for size in sizes:
        quantity = a_quantity(size, lead)
        extra = figures(quantity, 1, start=size, by=lead)[0]
        with CaptureQueriesContext(connection) as queries:
            began = time.perf_counter()
            filing.file(extra, quantity, by=lead)
            took = time.perf_counter() - began
        relations = Relation.objects.touching(quantity).count()
        print(f"{size:7}   {relations:9}   {took:17.3f}   {len(queries):7}")


def a_quantity(size: int, by: User) -> Quantity:
    incident = Incident.objects.create(slug=f"incident-{size}", title=f"Incident {size}")
    quantity = Quantity.objects.create(
        incident=incident, measure="killed", population="people"
    )
    rows = figures(quantity, size, start=0, by=by)
    Figure.objects.filter(pk__in=[row.pk for row in rows]).update(quantity=quantity)
    comparing.refresh(quantity)
    return quantity


def figures(quantity: Quantity, count: int, *, start: int, by: User) -> list[Figure]:
    """Return accepted figures around forty, each of an article and a speaker of its own."""
    at = random.Random(SEED + start)
    made = []
    for number in range(start, start + count):
        name = f"{quantity.pk}-{number}"
        voice = Speaker.objects.create(name=f"Outlet {name}", kind="outlet")
        outlet = Outlet.objects.create(name=f"Outlet {name}", speaker=voice)
        article = Article.objects.create(
            outlet=outlet, headline=f"Report {name}", published_at=DAY
        )
        value = max(1, round(at.gauss(40, 2)))
        text = f"{value} people were killed, said speaker {name}."
        revision = Revision.objects.create(
            article=article,
            number=1,
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            retrieved_at=DAY,
        )
        attribution = Attribution.objects.create(revision=revision, voice="named")
        speaker = Speaker.objects.create(name=f"Speaker {name}")
        Link.objects.create(attribution=attribution, position=1, speaker=speaker)
        exact = f"{value} people were killed"
        made.append(
            Figure.objects.create(
                revision=revision,
                start=0,
                end=len(exact),
                exact=exact,
                attribution=attribution,
                measure="killed",
                status="accepted",
                decided_by=by,
                decided_at=timezone.now(),
                low=value,
                high=value,
                core_low=value,
                core_high=value,
            )
        )
    return made


if __name__ == "__main__":
    main()
