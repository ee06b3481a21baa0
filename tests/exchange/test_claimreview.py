from __future__ import annotations

import datetime as dt
import io
import json

import pytest
from django.core.management import CommandError, call_command

from claims.errors import Incomplete
from claims.exchange import claimreview
from claims.models import Claim, Quantity, Quote, Rating, Speaker
from claims.services import concluding, settling
from claims.services.concluding import Finding, Statement
from claims.services.settling import Draft
from tests.exchange.dossiers import small
from tests.exchange.golden import expected
from tests.exchange.test_dossier_writing import take_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

# The terms of schema.org that are used here, with the types that have them.
VOCABULARY = {
    "ClaimReview": "url name claimReviewed author publisher reviewRating reviewBody"
    " itemReviewed datePublished citation",
    "Claim": "name author firstAppearance appearance datePublished",
    "Rating": "ratingValue worstRating bestRating alternateName ratingExplanation",
    "NewsArticle": "headline publisher url datePublished",
    "NewsMediaOrganization": "name url sameAs",
    "Organization": "name sameAs",
    "Person": "name sameAs",
    "CreativeWork": "name sameAs",
    "Quotation": "text isPartOf spokenByCharacter",
}


@pytest.fixture
def claim():
    """Return a claim with an approved verdict, about a settled quantity."""
    editor = UserFactory(role="editor")
    reviewer, second = UserFactory(role="reviewer"), UserFactory(role="reviewer")
    take_in(small(), editor)
    Speaker.objects.filter(name="Ilse Marten").update(wikidata="Q4242")
    quantity = Quantity.objects.get(measure="killed")
    draft = Draft(
        "Eleven or twelve died.", "Two sources.", low=11, high=12, as_of=dt.date(2031, 3, 5)
    )
    settlement = settling.propose(quantity, draft, by=reviewer)
    settling.approve(settlement, by=second)
    row = concluding.add(Statement("Twelve people died.", quantity=quantity), by=editor)
    quote = Quote.objects.get(exact="We count 12 dead")
    concluding.appear(row, quote, stance="asserts", by=editor)
    finding = Finding(Rating.objects.get(name="Disputed"), "The office has eleven.")
    verdict = concluding.propose(row, finding, by=reviewer)
    concluding.approve(verdict, by=second)
    row.verdicts.update(decided_at=dt.datetime(2031, 3, 6, 12, tzinfo=dt.UTC))
    return row


def review(claim: Claim) -> dict[str, object]:
    return claimreview.of(claim, "https://desk.example", "The Harbour Desk")


def nodes(value: object) -> list[dict[str, object]]:
    if isinstance(value, list):
        return [node for each in value for node in nodes(each)]
    if isinstance(value, dict):
        return [value, *(node for each in value.values() for node in nodes(each))]
    return []


def test_a_review_is_as_it_was_agreed_upon(claim):
    text = json.dumps(review(claim), ensure_ascii=False, indent=1) + "\n"

    assert text == expected("exchange/claimreview.json", text)


def test_what_search_engines_require_and_recommend_is_there(claim):
    found = review(claim)

    assert {"claimReviewed", "reviewRating", "url"} <= found.keys()
    assert {"author", "datePublished", "itemReviewed"} <= found.keys()
    assert found["reviewRating"].keys() >= {
        "alternateName",
        "bestRating",
        "ratingValue",
        "worstRating",
    }
    assert found["itemReviewed"].keys() >= {"appearance", "author", "datePublished"}


def test_every_term_is_one_of_schema_org_or_our_own(claim):
    terms = {
        (node["@type"], key)
        for node in nodes(review(claim))
        if "@type" in node and not node["@type"].startswith("desk:")
        for key in node
        if not key.startswith(("@", "desk:"))
    }

    assert [(kind, key) for kind, key in terms if key not in VOCABULARY[kind].split()] == []


def test_a_claim_without_an_approved_verdict_has_no_review(claim):
    claim.verdicts.update(status="returned")

    with pytest.raises(Incomplete, match="has no approved verdict yet"):
        review(claim)


def test_whoever_denies_a_claim_is_no_place_where_it_appears(claim):
    claim.appearances.update(stance="denies")

    assert "appearance" not in review(claim)["itemReviewed"]


def test_the_shell_prints_a_review_a_line(claim):
    stdout = io.StringIO()
    call_command("claimreview", stdout=stdout)
    call_command("claimreview", claim.slug, stdout=stdout)

    first, second = map(json.loads, stdout.getvalue().splitlines())
    assert first == second
    assert first["claimReviewed"] == "Twelve people died."


def test_a_claim_that_is_not_here_is_told():
    with pytest.raises(CommandError, match=r"There is no claim nowhere\."):
        call_command("claimreview", "nowhere")
