"""What a dossier says beyond its evidence: how exactly it stands, and who decided what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.exchange import dossier_decisions as decisions
from claims.exchange.dossier_marks import chain_of, plain
from claims.exchange.dossier_people import People
from claims.exchange.dossier_places import Places
from claims.models import Figure, Incident, Outlet, Quote, Revision
from claims.services.values import VALUE_COLUMNS

Row = dict[str, Any]


def of(incident: Incident, places: Places, people: People) -> Row:
    """Return the part of a dossier that rebuilds a desk's incident as it is."""
    quantities = decisions.Quantities(incident)
    claims = decisions.claims_of(incident)
    return {
        "incident": {
            "precision": incident.happened_precision,
            "parent": _parent(incident.parent),
        },
        "outlets": list(_outlets(places)),
        "articles": {key: _article(key, places, people) for key in places.articles},
        "quantities": quantities.rows(),
        "copies": list(decisions.copies(places)),
        "dismissals": list(decisions.dismissals(places)),
        "settlements": list(quantities.settlements(places)),
        "claims": [quantities.claim(claim, places, people) for claim in claims],
        "remarks": list(quantities.remarks(claims)),
        "estimates": list(quantities.estimates()),
        # Last, when everybody has been named.
        "people": list(people.details()),
    }


def _parent(incident: Incident | None) -> Row | None:
    if incident is None:
        return None
    return {
        "id": incident.slug,
        "title": incident.title,
        "date": incident.happened_on and incident.happened_on.isoformat(),
        "place": incident.place,
        "precision": incident.happened_precision,
    }


def _outlets(places: Places) -> Iterator[Row]:
    """Yield the outlets of which more is known than a name."""
    found: dict[str, Outlet] = {}
    for article in places.articles.values():
        for outlet in (article.outlet, article.agency):
            if outlet is not None:
                found[outlet.name] = outlet
    for name, outlet in sorted(found.items()):
        known = {
            "kind": outlet.kind,
            "domain": outlet.domain,
            "family": outlet.family.name if outlet.family else None,
        }
        if known != {"kind": Outlet.Kind.NEWSPAPER, "domain": "", "family": None}:
            yield {"name": name} | known


def _article(key: str, places: Places, people: People) -> Row:
    article, revision = places.articles[key], places.revisions[key]
    published = article.published_at
    texts = article.revisions.defer("raw").order_by("number")
    return {
        "published_at": published and published.isoformat(),
        "precision": article.published_precision,
        "byline": article.byline,
        "language": article.language,
        "revisions": [
            {
                "text": None if each.pk == revision.pk else each.text,
                "retrieved_at": each.retrieved_at.isoformat(),
            }
            for each in texts
        ],
        "quotes": [_quote(row, places, people) for row in places.quotes[key]],
        "figures": [_figure(row, places, people) for row in places.figures[key]],
        "rejected": _rejected(revision),
    }


def _quote(quote: Quote, places: Places, people: People) -> Row:
    before = places.of_quote.get(quote.continues_id or 0)
    return {
        "span": [quote.start, quote.end],
        "cue": None if quote.cue_start is None else [quote.cue_start, quote.cue_end],
        "continues": before[1] if before else None,
        "chain": chain_of(quote.attribution, people),
    }


def _figure(figure: Figure, places: Places, people: People) -> Row:
    source = places.of_figure.get(figure.restates_id or 0)
    return {
        "span": [figure.start, figure.end],
        "chain": chain_of(figure.attribution, people),
        "locus": figure.locus,
        "restates": list(source) if source else None,
        "value": _value(figure),
    }


def _value(figure: Figure) -> Row:
    found: Row = {name: getattr(figure, name) for name in VALUE_COLUMNS}
    for name in ("low", "high", "core_low", "core_high", "printed_low", "printed_high"):
        found[name] = plain(found[name])
    day = None if figure.is_as_of_inferred else figure.as_of
    return found | {"as_of": day and day.isoformat()}


def _rejected(revision: Revision) -> Row:
    """Return the marks that somebody refused, so that nobody has to do so again."""
    quotes = revision.quotes.filter(status=Quote.Status.REJECTED).order_by("start", "pk")
    figures = revision.figures.filter(status=Figure.Status.REJECTED)
    return {
        "quotes": [{"span": [row.start, row.end], "kind": row.kind} for row in quotes],
        "figures": [
            {"span": [row.start, row.end], "value": _value(row)}
            for row in figures.order_by("start", "pk")
        ],
    }
