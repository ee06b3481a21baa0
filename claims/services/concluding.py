"""Claims and their verdicts: proposed and decided like settlements, then public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from claims import policy
from claims.errors import AlreadyDecided, Incomplete, SamePerson
from claims.models import (
    Appearance,
    Claim,
    Incident,
    Quantity,
    Quote,
    Rating,
    Settlement,
    Speaker,
    User,
    Verdict,
)
from claims.services import announcing, logging, noticing
from claims.services.acting import act
from claims.services.addresses import free_slug
from claims.services.logging import Line


@dataclass(frozen=True, slots=True)
class Publication:
    """The claim that a settlement answers, and how it is rated."""

    claim: str
    rating: Rating
    claimant: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A checkable statement, and what it is about."""

    text: str
    claimant: Speaker | None = None
    incident: Incident | None = None
    quantity: Quantity | None = None


@act
def add(statement: Statement, *, by: User) -> Claim:
    """Record a claim under an address of its own."""
    policy.require(policy.may_record_claims(by), "record claims")
    text = " ".join(statement.text.split())
    if not text:
        raise Incomplete("A claim needs a statement.")
    quantity = statement.quantity
    if quantity and statement.incident not in (None, quantity.incident):
        raise Incomplete(f"“{quantity}” is not of this incident.")
    claim = Claim.objects.create(
        slug=free_slug(Claim.objects.all(), text, otherwise="claim"),
        text=text,
        claimant=statement.claimant,
        incident=statement.incident or (quantity.incident if quantity else None),
    )
    line = Line("claim.added", claim, after={"text": text}, incident=claim.incident)
    logging.write(line, by=by)
    if quantity is not None:
        link(claim, quantity, by=by)
    return claim


@act
def link(claim: Claim, quantity: Quantity, *, by: User) -> None:
    """Say that a claim is about a quantity; it may be about several of one incident."""
    policy.require(policy.may_record_claims(by), "record claims")
    if claim.incident_id not in (None, quantity.incident_id):
        raise Incomplete(f"“{quantity}” is not of the incident that the claim is about.")
    if quantity.merged_into is not None:
        raise Incomplete(f"“{quantity}” was merged into “{quantity.merged_into}”.")
    if claim.quantities.filter(pk=quantity.pk).exists():
        return
    claim.quantities.add(quantity)
    if claim.incident_id is None:
        claim.incident = quantity.incident
        claim.save(update_fields=["incident"])
    after = {"quantity": str(quantity), "quantity_pk": quantity.pk}
    line = Line("claim.linked", claim, after=after, incident=claim.incident)
    logging.write(line, by=by)


@act
def unlink(claim: Claim, quantity: Quantity, *, by: User) -> None:
    """Say that a claim is not about a quantity after all.

    A verdict that a settlement of the quantity gives holds the two together.
    """
    policy.require(policy.may_record_claims(by), "record claims")
    given = claim.verdicts.filter(settlement__quantity=quantity)
    if given.filter(status__in=["proposed", "approved"]).exists():
        raise AlreadyDecided(
            f"A settlement of “{quantity}” gives the verdict on the claim."
        )
    if not claim.quantities.filter(pk=quantity.pk).exists():
        return
    claim.quantities.remove(quantity)
    before = {"quantity": str(quantity), "quantity_pk": quantity.pk}
    line = Line("claim.unlinked", claim, before, incident=claim.incident)
    logging.write(line, by=by)


@act
def appear(claim: Claim, quote: Quote, *, stance: str, by: User) -> Appearance:
    """Record what a quote does with a claim; said twice, the later stance stands."""
    policy.require(policy.may_record_claims(by), "record claims")
    if not quote.is_accepted:
        raise Incomplete(f"Accept “{quote.exact[:60]}” before tying it to a claim.")
    appearance, _ = Appearance.objects.update_or_create(
        claim=claim, quote=quote, defaults={"stance": stance}
    )
    after = {"quote": quote.exact[:120], "stance": stance}
    line = Line("claim.appearance", claim, after=after, incident=claim.incident)
    logging.write(line, by=by)
    return appearance


@dataclass(frozen=True, slots=True)
class Finding:
    """How somebody would rate a claim, and why."""

    rating: Rating
    rationale: str
    evidence: str = ""
    settlement: Settlement | None = None


@act
def propose(claim: Claim, finding: Finding, *, by: User) -> Verdict:
    """Propose the next version of a claim's verdict."""
    policy.require(policy.may_propose(by), "propose verdicts")
    if not finding.rationale.strip():
        raise Incomplete("Give the rationale in at least one sentence.")
    settlement = finding.settlement
    about = set(claim.quantities.values_list("pk", flat=True))
    if settlement and about and settlement.quantity_id not in about:
        raise Incomplete("The settlement is not of a quantity that the claim is about.")
    if claim.verdicts.filter(status=Verdict.Status.PROPOSED).exists():
        raise AlreadyDecided("A verdict on this claim already waits for a second person.")
    verdict = Verdict.objects.create(
        claim=claim,
        number=claim.verdicts.count() + 1,
        rating=finding.rating,
        rationale=finding.rationale.strip(),
        evidence=finding.evidence.strip(),
        settlement=finding.settlement,
        proposed_by=by,
        proposed_at=timezone.now(),
    )
    _log("verdict.proposed", verdict, by=by)
    return verdict


@act
def approve(verdict: Verdict, *, by: User, comment: str = "") -> None:
    """Seal a verdict of somebody else; the claim's page is public from now on."""
    policy.require(policy.may_approve(by), "approve verdicts")
    _refuse_own(verdict, by)
    _refuse_tied(verdict)
    standing = Verdict.objects.filter(claim=verdict.claim_id, status="approved")
    standing.exclude(pk=verdict.pk).update(status=Verdict.Status.SUPERSEDED)
    _decide(verdict, Verdict.Status.APPROVED, by=by, comment=comment)


@act
def return_(verdict: Verdict, *, by: User, comment: str) -> None:
    """Send a verdict back to its author with what is wrong with it."""
    policy.require(policy.may_approve(by), "return verdicts")
    _refuse_own(verdict, by)
    _refuse_tied(verdict)
    if not comment.strip():
        raise Incomplete("Say what the author should change.")
    _decide(verdict, Verdict.Status.RETURNED, by=by, comment=comment)


@act
def withdraw(verdict: Verdict, *, by: User) -> None:
    """Take one's own verdict back."""
    if verdict.proposed_by_id != by.pk:
        raise SamePerson("Only the author can withdraw a proposal.")
    _refuse_tied(verdict)
    _decide(verdict, Verdict.Status.WITHDRAWN, by=by)


def propose_with(settlement: Settlement, publication: Publication, *, by: User) -> None:
    """Propose the verdict that a settlement gives; both are decided together.

    The quantity's claim is the one with the same statement, made when it is new.
    """
    quantity = settlement.quantity
    text = " ".join(publication.claim.split())
    claim = quantity.claims.filter(text=text).first()
    if claim is None:
        statement = Statement(text, claimant=publication.claimant, quantity=quantity)
        claim = add(statement, by=by)
    finding = Finding(publication.rating, settlement.rationale, settlement=settlement)
    propose(claim, finding, by=by)


def approve_with(settlement: Settlement, *, by: User) -> None:
    for verdict in _waiting(settlement):
        approve(verdict, by=by)


def return_with(settlement: Settlement, *, by: User, comment: str) -> None:
    for verdict in _waiting(settlement):
        return_(verdict, by=by, comment=comment)


def withdraw_with(settlement: Settlement, *, by: User) -> None:
    for verdict in _waiting(settlement):
        withdraw(verdict, by=by)


def _waiting(settlement: Settlement) -> Iterable[Verdict]:
    proposed = Verdict.Status.PROPOSED
    return settlement.verdicts.filter(status=proposed).select_related("claim__incident")


def _refuse_own(verdict: Verdict, by: User) -> None:
    if verdict.proposed_by_id == by.pk:
        raise SamePerson("You proposed this; a second person must decide it.")


def _refuse_tied(verdict: Verdict) -> None:
    """Refuse to decide a verdict apart from the settlement that gives it."""
    if Settlement.objects.awaiting().filter(verdicts=verdict).exists():
        raise Incomplete("Decide on the settlement that this verdict comes with.")


def _decide(verdict: Verdict, status: str, *, by: User, comment: str = "") -> None:
    columns = {
        "status": status,
        "decided_by": by,
        "decided_at": timezone.now(),
        "comment": comment.strip(),
    }
    # The filter is the lock: of two people who decide at once, one is told.
    proposed = Verdict.objects.filter(pk=verdict.pk, status=Verdict.Status.PROPOSED)
    if not proposed.update(**columns):
        raise AlreadyDecided("Somebody else already decided on this verdict.")
    verdict.refresh_from_db()
    _log(f"verdict.{status}", verdict, by=by, reason=comment.strip())
    if status == Verdict.Status.APPROVED:
        announcing.tell_of_claim(verdict)
    if verdict.settlement_id is None:
        # The author of a settlement is told once, of both.
        claim = verdict.claim
        sentence = f"{by} {status} your verdict on “{claim}”. {comment.strip()}".strip()
        noticing.tell([verdict.proposed_by], sentence, claim.get_desk_url(), by=by)


def _log(act: str, verdict: Verdict, *, by: User, reason: str = "") -> None:
    after = {"claim": verdict.claim.text, "rating": verdict.rating.name}
    line = Line(act, verdict, {}, after, reason, verdict.claim.incident)
    logging.write(line, by=by)
