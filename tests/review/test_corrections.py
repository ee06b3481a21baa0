from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Copy
from claims.services import settling, taking_in
from claims.services.settling import SetAside
from claims.services.taking_in import Snapshot
from tests.factories import ArticleFactory, UserFactory
from tests.review.drafting import draft
from tests.review.marks import text_of

pytestmark = pytest.mark.django_db


def corrections(client) -> list[str]:
    page = client.get(reverse("review:corrections")).context["page"]
    return [reliance.figure.exact for reliance in page.object_list]


@pytest.fixture
def settled(desk, quantity):
    """The higher figure is set aside; ``settled("misquote")`` says why."""

    def settle(reason: str):
        figure = quantity.figures.get(low=9)
        made = draft(set_aside={figure.pk: SetAside(reason)})
        settlement = settling.propose(quantity, made, by=desk["reviewer"])
        settling.approve(settlement, by=desk["second"])
        return figure

    return settle


def test_an_article_that_still_prints_what_was_misquoted_is_listed(as_, settled) -> None:
    settled("misquote")
    client = as_("reviewer")
    assert corrections(client) == ["At least 9-10 raiders were killed"]
    assert "Corrections to follow up 1" in text_of(client.get("/").content.decode())


def test_a_figure_of_another_scope_is_no_error(as_, settled) -> None:
    settled("wider_scope")
    assert corrections(as_("reviewer")) == []


def test_an_article_that_was_corrected_is_listed_no_longer(as_, desk, settled) -> None:
    figure = settled("misquote")
    text = figure.revision.text.replace("At least 9-10 raiders", "Some raiders")
    taking_in.revise(figure.revision.article, Snapshot(text), by=desk["editor"])
    assert corrections(as_("reviewer")) == []


def test_nothing_to_follow_up_says_when_there_will_be(as_) -> None:
    page = as_("reviewer").get(reverse("review:corrections")).content.decode()
    assert "Nothing to follow up" in page


@pytest.mark.parametrize(
    ("decision", "status"), [("confirm", "confirmed"), ("no", "refused")]
)
def test_a_likeness_is_confirmed_or_refused(as_, desk, decision, status) -> None:
    one, other = ArticleFactory(), ArticleFactory()
    taking_in.revise(one, Snapshot("One text."), by=desk["editor"])
    copy = Copy.objects.create(article=one, original=other, likeness=0.9)
    client = as_("reviewer")
    assert "likeness 0.90, suggested" in text_of(
        client.get(one.get_absolute_url()).content.decode()
    )
    client.post(reverse("review:copy", args=[copy.pk]), {"decision": decision})
    copy.refresh_from_db()
    assert (copy.status, copy.decided_by) == (status, desk["reviewer"])


def ask(client, figure, **data):
    sent = {"contacted": "Their news desk", "channel": "email", "asked_on": "2026-01-05"}
    address = reverse("review:ask_correction", args=[figure.pk])
    return client.post(address, {**sent, **data}, follow=True)


def test_who_was_asked_stands_beside_the_figure_and_in_the_article(as_, settled) -> None:
    figure = settled("misquote")
    client = as_("editor")
    assert "Nobody was asked to correct it yet." in text_of(
        client.get(reverse("review:corrections")).content.decode()
    )
    page = text_of(ask(client, figure).content.decode())
    assert "asked Their news desk by e-mail, 5 Jan 2026" in page
    article = client.get(figure.revision.article.get_absolute_url()).content.decode()
    assert "asked Their news desk by e-mail, 5 Jan 2026" in text_of(article)


def test_what_came_of_a_request_moves_it_to_the_answered(as_, settled) -> None:
    figure, client = settled("misquote"), as_("editor")

    def at(stage: str) -> int:
        page = client.get(reverse("review:corrections"), {"stage": stage})
        return len(page.context["rows"])

    stages = ("unasked", "asked", "answered")
    assert [at(stage) for stage in stages] == [1, 0, 0]
    ask(client, figure)
    assert [at(stage) for stage in stages] == [0, 1, 0]
    request = figure.correction_requests.get()
    address = reverse("review:conclude_correction", args=[request.pk])
    client.post(address, {"outcome": "refused"})
    assert [at(stage) for stage in stages] == [0, 0, 1]


def test_a_request_without_a_day_is_refused_in_a_sentence(as_, settled) -> None:
    page = ask(as_("editor"), settled("misquote"), asked_on="").content.decode()
    assert "Say who was asked, how and when." in page


def test_a_viewer_sees_what_was_asked_and_no_forms(as_, desk, settled) -> None:
    figure = settled("misquote")
    ask(as_("editor"), figure)
    desk["viewer"] = UserFactory(username="viewer", role="viewer")
    page = as_("viewer").get(reverse("review:corrections")).content.decode()
    assert "Their news desk" in page
    assert "Record it" not in page
    assert 'value="refused"' not in page
