"""Quantities with what people decided on them, in the words of a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q

from claims.domain.measures import unit_of
from claims.exchange.dossier_marks import plain
from claims.exchange.dossier_people import People
from claims.exchange.dossier_places import Places
from claims.models import (
    Claim,
    Comment,
    Copy,
    Dismissal,
    Figure,
    Incident,
    OutsideEstimate,
    OutsideVerdict,
    Quantity,
    Reliance,
    Settlement,
    Verdict,
)
from claims.services.elsewhere import name_of
from claims.services.weighing import fingerprint

Row = dict[str, Any]
_COLUMNS = ("mode", "rule", "wording", "stale_reason")


def scope_of(quantity: Quantity) -> Row:
    """Return what tells a quantity from others of its measure and population."""
    window = quantity.window_from, quantity.window_until
    since, until = (day.isoformat() if day else None for day in window)
    return {
        "side": quantity.side,
        "status": quantity.population_status,
        "place": quantity.place,
        "from": since,
        "until": until,
        "unit": quantity.unit or unit_of(quantity.measure),
    }


def claims_of(incident: Incident) -> list[Claim]:
    rows = incident.claims.select_related("claimant").prefetch_related("quantities")
    return list(rows.order_by("added_at", "pk"))


class Quantities:
    """The quantities of an incident by number, and what names them by it."""

    def __init__(self, incident: Incident) -> None:
        self._all = sorted(incident.quantities.all(), key=_scope_words)
        self._number = {row.pk: number for number, row in enumerate(self._all)}
        self._settlements = list(
            Settlement.objects.filter(quantity__in=self._all)
            .select_related("proposed_by", "decided_by")
            .prefetch_related("rests_on")
        )
        self._settlements.sort(key=lambda row: (self._number[row.quantity_id], row.number))
        self._settled = {row.pk: number for number, row in enumerate(self._settlements)}

    def rows(self) -> list[Row]:
        return [
            {
                "measure": row.measure,
                "population": row.population,
                "scope": scope_of(row),
                "merged_into": self._number.get(row.merged_into_id or 0),
            }
            for row in self._all
        ]

    def settlements(self, places: Places) -> Iterator[Row]:
        """Yield every version with the figures it rests on, oldest first."""
        weighed = {
            row.figure_id for each in self._settlements for row in each.rests_on.all()
        }
        now = Figure.objects.for_comparison().in_bulk(weighed)
        for row in self._settlements:
            stale = row.stale_at and row.stale_at.isoformat()
            treated = [
                _treated(reliance, places, now)
                for reliance in row.rests_on.all()
                if reliance.figure_id in places.of_figure
            ]
            yield {
                "quantity": self._number[row.quantity_id],
                **_version(row),
                **{name: getattr(row, name) for name in _COLUMNS},
                **{name: plain(getattr(row, name)) for name in ("low", "high", "best")},
                "as_of": row.as_of and row.as_of.isoformat(),
                "stale_at": stale,
                "figures": sorted(treated, key=lambda each: places.order(each["figure"])),
            }

    def claim(self, claim: Claim, places: Places, people: People) -> Row:
        verdicts = claim.verdicts.select_related("rating", "proposed_by", "decided_by")
        outside = OutsideVerdict.objects.filter(claim=claim).order_by("url")
        appearances = [
            {"quote": list(places.of_quote[row.quote_id]), "stance": row.stance}
            for row in claim.appearances.all()
            if row.quote_id in places.of_quote
        ]
        return {
            "slug": claim.slug,
            "text": claim.text,
            "claimant": people.name(claim.claimant) if claim.claimant else None,
            "quantities": sorted(
                self._number[row.pk]
                for row in claim.quantities.all()
                if row.pk in self._number
            ),
            "appearances": sorted(appearances, key=lambda row: places.order(row["quote"])),
            "verdicts": [self._verdict(row) for row in verdicts.order_by("number")],
            "elsewhere": [_elsewhere(row) for row in outside],
        }

    def _verdict(self, verdict: Verdict) -> Row:
        return {
            **_version(verdict),
            "rating": verdict.rating.name,
            "evidence": verdict.evidence,
            "settlement": self._settled.get(verdict.settlement_id or 0),
        }

    def estimates(self) -> Iterator[Row]:
        """Yield what other recorders have."""
        rows = OutsideEstimate.objects.filter(quantity__in=self._all)
        for row in sorted(
            rows, key=lambda row: (self._number[row.quantity_id], row.recorder, row.event)
        ):
            texts = ("recorder", "event", "sources", "place", "url")
            yield {
                "quantity": self._number[row.quantity_id],
                **{name: getattr(row, name) for name in texts},
                **{name: plain(getattr(row, name)) for name in ("low", "best", "high")},
                "from_on": row.from_on and row.from_on.isoformat(),
                "until_on": row.until_on and row.until_on.isoformat(),
            }

    def remarks(self, claims: Sequence[Claim]) -> Iterator[Row]:
        """Yield what colleagues said, in order, with what each one answers."""
        of_claim = {row.pk: number for number, row in enumerate(claims)}
        rows = list(
            Comment.objects.filter(Q(quantity__in=self._all) | Q(claim__in=claims))
            .select_related("written_by")
            .order_by("written_at", "pk")
        )
        number_of = {row.pk: number for number, row in enumerate(rows)}
        for row in rows:
            yield {
                "quantity": self._number.get(row.quantity_id or 0),
                "claim": of_claim.get(row.claim_id or 0),
                "answers": number_of.get(row.answers_id or 0),
                "text": row.text,
                "by": name_of(row.written_by),
                "at": row.written_at.isoformat(),
            }


def _elsewhere(row: OutsideVerdict) -> Row:
    return {
        "publisher": row.publisher,
        "rating": row.rating,
        "url": row.url,
        "value": row.value,
        "claimant": row.claimant,
        "reviewed_on": row.reviewed_on and row.reviewed_on.isoformat(),
    }


def _scope_words(row: Quantity) -> tuple[str, ...]:
    """Return what orders quantities in the same way at every desk."""
    scope = scope_of(row)
    return row.measure, row.population, *(str(scope[name]) for name in sorted(scope))


def _version(row: Settlement | Verdict) -> Row:
    return {
        "number": row.number,
        "status": row.status,
        "rationale": row.rationale,
        "proposed_by": name_of(row.proposed_by),
        "proposed_at": row.proposed_at.isoformat(),
        "decided_by": name_of(row.decided_by) if row.decided_by else None,
        "decided_at": row.decided_at and row.decided_at.isoformat(),
        "comment": row.comment,
    }


def _treated(row: Reliance, places: Places, now: dict[int, Figure]) -> Row:
    figure = now.get(row.figure_id)
    is_changed = figure is None or row.weighed not in ("", fingerprint(figure))
    return {
        "figure": list(places.of_figure[row.figure_id]),
        "treatment": row.treatment,
        "reason": row.reason,
        "note": row.note,
        "is_changed": is_changed,
    }


def dismissals(places: Places) -> Iterator[Row]:
    """Yield the pairs that somebody said are no conflict."""
    pks = list(places.of_figure)
    rows = list(
        Dismissal.objects.filter(a__in=pks, b__in=pks).select_related("dismissed_by")
    )
    ends = {end for row in rows for end in (row.a_id, row.b_id)}
    now = Figure.objects.for_comparison().in_bulk(ends)
    found: list[Row] = [
        {
            "pair": sorted(
                (list(places.of_figure[end]) for end in (row.a_id, row.b_id)),
                key=places.order,
            ),
            "reason": row.reason,
            "by": name_of(row.dismissed_by),
            "at": row.dismissed_at.isoformat(),
            "is_lifted": row.fingerprint != _print_of(row, now),
        }
        for row in rows
    ]
    yield from sorted(found, key=lambda row: [places.order(end) for end in row["pair"]])


def _print_of(row: Dismissal, now: dict[int, Figure]) -> str:
    pair = [now.get(end) for end in (row.a_id, row.b_id)]
    loaded = [figure for figure in pair if figure is not None]
    return fingerprint(*loaded) if len(loaded) == len(pair) else ""


def copies(places: Places) -> Iterator[Row]:
    """Yield what somebody said of articles that are alike."""
    keys = {article.pk: key for key, article in places.articles.items()}
    order = list(places.articles)
    rows = Copy.objects.filter(article__in=keys, original__in=keys)
    found: list[Row] = [
        {
            "article": keys[row.article_id],
            "original": keys[row.original_id],
            "likeness": row.likeness,
            "status": row.status,
            "by": name_of(row.decided_by),
            "at": row.decided_at.isoformat(),
        }
        for row in rows.exclude(status="suggested").select_related("decided_by")
        if row.decided_by is not None and row.decided_at is not None
    ]
    yield from sorted(
        found, key=lambda row: (order.index(row["article"]), order.index(row["original"]))
    )
