"""What the part of a dossier that rebuilds a desk's incident must look like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claims.exchange.dossier_keys import (
    COUNT,
    COUNTS,
    DATE,
    FLAG,
    LIST,
    MAYBE_EMPTY,
    MOMENT,
    NUMBER,
    OBJECT,
    PAIR,
    SPAN,
    WORDS,
    Key,
    Shape,
    one_of,
    or_null,
    problems_of,
    problems_of_each,
)
from claims.models import (
    Appearance,
    Article,
    Copy,
    Figure,
    Incident,
    Outlet,
    Quantity,
    Quote,
    Reliance,
    Settlement,
    Speaker,
)
from claims.services.dossier import AGENCY

_PRECISION = one_of(*Incident.Precision.values)
SCOPE: Shape = {
    "side": WORDS,
    "status": one_of(*Quantity.PopulationStatus.values),
    "place": MAYBE_EMPTY,
    "from": or_null(DATE),
    "until": or_null(DATE),
    "unit": WORDS,
}
_VERSION: Shape = {
    "number": COUNT,
    "status": one_of(*Settlement.Status.values),
    "rationale": WORDS,
    "proposed_by": WORDS,
    "proposed_at": MOMENT,
    "decided_by": or_null(WORDS),
    "decided_at": or_null(MOMENT),
    "comment": MAYBE_EMPTY,
}
_DESK: Shape = {
    "incident": OBJECT,
    "outlets": LIST,
    "articles": OBJECT,
    "quantities": LIST,
    "copies": LIST,
    "dismissals": LIST,
    "settlements": LIST,
    "claims": LIST,
    "remarks": LIST,
    "estimates": LIST,
    "people": LIST,
}
_LISTS: Mapping[str, Shape] = {
    "outlets": {
        "name": WORDS,
        "kind": one_of(*Outlet.Kind.values),
        "domain": MAYBE_EMPTY,
        "family": or_null(WORDS),
    },
    "quantities": {
        "measure": WORDS,
        "population": WORDS,
        "scope": OBJECT,
        "merged_into": or_null(COUNT),
    },
    "copies": {
        "article": WORDS,
        "original": WORDS,
        "likeness": NUMBER,
        "status": one_of(Copy.Status.CONFIRMED, Copy.Status.REFUSED),
        "by": WORDS,
        "at": MOMENT,
    },
    "dismissals": {
        "pair": Key(
            "two figures",
            lambda value: (
                isinstance(value, list)
                and len(value) == 2  # noqa: PLR2004  its two ends
                and all(PAIR.fits(each) for each in value)
            ),
        ),
        "reason": WORDS,
        "by": WORDS,
        "at": MOMENT,
        "is_lifted": FLAG,
    },
    "settlements": {
        **_VERSION,
        "quantity": COUNT,
        "mode": one_of(*Settlement.Mode.values),
        "rule": MAYBE_EMPTY,
        "wording": WORDS,
        "low": or_null(NUMBER),
        "high": or_null(NUMBER),
        "best": or_null(NUMBER),
        "as_of": or_null(DATE),
        "stale_at": or_null(MOMENT),
        "stale_reason": MAYBE_EMPTY,
        "figures": LIST,
    },
    "claims": {
        "slug": WORDS,
        "text": WORDS,
        "claimant": or_null(WORDS),
        "quantities": COUNTS,
        "appearances": LIST,
        "verdicts": LIST,
        "elsewhere": LIST,
    },
    "remarks": {
        "quantity": or_null(COUNT),
        "claim": or_null(COUNT),
        "answers": or_null(COUNT),
        "text": WORDS,
        "by": WORDS,
        "at": MOMENT,
    },
    "estimates": {
        "quantity": COUNT,
        "recorder": WORDS,
        "event": WORDS,
        **dict.fromkeys(("low", "best", "high"), or_null(NUMBER)),
        **dict.fromkeys(("sources", "place", "url"), MAYBE_EMPTY),
        **dict.fromkeys(("from_on", "until_on"), or_null(DATE)),
    },
    "people": {
        "name": WORDS,
        "kind": one_of(*Speaker.Kind.values, AGENCY),
        "wikidata": MAYBE_EMPTY,
        "note": MAYBE_EMPTY,
        "aliases": LIST,
        "roles": LIST,
    },
}
_INNER: Mapping[tuple[str, str], Shape] = {
    ("settlements", "figures"): {
        "figure": PAIR,
        "treatment": one_of(*Reliance.Treatment.values),
        "reason": one_of(*Reliance.Reason.values),
        "note": MAYBE_EMPTY,
        "is_changed": FLAG,
    },
    ("claims", "appearances"): {
        "quote": PAIR,
        "stance": one_of(*Appearance.Stance.values),
    },
    ("claims", "verdicts"): {
        **_VERSION,
        "rating": WORDS,
        "evidence": MAYBE_EMPTY,
        "settlement": or_null(COUNT),
    },
    ("claims", "elsewhere"): {
        "publisher": WORDS,
        "rating": WORDS,
        "url": WORDS,
        "value": or_null(NUMBER),
        "claimant": MAYBE_EMPTY,
        "reviewed_on": or_null(DATE),
    },
    ("people", "roles"): {
        "organisation": WORDS,
        "title": WORDS,
        "from": or_null(DATE),
        "until": or_null(DATE),
    },
}
_INCIDENT: Shape = {"precision": _PRECISION, "parent": or_null(OBJECT)}
_PARENT: Shape = {
    "id": WORDS,
    "title": WORDS,
    "date": or_null(DATE),
    "place": MAYBE_EMPTY,
    "precision": _PRECISION,
}
_ARTICLE: Shape = {
    "published_at": or_null(MOMENT),
    "precision": one_of(*Article.Precision.values),
    "byline": MAYBE_EMPTY,
    "language": MAYBE_EMPTY,
    "revisions": LIST,
    "quotes": LIST,
    "figures": LIST,
    "rejected": OBJECT,
}
_CHAIN: Shape = {"is_first_hand": FLAG, "origins": LIST, "relays": LIST}
_SOURCE: Shape = {
    "speaker": or_null(WORDS),
    "descriptor": MAYBE_EMPTY,
    "reason": MAYBE_EMPTY,
    "mention": or_null(SPAN),
}
_VALUE: Shape = {
    "measure": WORDS,
    "population": MAYBE_EMPTY,
    "side": MAYBE_EMPTY,
    "unit": WORDS,
    "place": MAYBE_EMPTY,
    "kind": one_of(*Figure.Kind.values),
    "hedge": MAYBE_EMPTY,
    "as_of": or_null(DATE),
    "epistemic": one_of(*Figure.Epistemic.values),
    "basis": one_of(*Figure.Basis.values),
    "is_additive": FLAG,
    "is_correction": FLAG,
    **dict.fromkeys(
        ("low", "high", "core_low", "core_high", "printed_low", "printed_high"),
        or_null(NUMBER),
    ),
}
_MARKS: Mapping[str, Shape] = {
    "quotes": {
        "span": SPAN,
        "cue": or_null(SPAN),
        "continues": or_null(COUNT),
        "chain": OBJECT,
    },
    "figures": {
        "span": SPAN,
        "chain": OBJECT,
        "locus": one_of(*Figure.Locus.values),
        "restates": or_null(PAIR),
        "value": OBJECT,
    },
}
_REJECTED: Mapping[str, Shape] = {
    "quotes": {"span": SPAN, "kind": one_of(*Quote.Kind.values)},
    "figures": {"span": SPAN, "value": OBJECT},
}


def problems(desk: Any) -> Iterator[str]:
    """Yield what is wrong with the part, each as a sentence that names the place."""
    wrong = list(problems_of(_DESK, "desk", desk))
    yield from wrong
    if wrong:
        return
    yield from _of_incident(desk["incident"])
    for name, shape in _LISTS.items():
        yield from problems_of_each(shape, f"desk.{name}", desk[name])
    for (name, inner), shape in _INNER.items():
        for at, row in enumerate(desk[name]):
            rows = row.get(inner) if isinstance(row, dict) else None
            path = f"desk.{name}[{at}].{inner}"
            yield from problems_of_each(shape, path, _listed(rows))
    for at, row in enumerate(desk["quantities"]):
        if isinstance(row, dict):
            yield from problems_of(SCOPE, f"desk.quantities[{at}].scope", row.get("scope"))
    for key, article in desk["articles"].items():
        yield from _of_article(f"desk.articles.{key}", article)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _of_incident(incident: Any) -> Iterator[str]:
    yield from problems_of(_INCIDENT, "desk.incident", incident)
    if isinstance(incident.get("parent"), dict):
        yield from problems_of(_PARENT, "desk.incident.parent", incident["parent"])


def _of_article(path: str, article: Any) -> Iterator[str]:
    wrong = list(problems_of(_ARTICLE, path, article))
    yield from wrong
    if wrong:
        return
    shape: Shape = {"text": or_null(WORDS), "retrieved_at": MOMENT}
    yield from problems_of_each(shape, f"{path}.revisions", article["revisions"])
    for name, marks in _MARKS.items():
        for at, mark in enumerate(article[name]):
            yield from _of_mark(f"{path}.{name}[{at}]", mark, marks)
    for name, marks in _REJECTED.items():
        for at, mark in enumerate(_listed(article["rejected"].get(name))):
            yield from _of_mark(f"{path}.rejected.{name}[{at}]", mark, marks)


def _of_mark(path: str, mark: Any, shape: Shape) -> Iterator[str]:
    wrong = list(problems_of(shape, path, mark))
    yield from wrong
    if wrong:
        return
    if "value" in shape:
        yield from problems_of(_VALUE, f"{path}.value", mark["value"])
    if "chain" in shape:
        chain = mark["chain"]
        yield from problems_of(_CHAIN, f"{path}.chain", chain)
        for part in ("origins", "relays"):
            sources = _listed(chain.get(part))
            yield from problems_of_each(_SOURCE, f"{path}.chain.{part}", sources)
