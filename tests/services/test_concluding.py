from __future__ import annotations

from dataclasses import replace

import pytest

from claims.errors import AlreadyDecided, Forbidden, Incomplete, SamePerson
from claims.models import Change, Claim, Rating, Verdict
from claims.services import commenting, concluding
from claims.services.concluding import Finding, Statement
from tests.factories import (
    ClaimFactory,
    IncidentFactory,
    QuantityFactory,
    QuoteFactory,
    SettlementFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer():
    return UserFactory(role="reviewer")


@pytest.fixture
def second():
    return UserFactory(role="reviewer")


@pytest.fixture
def finding():
    return Finding(Rating.objects.get(name="Disputed"), "Two sources give two numbers.")


def test_a_verdict_is_approved_by_another_and_replaces_the_one_before(
    reviewer, second, finding
) -> None:
    claim = ClaimFactory()
    first = concluding.propose(claim, finding, by=reviewer)
    concluding.approve(first, by=second)
    concluding.approve(concluding.propose(claim, finding, by=second), by=reviewer)
    statuses = Verdict.objects.order_by("number").values_list("number", "status")
    assert list(statuses) == [(1, "superseded"), (2, "approved")]
    assert Claim.objects.published().get() == claim


def test_nobody_decides_on_their_own_verdict(reviewer, finding) -> None:
    verdict = concluding.propose(ClaimFactory(), finding, by=reviewer)
    with pytest.raises(SamePerson):
        concluding.approve(verdict, by=reviewer)
    with pytest.raises(SamePerson):
        concluding.return_(verdict, by=reviewer, comment="No.")
    concluding.withdraw(verdict, by=reviewer)
    assert verdict.status == Verdict.Status.WITHDRAWN


def test_a_verdict_goes_back_with_a_comment(reviewer, second, finding) -> None:
    verdict = concluding.propose(ClaimFactory(), finding, by=reviewer)
    with pytest.raises(Incomplete, match="what the author should change"):
        concluding.return_(verdict, by=second, comment=" ")
    concluding.return_(verdict, by=second, comment="Name the two sources.")
    assert (verdict.status, verdict.comment) == ("returned", "Name the two sources.")
    with pytest.raises(AlreadyDecided):
        concluding.approve(verdict, by=second)


def test_one_proposal_waits_at_a_time(reviewer, finding) -> None:
    claim = ClaimFactory()
    concluding.propose(claim, finding, by=reviewer)
    with pytest.raises(AlreadyDecided, match="already waits"):
        concluding.propose(claim, finding, by=reviewer)


def test_only_its_author_withdraws_a_verdict(reviewer, second, finding) -> None:
    verdict = concluding.propose(ClaimFactory(), finding, by=reviewer)
    with pytest.raises(SamePerson):
        concluding.withdraw(verdict, by=second)


def test_a_verdict_needs_a_rationale(reviewer, finding) -> None:
    bare = Finding(finding.rating, "  ")
    with pytest.raises(Incomplete, match="rationale"):
        concluding.propose(ClaimFactory(), bare, by=reviewer)


def test_an_editor_proposes_no_verdicts(finding) -> None:
    with pytest.raises(Forbidden):
        concluding.propose(ClaimFactory(), finding, by=UserFactory(role="editor"))


def test_a_claim_about_a_quantity_belongs_to_its_incident(reviewer) -> None:
    quantity = QuantityFactory()
    claim = concluding.add(Statement("Nine died.", quantity=quantity), by=reviewer)
    assert claim.incident == quantity.incident
    other = concluding.add(Statement("Nine died.", incident=IncidentFactory()), by=reviewer)
    assert (claim.slug, other.slug) == ("nine-died", "nine-died-2")
    with pytest.raises(Incomplete):
        concluding.add(Statement(" "), by=reviewer)


def test_a_quote_is_tied_to_a_claim_once(reviewer) -> None:
    claim, quote = ClaimFactory(), QuoteFactory(accepted=True)
    for stance in ("asserts", "denies"):
        concluding.appear(claim, quote, stance=stance, by=reviewer)
    assert claim.appearances.get().stance == "denies"
    with pytest.raises(Incomplete, match="before tying"):
        concluding.appear(claim, QuoteFactory(), stance="asserts", by=reviewer)


def test_a_remark_is_kept_with_its_answer(reviewer, second) -> None:
    quantity = QuantityFactory()
    remark = commenting.comment(quantity, "Who counted?", by=reviewer)
    answer = commenting.comment(quantity, "The office.", by=second, answers=remark)
    assert list(quantity.comments.all()) == [remark, answer]
    assert Change.objects.filter(act="comment.written").count() == 2
    with pytest.raises(Incomplete):
        commenting.comment(quantity, " ", by=reviewer)
    with pytest.raises(Forbidden):
        commenting.comment(quantity, "Hello.", by=UserFactory(role="viewer"))


def test_an_answer_stands_where_the_remark_was_left(reviewer) -> None:
    remark = commenting.comment(QuantityFactory(), "Who counted?", by=reviewer)
    with pytest.raises(Incomplete, match="where it was left"):
        commenting.comment(QuantityFactory(), "The office.", by=reviewer, answers=remark)


def test_a_claim_and_its_settlement_are_about_one_quantity(reviewer, finding) -> None:
    claim, quantity = ClaimFactory(), QuantityFactory()
    concluding.link(claim, quantity, by=reviewer)
    apart = replace(finding, settlement=SettlementFactory())
    with pytest.raises(Incomplete, match="not of a quantity"):
        concluding.propose(claim, apart, by=reviewer)
    elsewhere = Statement("Nine.", incident=IncidentFactory(), quantity=quantity)
    with pytest.raises(Incomplete, match="not of this incident"):
        concluding.add(elsewhere, by=reviewer)


def test_a_claim_is_about_several_quantities_of_one_incident(reviewer) -> None:
    claim, killed = ClaimFactory(), QuantityFactory()
    injured = QuantityFactory(incident=killed.incident, measure="injured")
    for quantity in (killed, injured, killed):
        concluding.link(claim, quantity, by=reviewer)
    assert set(claim.quantities.all()) == {killed, injured}
    assert claim.incident == killed.incident
    assert Change.objects.filter(act="claim.linked").count() == 2
    with pytest.raises(Incomplete, match="not of the incident"):
        concluding.link(claim, QuantityFactory(), by=reviewer)


def test_a_claim_is_not_about_what_was_merged_away(reviewer) -> None:
    merged = QuantityFactory(merged_into=QuantityFactory())
    with pytest.raises(Incomplete, match="was merged into"):
        concluding.link(ClaimFactory(), merged, by=reviewer)


def test_a_quantity_is_unlinked_from_a_claim(reviewer) -> None:
    claim, quantity = ClaimFactory(), QuantityFactory()
    concluding.link(claim, quantity, by=reviewer)
    concluding.unlink(claim, quantity, by=reviewer)
    concluding.unlink(claim, quantity, by=reviewer)
    assert not claim.quantities.exists()
    assert Change.objects.filter(act="claim.unlinked").count() == 1


def test_a_verdict_that_a_settlement_gives_holds_claim_and_quantity_together(
    reviewer, finding
) -> None:
    claim, settlement = ClaimFactory(), SettlementFactory()
    concluding.link(claim, settlement.quantity, by=reviewer)
    concluding.propose(claim, replace(finding, settlement=settlement), by=reviewer)
    with pytest.raises(AlreadyDecided, match="gives the verdict"):
        concluding.unlink(claim, settlement.quantity, by=reviewer)


@pytest.mark.parametrize("act", [concluding.link, concluding.unlink])
def test_a_viewer_links_no_claims(act) -> None:
    with pytest.raises(Forbidden):
        act(ClaimFactory(), QuantityFactory(), by=UserFactory(role="viewer"))
