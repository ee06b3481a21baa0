from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from claims.errors import AlreadyDecided, Forbidden, Impossible, Incomplete
from claims.models import Change, CorrectionRequest, Reliance
from claims.queries import ledger
from claims.services import correcting
from claims.services.correcting import Contact
from tests.factories import (
    CorrectionRequestFactory,
    FigureFactory,
    QuantityFactory,
    SettlementFactory,
    UserFactory,
)
from tests.models.building import decided

pytestmark = pytest.mark.django_db

CONTACT = Contact("News desk of The Weir", dt.date(2026, 1, 5), channel="telephone")


@pytest.fixture
def editor():
    return UserFactory(role="editor")


@pytest.fixture
def wrong():
    """A figure that an approved settlement sets aside as a misquote."""
    quantity = QuantityFactory()
    figure = FigureFactory(accepted=True, quantity=quantity)
    settlement = SettlementFactory(quantity=quantity, **decided("approved"))
    Reliance.objects.create(
        settlement=settlement, figure=figure, treatment="set_aside", reason="misquote"
    )
    return figure


def test_a_request_is_told_of_also_when_the_quantity_is_called_otherwise(
    wrong, editor
) -> None:
    correcting.ask(wrong, CONTACT, by=editor)
    wrong.quantity.population = "bargemen of the lower weir"
    wrong.quantity.save(update_fields=["population"])
    [line] = ledger.of_quantity(wrong.quantity)
    assert line.text.startswith("asked News desk of The Weir")


def test_who_was_asked_is_kept_and_told_in_a_sentence(wrong, editor) -> None:
    request = correcting.ask(wrong, CONTACT, by=editor)
    assert (request.outcome, request.recorded_by) == ("asked", editor)
    [line] = ledger.sentences(Change.objects.filter(act="correction.asked"))
    assert line.text == (
        "asked News desk of The Weir by telephone to correct “At least 9-10 people”"
    )
    assert [each.text for each in ledger.of_quantity(wrong.quantity)] == [line.text]


@pytest.mark.parametrize("outcome", ["corrected", "refused", "no_answer"])
def test_what_came_of_it_is_recorded_once(wrong, editor, outcome) -> None:
    request = correcting.ask(wrong, CONTACT, by=editor)
    correcting.conclude(request, outcome=outcome, by=editor)
    assert (request.outcome, request.concluded_on) == (outcome, timezone.localdate())
    with pytest.raises(AlreadyDecided):
        correcting.conclude(request, outcome="refused", by=editor)
    assert Change.objects.filter(act="correction.concluded").count() == 1


def test_an_outcome_is_one_of_three(wrong, editor) -> None:
    request = correcting.ask(wrong, CONTACT, by=editor)
    with pytest.raises(Incomplete, match="Say whether"):
        correcting.conclude(request, outcome="asked", by=editor)


@pytest.mark.parametrize("words", ["", "  "])
def test_somebody_has_to_be_asked(wrong, editor, words) -> None:
    with pytest.raises(Incomplete, match="who was asked"):
        correcting.ask(wrong, replace(CONTACT, contacted=words), by=editor)


def test_a_request_is_not_recorded_before_it_is_made(wrong, editor) -> None:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    with pytest.raises(Impossible, match="when it was made"):
        correcting.ask(wrong, replace(CONTACT, asked_on=tomorrow), by=editor)


def test_nobody_is_asked_to_correct_what_no_settlement_calls_wrong(wrong, editor) -> None:
    Reliance.objects.update(reason="wider_scope")
    with pytest.raises(Incomplete, match="No approved settlement"):
        correcting.ask(wrong, CONTACT, by=editor)


def test_a_viewer_follows_nothing_up(wrong) -> None:
    viewer = UserFactory(role="viewer")
    with pytest.raises(Forbidden):
        correcting.ask(wrong, CONTACT, by=viewer)
    with pytest.raises(Forbidden):
        correcting.conclude(CorrectionRequestFactory(), outcome="refused", by=viewer)
    assert CorrectionRequest.objects.count() == 1
