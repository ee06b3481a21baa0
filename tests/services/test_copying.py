from __future__ import annotations

import datetime as dt

import pytest

from claims.errors import AlreadyDecided
from claims.models import Copy, Quantity
from claims.services import copying, filing
from tests.factories import (
    ArticleFactory,
    AttributionFactory,
    FigureFactory,
    LinkFactory,
    OutletFactory,
    QuantityFactory,
    RevisionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

WIRE = (
    "At least 9-10 people died when the night ferry met a barge below the old lock, the "
    "river police said, and divers went on looking for the barge pilot until dawn."
)


def a_report(text: str, day: int, kind: str = "newspaper"):
    """Return a figure of one article that gives a speaker of its own."""
    article = ArticleFactory(
        outlet=OutletFactory(kind=kind),
        published_at=dt.datetime(2031, 3, day, tzinfo=dt.UTC),
    )
    revision = RevisionFactory(article=article, text=text)
    attribution = AttributionFactory(revision=revision, voice="named")
    LinkFactory(attribution=attribution)
    return FigureFactory(revision=revision, attribution=attribution, accepted=True)


@pytest.fixture
def editor():
    return UserFactory(role="editor")


@pytest.fixture
def quantity(editor) -> Quantity:
    quantity = QuantityFactory()
    reports = [a_report(WIRE, 4), a_report(f"{WIRE} More later.", 5)]
    filing.file_all(reports, quantity, by=editor)
    return quantity


def test_the_later_of_two_like_articles_is_taken_for_the_copy(quantity) -> None:
    copy = Copy.objects.get()
    assert copy.article.published_at > copy.original.published_at
    assert copy.status == Copy.Status.SUGGESTED
    assert copy.likeness >= 0.8


def test_a_refused_copy_is_not_suggested_again(quantity, editor) -> None:
    copying.refuse(Copy.objects.get(), by=editor, reason="Both quote one leaflet.")
    assert copying.look_within(quantity.incident) == 0
    assert Copy.objects.get().status == Copy.Status.REFUSED


def test_what_is_decided_is_not_decided_again(quantity, editor) -> None:
    copying.confirm(Copy.objects.get(), by=editor)
    with pytest.raises(AlreadyDecided):
        copying.refuse(Copy.objects.get(), by=editor)


def test_articles_with_nothing_in_common_are_no_copies(editor) -> None:
    quantity = QuantityFactory()
    other = "At least 9-10 people were hurt, said the lock keeper, who had been asleep."
    filing.file_all([a_report(WIRE, 4), a_report(other, 5)], quantity, by=editor)
    assert not Copy.objects.exists()


def test_articles_that_came_in_together_are_looked_through(editor) -> None:
    articles = [
        a_report(WIRE, 4).revision.article,
        a_report(f"{WIRE} More.", 5).revision.article,
    ]
    assert copying.look_among(articles) == 1
    assert copying.look_among(articles) == 0
    assert Copy.objects.get().original == articles[0]
