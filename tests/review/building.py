"""Small worlds for the pages: reports with figures, filed through the services."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from claims.domain.spans import Span
from claims.models import Figure, Quantity, Revision, User
from claims.services import annotating, filing, naming, taking_in
from claims.services.attributing import chain_of
from claims.services.taking_in import Snapshot
from claims.services.values import value_in

PUBLISHED = dt.datetime(2031, 3, 4, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Telling:
    """A figure in an article: its words, who gave it, and for when."""

    words: str
    speaker: str
    as_of: dt.date | None = dt.date(2031, 3, 3)


def report(
    quantity: Quantity,
    outlet: str,
    tellings: Sequence[Telling],
    *,
    by: User,
    published: dt.datetime = PUBLISHED,
) -> Revision:
    """Take in an article that says ``tellings``, and file each of its figures."""
    body = "\n\n".join(
        f"It was dark. {telling.words}, the {telling.speaker} said. Nobody saw more."
        for telling in tellings
    )
    about = taking_in.Publication(
        naming.outlet(outlet, by=by), f"Raid, by {outlet}", published_at=published
    )
    revision = taking_in.add(Snapshot(f"{body}\n\n{outlet}"), about, by=by).revision
    revision.figures.all().delete()
    revision.quotes.all().delete()
    rows = [figure(revision, telling, quantity, by=by) for telling in tellings]
    filing.file_all(rows, quantity, by=by)
    return revision


def figure(revision: Revision, telling: Telling, quantity: Quantity, *, by: User) -> Figure:
    start = revision.text.index(telling.words)
    value = value_in(
        telling.words, measure=quantity.measure, population=quantity.population
    )
    return annotating.mark_figure(
        revision,
        Span(start, start + len(telling.words)),
        value=dataclasses.replace(value, as_of=telling.as_of),
        chain=chain_of([telling.speaker]),
        by=by,
    )
