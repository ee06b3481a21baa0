"""Chains: who said it, and through whom it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims import policy
from claims.domain.bearers import kind_of
from claims.domain.spans import Span
from claims.errors import Changed, Incomplete, Misplaced
from claims.models import Attribution, Figure, Link, Quote, Revision, Speaker, User
from claims.services import comparing, logging, naming
from claims.services.acting import act
from claims.services.logging import Line


@dataclass(frozen=True, slots=True)
class Source:
    """One station of a chain: a known speaker, a name, or a description as printed."""

    speaker: Speaker | None = None
    name: str = ""
    descriptor: str = ""
    reason: str = ""
    mention: Span | None = None
    kind: str = ""

    @property
    def is_named(self) -> bool:
        return self.speaker is not None or bool(self.name.strip())


@dataclass(frozen=True, slots=True)
class Chain:
    """Who said it, and the relays from the article outward; nobody is the outlet itself."""

    origins: tuple[Source, ...] = ()
    relays: tuple[Source, ...] = ()
    is_first_hand: bool = False

    @property
    def voice(self) -> str:
        if not self.origins:
            return Attribution.Voice.UNNAMED if self.relays else Attribution.Voice.OWN
        if any(source.is_named for source in self.origins):
            return Attribution.Voice.NAMED
        return Attribution.Voice.UNNAMED


OWN_VOICE = Chain()


@act
def attribute(row: Quote | Figure, chain: Chain, *, by: User, reason: str = "") -> None:
    """Say who said it and through whom; figures inside a quote follow the quote.

    What rests on the row is compared again.
    """
    policy.require(policy.may_annotate_or_compare(by), "attribute quotes and figures")
    _put(row, record(row.revision, chain, by=by), by=by, reason=reason)


@act
def restore(row: Quote | Figure, attribution: Attribution, *, by: User) -> None:
    """Give a row a chain back that it had before."""
    policy.require(policy.may_annotate(by), "attribute quotes and figures")
    if attribution.revision_id != row.revision_id:
        raise Misplaced("That chain stands in another text.")
    _put(row, attribution, by=by, reason="")


def _put(row: Quote | Figure, attribution: Attribution, *, by: User, reason: str) -> None:
    before = summary(row.attribution)
    moved = [row]
    if isinstance(row, Quote):
        inside = row.figures.filter(attribution=row.attribution)
        moved += list(inside.select_related("quantity"))
    for each in moved:
        _set(each, attribution)
    after = summary(attribution)
    lines = [
        Line(f"{each._meta.model_name}.attributed", each, before, after, reason)
        for each in moved
    ]
    logging.write_all(lines, by=by)
    comparing.refresh_those_of(each for each in moved if isinstance(each, Figure))


def _set(row: Quote | Figure, attribution: Attribution) -> None:
    # The filter is the lock: nobody's chain is overwritten by one who did not see it.
    seen = type(row)._default_manager.filter(pk=row.pk, version=row.version)
    if not seen.update(attribution=attribution, version=row.version + 1):
        raise Changed(f"Somebody else changed “{row.exact[:60]}” in the meantime.")
    row.attribution = attribution
    row.version += 1


def record(revision: Revision, chain: Chain, *, by: User) -> Attribution:
    """Store a chain with every named station tied to its speaker."""
    return record_all([(revision, chain)], by=by)[0]


def record_all(chains: Sequence[tuple[Revision, Chain]], *, by: User) -> list[Attribution]:
    """Store chains, each in its text, at a cost that hardly grows with their number."""
    attributions = [
        Attribution(
            revision=revision,
            voice=chain.voice,
            is_first_hand=chain.is_first_hand and chain.voice == Attribution.Voice.OWN,
        )
        for revision, chain in chains
    ]
    speakers = _speakers([chain for _, chain in chains], by=by)
    Attribution.objects.bulk_create(attributions, batch_size=500)
    links = [
        link
        for attribution, (_, chain) in zip(attributions, chains, strict=True)
        for link in _links(attribution, chain, speakers)
    ]
    Link.objects.bulk_create(links, batch_size=500)
    return attributions


def _speakers(chains: Iterable[Chain], *, by: User) -> dict[str, Speaker]:
    """Return the speaker of each bare name, made where nobody here bears it."""
    kinds: dict[str, str] = {}
    for source, role in (each for chain in chains for each in _stations(chain)):
        if source.speaker is None and source.name.strip():
            relay = Speaker.Kind.OUTLET if role == Link.Role.RELAY else kind_of(source.name)
            kinds.setdefault(source.name, source.kind or relay)
    known = naming.matches(kinds)
    for name, kind in kinds.items():
        if name.casefold() not in known:
            known[name.casefold()] = naming.found_or_added(name, kind=kind, by=by)
    return known


def _stations(chain: Chain) -> list[tuple[Source, str]]:
    return [
        *((source, Link.Role.RELAY.value) for source in chain.relays),
        *((source, Link.Role.ORIGIN.value) for source in chain.origins),
    ]


def _links(
    attribution: Attribution, chain: Chain, speakers: Mapping[str, Speaker]
) -> Iterable[Link]:
    links: dict[tuple[str, int | str], Link] = {}
    for position, (source, role) in enumerate(_stations(chain), start=1):
        link = _link(attribution.revision, source, speakers)
        # The origins speak jointly: they stand at one place of the chain.
        origin = role == Link.Role.ORIGIN
        link.position = len(chain.relays) + 1 if origin else position
        link.role, link.attribution = role, attribution
        links.setdefault((role, link.speaker_id or link.descriptor), link)
    return links.values()


def resolve(attribution: Attribution, *, by: User) -> None:
    """Tie the names that the engine worked out to speakers, made where unknown."""
    for link in attribution.links.all():
        if link.speaker is not None or not link.name:
            continue
        kind = Speaker.Kind.OUTLET if link.role == Link.Role.RELAY else kind_of(link.name)
        link.speaker = naming.found_or_added(link.name, kind=kind, by=by)
        # Another mark of the same chain may have tied this very link already.
        twins = attribution.links.filter(role=link.role, speaker=link.speaker)
        twins = twins.exclude(pk=link.pk)
        if twins.exists():
            link.delete()
        else:
            link.save(update_fields=["speaker"])


def summary(attribution: Attribution | None) -> dict[str, Any]:
    """Return an attribution as the log keeps it. Queries its links."""
    if attribution is None:
        return {}
    links = list(attribution.links.select_related("speaker"))
    return {
        "attribution": attribution.pk,
        "voice": attribution.voice,
        "by": [link.label for link in links if link.role == Link.Role.ORIGIN],
        "via": [link.label for link in links if link.role == Link.Role.RELAY],
    }


def _link(revision: Revision, source: Source, speakers: Mapping[str, Speaker]) -> Link:
    speaker = source.speaker
    if speaker is None and source.name.strip():
        speaker = speakers[source.name.casefold()]
    if speaker is None and not source.descriptor.strip():
        raise Incomplete("Name the source, or describe it as printed.")
    link = Link(
        speaker=speaker,
        name=source.name[:300],
        descriptor=source.descriptor[:300],
        reason=source.reason[:300],
    )
    if source.mention is not None:
        place_mention(link, source.mention, revision.text)
    return link


def place_mention(link: Link, span: Span, text: str) -> None:
    """Pin a link to where it is mentioned; a mention is at most 300 characters."""
    if span.end > len(text):
        raise Misplaced(f"The text ends before character {span.end}.")
    link.mention_start = span.start
    link.mention_end = min(span.end, span.start + 300)
    link.mention = text[link.mention_start : link.mention_end]


def chain_of(names: Sequence[str], *, via: Sequence[str] = ()) -> Chain:
    """Return the chain of plain names, as an import gives them."""
    return Chain(
        origins=tuple(Source(name=name) for name in names),
        relays=tuple(Source(name=name) for name in via),
    )
