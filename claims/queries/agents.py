"""Who counts as whom: speakers that were merged, and the bodies that they speak for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Min, Q

from claims.domain import provenance
from claims.models import Figure, Role, Speaker

Day = dt.date | None
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Agents:
    """The speakers behind some figures, by the names that they count under.

    ``bodies`` gives each the one that it counts as, ``wider`` every body that each
    spoke for on a day, None where the day is not known.
    """

    names: Mapping[int, str]
    standing: Mapping[int, int]
    bodies: Mapping[str, str]
    wider: Mapping[Day, Mapping[str, frozenset[str]]]

    def key(self, speaker_id: int) -> str:
        """Return the name of the speaker that this one was merged into, or its own."""
        return self.names[self.standing.get(speaker_id, speaker_id)]

    def bound(self, speaker_ids: Iterable[int], *, on: Day) -> frozenset[str]:
        """Return these speakers and every body that they spoke for on a day."""
        keys = {self.key(speaker_id) for speaker_id in speaker_ids}
        wider = self.wider[on]
        return frozenset(keys.union(*(wider.get(key, frozenset()) for key in keys)))


def agents_of_each(groups: Sequence[Sequence[Figure]]) -> list[Agents]:
    """Load who the speakers behind each group of figures are merged into and speak for.

    Of the roles those tell that were held when one of the articles appeared; one
    without dates was always held, and an article without a date hears of all.
    """
    behind = [_behind(rows) for rows in groups]
    everybody = _closure(set().union(*behind))
    names = _names(everybody.speakers.values())
    return [
        _agents(rows, everybody.around(wanted), names)
        for rows, wanted in zip(groups, behind, strict=True)
    ]


def _agents(rows: Sequence[Figure], known: _Closure, names: Mapping[int, str]) -> Agents:
    speakers, roles = known.speakers, known.roles
    standing = {pk: _standing(pk, speakers) for pk in speakers}
    pairs = {
        role: (names[standing[role.speaker_id]], names[standing[role.organisation_id]])
        for role in roles
        if standing[role.speaker_id] != standing[role.organisation_id]
    }
    held = {
        day: [pair for role, pair in pairs.items() if _is_held(role, day)]
        for day in {day_of(row) for row in rows}
    }
    any_day = dict.fromkeys(pair for each in held.values() for pair in each)
    wider = {day: _wider(each) for day, each in held.items()}
    return Agents(names, standing, provenance.close(any_day), wider)


def day_of(row: Figure) -> Day:
    """Return the day on which a figure was published. Takes a loaded article."""
    published_at = row.revision.article.published_at
    return published_at.date() if published_at is not None else None


def _behind(rows: Iterable[Figure]) -> set[int]:
    """Return who gave or carried these figures, and who published them."""
    wanted = set()
    for row in rows:
        links = row.attribution.links.all() if row.attribution else ()
        wanted |= {link.speaker_id for link in links if link.speaker_id is not None}
        article = row.revision.article
        wanted.add(article.outlet.speaker_id)
        if article.agency is not None:
            wanted.add(article.agency.speaker_id)
    return wanted


@dataclass(frozen=True, slots=True)
class _Closure:
    """Speakers, all that are merged with them and the bodies of their roles."""

    speakers: Mapping[int, Speaker]
    roles: Sequence[Role]

    def around(self, wanted: set[int]) -> _Closure:
        """Return what of it some of the speakers lead to."""
        next_to: dict[int, set[int]] = defaultdict(set)
        for speaker in self.speakers.values():
            if speaker.merged_into_id is not None:
                next_to[speaker.pk].add(speaker.merged_into_id)
                next_to[speaker.merged_into_id].add(speaker.pk)
        for role in self.roles:
            next_to[role.speaker_id].add(role.organisation_id)
        found: set[int] = set()
        waiting = set(wanted)
        while waiting:
            found |= waiting
            waiting = {near for pk in waiting for near in next_to[pk]} - found
        return _Closure(
            {pk: speaker for pk, speaker in self.speakers.items() if pk in found},
            [role for role in self.roles if role.speaker_id in found],
        )


def _closure(wanted: set[int]) -> _Closure:
    """Load all that the speakers lead to. Three queries a step."""
    speakers: dict[int, Speaker] = {}
    roles: list[Role] = []
    waiting = set(wanted)
    while waiting:
        merged = Q(pk__in=waiting) | Q(merged_into__in=waiting)
        found = list(Speaker.objects.filter(merged))
        speakers |= {speaker.pk: speaker for speaker in found if speaker.pk in waiting}
        held = list(Role.objects.filter(speaker__in=waiting))
        roles += held
        next_to = {role.organisation_id for role in held}
        next_to |= {each.merged_into_id for each in found if each.merged_into_id}
        next_to |= {each.pk for each in found}
        waiting = next_to - speakers.keys()
    return _Closure(speakers, roles)


def _is_held(role: Role, day: Day) -> bool:
    if day is None:
        return True
    has_begun = role.from_on is None or role.from_on <= day
    return has_begun and (role.until_on is None or day <= role.until_on)


def _names(speakers: Iterable[Speaker]) -> dict[int, str]:
    """Return a name for each that no other has: of namesakes, the first keeps it bare.

    Asked of all speakers, so that a namesake who turns up elsewhere renames nobody.
    """
    rows = list(speakers)
    bearing = Speaker.objects.filter(name__in={each.name for each in rows})
    first = dict(bearing.order_by("name").values_list("name").annotate(Min("pk")))
    return {
        each.pk: each.name if first[each.name] == each.pk else f"{each.name} ({each.pk})"
        for each in rows
    }


def _standing(pk: int, speakers: Mapping[int, Speaker]) -> int:
    seen = {pk}
    while (into := speakers[pk].merged_into_id) is not None and into not in seen:
        seen.add(into)
        pk = into
    return pk


def _wider(pairs: Sequence[Pair]) -> dict[str, frozenset[str]]:
    """Return every body that each member speaks for, through any number of steps."""
    direct: dict[str, set[str]] = {}
    for member, body in pairs:
        direct.setdefault(member, set()).add(body)
    wider: dict[str, frozenset[str]] = {}
    for member, bodies in direct.items():
        found: set[str] = set()
        waiting = list(bodies)
        while waiting:
            body = waiting.pop()
            if body not in found:
                found.add(body)
                waiting += direct.get(body, ())
        wider[member] = frozenset(found)
    return wider
