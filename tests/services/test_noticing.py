from __future__ import annotations

from decimal import Decimal
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from claims.errors import Incomplete
from claims.models import Notice, Rating, SavedView
from claims.services import commenting, concluding, filing, keeping, noticing, settling
from claims.services.concluding import Finding, Publication
from claims.services.settling import Draft
from tests.factories import (
    ClaimFactory,
    QuantityFactory,
    SettlementFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


class Broken(BaseEmailBackend):
    """A mail server that is down."""

    def send_messages(self, _messages):
        raise SMTPServerDisconnected("gone")


def test_nobody_is_told_of_what_they_did_themselves() -> None:
    vera, odd = UserFactory(), UserFactory()
    noticing.tell([vera, odd, None, odd], "You are mentioned.", "/quantities/1/", by=vera)
    assert [notice.recipient for notice in Notice.objects.all()] == [odd]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@vera, who counted?", {"vera"}),
        ("Ask @vera.b and @odd.", {"vera.b", "odd"}),
        ("mail vera@example.org", set()),
        ("@@vera", set()),
        ("nobody", set()),
    ],
)
def test_those_addressed_by_name_are_found(text, names) -> None:
    for name in ("vera", "vera.b", "odd"):
        UserFactory(username=name)
    assert {user.username for user in noticing.mentioned_in(text)} == names


def test_a_notice_is_mailed_to_those_who_have_an_address(
    django_capture_on_commit_callbacks,
) -> None:
    people = [UserFactory(email="vera@example.org"), UserFactory(email="")]
    with django_capture_on_commit_callbacks(execute=True):
        noticing.tell(people, "You are mentioned.", "/quantities/1/", by=None)
    assert [message.to for message in mail.outbox] == [["vera@example.org"]]
    assert mail.outbox[0].body.endswith("/quantities/1/\n")


def test_a_mail_server_that_is_down_stops_nothing(
    django_capture_on_commit_callbacks, settings
) -> None:
    settings.EMAIL_BACKEND = "tests.services.test_noticing.Broken"
    person = UserFactory(email="vera@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        noticing.tell([person], "You are mentioned.", "/quantities/1/", by=None)
    assert Notice.objects.get().recipient == person


def test_a_view_is_kept_once_under_its_name_and_without_its_page() -> None:
    vera = UserFactory()
    keeping.keep("Mine", "mine=on&page=3", by=vera)
    keeping.keep(" Mine ", "measure=killed", by=vera)
    assert [view.query for view in SavedView.objects.all()] == ["measure=killed"]


def test_a_view_without_a_name_is_refused() -> None:
    with pytest.raises(Incomplete, match="name"):
        keeping.keep(" ", "mine=on", by=UserFactory())


def test_nobody_keeps_more_views_than_they_can_see() -> None:
    vera = UserFactory()
    for number in range(keeping.MOST):
        keeping.keep(f"View {number}", "", by=vera)
    with pytest.raises(Incomplete, match="remove one first"):
        keeping.keep("One more", "", by=vera)


def test_somebody_elses_view_is_not_removed() -> None:
    view = keeping.keep("Mine", "mine=on", by=UserFactory())
    keeping.forget(view, by=UserFactory())
    assert SavedView.objects.exists()


@pytest.fixture
def people():
    roles = {"vera": "reviewer", "odd": "reviewer", "lead": "lead"}
    return {name: UserFactory(username=name, role=role) for name, role in roles.items()}


def told(person) -> list[str]:
    return [notice.sentence for notice in person.notices.all()]


def test_a_remark_tells_those_it_mentions_and_whom_it_answers(people) -> None:
    quantity = QuantityFactory(population="raiders")
    asked = commenting.comment(quantity, "Who counted, @odd?", by=people["vera"])
    commenting.comment(quantity, "The guard.", by=people["odd"], answers=asked)
    assert told(people["odd"]) == ["vera on “raiders: killed”: Who counted, @odd?"]
    assert told(people["vera"]) == ["odd on “raiders: killed”: The guard."]
    assert people["odd"].notices.get().address.startswith(quantity.get_absolute_url())


def test_an_author_is_told_what_became_of_a_proposal(people) -> None:
    settlement = SettlementFactory(proposed_by=people["vera"])
    settling.return_(settlement, by=people["odd"], comment="Ask the mill.")
    (sentence,) = told(people["vera"])
    assert sentence.startswith("odd returned your settlement of")
    assert sentence.endswith("Ask the mill.")


def test_an_author_is_told_of_a_settlement_and_its_verdict_once(people) -> None:
    rating = Rating.objects.first()
    published = Publication("Seven died.", rating)
    draft = Draft("Seven died.", "Counted.", low=Decimal(7), publication=published)
    settlement = settling.propose(QuantityFactory(), draft, by=people["vera"])
    settling.approve(settlement, by=people["odd"])
    assert len(told(people["vera"])) == 1


def test_an_author_is_told_what_became_of_a_verdict(people) -> None:
    finding = Finding(Rating.objects.first(), "Nobody saw it.")
    verdict = concluding.propose(
        ClaimFactory(text="It rained."), finding, by=people["vera"]
    )
    concluding.approve(verdict, by=people["odd"])
    assert told(people["vera"]) == ["odd approved your verdict on “It rained.”."]


def test_a_reviewer_is_told_what_she_was_given(people) -> None:
    quantity = QuantityFactory(population="raiders")
    filing.assign(quantity, to=people["vera"], by=people["lead"])
    assert told(people["vera"]) == ["lead gave you “raiders: killed”."]
    filing.assign(quantity, to=None, by=people["vera"])
    assert len(Notice.objects.all()) == 1
