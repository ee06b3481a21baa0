"""Names to choose from while an editor types: speakers, outlets, incidents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q

from claims.domain.names import caseless
from claims.models import Incident, Outlet, Speaker
from claims.models.words import worded

MOST = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """A value for a form, and what tells it from others like it."""

    value: str
    hint: str


def speakers(words: str) -> list[Choice]:
    """Return the standing speakers with ``words`` in a name or an alias."""
    words = caseless(words)
    rows = Speaker.objects.standing().filter(
        Q(folded__contains=words) | Q(aliases__folded__contains=words)
    )
    found = list(rows.distinct().prefetch_related("aliases", "roles__organisation")[:MOST])
    often = Counter(speaker.name for speaker in found)
    return [_speaker(each, is_alone=often[each.name] == 1) for each in found]


def outlets(words: str) -> list[Choice]:
    rows = Outlet.objects.filter(
        Q(folded__contains=caseless(words)) | Q(domain__icontains=words)
    ).select_related("family")[:MOST]
    return [Choice(row.name, worded(row.get_kind_display())) for row in rows]


def incidents(words: str) -> list[Choice]:
    rows = Incident.objects.filter(title__icontains=words).only("title", "happened_on")
    return [
        Choice(f"{row.title} (#{row.pk})", str(row.happened_on or ""))
        for row in rows[:MOST]
    ]


def _speaker(speaker: Speaker, *, is_alone: bool) -> Choice:
    facts = [
        worded(speaker.get_kind_display()),
        *(str(role) for role in speaker.roles.all()),
    ]
    aliases = ", ".join(alias.name for alias in speaker.aliases.all())
    if aliases:
        facts.append(f"also {aliases}")
    value = speaker.name if is_alone else f"{speaker.name} (#{speaker.pk})"
    return Choice(value, " · ".join(facts))
