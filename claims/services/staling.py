"""Settlements that their figures have moved away from: marked, never changed."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from claims.domain.checks import is_covered
from claims.domain.figures import Figure as Value
from claims.domain.intervals import Interval
from claims.models import Event, Figure, Reliance, Settlement
from claims.queries.evidence import Evidence
from claims.services import announcing, logging, noticing
from claims.services.logging import Line
from claims.services.weighing import fingerprint


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
    announcing.tell_of_settlement(Event.SETTLEMENT_STALE, settlement)
    concerned = [settlement.proposed_by, known.quantity.assignee]
    sentence = f"The settlement of “{known.quantity}” is stale: {reason}"
    noticing.tell(concerned, sentence, settlement.get_absolute_url(), by=None)


def _why_stale(settlement: Settlement, known: Evidence) -> str:
    treated = {row.figure_id: row for row in settlement.rests_on.all()}
    return _of_new(settlement, known, treated) or _of_weighed(known, treated)


def _of_new(
    settlement: Settlement, known: Evidence, treated: Mapping[int, Reliance]
) -> str:
    """Say what a figure adds that the settlement did not weigh."""
    for figure in known.live:
        row = known.row_of[figure.id]
        if row.pk in treated:
            continue
        if row.as_of and settlement.as_of and row.as_of > settlement.as_of:
            return f"“{row}” is of a later day than the settlement."
        if _lies_outside(figure, settlement):
            return f"“{row}” lies outside the range."
    return ""


def _of_weighed(known: Evidence, treated: Mapping[int, Reliance]) -> str:
    """Say which figure is no longer what the settlement weighed."""
    rows = {row.pk: row for row in known.rows}
    for figure_id, reliance in treated.items():
        row = rows.get(figure_id)
        if row is not None and reliance.weighed not in ("", fingerprint(row)):
            return f"“{row}” was changed since the settlement weighed it."
        relied_on = reliance.treatment == Reliance.Treatment.RELIED_ON
        if row is None and relied_on:
            gone = Figure.objects.get(pk=figure_id)
            return f"“{gone}” no longer counts under this quantity."
    return ""


def _lies_outside(figure: Value, settlement: Settlement) -> bool:
    if settlement.low is None:
        return True
    return not is_covered(figure, Interval(settlement.low, settlement.high))
