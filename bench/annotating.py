"""What an act of the annotator costs the server on texts with many marks.

    python -m bench.annotating [--sizes 20 100 500]

Makes a desk of its own in a temporary SQLite file, with a text for each size. Prints
what opening it costs and what acts on it cost, sent as the page sends them: seconds of
the processor, the counting of queries included, queries, and bytes of the answer.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["TRACKER_DATA_DIR"] = tempfile.mkdtemp(prefix="bench-annotating-")
os.environ.pop("DATABASE_URL", None)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

import django
from django.conf import settings

# Static files where they lie: nothing has to be collected first.
settings.STORAGES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
django.setup()

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import (
    Article,
    Attribution,
    Figure,
    Incident,
    Link,
    Outlet,
    Quantity,
    Quote,
    Revision,
    Speaker,
    User,
)

SEED = 20310504
STATE = re.compile(r'id="((?:quote|figure)-\d+)"[^>]*data-state="(\w+)"')
Ask = Callable[[], Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[20, 100, 500])
    sizes = parser.parse_args().sizes
    call_command("migrate", verbosity=0)
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    client = Client(headers={"HX-Request": "true"}, SERVER_NAME="localhost")
    client.force_login(editor)
    print("marks   act          seconds   queries     bytes")
    for size in sizes:
        for act, ask in acts(client, a_text(size, editor)):
            with CaptureQueriesContext(connection) as queries:
                began = time.process_time()
                answer = ask()
                took = time.process_time() - began
            if answer.status_code != HTTPStatus.OK:
                raise SystemExit(f"{act}: {answer.status_code}")
            cost = f"{took:7.3f}   {len(queries):7}   {len(answer.content):7}"
            print(f"{size:5}   {act:10}   {cost}")


def acts(client: Client, revision: Revision) -> list[tuple[str, Ask]]:
    """Return what an editor does on a text, to be asked one after the other."""
    page = reverse("admin:claims_revision_annotate", args=[revision.pk])
    rows = list(revision.quotes.filter(status="suggested")[:3])
    figure = revision.figures.filter(status="accepted", quantity=None)[0]
    quantity = Quantity.objects.get(incident__slug=f"incident-{revision.pk}")
    states: dict[str, str] = {}

    def opened() -> Any:
        answer = client.get(page)
        states.update(STATE.findall(answer.content.decode()))
        return answer

    def post(act: str, row: Quote | Figure, **form: object) -> Any:
        what = row._meta.model_name
        where = reverse(f"admin:annotate_{act}", args=[revision.pk, what, row.pk])
        known = " ".join(f"{key}:{state}" for key, state in states.items())
        return client.post(where, {"version": row.version, "known": known, **form})

    return [
        ("open", opened),
        ("again", opened),
        ("accept", lambda: post("accept", rows[0])),
        ("reject", lambda: post("reject", rows[1])),
        ("speaker", lambda: post("speaker", rows[2], voice="named", said_by="A Guard")),
        ("form", lambda: client.get(_form(revision, figure))),
        ("file", lambda: post("file", figure, under=quantity.pk)),
        ("undo", lambda: _undo(client, revision, states)),
    ]


def _form(revision: Revision, figure: Figure) -> str:
    return reverse("admin:annotate_file", args=[revision.pk, "figure", figure.pk])


def _undo(client: Client, revision: Revision, states: dict[str, str]) -> Any:
    known = " ".join(f"{key}:{state}" for key, state in states.items())
    where = reverse("admin:annotate_undo", args=[revision.pk])
    return client.post(where, {"known": known})


def a_text(size: int, by: User) -> Revision:
    """Return a text with so many marks: half quotes, half figures, a tenth to file."""
    at = random.Random(SEED)
    half = size // 2
    sentences = [
        f"“We counted {at.randrange(2, 90)} boats on day {day},” said the clerk {day}."
        for day in range(half)
    ]
    text = "\n\n".join(sentences)
    revision = _revision(text, size)
    incident = Incident.objects.create(
        slug=f"incident-{revision.pk}",
        title="Flood of the lower valley",
        happened_on=timezone.now().date(),
    )
    quantity = Quantity.objects.create(
        incident=incident, measure="boats", population="boats"
    )
    start = 0
    for place, sentence in enumerate(sentences):
        _marks(revision, sentence, start, (place, quantity, by))
        start += len(sentence) + 2
    return revision


def _revision(text: str, size: int) -> Revision:
    speaker = Speaker.objects.create(name=f"The {size} Gazette", kind="outlet")
    outlet = Outlet.objects.create(name=speaker.name, speaker=speaker)
    article = Article.objects.create(
        outlet=outlet, headline="Flood of the lower valley", published_at=timezone.now()
    )
    return Revision.objects.create(
        article=article,
        number=1,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        retrieved_at=timezone.now(),
    )


def _marks(
    revision: Revision, sentence: str, start: int, about: tuple[int, Quantity, User]
) -> None:
    place, quantity, by = about
    speaker = Speaker.objects.create(name=f"Clerk {revision.pk} {place}")
    attribution = Attribution.objects.create(revision=revision, voice="named")
    mention = sentence.index("the clerk")
    Link.objects.create(
        attribution=attribution,
        role="origin",
        position=1,
        speaker=speaker,
        mention_start=start + mention,
        mention_end=start + mention + 9,
        mention="the clerk",
    )
    quote = Quote(kind="direct", attribution=attribution, confidence=0.8, rule="said")
    _placed(quote, revision, start + 1, start + sentence.index(",”"))
    quote.save()
    first = sentence.index("counted") + 8
    number = sentence[first:].split(maxsplit=1)[0]
    figure = Figure(measure="boats", kind="exact", quote=quote, attribution=attribution)
    figure.low = figure.high = figure.core_low = figure.core_high = int(number)
    _placed(figure, revision, start + first, start + sentence.index(" on day"))
    if place % 5 == 0:
        figure.status, figure.decided_by = "accepted", by
        figure.decided_at = timezone.now()
    figure.save()
    if place % 10 == 0 and place:
        Figure.objects.filter(pk=figure.pk).update(quantity=quantity)


def _placed(row: Quote | Figure, revision: Revision, start: int, end: int) -> None:
    row.revision, row.start, row.end = revision, start, end
    row.exact = revision.text[start:end]


if __name__ == "__main__":
    main()
