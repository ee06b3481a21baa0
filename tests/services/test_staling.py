"""A settlement says that it is stale when its ground moves, and only then."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from claims.models import Settlement
from claims.services import attributing, comparing, filing, judging, settling
from claims.services.attributing import chain_of
from claims.services.settling import Draft, SetAside
from tests.factories import QuantityFactory, SpeakerFactory, UserFactory
from tests.services.test_comparing import a_figure

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return UserFactory(role="lead")


@pytest.fixture
def quantity(lead):
    quantity = QuantityFactory()
    pair = [a_figure(5, 5, SpeakerFactory()), a_figure(30, 30, SpeakerFactory())]
    filing.file_all(pair, quantity, by=lead)
    return quantity


@pytest.fixture
def settlement(quantity):
    implausible = {quantity.figures.get(low=30).pk: SetAside("implausible")}
    draft = Draft(
        "Five were killed.",
        "Counted.",
        low=Decimal(5),
        high=Decimal(5),
        set_aside=implausible,
    )
    return settling.propose(quantity, draft, by=UserFactory(role="reviewer"))


def reason(settlement: Settlement) -> str:
    settlement.refresh_from_db()
    return settlement.stale_reason


def test_nothing_new_makes_nothing_stale(quantity, settlement, lead) -> None:
    settling.approve(settlement, by=lead)
    comparing.refresh(quantity)
    assert not reason(settlement)


def test_a_figure_filed_while_a_proposal_waits_makes_it_stale_once_approved(
    quantity, settlement, lead
) -> None:
    filing.file(a_figure(50, 50, SpeakerFactory()), quantity, by=lead)
    settling.approve(settlement, by=lead)
    assert settlement.is_stale
    assert "outside the range" in reason(settlement)


def test_a_rounded_figure_that_the_range_has_room_for_makes_nothing_stale(
    quantity, settlement, lead
) -> None:
    settling.approve(settlement, by=lead)
    about_five = a_figure(4, 6, SpeakerFactory())
    about_five.kind = "approx"
    about_five.save(update_fields=["kind"])
    filing.file(about_five, quantity, by=lead)
    assert not reason(settlement)


@pytest.mark.parametrize("low", [5, 30])
def test_a_weighed_figure_that_changes_makes_it_stale(
    low, quantity, settlement, lead
) -> None:
    settling.approve(settlement, by=lead)
    figure = quantity.figures.get(low=low)
    judging.date(figure, dt.date(2031, 3, 9), by=lead, reason="Asked again.")
    assert "was changed since" in reason(settlement)


def test_a_weighed_figure_that_somebody_else_said_makes_it_stale(
    quantity, settlement, lead
) -> None:
    settling.approve(settlement, by=lead)
    figure = quantity.figures.get(low=5)
    attributing.attribute(figure, chain_of(["Mill Guard"]), by=lead)
    assert "was changed since" in reason(settlement)


def test_a_figure_taken_out_and_filed_again_while_it_waits_changes_nothing(
    quantity, settlement, lead
) -> None:
    figure = quantity.figures.get(low=5)
    filing.unfile(figure, by=lead)
    filing.file(figure, quantity, by=lead)
    settling.approve(settlement, by=lead)
    assert not reason(settlement)
