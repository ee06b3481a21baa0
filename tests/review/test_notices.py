from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import SavedView
from claims.services import noticing, settling
from tests.review.drafting import draft
from tests.review.marks import text_of

pytestmark = pytest.mark.django_db


def test_a_person_sees_what_is_new_and_marks_it_as_read(as_, desk) -> None:
    noticing.tell([desk["reviewer"]], "Somebody asks you.", "/claims/", by=None)
    client = as_("reviewer")
    assert "Notices 1" in text_of(client.get("/").content.decode())
    page = client.get(reverse("review:notices")).content.decode()
    assert "Somebody asks you." in page
    client.post(reverse("review:read_notices"))
    assert "Notices 1" not in text_of(client.get("/").content.decode())


def test_nobody_sees_what_others_were_told(as_, desk) -> None:
    noticing.tell([desk["reviewer"]], "Somebody asks you.", "/claims/", by=None)
    page = as_("second").get(reverse("review:notices")).content.decode()
    assert "Somebody asks you." not in page


def test_a_filtered_queue_is_kept_and_removed(as_, desk, quantity) -> None:
    client = as_("reviewer")
    data = {"name": "Killed", "query": "stage=all&measure=killed"}
    answer = client.post(reverse("review:keep_view"), data)
    assert answer["Location"] == "/?stage=all&measure=killed"
    page = client.get("/").content.decode()
    assert "Killed" in page
    assert "?stage=all&amp;measure=killed" in page
    view = SavedView.objects.get()
    assert (
        as_("second").post(reverse("review:forget_view", args=[view.pk])).status_code == 404
    )
    as_("reviewer").post(reverse("review:forget_view", args=[view.pk]))
    assert not SavedView.objects.exists()


def test_those_concerned_are_told_that_a_settlement_went_stale(
    as_, desk, quantity, told
) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    settling.approve(settlement, by=desk["second"])
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir")
    sentences = [notice.sentence for notice in desk["reviewer"].notices.all()]
    assert sentences[0].startswith("The settlement of “raiders: killed” is stale:")
