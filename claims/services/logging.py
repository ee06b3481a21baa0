"""The log's only pen: one line an act, each with the hash of the line before."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.utils import timezone
from django.utils.text import Truncator

from claims.models import Change, Incident, User

# Any number that no other part of the product locks.
_PEN = 7_301_114


@dataclass(frozen=True, slots=True)
class Line:
    """What one act did to one row."""

    act: str
    row: models.Model
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    incident: Incident | None = None


def write(line: Line, *, by: User | None) -> None:
    """Write one line; ``by=None`` is the product itself."""
    write_all([line], by=by)


def write_all(lines: Iterable[Line], *, by: User | None) -> None:
    """Write lines in order, in the transaction of the act they tell of."""
    take_the_pen()
    last = Change.objects.order_by("-pk").values_list("hash", flat=True).first() or ""
    now = timezone.now().astimezone(dt.UTC)
    written = []
    for line in lines:
        change = Change(
            at=now,
            actor=by,
            act=line.act,
            subject=line.row._meta.model_name or "",
            subject_pk=line.row.pk,
            label=Truncator(str(line.row)).chars(200),
            incident=line.incident,
            before=_plain(line.before),
            after=_plain(line.after),
            reason=line.reason,
            previous_hash=last,
        )
        change.hash = last = change.computed_hash()
        written.append(change)
    Change.objects.bulk_create(written, batch_size=500)


def take_the_pen() -> None:
    """Wait until nobody else writes; the end of the transaction lays the pen down."""
    # SQLite has one writer at a time; PostgreSQL has to be told.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_PEN])


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as JSON will give them back, so that the hash can be checked."""
    plain: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
    return plain
