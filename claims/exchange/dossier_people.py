"""Who a dossier names: speakers and parties, in the order of the file they came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from claims.domain.bearers import kind_of
from claims.models import Incident, Outlet, Speaker

Row = dict[str, Any]
AGENCY = "agency"


class People:
    """Collects whoever the marks of an incident name, with the bodies of their roles."""

    def __init__(self, incident: Incident, file: Mapping[str, Any]) -> None:
        self._incident = incident
        self._speakers = {row["name"]: row for row in file.get("speakers", ())}
        self._parties = {row["name"]: row for row in file.get("parties", ())}
        self._named: dict[str, Speaker] = {}

    def name(self, speaker: Speaker) -> str:
        """Return what to call a speaker: the one that it was merged into, if it was."""
        standing = _standing(speaker)
        self._named.setdefault(standing.name, standing)
        return standing.name

    @cached_property
    def _sides(self) -> dict[str, str]:
        rows = self._incident.parties.select_related("speaker__merged_into").order_by("pk")
        found: dict[str, str] = {}
        for row in rows:
            standing = row.speaker.merged_into or row.speaker
            found.setdefault(standing.name, row.side)
        return found

    def parties(self) -> list[Row]:
        names = _in_order(self._sides, self._parties)
        return [
            {
                "name": name,
                "aliases": self._parties.get(name, {}).get("aliases", []),
                "side": self._sides[name] or None,
            }
            for name in names
        ]

    def speakers(self) -> list[Row]:
        self._add_bodies()
        return [self._row(name) for name in _in_order(self._named, self._speakers)]

    def details(self) -> list[Row]:
        """Return those of whom more is known than speakers and parties can say."""
        self._add_bodies()
        rows = self._incident.parties.select_related("speaker__merged_into")
        parties = [_standing(row.speaker) for row in rows]
        known = {party.name: party for party in parties} | self._named
        details = (self._details(known[name]) for name in sorted(known))
        return [row for row in details if self._tells_more(row)]

    def _details(self, speaker: Speaker) -> Row:
        is_named = speaker.name in self._named
        kind = _kind(speaker)
        roles = speaker.roles.select_related("organisation__merged_into").order_by("pk")
        return {
            "name": speaker.name,
            "kind": kind if kind == AGENCY else speaker.kind,
            "wikidata": speaker.wikidata,
            "note": speaker.note,
            "aliases": self._aliases(speaker),
            "roles": [
                {
                    "organisation": _standing(role.organisation).name,
                    "title": role.title,
                    "from": role.from_on and role.from_on.isoformat(),
                    "until": role.until_on and role.until_on.isoformat(),
                }
                for role in roles
                if is_named
            ],
        }

    def _tells_more(self, row: Row) -> bool:
        if row["wikidata"] or row["note"] or row["kind"] == Speaker.Kind.UNNAMED:
            return True
        if row["name"] not in self._named:
            return bool(row["aliases"]) or row["kind"] != kind_of(row["name"])
        return any(role["from"] or role["until"] for role in row["roles"])

    def _add_bodies(self) -> None:
        """Name the bodies that roles are held in, through any number of steps."""
        waiting = list(self._named.values())
        while waiting:
            speaker = waiting.pop()
            for role in speaker.roles.select_related("organisation__merged_into"):
                body = role.organisation.merged_into or role.organisation
                if body.name not in self._named and body.name not in self._sides:
                    self._named[body.name] = body
                    waiting.append(body)

    def _row(self, name: str) -> Row:
        speaker = self._named[name]
        known: Mapping[str, Any] = self._speakers.get(name, {})
        return {
            "name": name,
            "kind": _kind(speaker),
            "aliases": self._aliases(speaker),
            "roles": [
                {"organisation": _standing(role.organisation).name, "title": role.title}
                for role in speaker.roles.select_related("organisation").order_by("pk")
            ],
            "side": self._sides.get(name) or known.get("side"),
        }

    def _aliases(self, speaker: Speaker) -> list[str]:
        known = self._speakers.get(speaker.name, {}).get("aliases", ())
        aliases = {alias.name for alias in speaker.aliases.all()}
        for merged in speaker.merged.prefetch_related("aliases"):
            aliases |= {merged.name, *(alias.name for alias in merged.aliases.all())}
        return _in_order(aliases - {speaker.name}, known)


def _standing(speaker: Speaker) -> Speaker:
    """Return the one that a speaker was merged into in the end, or itself."""
    while speaker.merged_into is not None:
        speaker = speaker.merged_into
    return speaker


def _kind(speaker: Speaker) -> str:
    if Outlet.objects.filter(speaker=speaker, kind=Outlet.Kind.AGENCY).exists():
        return AGENCY
    unnamed = speaker.kind == Speaker.Kind.UNNAMED
    return Speaker.Kind.GROUP.value if unnamed else speaker.kind


def _in_order(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return names in the order of the file, others behind them by name."""
    order = {name: number for number, name in enumerate(known)}
    return sorted(names, key=lambda name: (order.get(name, len(order)), name))
