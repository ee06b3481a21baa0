"""Settlements: one person proposes, another approves or returns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils import timezone

from claims import policy
from claims.domain.intervals import Interval
from claims.errors import AlreadyDecided, Incomplete, SamePerson
from claims.models import Event, Figure, Quantity, Reliance, Settlement, User
from claims.queries import evidence
from claims.services import announcing, concluding, logging, noticing, staling
from claims.services.acting import act
from claims.services.concluding import Publication
from claims.services.logging import Line
from claims.services.weighing import fingerprint


@dataclass(frozen=True, slots=True)
class SetAside:
    """Why a figure does not count for a settlement."""

    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A settlement as somebody would propose it.

    ``set_aside`` holds figures by key; every other filed figure is relied on.
    """

    wording: str
    rationale: str
    mode: str = Settlement.Mode.RANGE
    low: Decimal | None = None
    high: Decimal | None = None
    best: Decimal | None = None
    as_of: dt.date | None = None
    rule: str = "judgement"
    set_aside: Mapping[int, SetAside] = field(default_factory=dict)
    publication: Publication | None = None


@act
def propose(quantity: Quantity, draft: Draft, *, by: User) -> Settlement:
    """Propose the next version; a draft without rationale or wording is refused."""
    policy.require(policy.may_propose(by), "propose settlements")
    _refuse_incomplete(draft)
    _refuse_merged(quantity)
    if Settlement.objects.awaiting().filter(quantity=quantity).exists():
        raise AlreadyDecided(
            "A proposal for this quantity already waits for a second person."
        )
    settlement = Settlement.objects.create(
        quantity=quantity,
        number=Settlement.objects.filter(quantity=quantity).count() + 1,
        mode=draft.mode,
        low=draft.low,
        high=draft.high,
        best=draft.best,
        as_of=draft.as_of,
        rule=draft.rule[:60],
        wording=draft.wording.strip(),
        rationale=draft.rationale.strip(),
        proposed_by=by,
        proposed_at=timezone.now(),
    )
    _rely(settlement, draft)
    if draft.publication is not None:
        concluding.propose_with(settlement, draft.publication, by=by)
    _log("settlement.proposed", settlement, after=summary(settlement), by=by)
    return settlement


@act
def approve(settlement: Settlement, *, by: User, comment: str = "") -> None:
    """Seal a proposal of somebody else; it replaces the version before it.

    What changed since it was proposed makes it stale at once.
    """
    policy.require(policy.may_approve(by), "approve settlements")
    _refuse_own(settlement, by)
    _refuse_merged(settlement.quantity)
    before = Settlement.objects.current().filter(quantity=settlement.quantity_id)
    before.exclude(pk=settlement.pk).update(status=Settlement.Status.SUPERSEDED)
    _decide(settlement, Settlement.Status.APPROVED, by=by, comment=comment)
    concluding.approve_with(settlement, by=by)
    _tell_author(settlement, f"{by} approved your settlement of", by=by)
    staling.check(evidence.of(settlement.quantity))
    settlement.refresh_from_db()


@act
def return_(settlement: Settlement, *, by: User, comment: str) -> None:
    """Send a proposal back to its author with what is wrong with it."""
    policy.require(policy.may_approve(by), "return settlements")
    _refuse_own(settlement, by)
    if not comment.strip():
        raise Incomplete("Say what the author should change.")
    _decide(settlement, Settlement.Status.RETURNED, by=by, comment=comment)
    concluding.return_with(settlement, by=by, comment=comment)
    _tell_author(settlement, f"{by} returned your settlement of", by=by)


@act
def withdraw(settlement: Settlement, *, by: User) -> None:
    """Take one's own proposal back."""
    if settlement.proposed_by_id != by.pk:
        raise SamePerson("Only the author can withdraw a proposal.")
    _decide(settlement, Settlement.Status.WITHDRAWN, by=by)
    concluding.withdraw_with(settlement, by=by)


def summary(settlement: Settlement) -> dict[str, Any]:
    columns = ("number", "mode", "low", "high", "best", "as_of", "rule", "wording")
    return {column: getattr(settlement, column) for column in columns}


def _refuse_incomplete(draft: Draft) -> None:
    if not draft.rationale.strip():
        raise Incomplete("Give the rationale in at least one sentence.")
    if not draft.wording.strip():
        raise Incomplete("Give the sentence that the desk prints.")
    if draft.mode != Settlement.Mode.DEFERRED and draft.low is None:
        raise Incomplete("Give at least the low value, or defer.")
    for value in (draft.low, draft.high, draft.best):
        _refuse_impossible(value, value)
    _refuse_impossible(draft.low, draft.high)


def _refuse_impossible(low: Decimal | None, high: Decimal | None) -> None:
    try:
        _ = None if low is None else Interval(low, high)
    except ValueError as refusal:
        sentence = str(refusal)
        raise Incomplete(f"{sentence[0].upper()}{sentence[1:]}.") from refusal


def _refuse_merged(quantity: Quantity) -> None:
    quantity.refresh_from_db(fields=["merged_into"])
    if quantity.merged_into is not None:
        raise Incomplete(f"“{quantity}” was merged into “{quantity.merged_into}”.")


def _refuse_own(settlement: Settlement, by: User) -> None:
    if settlement.proposed_by_id == by.pk:
        raise SamePerson("You proposed this; a second person must decide it.")


def _rely(settlement: Settlement, draft: Draft) -> None:
    filed = Figure.objects.for_comparison().filter(quantity=settlement.quantity)
    unknown = set(draft.set_aside) - {figure.pk for figure in filed}
    if unknown:
        raise Incomplete(f"Figure {min(unknown)} is not filed under this quantity.")
    rows = []
    for figure in filed:
        aside = draft.set_aside.get(figure.pk)
        row = Reliance(settlement=settlement, figure=figure)
        row.weighed = fingerprint(figure)
        row.treatment = Reliance.Treatment.RELIED_ON
        if aside is not None:
            if not aside.reason or (aside.reason == "other" and not aside.note.strip()):
                raise Incomplete(f"Give a reason for setting “{figure}” aside.")
            row.treatment = Reliance.Treatment.SET_ASIDE
            row.reason, row.note = aside.reason, aside.note
        rows.append(row)
    Reliance.objects.bulk_create(rows)


def _decide(settlement: Settlement, status: str, *, by: User, comment: str = "") -> None:
    columns = {
        "status": status,
        "decided_by": by,
        "decided_at": timezone.now(),
        "comment": comment.strip(),
    }
    # The filter is the lock: of two people who decide at once, one is told.
    proposed = Settlement.objects.awaiting().filter(pk=settlement.pk)
    if not proposed.update(**columns):
        raise AlreadyDecided("Somebody else already decided on this settlement.")
    settlement.refresh_from_db()
    _log(f"settlement.{status}", settlement, by=by, reason=comment.strip())


def _tell_author(settlement: Settlement, what: str, *, by: User) -> None:
    sentence = f"{what} “{settlement.quantity}”."
    if settlement.comment:
        sentence = f"{sentence} {settlement.comment}"
    address = settlement.get_absolute_url()
    noticing.tell([settlement.proposed_by], sentence, address, by=by)


def _log(
    act: str,
    settlement: Settlement,
    *,
    by: User,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> None:
    incident = settlement.quantity.incident
    line = Line(act, settlement, {}, after or {}, reason, incident)
    logging.write(line, by=by)
    announcing.tell_of_settlement(Event(act), settlement)
