"""Chains as an editor types them: names, with a number that tells namesakes apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.domain.spans import Span
from claims.models import Attribution, Link, Speaker
from claims.services.attributing import Chain, Source

_NUMBERED = re.compile(r"(.+?) \(#(\d+)\)\Z")


@dataclass(frozen=True, slots=True)
class Typed:
    """Who is named as the speaker, as a form takes it."""

    voice: str
    said_by: Sequence[str] = ()
    via: Sequence[str] = ()
    descriptor: str = ""
    reason: str = ""
    is_first_hand: bool = False


def chain(typed: Typed, *, before: Attribution | None = None) -> Chain:
    """Return what was typed as a chain; names that stood there keep their mentions.

    ``before`` is the attribution that the form showed, with its links loaded.
    """
    links = list(before.links.all()) if before is not None else []
    relays = tuple(_source(name, links) for name in typed.via)
    if typed.voice == Attribution.Voice.OWN:
        return Chain(relays=relays, is_first_hand=typed.is_first_hand)
    if typed.voice == Attribution.Voice.NAMED:
        return Chain(tuple(_source(name, links) for name in typed.said_by), relays)
    origin = Source(
        descriptor=typed.descriptor,
        reason=typed.reason,
        mention=_mention(typed.descriptor, links),
    )
    return Chain((origin,), relays)


def typed(attribution: Attribution | None) -> Typed:
    """Return an attribution as the form shows it. Takes prefetched links."""
    if attribution is None:
        return Typed(Attribution.Voice.NAMED)
    unnamed = [link for link in attribution.origins if not _is_named(link)]
    return Typed(
        attribution.voice,
        [link.label for link in attribution.origins if _is_named(link)],
        [link.label for link in attribution.relays],
        "; ".join(link.descriptor for link in unnamed),
        "; ".join(link.reason for link in unnamed if link.reason),
        attribution.is_first_hand,
    )


def source(name: str, *, mention: Span | None = None) -> Source:
    """Return the source of a typed name: the speaker of that number, or the name."""
    found = _NUMBERED.match(name.strip())
    speaker = Speaker.objects.filter(pk=found.group(2)).first() if found else None
    if speaker is not None:
        return Source(speaker=speaker, name=speaker.name, mention=mention)
    return Source(name=" ".join(name.split()), mention=mention)


def _source(name: str, links: Sequence[Link]) -> Source:
    for link in links:
        if name.strip() == link.label and _is_named(link):
            mention = _span(link)
            return Source(link.speaker, link.name, link.descriptor, "", mention)
    return source(name)


def _mention(descriptor: str, links: Sequence[Link]) -> Span | None:
    return next((_span(link) for link in links if link.descriptor == descriptor), None)


def _span(link: Link) -> Span | None:
    if link.mention_start is None or link.mention_end is None:
        return None
    return Span(link.mention_start, link.mention_end)


def _is_named(link: Link) -> bool:
    return link.speaker_id is not None or bool(link.name)
