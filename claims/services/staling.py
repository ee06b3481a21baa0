"""Settlements that their figures have moved away from: marked, never changed."""

from __future__ import annotations

from django.utils import timezone

from claims.domain.intervals import Interval
from claims.models import Figure, Reliance, Settlement
from claims.queries.evidence import Evidence
from claims.services import logging
from claims.services.logging import Line


def check(known: Evidence) -> None:
    """Mark the current settlement of a quantity stale if a figure is new to it."""
    settlement = Settlement.objects.current().filter(quantity=known.quantity).first()
    if settlement is None or settlement.stale_at is not None:
        return
    reason = _why_stale(settlement, known)
    if not reason:
        return
    settlement.stale_at = timezone.now()
    settlement.stale_reason = reason
    settlement.save(update_fields=["stale_at", "stale_reason"])
    incident = known.quantity.incident
    line = Line("settlement.stale", settlement, reason=reason, incident=incident)
    logging.write(line, by=None)


def _why_stale(settlement: Settlement, known: Evidence) -> str:
    treated = {row.figure_id: row for row in settlement.rests_on.all()}
    for figure in known.live:
        row = known.row_of[figure.id]
        if row.pk in treated:
            continue
        if row.as_of and settlement.as_of and row.as_of > settlement.as_of:
            return f"“{row}” is of a later day than the settlement."
        if _lies_outside(figure.allowed, settlement):
            return f"“{row}” lies outside the range."
    filed = {row.pk for row in known.rows}
    for figure_id, reliance in treated.items():
        relied_on = reliance.treatment == Reliance.Treatment.RELIED_ON
        if relied_on and figure_id not in filed:
            gone = Figure.objects.get(pk=figure_id)
            return f"“{gone}” no longer counts under this quantity."
    return ""


def _lies_outside(interval: Interval, settlement: Settlement) -> bool:
    if settlement.low is None:
        return True
    settled = Interval(settlement.low, settlement.high)
    if settled.contains(interval):
        return False
    # A floor below the range leaves room for it.
    return interval.high is not None or settled.is_apart_from(interval)
