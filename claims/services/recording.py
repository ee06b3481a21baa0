"""Incidents: what happened, and who was party to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from claims import policy
from claims.errors import Changed, Incomplete
from claims.models import Incident, Party, Speaker, User
from claims.services import comparing, logging
from claims.services.acting import act
from claims.services.addresses import free_slug
from claims.services.dating import possible
from claims.services.logging import Line


@dataclass(frozen=True, slots=True)
class Happening:
    """What is known of an incident when it is recorded."""

    title: str
    summary: str = ""
    place: str = ""
    happened_on: dt.date | None = None
    happened_precision: str = Incident.Precision.DAY
    parent: Incident | None = None
    slug: str = ""
    is_demonstration: bool = False


@act
def add(happening: Happening, *, by: User) -> Incident:
    """Record an incident under an address of its own."""
    policy.require(policy.may_annotate(by), "record incidents")
    title = " ".join(happening.title.split())
    if not title:
        raise Incomplete("An incident needs a title.")
    incident = Incident.objects.create(
        slug=free_slug(
            Incident.objects.all(), happening.slug or title, otherwise="incident"
        ),
        title=title[:300],
        summary=happening.summary,
        place=happening.place,
        happened_on=possible(happening.happened_on),
        happened_precision=happening.happened_precision,
        parent=happening.parent,
        is_demonstration=happening.is_demonstration,
    )
    after = {"title": incident.title, "happened_on": incident.happened_on}
    logging.write(Line("incident.added", incident, after=after, incident=incident), by=by)
    return incident


@act
def amend(
    incident: Incident, *, version: int, by: User, reason: str = "", **columns: object
) -> None:
    """Change the columns of an incident as somebody read it at ``version``."""
    policy.require(policy.may_annotate(by), "amend incidents")
    parent = columns.get("parent")
    if isinstance(parent, Incident):
        parent.refresh_from_db(fields=["parent"])
        if incident.pk in _ancestry(parent):
            raise Incomplete(f"{parent} is a part of {incident} already, not the reverse.")
    happened_on = columns.get("happened_on")
    if isinstance(happened_on, dt.date):
        possible(happened_on)
    before = {column: _loggable(getattr(incident, column)) for column in columns}
    changed = Incident.objects.filter(pk=incident.pk, version=version)
    if not changed.update(version=version + 1, **columns):
        raise Changed(f"Somebody else changed {incident} in the meantime.")
    incident.refresh_from_db()
    after = {column: _loggable(value) for column, value in columns.items()}
    line = Line("incident.amended", incident, before, after, reason, incident)
    logging.write(line, by=by)
    if {"parent", "place"} & columns.keys():
        # What an incident is part of, and where, says what its figures count.
        for quantity in incident.quantities.standing().order_by("pk"):
            comparing.refresh(quantity)


def _ancestry(incident: Incident) -> set[int]:
    found: set[int] = set()
    at: Incident | None = incident
    while at is not None and at.pk not in found:
        found.add(at.pk)
        at = at.parent
    return found


def _loggable(value: object) -> object:
    return value.pk if isinstance(value, Incident) else value


@act
def add_party(
    incident: Incident, speaker: Speaker, *, by: User, side: str = "", reason: str = ""
) -> Party:
    """List a party; one that is listed already takes the side given now."""
    policy.require(policy.may_annotate(by), "name parties")
    party, is_new = Party.objects.get_or_create(
        incident=incident, speaker=speaker, defaults={"side": side}
    )
    if not is_new and party.side == side:
        return party
    before = {} if is_new else {"side": party.side}
    if not is_new:
        party.side = side
        party.save(update_fields=["side"])
    after = {"speaker": speaker.name, "side": side}
    line = Line("incident.party_named", incident, before, after, reason, incident)
    logging.write(line, by=by)
    return party


@act
def remove_party(party: Party, *, by: User, reason: str = "") -> None:
    policy.require(policy.may_annotate(by), "name parties")
    incident = party.incident
    before = {"speaker": party.speaker.name, "side": party.side}
    party.delete()
    line = Line("incident.party_removed", incident, before, {}, reason, incident)
    logging.write(line, by=by)
