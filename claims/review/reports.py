"""An incident as one report: every quantity with its figures, what was settled and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html

from claims.models import Incident, Quantity
from claims.queries import claim, incident, ledger, quantity
from claims.queries.quantity import QuantityPage
from claims.review import pictures
from claims.review.pictures import Picture

CHANGES_TOLD = 200
_STYLES = ("claims/css/desk.css", "claims/css/plots.css")


@dataclass(frozen=True, slots=True)
class Section:
    """One quantity with its pictures and everything that is said of it."""

    quantity: Quantity
    page: QuantityPage
    ranges: Picture
    chains: Picture


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The desk's style in a file that stands alone; it is ours, and no data."""

    text: str

    def __html__(self) -> str:
        return f"<style>{self.text}</style>"


def context(row: Incident) -> dict[str, Any]:
    """Return what the report of an incident shows. Queries a set for each quantity."""
    page = incident.of(row)
    return {
        "incident": row,
        "page": page,
        "sections": [_section(each.quantity) for each in page.quantities],
        "claims": [claim.of(each) for each in page.claims],
        "changes": ledger.of_incident(row, limit=CHANGES_TOLD),
        "now": timezone.now(),
        "publisher": settings.TRACKER_PUBLISHER,
        "address": f"{settings.TRACKER_ADDRESS}{row.get_absolute_url()}",
        "demonstration": row.is_demonstration,
    }


def file(row: Incident) -> str:
    """Return the report as one HTML file that needs nothing else."""
    style = "\n".join(_text(name) for name in _STYLES)
    sheet = format_html("{}", Stylesheet(style))
    return render_to_string("review/report_file.html", {**context(row), "style": sheet})


def _section(row: Quantity) -> Section:
    page = quantity.of(row)
    return Section(
        quantity=row,
        page=page,
        ranges=pictures.ranges(page, is_whole=True, prefix=f"ranges-{row.pk}"),
        chains=pictures.chains(page, prefix=f"chains-{row.pk}"),
    )


def _text(name: str) -> str:
    found = finders.find(name)
    return Path(str(found)).read_text(encoding="utf-8")
