from __future__ import annotations

from decimal import Decimal

import pytest

from claims.errors import ClaimsError, Impossible, Incomplete
from claims.models import Rating, Settlement, Verdict
from claims.services import concluding, filing, settling
from claims.services.concluding import Publication
from claims.services.settling import Draft, SetAside
from tests.factories import IncidentFactory, QuantityFactory, SpeakerFactory, UserFactory
from tests.services.test_comparing import a_figure

pytestmark = pytest.mark.django_db

WORDS = ("Five were killed.", "Counted.")


@pytest.fixture
def reviewer():
    return UserFactory(role="reviewer")


@pytest.mark.parametrize(
    "columns",
    [
        {"low": Decimal("NaN")},
        {"low": Decimal("1e30")},
        {"low": Decimal(-1)},
        {"low": Decimal(9), "high": Decimal(5)},
        {"low": Decimal(5), "best": Decimal("Infinity")},
        {"low": Decimal(5), "best": Decimal(4)},
        {"high": Decimal(5), "mode": "deferred"},
        {"low": Decimal(5), "mode": "nonsense"},
    ],
)
def test_a_range_that_cannot_be_is_refused_in_a_sentence(columns, reviewer) -> None:
    with pytest.raises(ClaimsError) as refusal:
        settling.propose(QuantityFactory(), Draft(*WORDS, **columns), by=reviewer)
    assert str(refusal.value).endswith(".")
    assert "constraint" not in str(refusal.value)
    assert not Settlement.objects.exists()


def test_a_reason_that_is_not_on_the_list_is_refused(reviewer) -> None:
    quantity, figure = QuantityFactory(), a_figure(5, 5, SpeakerFactory())
    filing.file(figure, quantity, by=reviewer)
    aside = {figure.pk: SetAside("nonsense")}
    with pytest.raises(Impossible, match="no word for the reason"):
        settling.propose(
            quantity, Draft(*WORDS, low=Decimal(5), set_aside=aside), by=reviewer
        )


def test_a_merged_quantity_is_settled_no_more(reviewer) -> None:
    incident = IncidentFactory()
    old, new = QuantityFactory.create_batch(2, incident=incident)
    draft = Draft(*WORDS, low=Decimal(5))
    waiting = settling.propose(old, draft, by=reviewer)
    filing.merge(old, new, by=reviewer, reason="One crew.")
    with pytest.raises(Incomplete, match="was merged into"):
        settling.approve(waiting, by=UserFactory(role="lead"))
    settling.withdraw(waiting, by=reviewer)
    with pytest.raises(Incomplete, match="was merged into"):
        settling.propose(old, draft, by=reviewer)


def test_a_verdict_is_not_decided_before_the_settlement_that_gives_it(reviewer) -> None:
    publication = Publication("Five were killed at the mill.", Rating.objects.first())
    draft = Draft(*WORDS, low=Decimal(5), publication=publication)
    settlement = settling.propose(QuantityFactory(), draft, by=reviewer)
    lead = UserFactory(role="lead")
    with pytest.raises(Incomplete, match="Decide on the settlement"):
        concluding.approve(Verdict.objects.get(), by=lead)
    settling.approve(settlement, by=lead)
    assert Verdict.objects.get().status == "approved"
