"""Speakers and outlets: found by name, or made when nobody has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from claims import policy
from claims.domain.names import caseless
from claims.errors import Changed, Incomplete
from claims.models import Alias, Outlet, Role, Speaker, User
from claims.services import comparing, logging
from claims.services.acting import act
from claims.services.logging import Line


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """What a speaker was, where, and when."""

    organisation: Speaker
    title: str
    from_on: dt.date | None = None
    until_on: dt.date | None = None


def named(name: str) -> Speaker | None:
    """Return the one standing speaker of that name or alias, or None.

    None too when several have it: only a person can tell them apart.
    """
    found = {speaker.pk: speaker for speaker in _bearing([name])}
    return next(iter(found.values())) if len(found) == 1 else None


def matches(names: Iterable[str]) -> dict[str, Speaker]:
    """Return the speaker of each name that exactly one speaker bears, in one go."""
    given = {name.casefold(): caseless(name) for name in names if name}
    bearers: dict[str, set[Speaker]] = {}
    for speaker in _bearing(given):
        for name in (speaker.folded, *(alias.folded for alias in speaker.aliases.all())):
            bearers.setdefault(name, set()).add(speaker)
    found = {name: bearers.get(folded, set()) for name, folded in given.items()}
    return {name: each.copy().pop() for name, each in found.items() if len(each) == 1}


def _bearing(names: Iterable[str]) -> QuerySet[Speaker]:
    folded = {caseless(name) for name in names}
    return (
        Speaker.objects.standing()
        .filter(Q(folded__in=folded) | Q(aliases__folded__in=folded))
        .distinct()
        .prefetch_related("aliases")
    )


@act
def add(name: str, *, kind: str = Speaker.Kind.PERSON, by: User) -> Speaker:
    """Make a speaker; a name that others bear is no hindrance."""
    policy.require(policy.may_annotate(by), "add speakers")
    name = " ".join(name.split())
    if not name:
        raise Incomplete("A speaker needs a name.")
    speaker = Speaker.objects.create(name=name[:300], kind=kind)
    logging.write(Line("speaker.added", speaker, after={"name": name, "kind": kind}), by=by)
    return speaker


@act
def found_or_added(name: str, *, kind: str = Speaker.Kind.PERSON, by: User) -> Speaker:
    return named(name) or add(name, kind=kind, by=by)


@act
def add_alias(speaker: Speaker, name: str, *, by: User, reason: str = "") -> None:
    """Record another name; one that is known already changes nothing."""
    policy.require(policy.may_annotate(by), "name speakers")
    name = " ".join(name.split())
    if not name:
        raise Incomplete("An alias needs a name.")
    known = {caseless(speaker.name), *(each.folded for each in speaker.aliases.all())}
    if caseless(name) in known:
        return
    Alias.objects.create(speaker=speaker, name=name[:300])
    after = {"alias": name}
    logging.write(Line("speaker.alias_added", speaker, {}, after, reason), by=by)


@act
def remove_alias(alias: Alias, *, by: User, reason: str = "") -> None:
    policy.require(policy.may_annotate(by), "name speakers")
    speaker = alias.speaker
    alias.delete()
    before = {"alias": alias.name}
    logging.write(Line("speaker.alias_removed", speaker, before, reason=reason), by=by)


@act
def add_role(speaker: Speaker, role: RoleHeld, *, by: User, reason: str = "") -> None:
    """Record a role; one that is known already changes nothing."""
    policy.require(policy.may_annotate(by), "record roles")
    if role.organisation == speaker:
        raise Incomplete(f"{speaker} cannot hold a role in itself.")
    title = " ".join(role.title.split())[:200]
    known = speaker.roles.filter(organisation=role.organisation, title__iexact=title)
    if role.from_on is not None:
        known = known.filter(from_on=role.from_on)
    if known.exists():
        return
    Role.objects.create(
        speaker=speaker,
        organisation=role.organisation,
        title=title,
        from_on=role.from_on,
        until_on=role.until_on,
    )
    after = {"title": title, "organisation": role.organisation.name}
    logging.write(Line("speaker.role_added", speaker, {}, after, reason), by=by)
    # Whoever speaks for a body contradicts it when their figures are apart.
    comparing.refresh_those_of(comparing.figures_of([speaker]))


@act
def remove_role(role: Role, *, by: User, reason: str = "") -> None:
    policy.require(policy.may_annotate(by), "record roles")
    speaker = role.speaker
    before = {"title": role.title, "organisation": role.organisation.name}
    role.delete()
    logging.write(Line("speaker.role_removed", speaker, before, reason=reason), by=by)
    comparing.refresh_those_of(comparing.figures_of([speaker]))


@act
def amend(
    speaker: Speaker, *, version: int, by: User, reason: str = "", **columns: str
) -> None:
    """Change the columns of a speaker as somebody read it at ``version``."""
    policy.require(policy.may_annotate(by), "name speakers")
    before = {column: getattr(speaker, column) for column in columns}
    changed = Speaker.objects.filter(pk=speaker.pk, version=version)
    folded = {"folded": caseless(columns["name"])} if "name" in columns else {}
    if not changed.update(version=version + 1, **columns, **folded):
        raise Changed(f"Somebody else changed {speaker} in the meantime.")
    speaker.refresh_from_db()
    logging.write(Line("speaker.amended", speaker, before, columns, reason), by=by)
    if before.get("name", speaker.name) != speaker.name:
        # The reasons of relations name the bodies that two speak for, namesakes apart.
        bearing = Speaker.objects.filter(name__in=[before["name"], speaker.name])
        comparing.refresh_those_of(comparing.figures_of(bearing))


@act
def outlet(
    name: str, *, kind: str = Outlet.Kind.NEWSPAPER, domain: str = "", by: User
) -> Outlet:
    """Return the outlet of that name, made with its speaker when it is new."""
    name = " ".join(name.split())
    found = Outlet.objects.filter(folded=caseless(name)).first()
    if found is not None:
        return found
    policy.require(policy.may_annotate(by), "add outlets")
    if not name:
        raise Incomplete("An outlet needs a name.")
    speaker = _without_outlet(name)
    speaker = speaker or add(name, kind=Speaker.Kind.OUTLET, by=by)
    made = Outlet.objects.create(name=name[:200], kind=kind, domain=domain, speaker=speaker)
    logging.write(Line("outlet.added", made, after={"name": name, "kind": kind}), by=by)
    return made


def _without_outlet(name: str) -> Speaker | None:
    standing = Speaker.objects.standing()
    return standing.filter(folded=caseless(name), outlet=None).first()
