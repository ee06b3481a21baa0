from __future__ import annotations

import json
import re

import pytest
from django.urls import reverse

from claims.models import Claim, Quantity, Rating
from claims.services import concluding, settling
from claims.services.concluding import Finding, Statement
from tests.factories import QuoteFactory
from tests.review.drafting import draft
from tests.review.marks import text_of, words_of

pytestmark = pytest.mark.django_db

STATEMENT = "At least nine raiders were killed at the river mill."


@pytest.fixture
def claim(desk, quantity) -> Claim:
    return concluding.add(Statement(STATEMENT, quantity=quantity), by=desk["reviewer"])


@pytest.fixture
def published(desk, claim) -> Claim:
    finding = Finding(Rating.objects.get(name="Disputed"), "The Guard <said> both & more.")
    verdict = concluding.propose(claim, finding, by=desk["reviewer"])
    concluding.approve(verdict, by=desk["second"])
    return claim


def desk_page(claim: Claim) -> str:
    return reverse("review:claim", args=[claim.slug])


def test_a_claim_is_recorded_with_its_claimant(as_, quantity) -> None:
    data = {"text": STATEMENT, "claimant": "Valley Guard", "incident": quantity.incident_id}
    answer = as_("editor").post(reverse("review:claims"), data)
    claim = Claim.objects.get()
    assert answer["Location"] == desk_page(claim)
    assert claim.claimant.name == "Valley Guard"


def test_a_claimant_that_nobody_knows_is_refused_in_a_sentence(as_) -> None:
    data = {"text": STATEMENT, "claimant": "Nobody Here"}
    page = as_("editor").post(reverse("review:claims"), data).content.decode()
    assert "No single speaker here is called “Nobody Here”." in page
    assert not Claim.objects.exists()


def test_what_was_checked_before_is_shown_while_one_types(as_, published) -> None:
    client, address = as_("reviewer"), reverse("review:similar")
    found = client.get(address, {"text": "nine raiders killed at a mill"}).content.decode()
    assert STATEMENT in found
    assert "Disputed" in found
    other = client.get(address, {"text": "the price of bread rose"}).content.decode()
    assert STATEMENT not in other


def test_a_quote_is_tied_to_a_claim_with_its_stance(as_, claim, quantity) -> None:
    revision = quantity.figures.first().revision
    quote = QuoteFactory(revision=revision, exact="They lost 7-8 people", accepted=True)
    client = as_("reviewer")
    found = client.get(desk_page(claim), {"q": "lost 7-8"}).context["quotes"]
    assert found == [quote]
    client.post(
        reverse("review:tie", args=[claim.slug]), {"quote": quote.pk, "stance": "denies"}
    )
    page = client.get(desk_page(claim)).content.decode()
    assert "denies" in words_of(page, "td .chip")


def test_a_verdict_needs_a_second_person(as_, claim) -> None:
    rating = Rating.objects.get(name="False")
    rate = reverse("review:rate", args=[claim.slug])
    as_("reviewer").post(rate, {"rating": rating.pk, "rationale": "Nobody saw it."})
    verdict = claim.verdicts.get()
    decide = reverse("review:decide_verdict", args=[claim.slug, verdict.pk])
    own = as_("reviewer").post(decide, {"decision": "approve"}, follow=True)
    assert "You proposed this; a second person must decide it." in own.content.decode()
    as_("second").post(decide, {"decision": "approve"})
    verdict.refresh_from_db()
    assert verdict.status == "approved"


def test_a_verdict_without_rationale_is_refused(as_, claim) -> None:
    rate = reverse("review:rate", args=[claim.slug])
    page = as_("reviewer").post(rate, {"rationale": ""}, follow=True).content.decode()
    assert "Choose a rating and give the rationale." in page


def test_a_claim_is_talked_about(as_, claim) -> None:
    address = reverse("review:claim_comment", args=[claim.slug])
    as_("reviewer").post(address, {"text": "Which mill?"})
    assert "Which mill?" in as_("second").get(desk_page(claim)).content.decode()


def test_an_unrated_claim_is_not_public(client, claim) -> None:
    assert client.get(claim.get_absolute_url()).status_code == 404


def test_the_public_page_needs_no_login_and_tells_why(client, published) -> None:
    page = text_of(client.get(published.get_absolute_url()).content.decode())
    assert STATEMENT in page
    assert "Disputed" in page
    assert "The Guard <said> both & more." in page
    assert "To cite" in page


def test_the_public_page_carries_its_review_as_data(client, published) -> None:
    page = client.get(published.get_absolute_url()).content.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    review = json.loads(data)
    assert review["claimReviewed"] == STATEMENT
    assert review["reviewBody"] == "The Guard <said> both & more."
    assert "<said>" not in data


def test_the_list_says_what_is_public(as_, published) -> None:
    page = as_("reviewer").get(reverse("review:claims")).content.decode()
    assert "public" in words_of(page, "td .chip")


def test_the_list_of_claims_costs_the_same_for_one_and_for_many(
    as_, desk, published, queries_of
) -> None:
    client, address = as_("reviewer"), reverse("review:claims")
    one = queries_of(lambda: client.get(address))
    for number in range(5):
        concluding.add(Statement(f"Claim number {number}."), by=desk["editor"])
    many = queries_of(lambda: client.get(address))
    assert len(one) == len(many), "\n".join(many)


def test_the_public_page_costs_the_same_for_two_figures_and_for_many(
    client, desk, published, told, queries_of
) -> None:
    address, quantity = published.get_absolute_url(), published.quantities.get()

    def settled() -> list[str]:
        settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
        settling.approve(settlement, by=desk["second"])
        return queries_of(lambda: client.get(address))

    few = settled()
    for number in range(5):
        told(quantity, f"{40 + number} raiders died", f"Crew {number}", outlet=f"{number}")
    many = settled()
    assert len(few) == len(many), "\n".join(many)


def link(client, claim: Claim, quantity: Quantity, act: str = "link") -> str:
    sent = {"quantity": quantity.pk, "act": act}
    address = reverse("review:link", args=[claim.slug])
    return client.post(address, sent, follow=True).content.decode()


def test_a_claim_recorded_by_hand_is_linked_to_quantities_and_unlinked(
    as_, desk, quantity
) -> None:
    claim = concluding.add(Statement(STATEMENT), by=desk["editor"])
    client = as_("editor")
    found = client.get(desk_page(claim), {"about": "raiders mill"}).context["linkable"]
    assert found == [quantity]
    assert "Raiders killed" in text_of(link(client, claim, quantity))
    assert list(claim.quantities.all()) == [quantity]
    assert client.get(desk_page(claim)).context["linkable"] == []
    link(client, claim, quantity, "unlink")
    assert not claim.quantities.exists()


def test_the_quantities_of_the_incident_are_offered_for_a_claim(
    as_, desk, quantity
) -> None:
    statement = Statement(STATEMENT, incident=quantity.incident)
    claim = concluding.add(statement, by=desk["editor"])
    assert as_("editor").get(desk_page(claim)).context["linkable"] == [quantity]


def test_words_that_no_quantity_has_are_told(as_, desk) -> None:
    claim = concluding.add(Statement(STATEMENT), by=desk["editor"])
    page = as_("editor").get(desk_page(claim), {"about": "bread"}).content.decode()
    assert "No quantity is called by these words." in page


def test_a_quantity_that_is_not_there_cannot_be_linked(as_, claim) -> None:
    address = reverse("review:link", args=[claim.slug])
    assert as_("editor").post(address, {"quantity": "nothing"}).status_code == 404
