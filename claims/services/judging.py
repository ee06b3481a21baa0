"""A reviewer's verdict on a pair: it mends time or chain, and the relation follows.

The other verdicts have services of their own: another scope is ``filing.split``, the
same quantity ``filing.merge`` or ``filing.file``, no conflict ``comparing.dismiss``.
"""

from __future__ import annotations

import datetime as dt

from claims import policy
from claims.errors import Changed, Incomplete
from claims.models import Figure, User
from claims.services import comparing, logging
from claims.services.acting import act
from claims.services.dating import possible
from claims.services.logging import Line


@act
def date(figure: Figure, as_of: dt.date | None, *, by: User, reason: str) -> None:
    """Say when a figure held, which may make an update of a conflict."""
    _require(by, reason)
    before = {"as_of": figure.as_of}
    _amend(figure, as_of=possible(as_of), is_as_of_inferred=False)
    line = Line("figure.dated", figure, before, {"as_of": as_of}, reason.strip())
    logging.write(line, by=by)
    comparing.refresh_those_of([figure])


@act
def correct(figure: Figure, *, by: User, reason: str) -> None:
    """Say that a figure corrects an earlier one: lower is then no conflict."""
    _require(by, reason)
    _amend(figure, is_correction=True)
    after = {"is_correction": True}
    line = Line("figure.called_correction", figure, {}, after, reason.strip())
    logging.write(line, by=by)
    comparing.refresh_those_of([figure])


@act
def restate(figure: Figure, of: Figure | None, *, by: User, reason: str) -> None:
    """Say which figure this one carries on, or none.

    Where the two are apart the relation is a misquote: a fault of the chain.
    """
    _require(by, reason)
    if of is not None:
        of.refresh_from_db(fields=["restates", "status"])
        _refuse_source(of, figure)
    former = figure.restates
    before = {"restates": str(former) if former else None}
    _amend(figure, restates=of)
    after = {"restates": str(of) if of else None}
    line = Line("figure.traced", figure, before, after, reason.strip())
    logging.write(line, by=by)
    comparing.refresh_those_of([figure] if former is None else [figure, former])


def _require(by: User, reason: str) -> None:
    policy.require(policy.may_compare(by), "give verdicts on pairs")
    if not reason.strip():
        raise Incomplete("Give the reason for the verdict.")


def _refuse_source(source: Figure, figure: Figure) -> None:
    if not source.is_accepted:
        raise Incomplete(f"Accept “{source}” before tracing another figure to it.")
    if figure.pk in _lineage(source):
        raise Incomplete(f"“{source}” already goes back to “{figure}”.")


def _amend(figure: Figure, **columns: object) -> None:
    rows = Figure.objects.filter(pk=figure.pk, version=figure.version)
    if not rows.update(**columns, version=figure.version + 1):
        raise Changed(f"Somebody else changed “{figure}” in the meantime.")
    figure.refresh_from_db()


def _lineage(figure: Figure) -> set[int]:
    """Return the figure and all that it goes back to. A query a step."""
    found: set[int] = set()
    at: Figure | None = figure
    while at is not None and at.pk not in found:
        found.add(at.pk)
        at = at.restates
    return found
