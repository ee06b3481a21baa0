"""What others say, taken in beside what the desk says: their verdicts, their numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import models

from claims import policy
from claims.errors import Incomplete
from claims.models import Claim, OutsideEstimate, OutsideVerdict, Quantity, User
from claims.services import concluding, logging
from claims.services.acting import act
from claims.services.concluding import Statement
from claims.services.dating import possible
from claims.services.logging import Line


@dataclass(frozen=True, slots=True)
class GivenVerdict:
    """How somebody else rated a claim; ``value`` is its place on their scale."""

    claim: str
    publisher: str
    rating: str
    url: str
    value: float | None = None
    claimant: str = ""
    reviewed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class GivenEstimate:
    """What another recorder has for a quantity, in the order it was recorded."""

    recorder: str
    event: str
    low: Decimal | None = None
    best: Decimal | None = None
    high: Decimal | None = None
    sources: str = ""
    place: str = ""
    from_on: dt.date | None = None
    until_on: dt.date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Borrowed:
    """How many rows were new, and how many said something else than before."""

    new: int = 0
    changed: int = 0
    claims: int = 0

    def __add__(self, other: Borrowed) -> Borrowed:
        return Borrowed(
            self.new + other.new, self.changed + other.changed, self.claims + other.claims
        )


@act
def verdicts(given: Sequence[GivenVerdict], *, by: User) -> Borrowed:
    """Take in verdicts of others, each with its claim; what is known is one row.

    A claim with the same words is the same claim. The desk's own verdicts and who may
    give them are not touched.
    """
    policy.require(policy.may_record_claims(by), "record claims")
    texts = {" ".join(each.claim.split()) for each in given}
    known = {claim.text: claim for claim in Claim.objects.filter(text__in=texts)}
    claims = new = changed = 0
    for each in given:
        text = " ".join(each.claim.split())
        if text not in known:
            known[text] = concluding.add(Statement(text), by=by)
            claims += 1
        taken = verdict_on(known[text], each, by=by)
        new, changed = new + taken.new, changed + taken.changed
    return Borrowed(new, changed, claims)


@act
def verdict_on(claim: Claim, given: GivenVerdict, *, by: User) -> Borrowed:
    """Take in how somebody else rated a claim that is here."""
    policy.require(policy.may_record_claims(by), "record claims")
    row = OutsideVerdict.objects.filter(claim=claim, url=given.url).first()
    row = row or OutsideVerdict(claim=claim, url=given.url, taken_in_by=by)
    columns: dict[str, object] = {
        "publisher": given.publisher[:300],
        "rating": given.rating[:300],
        "value": given.value,
        "claimant": given.claimant[:300],
        "reviewed_on": possible(given.reviewed_on),
    }
    return _taken(row, "verdict", columns, by=by)


@act
def estimates(quantity: Quantity, given: Sequence[GivenEstimate], *, by: User) -> Borrowed:
    """Take in what other recorders have for a quantity; one row an entry of theirs.

    Numbers whose order is broken are kept as they are: the page says so.
    """
    policy.require(policy.may_annotate_or_compare(by), "record what others have")
    total = Borrowed()
    for each in given:
        row = OutsideEstimate.objects.filter(
            quantity=quantity, recorder=each.recorder[:200], event=each.event[:200]
        ).first()
        row = row or OutsideEstimate(
            quantity=quantity,
            recorder=each.recorder[:200],
            event=each.event[:200],
            taken_in_by=by,
        )
        columns: dict[str, object] = {
            "low": each.low,
            "best": each.best,
            "high": each.high,
            "sources": each.sources,
            "place": each.place[:300],
            "from_on": possible(each.from_on),
            "until_on": possible(each.until_on),
            "url": each.url,
        }
        total += _taken(row, "estimate", columns, by=by)
    return total


@act
def forget(estimate: OutsideEstimate, *, by: User, reason: str) -> None:
    """Take an entry of another recorder away from a quantity that it is not about."""
    policy.require(policy.may_annotate_or_compare(by), "record what others have")
    if not reason.strip():
        raise Incomplete("Say why the entry is not about this quantity.")
    before = {"entry": str(estimate), **_plain(estimate, ("low", "best", "high"))}
    line = Line(
        "estimate.forgotten",
        estimate.quantity,
        before,
        {"entry": str(estimate)},
        reason.strip(),
        estimate.quantity.incident,
    )
    logging.write(line, by=by)
    estimate.delete()


def _taken(
    row: OutsideVerdict | OutsideEstimate,
    kind: str,
    columns: dict[str, object],
    *,
    by: User,
) -> Borrowed:
    """Store what a row says now, with a line in the log if that is new."""
    known = type(row)._default_manager.filter(pk=row.pk)
    is_new = not known.exists()
    before = {} if is_new else _plain(row, columns)
    if before == columns:
        return Borrowed()
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=None if is_new else list(columns))
    about = row.claim if isinstance(row, OutsideVerdict) else row.quantity
    after = {"entry": str(row), **columns}
    act = f"{kind}.{'taken_in' if is_new else 'amended_elsewhere'}"
    line = Line(act, about, before, after, "", about.incident)
    logging.write(line, by=by)
    return Borrowed(new=int(is_new), changed=int(not is_new))


def _plain(row: models.Model, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(row, name) for name in names}
