"""Figures for spreadsheets and pipelines: one row a figure, as CSV or JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet

from claims.models import Figure

Row = dict[str, Any]

COLUMNS = (
    "figure",
    "incident",
    "quantity",
    "measure",
    "population",
    "side",
    "unit",
    "place",
    "exact",
    "printed_low",
    "printed_high",
    "hedge",
    "kind",
    "low",
    "high",
    "core_low",
    "core_high",
    "as_of",
    "is_as_of_inferred",
    "said_at",
    "is_additive",
    "is_correction",
    "restates",
    "epistemic",
    "basis",
    "speakers",
    "via",
    "voice",
    "outlet",
    "agency",
    "headline",
    "url",
    "published_at",
    "article",
    "revision",
    "start",
    "end",
    "sha256",
    "status",
    "found_by",
)
FORMATS = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
_AT_ONCE = 500
# A cell that begins like this is run as a formula by the usual programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def lines(figures: QuerySet[Figure], *, form: str) -> Iterator[str]:
    """Yield the file of the figures line by line, however many there are."""
    found = rows(figures)
    return _csv(found) if form == "csv" else _jsonl(found)


def rows(figures: QuerySet[Figure]) -> Iterator[Row]:
    """Yield a row a figure, reading some hundreds at once."""
    loaded = (
        figures.select_related(
            "revision__article__outlet",
            "revision__article__agency",
            "quantity__incident",
            "attribution",
            "quote",
        )
        .defer("revision__text", "revision__raw", "quantity__incident__dossier")
        .prefetch_related("attribution__links__speaker")
        .order_by("pk")
    )
    for figure in loaded.iterator(chunk_size=_AT_ONCE):
        yield _said(figure) | _told_by(figure) | _stood_in(figure)


def _said(figure: Figure) -> Row:
    numbers = ("printed_low", "printed_high", "low", "high", "core_low", "core_high")
    scope = ("measure", "population", "side", "unit", "place")
    words = ("exact", "hedge", "kind", "status")
    flags = ("is_as_of_inferred", "is_additive", "is_correction")
    row: Row = {name: getattr(figure, name) for name in (*scope, *words, *flags)}
    said_at = figure.quote.said_at if figure.quote else None
    row |= {name: _plain(getattr(figure, name)) for name in numbers}
    return row | {
        "figure": figure.pk,
        "incident": figure.quantity.incident.slug if figure.quantity else "",
        "quantity": figure.quantity_id,
        "as_of": figure.as_of.isoformat() if figure.as_of else None,
        "said_at": said_at.isoformat() if said_at else None,
        "restates": figure.restates_id,
        "epistemic": figure.epistemic,
        "basis": figure.basis,
        "found_by": figure.found_by,
    }


def _told_by(figure: Figure) -> Row:
    attribution = figure.attribution
    return {
        "speakers": "; ".join(link.label for link in attribution.origins)
        if attribution
        else "",
        "via": "; ".join(link.label for link in attribution.relays) if attribution else "",
        "voice": attribution.voice if attribution else "",
    }


def _stood_in(figure: Figure) -> Row:
    article = figure.revision.article
    return {
        "outlet": article.outlet.name,
        "agency": article.agency.name if article.agency else "",
        "headline": article.headline,
        "url": article.url,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "article": article.pk,
        "revision": figure.revision.number,
        "start": figure.start,
        "end": figure.end,
        "sha256": figure.revision.sha256,
    }


def _plain(value: Any) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _jsonl(found: Iterable[Row]) -> Iterator[str]:
    for row in found:
        ordered = {name: row[name] for name in COLUMNS}
        yield json.dumps(ordered, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n"


class _Echo:
    """A file that hands on what is written to it."""

    def write(self, line: str) -> str:
        return line


def _csv(found: Iterable[Row]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield str(writer.writerow(COLUMNS))
    for row in found:
        yield str(writer.writerow([safe(row, name) for name in COLUMNS]))


def safe(row: Mapping[str, Any], name: str) -> Any:
    """Return a cell that no program runs: a text like a formula begins with a quote."""
    value = row[name]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
