"""What others say, on the pages: verdicts beside a claim, numbers beside a quantity."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Change, Claim, OutsideEstimate, OutsideVerdict
from tests.exchange.test_claimreview_reading import REVIEW
from tests.factories import OutsideEstimateFactory, OutsideVerdictFactory, UserFactory
from tests.review.marks import text_of

pytestmark = pytest.mark.django_db

ENTRY = {
    "recorder": "The Harbour Record",
    "event": "k7",
    "low": "9",
    "best": "8",
    "high": "12",
    "sources": "Coast Wire; The Mill Post",
    "from_on": "2031-03-04",
}


def test_verdicts_of_others_are_taken_in_from_a_file_and_found_again(as_):
    client = as_("editor")
    file = SimpleUploadedFile("feed.json", json.dumps([REVIEW]).encode())

    page = client.post(reverse("review:reviews"), {"file": file}).content.decode()

    assert "1 verdict is new here." in page
    claim = Claim.objects.get()
    shown = client.get(reverse("review:claim", args=[claim.slug])).content.decode()
    assert "Reviewed elsewhere" in shown
    assert "The Bay Check" in shown
    assert "Nobody has rated this yet." in shown
    similar = client.get(reverse("review:similar"), {"text": "twelve died at a crane"})
    assert "Mostly wrong" in similar.content.decode()


def test_what_is_wrong_with_an_item_is_shown_and_nothing_is_stored(as_):
    text = json.dumps([REVIEW, REVIEW | {"url": ""}])

    page = as_("editor").post(reverse("review:reviews"), {"text": text}).content.decode()

    assert "Item 2: url is missing." in text_of(page)
    assert "Nothing was stored." in page
    assert not OutsideVerdict.objects.exists()


def test_verdicts_can_be_checked_without_being_stored(as_):
    data = {"text": json.dumps(REVIEW), "is_trial": "on"}

    page = as_("editor").post(reverse("review:reviews"), data).content.decode()

    assert "Mostly wrong" in page
    assert not OutsideVerdict.objects.exists()


@pytest.mark.parametrize("text", ["", "  ", "{", "<p>nothing"])
def test_a_text_without_verdicts_is_refused_in_a_sentence(as_, text):
    page = as_("editor").post(reverse("review:reviews"), {"text": text})

    assert page.status_code == 200
    assert not Claim.objects.exists()


def test_what_another_recorder_has_is_recorded_and_its_broken_order_is_told(as_, quantity):
    client = as_("reviewer")

    client.post(reverse("review:estimate", args=[quantity.pk]), ENTRY)

    row = OutsideEstimate.objects.get()
    assert (row.low, row.best, row.high, row.is_out_of_order) == (9, 8, 12, True)
    page = client.get(quantity.get_absolute_url()).content.decode()
    assert "The Harbour Record" in page
    assert "they stand as recorded" in page


def test_an_entry_without_a_number_is_refused(as_, quantity):
    data = {**ENTRY, "low": "", "best": "", "high": ""}
    address = reverse("review:estimate", args=[quantity.pk])

    page = as_("reviewer").post(address, data, follow=True).content.decode()

    assert "Give at least one number." in page
    assert not OutsideEstimate.objects.exists()


def test_an_entry_is_taken_away_with_a_reason_that_the_log_keeps(as_, quantity):
    row = OutsideEstimateFactory(quantity=quantity)
    client, address = as_("reviewer"), reverse("review:forget_estimate", args=[row.pk])

    client.post(address, {"reason": " "})
    assert OutsideEstimate.objects.exists()

    client.post(address, {"reason": "Another night."})
    assert not OutsideEstimate.objects.exists()
    change = Change.objects.get(act="estimate.forgotten")
    assert (change.reason, change.before["high"]) == ("Another night.", "12.0000")


def test_whoever_may_only_look_records_nothing(client, quantity):
    row = OutsideEstimateFactory(quantity=quantity)
    client.force_login(UserFactory(role="viewer"))

    client.post(reverse("review:estimate", args=[quantity.pk]), ENTRY)
    client.post(reverse("review:forget_estimate", args=[row.pk]), {"reason": "No."})
    client.post(reverse("review:reviews"), {"text": json.dumps(REVIEW)})

    assert OutsideEstimate.objects.get() == row
    assert not OutsideVerdict.objects.exists()


def test_a_list_of_claims_costs_the_same_with_one_verdict_of_others_and_with_ten(
    as_, queries_of
):
    OutsideVerdictFactory()
    client, address = as_("reviewer"), reverse("review:claims")
    one = queries_of(lambda: client.get(address))
    OutsideVerdictFactory.create_batch(9)
    ten = queries_of(lambda: client.get(address))

    assert len(one) == len(ten), "\n".join(ten)
