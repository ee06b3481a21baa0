"""A rated claim as schema.org ClaimReview and Claim: three doors, one function."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Max, Min

from claims.domain.intervals import Number
from claims.errors import Incomplete
from claims.models import (
    Appearance,
    Article,
    Claim,
    Outlet,
    Quote,
    Rating,
    Settlement,
    Speaker,
    Verdict,
)
from claims.queries import evidence
from claims.queries.evidence import Evidence

Node = dict[str, Any]

# The terms that schema.org lacks; exchange/vocabulary.py says what each means.
PREFIX = "desk"
VOCABULARY = "/api/vocabulary/#"

_SPEAKERS = {
    Speaker.Kind.PERSON: "Person",
    Speaker.Kind.DOCUMENT: "CreativeWork",
    Speaker.Kind.OUTLET: "NewsMediaOrganization",
}


def of(claim: Claim, address: str, publisher: str) -> Node:
    """Return the review of a claim that has an approved verdict.

    ``address`` is where the desk's pages are, without a slash at the end. Queries what
    the claim rests on.
    """
    verdict = _verdict(claim)
    appearances = _appearances(claim)
    desk = {"@type": "NewsMediaOrganization", "name": publisher, "url": f"{address}/"}
    node: Node = {
        "@context": ["https://schema.org", {PREFIX: f"{address}{VOCABULARY}"}],
        "@type": "ClaimReview",
        "@id": f"{address}{claim.get_absolute_url()}#review",
        "url": f"{address}{claim.get_absolute_url()}",
        "name": claim.text,
        "claimReviewed": claim.text,
        "author": desk,
        "publisher": desk,
        "reviewRating": _rating(verdict),
        "reviewBody": verdict.rationale,
        "itemReviewed": _claim(claim, appearances),
    }
    if verdict.decided_at is not None:
        node["datePublished"] = verdict.decided_at.date().isoformat()
    if appearances:
        node["citation"] = [_quotation(each.quote) for each in appearances]
    about = _quantities(claim)
    if about:
        # A single one is given by itself, as JSON-LD has it.
        node[f"{PREFIX}:quantity"] = about if len(about) > 1 else about[0]
    return node


def _verdict(claim: Claim) -> Verdict:
    approved = claim.verdicts.filter(status=Verdict.Status.APPROVED)
    verdict = approved.select_related("rating").first()
    if verdict is None:
        raise Incomplete(f"“{claim}” has no approved verdict yet.")
    return verdict


def _rating(verdict: Verdict) -> Node:
    ends = Rating.objects.aggregate(worst=Min("value"), best=Max("value"))
    return {
        "@type": "Rating",
        "ratingValue": verdict.rating.value,
        "worstRating": ends["worst"],
        "bestRating": ends["best"],
        "alternateName": verdict.rating.name,
        "ratingExplanation": verdict.rating.meaning,
    }


def _appearances(claim: Claim) -> list[Appearance]:
    rows = claim.appearances.select_related(
        "quote__revision__article__outlet", "quote__attribution"
    ).defer("quote__revision__text", "quote__revision__raw")
    return list(rows.prefetch_related("quote__attribution__links__speaker"))


def _claim(claim: Claim, appearances: Iterable[Appearance]) -> Node:
    node: Node = {"@type": "Claim", "name": claim.text}
    carrying = {
        each.quote.revision.article.pk: each.quote.revision.article
        for each in appearances
        if each.stance != Appearance.Stance.DENIES
    }
    articles = sorted(carrying.values(), key=_published)
    claimant = claim.claimant or next(
        (speaker for each in appearances for speaker in _speakers(each.quote)), None
    )
    if claimant is not None:
        term = "isBasedOn" if _is_work(claimant) else "author"
        node[term] = _speaker(claimant)
    if articles:
        first, *later = [_article(article) for article in articles]
        node["firstAppearance"] = first
        node["appearance"] = [first, *later]
        if "datePublished" in first:
            node["datePublished"] = first["datePublished"]
    return node


def _published(article: Article) -> tuple[bool, str, int]:
    moment = article.published_at
    return moment is None, moment.isoformat() if moment else "", article.pk


def _article(article: Article) -> Node:
    node: Node = {
        "@type": "NewsArticle",
        "headline": article.headline,
        "publisher": _outlet(article.outlet),
    }
    if article.url:
        node["url"] = article.url
    if article.published_at is not None:
        day_only = article.published_precision == Article.Precision.DAY
        moment = article.published_at.date() if day_only else article.published_at
        node["datePublished"] = moment.isoformat()
    return node


def _outlet(outlet: Outlet) -> Node:
    node: Node = {"@type": "NewsMediaOrganization", "name": outlet.name}
    if outlet.domain:
        node["url"] = f"https://{outlet.domain}/"
    return node


def _speakers(quote: Quote) -> list[Speaker]:
    origins = quote.attribution.origins if quote.attribution else []
    return [link.speaker for link in origins if link.speaker is not None]


def _is_work(speaker: Speaker) -> bool:
    """Say whether a speaker is a document, which schema.org lets say nothing."""
    return speaker.kind == Speaker.Kind.DOCUMENT


def _speaker(speaker: Speaker) -> Node:
    kind = _SPEAKERS.get(Speaker.Kind(speaker.kind), "Organization")
    node: Node = {"@type": kind, "name": speaker.name}
    if speaker.wikidata:
        node["sameAs"] = f"https://www.wikidata.org/wiki/{speaker.wikidata}"
    return node


def _quotation(quote: Quote) -> Node:
    """Return a quote; schema.org calls whoever said it a character.

    A document is none: the quote is based on it.
    """
    node: Node = {
        "@type": "Quotation",
        "text": quote.exact,
        "isPartOf": _article(quote.revision.article),
    }
    for speaker in _speakers(quote):
        term = "isBasedOn" if _is_work(speaker) else "spokenByCharacter"
        node.setdefault(term, []).append(_speaker(speaker))
    return node


def _quantities(claim: Claim) -> list[Node]:
    rows = list(claim.quantities.select_related("incident__parent"))
    settled = {
        settlement.quantity_id: settlement
        for settlement in Settlement.objects.current().filter(quantity__in=rows)
    }
    return [
        _quantity(known, settled.get(known.quantity.pk)) for known in evidence.of_all(rows)
    ]


def _quantity(known: Evidence, settlement: Settlement | None) -> Node:
    """Return what the desk worked out of a quantity, in the desk's own terms."""
    quantity, chains, envelope = known.quantity, known.independence, known.envelope
    node: Node = {
        "@type": f"{PREFIX}:Quantity",
        f"{PREFIX}:measure": quantity.measure,
        f"{PREFIX}:population": quantity.population,
        f"{PREFIX}:unit": quantity.unit,
        f"{PREFIX}:reports": chains.reports,
        f"{PREFIX}:outlets": chains.outlets,
        f"{PREFIX}:independentOrigins": chains.independent,
        f"{PREFIX}:positions": len(known.positions),
        f"{PREFIX}:conflicts": quantity.conflicts,
    }
    if envelope is not None:
        node[f"{PREFIX}:low"] = _plain(envelope.outer.low)
        node[f"{PREFIX}:high"] = _plain(envelope.outer.high)
    if settlement is not None:
        node[f"{PREFIX}:settlement"] = _settlement(settlement)
    return node


def _settlement(settlement: Settlement) -> Node:
    node: Node = {
        "@type": f"{PREFIX}:Settlement",
        f"{PREFIX}:wording": settlement.wording,
        f"{PREFIX}:low": _plain(settlement.low),
        f"{PREFIX}:high": _plain(settlement.high),
    }
    if settlement.as_of is not None:
        node[f"{PREFIX}:asOf"] = settlement.as_of.isoformat()
    return node


def _plain(value: Number | None) -> int | float | None:
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
