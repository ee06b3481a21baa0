"""Pairs of speakers that may be one, with what speaks for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from django.db.models import Count, Q

from claims.domain.names import fold, likeness
from claims.models import Figure, Link, Quote, Speaker

LIKELY = 0.72
MOST = 60
_MOST_IN_A_BLOCK = 60
_MOST_SAYINGS = 6
_MOST_COMPARED = 400
_SHORTEST = 3
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two: what is known of it and what it said."""

    speaker: Speaker
    names: tuple[str, ...]
    roles: tuple[str, ...]
    links: int
    sayings: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that are put in the mouth of both, and where each is named for them."""

    one: Quote
    other: Quote


@dataclass(frozen=True, slots=True)
class Pair:
    """Two standing speakers, and what they share."""

    one: Half
    other: Half
    likeness: float
    reasons: tuple[str, ...]
    shared: tuple[Shared, ...] = ()
    joint: tuple[Quote, ...] = ()


def pairs() -> list[Pair]:
    """Return the likeliest pairs, best first, in a number of queries that does not grow.

    Only speakers that share a word of a name, or its first letters, are compared.
    """
    halves = {half.speaker.pk: half for half in _halves(Speaker.objects.for_list())}
    found = []
    for one, other in _blocked(halves):
        pair = _pair(halves[one], halves[other])
        if pair.likeness >= LIKELY:
            found.append(pair)
    found.sort(key=lambda pair: (-pair.likeness, -(pair.one.links + pair.other.links)))
    return found[:MOST]


def pair(one: Speaker, other: Speaker) -> Pair:
    """Return two speakers with what each said."""
    rows = Speaker.objects.filter(pk__in=(one.pk, other.pk)).prefetch_related(
        "aliases", "roles__organisation"
    )
    halves = {half.speaker.pk: half for half in _halves(rows)}
    mine, theirs = _said(one), _said(other)
    joint = {quote.pk for quote in mine} & {quote.pk for quote in theirs}
    found = _pair(_showing(halves[one.pk], mine), _showing(halves[other.pk], theirs))
    return replace(
        found,
        reasons=(*found.reasons, *_incidents_of_both(one, other)),
        shared=tuple(_shared(mine, theirs))[:_MOST_SAYINGS],
        joint=tuple(quote for quote in mine if quote.pk in joint)[:_MOST_SAYINGS],
    )


def _halves(rows: Iterable[Speaker]) -> Iterator[Half]:
    speakers = list(rows)
    counts = dict(
        Speaker.objects.filter(pk__in=[each.pk for each in speakers])
        .annotate(count=Count("links"))
        .values_list("pk", "count")
    )
    for speaker in speakers:
        names = (speaker.name, *(alias.name for alias in speaker.aliases.all()))
        roles = tuple(str(role) for role in speaker.roles.all())
        yield Half(speaker, names, roles, counts[speaker.pk])


def _said(speaker: Speaker) -> list[Quote]:
    """Return the quotes that a speaker is named for, with where they were printed."""
    by = Q(attribution__links__speaker=speaker, attribution__links__role=Link.Role.ORIGIN)
    quotes = Quote.objects.filter(by).exclude(status=Quote.Status.REJECTED)
    rows = quotes.select_related("revision__article__outlet").order_by("-pk")
    return list(rows.defer("revision__text", "revision__raw").distinct()[:_MOST_COMPARED])


def _showing(half: Half, said: Sequence[Quote]) -> Half:
    return replace(half, sayings=tuple(said[:_MOST_SAYINGS]))


def _shared(mine: Sequence[Quote], theirs: Sequence[Quote]) -> Iterator[Shared]:
    """Yield what both are said to have said, in texts of their own."""
    known = {_words(quote): quote for quote in theirs}
    for quote in mine:
        other = known.get(_words(quote))
        if other is not None and other.pk != quote.pk:
            yield Shared(quote, other)


def _words(quote: Quote) -> str:
    return " ".join(_WORD.findall(fold(quote.exact)))


def _incidents_of_both(one: Speaker, other: Speaker) -> Iterator[str]:
    titles = [
        set(
            Figure.objects.filed()
            .filter(attribution__links__speaker=speaker)
            .values_list("quantity__incident__title", flat=True)
        )
        for speaker in (one, other)
    ]
    yield from (
        f"Both give figures of “{title}”." for title in sorted(set.intersection(*titles))
    )


def _blocked(halves: Mapping[int, Half]) -> set[tuple[int, int]]:
    """Return the pairs that share the first letters of a word of a name."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for pk, half in halves.items():
        for start in _starts(half):
            blocks[start].add(pk)
    return {
        both
        for members in blocks.values()
        if len(members) <= _MOST_IN_A_BLOCK
        for both in combinations(sorted(members), 2)
    }


def _starts(half: Half) -> set[str]:
    words = {fold(word) for name in half.names for word in name.split()}
    # Initials and particles would join too many.
    return {word[:4] for word in words if len(word) >= _SHORTEST}


def _pair(one: Half, other: Half) -> Pair:
    alike = max(
        (likeness(mine, yours), mine, yours) for mine in one.names for yours in other.names
    )
    reasons = ["No two of their names are spelled alike."]
    if alike[0] >= LIKELY:
        reasons = [f"“{alike[1]}” and “{alike[2]}” are spelled alike."]
    reasons += [f"Both: {role}." for role in sorted(set(one.roles) & set(other.roles))]
    if one.speaker.kind != other.speaker.kind:
        kinds = f"{one.speaker.get_kind_display()} and {other.speaker.get_kind_display()}"
        reasons.append(f"Against it: {kinds.lower()}.")
    return Pair(one, other, alike[0], tuple(reasons))
