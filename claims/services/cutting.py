"""Quotes cut in two, and two quotes made one."""

from __future__ import annotations

from collections.abc import Iterable

from claims import policy
from claims.domain.spans import Span
from claims.errors import Incomplete
from claims.models import Figure, Quote, User
from claims.services import annotating, logging
from claims.services.acting import act
from claims.services.attributing import Chain, Source
from claims.services.logging import Line


@act
def split(quote: Quote, at: int, *, version: int, by: User) -> Quote:
    """Cut a quote before the character ``at`` of its text; return the second part.

    Both parts keep the kind and the chain. The white space between them goes.
    """
    policy.require(policy.may_annotate(by), "split quotes")
    text = quote.revision.text
    if not quote.start < at < quote.end:
        raise Incomplete("Choose a place inside the quote.")
    first, second = text[quote.start : at].rstrip(), text[at : quote.end].lstrip()
    if not first or not second:
        raise Incomplete("Both parts need words.")
    ends = Span(quote.start, quote.start + len(first)), quote.end - len(second)
    rest = Span(ends[1], quote.end)
    chain = _chain_of(quote)
    inside = list(quote.figures.filter(start__gte=rest.start))
    annotating.amend_span(quote, ends[0], version=version, by=by, reason="Split.")
    made = annotating.mark_quote(quote.revision, rest, kind=quote.kind, chain=chain, by=by)
    hand_over(inside, made, by=by)
    return made


@act
def join(quote: Quote, following: Quote, *, version: int, by: User) -> None:
    """Stretch a quote over the one that follows it, which is rejected."""
    policy.require(policy.may_annotate(by), "join quotes")
    if following.revision_id != quote.revision_id or following.start < quote.start:
        raise Incomplete("Join a quote with one that follows it in the same text.")
    span = Span(quote.start, max(quote.end, following.end))
    hand_over(following.figures.all(), quote, by=by)
    if not following.is_suggested:
        annotating.reopen(following, by=by, reason=f"Joined with {quote}.")
    annotating.reject(following, by=by, reason=f"Joined with {quote}.")
    why = f"Joined with {following}."
    annotating.amend_span(quote, span, version=version, by=by, reason=why)


@act
def hand_over(figures: Iterable[Figure], quote: Quote | None, *, by: User) -> None:
    """Say which quote figures stand in, with a line each, so that it can be undone."""
    policy.require(policy.may_annotate(by), "split and join quotes")
    lines = []
    for figure in figures:
        before = {"quote": figure.quote_id}
        figure.quote = quote
        figure.save(update_fields=["quote"])
        after = {"quote": figure.quote_id}
        lines.append(Line("figure.handed_over", figure, before, after))
    logging.write_all(lines, by=by)


def _chain_of(quote: Quote) -> Chain:
    """Return the chain of a quote as it can be given to another."""
    if quote.attribution is None:
        raise Incomplete("Say who said it before the quote is split.")
    links = list(quote.attribution.links.select_related("speaker"))
    sources = {
        link: Source(link.speaker, link.name, link.descriptor, link.reason)
        for link in links
    }
    return Chain(
        origins=tuple(sources[link] for link in links if link.role == "origin"),
        relays=tuple(sources[link] for link in links if link.role == "relay"),
        is_first_hand=quote.attribution.is_first_hand,
    )
