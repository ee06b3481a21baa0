from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Claim, Rating, Settlement
from claims.services import filing, settling
from claims.services.filing import ScopeKey
from tests.review.building import Telling, report
from tests.review.drafting import RATIONALE, draft
from tests.review.marks import text_of, words_of

pytestmark = pytest.mark.django_db


def sent(page, **changes: object) -> dict[str, object]:
    """Return the form of a page as a browser sends it, with a rationale."""
    form = page.context["form"]
    values = {
        name: form[name].value() for name in form.fields if form[name].value() is not None
    }
    rating = values.pop("rating", None)
    if rating is not None:
        values["rating"] = getattr(rating, "pk", rating)
    return {**values, "rationale": RATIONALE, **changes}


def test_the_form_starts_with_what_the_figures_suggest(as_, quantity) -> None:
    form = as_("reviewer").get(reverse("review:settle", args=[quantity.pk])).context["form"]
    assert (form["low"].value(), form["high"].value()) == (7, 10)
    assert form["wording"].value() == (
        "Between seven and ten raiders were killed, Valley Guard said in differing"
        " statements."
    )
    assert form["claim"].value() == "At least nine to ten raiders were killed."
    assert not form["publishes"].value()


def test_the_form_says_when_each_figure_was_printed(as_, quantity) -> None:
    page = (
        as_("reviewer").get(reverse("review:settle", args=[quantity.pk])).content.decode()
    )
    printed = quantity.figures.first().revision.article.published_at
    assert printed is not None
    assert f'The Mill Post<span class="data-table__sub">{printed:%-d %b %Y}' in page


def test_a_reviewer_proposes_and_another_person_approves(as_, desk, quantity) -> None:
    client, address = as_("reviewer"), reverse("review:settle", args=[quantity.pk])
    page = client.post(address, sent(client.get(address)), follow=True)
    settlement = Settlement.objects.get()
    assert "A second person can approve it now." in page.content.decode()
    assert "You proposed this; a second person must decide it." in page.content.decode()
    decide = reverse("review:decide", args=[settlement.pk])
    as_("second").post(decide, {"decision": "approve"})
    settlement.refresh_from_db()
    assert (settlement.status, settlement.decided_by) == ("approved", desk["second"])


def test_nobody_approves_their_own(as_, desk, quantity) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    decide = reverse("review:decide", args=[settlement.pk])
    page = as_("reviewer").post(decide, {"decision": "approve"}, follow=True)
    assert "You proposed this; a second person must decide it." in page.content.decode()
    settlement.refresh_from_db()
    assert settlement.status == "proposed"


def test_a_proposal_is_returned_with_a_comment_only(as_, desk, quantity) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    client, decide = as_("second"), reverse("review:decide", args=[settlement.pk])
    page = client.post(decide, {"decision": "return"}, follow=True).content.decode()
    assert "Say what the author should change." in page
    client.post(decide, {"decision": "return", "comment": "Ask the mill as well."})
    settlement.refresh_from_db()
    assert settlement.status == "returned"
    shown = as_("reviewer").get(quantity.get_absolute_url()).content.decode()
    assert "Ask the mill as well." in text_of(shown)


def test_the_author_takes_a_proposal_back(as_, desk, quantity) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    decide = reverse("review:decide", args=[settlement.pk])
    as_("reviewer").post(decide, {"decision": "withdraw"})
    settlement.refresh_from_db()
    assert settlement.status == "withdrawn"


def test_whoever_decides_second_is_told(as_, desk, quantity) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    decide = reverse("review:decide", args=[settlement.pk])
    as_("second").post(decide, {"decision": "approve"})
    late = as_("lead").post(decide, {"decision": "return", "comment": "No."}, follow=True)
    assert "Somebody else already decided on this settlement." in late.content.decode()


def test_a_draft_is_checked_without_being_proposed(as_, quantity) -> None:
    client, address = as_("reviewer"), reverse("review:settle", args=[quantity.pk])
    page = client.post(address, sent(client.get(address), high="8", check="1"))
    said = " ".join(words_of(page.content.decode(), ".checks .check"))
    assert "lies outside 7 to 8 and is not set aside" in said
    assert "Widen the range or set the figure aside with a reason." in said
    assert not Settlement.objects.exists()


def test_the_checks_come_as_a_fragment_while_one_writes(as_, quantity) -> None:
    client, address = as_("reviewer"), reverse("review:settle", args=[quantity.pk])
    data = sent(client.get(address), rationale="")
    answer = client.post(reverse("review:check", args=[quantity.pk]), data)
    said = " ".join(words_of(answer.content.decode(), ".check"))
    assert "The settlement gives no rationale." in said
    assert "<html" not in answer.content.decode()


def test_a_settlement_without_a_rationale_is_not_proposed(as_, quantity) -> None:
    client, address = as_("reviewer"), reverse("review:settle", args=[quantity.pk])
    page = client.post(address, sent(client.get(address), rationale=" "))
    assert page.status_code == 200
    assert not Settlement.objects.exists()


def test_figures_are_set_aside_with_reasons(as_, quantity) -> None:
    client, address = as_("reviewer"), reverse("review:settle", args=[quantity.pk])
    figure = quantity.figures.get(low=9)
    aside = {f"reason-{figure.pk}": "interested_party"}
    client.post(address, sent(client.get(address), high="8", **aside))
    settlement = Settlement.objects.get()
    page = client.get(reverse("review:settlement", args=[settlement.pk])).content.decode()
    assert "Interested party" in page
    assert [
        row.figure for row in settlement.rests_on.filter(reason="interested_party")
    ] == [figure]


def test_another_reason_must_be_written_out(as_, quantity) -> None:
    client, address = as_("reviewer"), reverse("review:settle", args=[quantity.pk])
    figure = quantity.figures.get(low=9)
    data = sent(client.get(address), **{f"reason-{figure.pk}": "other"})
    page = client.post(address, data).content.decode()
    assert "Give a reason for setting" in page
    assert not Settlement.objects.exists()


def test_a_claim_is_rated_and_published_together_with_its_settlement(
    as_, client, quantity
) -> None:
    reviewer, address = as_("reviewer"), reverse("review:settle", args=[quantity.pk])
    data = sent(reviewer.get(address), publishes="on")
    reviewer.post(address, data)
    settlement, claim = Settlement.objects.get(), Claim.objects.get()
    client.logout()
    assert client.get(claim.get_absolute_url()).status_code == 404
    as_("second").post(
        reverse("review:decide", args=[settlement.pk]), {"decision": "approve"}
    )
    client.logout()
    page = client.get(claim.get_absolute_url())
    assert page.status_code == 200
    assert Rating.objects.get(name="Disputed").meaning in text_of(page.content.decode())


def test_publishing_needs_a_statement(as_, quantity) -> None:
    client, address = as_("reviewer"), reverse("review:settle", args=[quantity.pk])
    data = sent(client.get(address), publishes="on", claim="")
    page = client.post(address, data).content.decode()
    assert "Give the statement and its rating, or publish none." in page
    assert not Settlement.objects.exists()


def test_a_stale_settlement_says_what_is_new(as_, desk, quantity, told) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    settling.approve(settlement, by=desk["second"])
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir")
    page = as_("reviewer").get(reverse("review:settlement", args=[settlement.pk]))
    assert [entry.row.exact for entry in page.context["weighed"].new] == ["30 raiders died"]
    assert "lies outside the" in text_of(page.content.decode())


def test_a_figure_that_was_moved_away_is_still_shown_with_the_version_it_carried(
    as_, desk, quantity, told
) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    settling.approve(settlement, by=desk["second"])
    moved = quantity.figures.get(low=7)
    filing.split(
        [moved], ScopeKey("lost", "raiders"), by=desk["reviewer"], reason="Lost is wider."
    )
    page = as_("reviewer").get(reverse("review:settlement", args=[settlement.pk]))
    assert [reliance.figure for reliance in page.context["weighed"].moved] == [moved]
    assert "Treated then, filed elsewhere since" in page.content.decode()


def test_an_editor_may_not_propose(as_, quantity) -> None:
    client, address = as_("editor"), reverse("review:settle", args=[quantity.pk])
    page = client.post(address, sent(client.get(address))).content.decode()
    assert "Your role does not allow you to propose settlements." in page


def test_the_page_of_a_settlement_costs_the_same_for_two_figures_and_for_many(
    as_, desk, quantity, incident, queries_of
) -> None:
    other = filing.quantity(incident, ScopeKey("injured", "raiders"), by=desk["editor"])
    tellings = [Telling(f"{n} raiders were hurt", f"Crew {n}") for n in range(20, 32)]
    report(other, "The Weir", tellings, by=desk["editor"])
    small = settling.propose(quantity, draft(), by=desk["reviewer"])
    large = settling.propose(other, draft(), by=desk["reviewer"])
    client = as_("second")
    few = queries_of(lambda: client.get(reverse("review:settlement", args=[small.pk])))
    many = queries_of(lambda: client.get(reverse("review:settlement", args=[large.pk])))
    assert len(few) == len(many), "\n".join(many)


def test_an_earlier_version_still_says_what_it_relied_on(as_, desk, quantity) -> None:
    first = settling.propose(quantity, draft(), by=desk["reviewer"])
    settling.return_(first, by=desk["second"], comment="Name the mill.")
    page = as_("reviewer").get(reverse("review:settlement", args=[first.pk]))
    assert len(page.context["weighed"].relied_on) == 2
    assert page.context["weighed"].new == ()
