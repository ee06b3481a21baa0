"""Corrections asked for: who was asked to put a wrong figure right, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from claims import policy
from claims.errors import AlreadyDecided, Impossible, Incomplete
from claims.models import CorrectionRequest, Figure, User
from claims.queries import corrections
from claims.services import logging
from claims.services.acting import act
from claims.services.dating import possible
from claims.services.logging import Line

Outcome = CorrectionRequest.Outcome


@dataclass(frozen=True, slots=True)
class Contact:
    """Who was asked, how and when."""

    contacted: str
    asked_on: dt.date
    channel: str = CorrectionRequest.Channel.EMAIL
    note: str = ""


@act
def ask(figure: Figure, contact: Contact, *, by: User) -> CorrectionRequest:
    """Record that somebody was asked to correct a figure that was set aside as wrong."""
    policy.require(policy.may_annotate_or_compare(by), "follow corrections up")
    contacted = " ".join(contact.contacted.split())
    if not contacted:
        raise Incomplete("Say who was asked.")
    if not corrections.is_wrong(figure):
        raise Incomplete(f"No approved settlement sets “{figure}” aside as wrong.")
    if contact.asked_on > timezone.localdate():
        raise Impossible("Record a request when it was made, not before.")
    possible(contact.asked_on)
    request = CorrectionRequest.objects.create(
        figure=figure,
        contacted=contacted,
        channel=contact.channel,
        asked_on=contact.asked_on,
        note=contact.note.strip(),
        recorded_by=by,
    )
    _log("correction.asked", request, reason=request.note, by=by)
    return request


@act
def conclude(
    request: CorrectionRequest, *, outcome: str, by: User, reason: str = ""
) -> None:
    """Record what came of a request: corrected, refused, or no answer."""
    policy.require(policy.may_annotate_or_compare(by), "follow corrections up")
    if outcome not in (Outcome.CORRECTED, Outcome.REFUSED, Outcome.NO_ANSWER):
        raise Incomplete("Say whether it was corrected, refused or not answered.")
    # The filter is the lock: of two people who conclude at once, one is told.
    asked = CorrectionRequest.objects.filter(pk=request.pk, outcome=Outcome.ASKED)
    if not asked.update(outcome=outcome, concluded_on=timezone.localdate()):
        raise AlreadyDecided("Somebody else already recorded what came of this request.")
    request.refresh_from_db()
    _log("correction.concluded", request, reason=reason.strip(), by=by)


def _log(act: str, request: CorrectionRequest, *, reason: str, by: User) -> None:
    quantity = request.figure.quantity
    after = {
        "figure": str(request.figure),
        "contacted": request.contacted,
        "how": request.get_channel_display().lower(),
        "outcome": request.get_outcome_display().lower(),
        "quantity": str(quantity) if quantity else None,
        "quantity_pk": quantity.pk if quantity else None,
    }
    incident = quantity.incident if quantity else None
    logging.write(Line(act, request, {}, after, reason, incident), by=by)
