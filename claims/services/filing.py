"""Quantities: what figures are filed under, split and merged without losing any."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from claims import policy
from claims.domain.names import caseless
from claims.errors import AlreadyDecided, Changed, Incomplete
from claims.models import Figure, Incident, Quantity, User
from claims.services import comparing, copying, logging, noticing, recording
from claims.services.acting import act
from claims.services.dating import possible
from claims.services.logging import Line
from claims.services.recording import Happening

# Columns of a scope that are words, found without regard to case.
WORDS = ("population", "place")


_AT_ONCE = 500  # figures that one query moves


@dataclass(frozen=True, slots=True)
class ScopeKey:
    """What tells one quantity of an incident from another."""

    measure: str
    population: str = "people"
    side: str = "any"
    population_status: str = Quantity.PopulationStatus.ANY
    place: str = ""
    window_from: dt.date | None = None
    window_until: dt.date | None = None
    unit: str = "person"

    @property
    def columns(self) -> dict[str, object]:
        return {
            "measure": self.measure.strip()[:60],
            "population": " ".join(self.population.split())[:200] or "people",
            "side": self.side.strip()[:50] or "any",
            "population_status": self.population_status,
            "place": self.place.strip()[:300],
            "window_from": possible(self.window_from),
            "window_until": possible(self.window_until),
            "unit": self.unit.strip()[:40] or "person",
        }


@act
def quantity(incident: Incident, key: ScopeKey, *, by: User) -> Quantity:
    """Return the incident's quantity of that scope, made when it is new."""
    policy.require(policy.may_annotate_or_compare(by), "add quantities")
    columns = key.columns
    if not columns["measure"]:
        raise Incomplete("Say what is counted.")
    found = of_scope(incident, key)
    if found is not None:
        return _standing(found)
    made = Quantity.objects.create(incident=incident, **columns)
    logging.write(Line("quantity.added", made, after=columns, incident=incident), by=by)
    return made


def of_scope(incident: Incident, key: ScopeKey) -> Quantity | None:
    """Return the incident's quantity of that very scope, whatever became of it."""
    columns = key.columns
    # "Sailors" and "sailors" are one scope, and would never be compared apart.
    scope = {name: value for name, value in columns.items() if name not in WORDS}
    alike = Quantity.objects.filter(incident=incident, **scope).order_by("pk")
    words = [caseless(str(columns[name])) for name in WORDS]
    return next((each for each in alike if _words_of(each) == words), None)


@act
def file(figure: Figure, quantity: Quantity, *, by: User, reason: str = "") -> None:
    """File an accepted figure under a quantity and compare it with the others."""
    file_all([figure], quantity, by=by, reason=reason)


@act
def file_all(
    figures: Iterable[Figure], quantity: Quantity, *, by: User, reason: str = ""
) -> None:
    """File figures under one quantity, and compare once."""
    rows = list(figures)
    filed = Figure.objects.filed().filter(quantity__incident=quantity.incident_id)
    articles = set(_articles_of(Figure.objects.filter(pk__in=[row.pk for row in rows])))
    known = set(_articles_of(filed.filter(revision__article__in=articles)))
    moved, left = _file(rows, quantity, by=by, reason=reason)
    if not articles <= known:
        copying.look_within(quantity.incident)
    _compare(moved, left, quantity)


@act
def file_of_many(figures: Iterable[Figure], quantity: Quantity, *, by: User) -> None:
    """File figures as ``file_all`` does, without looking for copies among articles.

    Whoever files under many quantities looks once, with ``copying.look_within``.
    """
    moved, left = _file(list(figures), quantity, by=by, reason="")
    _compare(moved, left, quantity)


def _file(
    figures: Sequence[Figure], quantity: Quantity, *, by: User, reason: str
) -> tuple[set[int], set[Quantity]]:
    """Move figures; return which have moved, and the quantities that they left."""
    policy.require(policy.may_annotate_or_compare(by), "file figures")
    quantity.refresh_from_db(fields=["merged_into"])
    if quantity.merged_into is not None:
        raise Incomplete(f"“{quantity}” was merged into “{quantity.merged_into}”.")
    rows = [figure for figure in figures if figure.quantity != quantity]
    before = {figure.pk: figure.quantity for figure in rows}
    _move(rows, quantity)
    after = _log_of(quantity)
    lines = (
        Line("figure.filed", row, _log_of(before[row.pk]), after, reason, quantity.incident)
        for row in rows
    )
    logging.write_all(lines, by=by)
    return set(before), {each for each in before.values() if each is not None}


def _compare(moved: set[int], left: set[Quantity], quantity: Quantity) -> None:
    for each in sorted(left, key=lambda row: row.pk):
        comparing.refresh(each, only=moved)
    comparing.refresh(quantity, only=moved)


@act
def file_anew(
    figure: Figure, incident: Incident | Happening, key: ScopeKey, *, by: User
) -> Quantity:
    """File a figure under a quantity of its own, with its incident if that is new."""
    if isinstance(incident, Happening):
        incident = recording.add(incident, by=by)
    target = quantity(incident, key, by=by)
    file(figure, target, by=by)
    return target


@act
def unfile(figure: Figure, *, by: User, reason: str = "") -> None:
    """Take a figure out of its quantity; it stays accepted."""
    policy.require(policy.may_annotate_or_compare(by), "file figures")
    quantity = figure.quantity
    if quantity is None:
        return
    changed = Figure.objects.filter(pk=figure.pk, quantity=quantity)
    if not changed.update(quantity=None, version=figure.version + 1):
        raise Changed(f"Somebody else filed “{figure}” elsewhere in the meantime.")
    figure.refresh_from_db(fields=["quantity", "version"])
    before = _log_of(quantity)
    line = Line("figure.unfiled", figure, before, {}, reason, quantity.incident)
    logging.write(line, by=by)
    comparing.refresh(quantity, only={figure.pk})


@act
def split(figures: Iterable[Figure], key: ScopeKey, *, by: User, reason: str) -> Quantity:
    """Move figures of one quantity to another scope of the same incident.

    This is the verdict "different scope"; decisions stay with the quantity they
    were taken for.
    """
    policy.require(policy.may_compare(by), "split quantities")
    if not reason.strip():
        raise Incomplete("Say why these figures have another scope.")
    rows = list(figures)
    if not rows or rows[0].quantity is None:
        raise Incomplete("Choose at least one filed figure.")
    target = quantity(rows[0].quantity.incident, key, by=by)
    if target == rows[0].quantity:
        raise Incomplete("Give another scope than the figures have now.")
    file_all(rows, target, by=by, reason=reason.strip())
    return target


@act
def merge(source: Quantity, target: Quantity, *, by: User, reason: str) -> None:
    """Move every figure of ``source`` to ``target``; ``source`` stays for its links."""
    policy.require(policy.may_compare(by), "merge quantities")
    if not reason.strip():
        raise Incomplete("Say why the two quantities are the same.")
    if source == target or source.incident_id != target.incident_id:
        raise Incomplete("Choose another quantity of the same incident.")
    target.refresh_from_db(fields=["merged_into"])
    if target.merged_into_id is not None:
        raise Incomplete(f"“{target}” was itself merged into another.")
    standing = Quantity.objects.filter(pk=source.pk, merged_into__isnull=True)
    if not standing.update(merged_into=target):
        raise AlreadyDecided(f"Somebody else already merged “{source}”.")
    source.refresh_from_db(fields=["merged_into"])
    after = {"merged_into": str(target)}
    line = Line("quantity.merged", source, {}, after, reason.strip(), source.incident)
    logging.write(line, by=by)
    comparing.move_dismissals(source, to=target)
    rows = list(source.figures.select_related("quantity"))
    file_all(rows, target, by=by, reason=reason.strip())


@act
def assign(quantity: Quantity, *, to: User | None, by: User) -> None:
    """Give a quantity to a reviewer, or to nobody; reviewers may take it themselves."""
    own = {quantity.assignee, to} <= {by, None} and policy.may_compare(by)
    policy.require(own or policy.may_assign(by), "assign quantities to others")
    if to is not None and not policy.may_compare(to):
        raise Incomplete(f"{to} does not review.")
    before = str(quantity.assignee) if quantity.assignee else None
    seen = Quantity.objects.filter(pk=quantity.pk, assignee=quantity.assignee)
    if not seen.update(assignee=to):
        raise Changed(f"Somebody else assigned “{quantity}” in the meantime.")
    quantity.assignee = to
    after = {"assignee": str(to) if to else None}
    line = Line(
        "quantity.assigned", quantity, {"assignee": before}, after, "", quantity.incident
    )
    logging.write(line, by=by)
    sentence = f"{by} gave you “{quantity}”."
    noticing.tell([to], sentence, quantity.get_absolute_url(), by=by)


def _words_of(quantity: Quantity) -> list[str]:
    return [caseless(getattr(quantity, name)) for name in WORDS]


def _standing(quantity: Quantity) -> Quantity:
    """Return what a quantity was merged into in the end, or itself. A query a step."""
    while quantity.merged_into is not None:
        quantity = quantity.merged_into
    return quantity


def _articles_of(figures: QuerySet[Figure]) -> QuerySet[Figure, int]:
    rows = figures.order_by("revision__article")
    return rows.values_list("revision__article", flat=True).distinct()


def _log_of(quantity: Quantity | None) -> dict[str, object]:
    if quantity is None:
        return {"quantity": None, "quantity_pk": None}
    return {"quantity": str(quantity), "quantity_pk": quantity.pk}


def _move(figures: Sequence[Figure], quantity: Quantity) -> None:
    """Put figures under a quantity, in a query for hundreds that were read alike."""
    by_version: dict[int, list[Figure]] = {}
    for figure in figures:
        by_version.setdefault(figure.version, []).append(figure)
    for version, rows in by_version.items():
        for start in range(0, len(rows), _AT_ONCE):
            _move_alike(rows[start : start + _AT_ONCE], quantity, version)


def _move_alike(rows: Sequence[Figure], quantity: Quantity, version: int) -> None:
    # The filter is the lock, and says what may be filed.
    seen = Figure.objects.filter(
        pk__in=[row.pk for row in rows], status=Figure.Status.ACCEPTED, version=version
    )
    as_read = set(seen.values_list("pk", flat=True))
    seen.update(quantity=quantity, version=version + 1)
    for figure in rows:
        if figure.pk in as_read:
            figure.quantity, figure.version = quantity, version + 1
            continue
        figure.refresh_from_db(fields=["status"])
        if figure.status != Figure.Status.ACCEPTED:
            raise Incomplete(f"Accept “{figure}” before filing it.")
        raise Changed(f"Somebody else changed “{figure}” in the meantime.")
