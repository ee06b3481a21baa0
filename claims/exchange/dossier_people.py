"""Who a dossier names: speakers and parties, in the order of the file they came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

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
        standing = speaker
        while standing.merged_into is not None:
            standing = standing.merged_into
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
        aliases = {alias.name for alias in speaker.aliases.all()}
        for merged in speaker.merged.prefetch_related("aliases"):
            aliases |= {merged.name, *(alias.name for alias in merged.aliases.all())}
        return {
            "name": name,
            "kind": _kind(speaker),
            "aliases": _in_order(aliases - {name}, known.get("aliases", ())),
            "roles": [
                {"organisation": self.name(role.organisation), "title": role.title}
                for role in speaker.roles.select_related("organisation").order_by("pk")
            ],
            "side": self._sides.get(name) or known.get("side"),
        }


def _kind(speaker: Speaker) -> str:
    if Outlet.objects.filter(speaker=speaker, kind=Outlet.Kind.AGENCY).exists():
        return AGENCY
    unnamed = speaker.kind == Speaker.Kind.UNNAMED
    return Speaker.Kind.GROUP.value if unnamed else speaker.kind


def _in_order(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return names in the order of the file, others behind them by name."""
    order = {name: number for number, name in enumerate(known)}
    return sorted(names, key=lambda name: (order.get(name, len(order)), name))
