"""Corrections asked for, through the API."""

from __future__ import annotations

import pytest

from claims.models import Reliance
from tests.api.test_api import post, refusal, signed_in
from tests.factories import (
    CorrectionRequestFactory,
    FigureFactory,
    QuantityFactory,
    SettlementFactory,
)
from tests.models.building import decided

pytestmark = pytest.mark.django_db

ADDRESS = "correction-requests/"


@pytest.fixture
def wrong():
    """A figure that an approved settlement sets aside as implausible."""
    quantity = QuantityFactory()
    figure = FigureFactory(accepted=True, quantity=quantity)
    settlement = SettlementFactory(quantity=quantity, **decided("approved"))
    Reliance.objects.create(
        settlement=settlement, figure=figure, treatment="set_aside", reason="implausible"
    )
    return figure


@pytest.mark.parametrize("role", ["editor", "reviewer"])
def test_it_is_recorded_who_was_asked_and_what_came_of_it(role, wrong) -> None:
    desk = signed_in(role)
    asked = {"figure": wrong.pk, "contacted": "The Weir"}
    asked |= {"asked_on": "2026-01-05", "channel": "letter"}

    made = post(desk, ADDRESS, **asked)
    row = made.json()
    done = post(desk, f"{ADDRESS}{row['id']}/conclude/", outcome="refused", reason="No.")
    again = post(desk, f"{ADDRESS}{row['id']}/conclude/", outcome="corrected")

    assert (made.status_code, row["outcome"], row["concluded_on"]) == (201, "asked", None)
    assert {key: row[key] for key in asked} == asked
    assert (done.status_code, done.json()["outcome"]) == (200, "refused")
    assert refusal(again)[:2] == (409, "already_decided")


def test_nobody_is_asked_to_correct_what_no_settlement_calls_wrong() -> None:
    figure = FigureFactory(accepted=True, quantity=QuantityFactory())
    asked = {"figure": figure.pk, "contacted": "The Weir", "asked_on": "2026-01-05"}

    assert refusal(post(signed_in("lead"), ADDRESS, **asked))[:2] == (409, "incomplete")


def test_a_request_is_not_concluded_by_saying_that_it_is_open(wrong) -> None:
    request = CorrectionRequestFactory(figure=wrong)

    answer = post(signed_in("lead"), f"{ADDRESS}{request.pk}/conclude/", outcome="asked")

    assert answer.status_code == 400


def test_requests_are_found_by_article_and_outcome(wrong) -> None:
    request = CorrectionRequestFactory(figure=wrong)
    article = wrong.revision.article_id
    path = f"/api/{ADDRESS}?figure__revision__article={article}&outcome"
    viewer = signed_in("viewer")

    open_ones = viewer.get(f"{path}=asked").json()["results"]

    assert [row["id"] for row in open_ones] == [request.pk]
    assert viewer.get(f"{path}=refused").json()["results"] == []
