from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Copy
from claims.services import settling, taking_in
from claims.services.settling import SetAside
from claims.services.taking_in import Snapshot
from tests.factories import ArticleFactory
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
