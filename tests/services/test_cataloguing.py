from __future__ import annotations

import pytest

from claims.errors import Changed, ClaimsError, Forbidden
from claims.models import Change, Outlet, Rating
from claims.services import cataloguing, enrolling
from tests.factories import ArticleFactory, OutletFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return UserFactory(role="editor")


def test_an_article_is_amended_with_what_it_was_before(editor) -> None:
    article = ArticleFactory(byline="A. Miller")
    agency = OutletFactory(name="River Agency")
    cataloguing.amend_article(
        article, version=1, by=editor, reason="Credited.", agency=agency, byline="B. Miller"
    )
    line = Change.objects.about(article).get()
    assert (article.agency, article.version) == (agency, 2)
    assert line.before == {"agency": None, "byline": "A. Miller"}
    assert line.after == {"agency": "River Agency", "byline": "B. Miller"}
    assert line.reason == "Credited."


def test_an_article_changed_since_is_not_overwritten(editor) -> None:
    article = ArticleFactory()
    cataloguing.amend_article(article, version=1, by=editor, byline="A. Miller")
    with pytest.raises(Changed, match="in the meantime"):
        cataloguing.amend_article(article, version=1, by=editor, byline="B. Miller")


def test_an_address_that_another_article_has_is_refused(editor) -> None:
    ArticleFactory(url="https://mill.example.org/1")
    article = ArticleFactory()
    with pytest.raises(ClaimsError, match="already here"):
        cataloguing.amend_article(
            article, version=1, by=editor, url="https://mill.example.org/1"
        )


def test_an_outlet_changed_since_it_was_read_is_not_overwritten(editor) -> None:
    outlet = OutletFactory()
    slow = Outlet.objects.get(pk=outlet.pk)
    cataloguing.amend_outlet(outlet, by=editor, domain="mill.example.org")
    with pytest.raises(Changed, match="in the meantime"):
        cataloguing.amend_outlet(slow, by=editor, domain="post.example.org")


def test_the_scale_is_reworded_by_leads_alone(editor) -> None:
    rating = Rating.objects.first()
    with pytest.raises(Forbidden, match="scale of ratings"):
        cataloguing.amend_rating(rating, by=editor, meaning="x")
    lead = UserFactory(role="lead")
    slow = Rating.objects.get(pk=rating.pk)
    cataloguing.amend_rating(rating, by=lead, meaning="No source supports it.")
    with pytest.raises(Changed):
        cataloguing.amend_rating(slow, by=lead, meaning="Nothing supports it.")


def test_only_a_superuser_notes_a_change_of_accounts(editor) -> None:
    with pytest.raises(Forbidden, match="manage accounts"):
        enrolling.note(editor, ["groups"], by=UserFactory(role="lead"))
    root = UserFactory(is_superuser=True)
    enrolling.note(editor, [], by=root)
    assert not Change.objects.exists()
    enrolling.note(editor, ["groups"], by=root)
    line = Change.objects.get()
    assert line.after["roles"] == ["editor"]
    assert line.after["changed"] == ["groups"]
