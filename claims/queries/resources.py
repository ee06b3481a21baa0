"""Rows in the words of the API, for messages that tell of them.

Fewer fields than the API may come to have; those that are here mean the same there,
which a test holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db import models

from claims.models import Quantity, Settlement, Verdict, Webhook

_QUANTITY = (
    *("id", "incident", "measure", "population", "side", "population_status", "place"),
    *("window_from", "window_until", "unit", "severity", "positions", "conflicts"),
    *("figure_count", "reports", "outlets", "independent"),
)
_PROPOSAL = (
    *("id", "number", "status", "rationale", "proposed_by", "proposed_at"),
    *("decided_by", "decided_at", "comment"),
)
_SETTLEMENT = (
    *_PROPOSAL,
    *("quantity", "mode", "low", "high", "best", "as_of", "rule", "wording"),
    *("stale_at", "stale_reason"),
)
_RELIANCE = ("figure", "treatment", "reason", "note")
_CLAIM = ("id", "slug", "text", "claimant", "incident", "added_at")
_VERDICT = (*_PROPOSAL, "claim", "rating", "settlement", "evidence")
_WEBHOOK = ("id", "name", "incident", "status", "made_at")


def quantity(row: Quantity) -> dict[str, Any]:
    return _told(row, _QUANTITY)


def settlement(row: Settlement) -> dict[str, Any]:
    """Return a settlement with what it rests on. One query."""
    rests_on = [_told(each, _RELIANCE) for each in row.rests_on.all()]
    return _told(row, _SETTLEMENT) | {"rests_on": rests_on}


def published(verdict: Verdict) -> dict[str, Any]:
    """Return a claim with the verdict that made it public. One query."""
    about = verdict.claim.quantities.order_by("pk").values_list("pk", flat=True)
    return _told(verdict.claim, _CLAIM) | {
        "quantities": list(about),
        "verdict": _told(verdict, _VERDICT),
    }


def webhook(row: Webhook) -> dict[str, Any]:
    return _told(row, _WEBHOOK) | {"events": row.events}


def moment(at: dt.datetime) -> str:
    """Return a moment as the API writes it, in UTC."""
    return at.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def _told(row: models.Model, names: Sequence[str]) -> dict[str, Any]:
    fields = (row._meta.get_field(name) for name in names)
    return {field.name: _plain(getattr(row, field.attname)) for field in fields}  # type: ignore[union-attr]  # columns all


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return moment(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
