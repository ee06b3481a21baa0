from __future__ import annotations

import pytest
from django.urls import reverse

from claims.services import annotating, attributing, taking_in
from claims.services.attributing import chain_of
from claims.services.taking_in import Snapshot
from tests.factories import (
    PASSWORD,
    ArticleFactory,
    FigureFactory,
    QuoteFactory,
    RevisionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_the_front_page_tells_what_waits_and_what_one_did_last(
    client, revision, editor
) -> None:
    quote = QuoteFactory(revision=revision, exact="They lost 7-8 people")
    FigureFactory(revision=revision, exact="7-8 people", accepted=True)
    FigureFactory(revision=revision, exact="Two guards")
    html = client.get(reverse("admin:index")).content.decode()
    assert "1 article with suggestions" in html
    assert "2 suggestions" in html
    assert "1 figure to file" in html
    attributing.attribute(quote, chain_of(["Valley Guard"]), by=editor)
    annotating.accept(quote, by=editor)
    after = client.get(reverse("admin:index")).content.decode()
    assert "Accepted the quote “They lost 7-8 people”" in after
    assert "1 suggestion<" in after


@pytest.mark.parametrize(("role", "leads"), [("editor", True), ("reviewer", False)])
def test_the_front_page_leads_to_taking_in_for_those_who_may(client, role, leads) -> None:
    client.force_login(UserFactory(role=role))
    html = client.get(reverse("admin:index")).content.decode()
    places = ("admin:claims_article_tray", "admin:claims_article_add")
    assert [f'href="{reverse(place)}"' in html for place in places] == [leads, leads]


def test_the_front_page_costs_the_same_for_few_and_for_many(
    client, editor, queries_of
) -> None:
    def fill() -> None:
        QuoteFactory(revision=RevisionFactory(article=ArticleFactory()))

    fill()
    client.get(reverse("admin:index"))
    few = queries_of(lambda: client.get(reverse("admin:index")))
    for _ in range(6):
        fill()
    many = queries_of(lambda: client.get(reverse("admin:index")))
    assert len(few) == len(many), "\n".join(many)


def test_the_page_of_the_app_lists_what_the_front_page_does(client, editor) -> None:
    answer = client.get(reverse("admin:app_list", args=["claims"]))
    assert answer.status_code == 200
    assert reverse("admin:claims_article_changelist") in answer.content.decode()


def test_what_was_suggested_in_a_replaced_text_waits_for_nobody(
    client, article, editor
) -> None:
    old = article.revisions.get()
    QuoteFactory(revision=old, exact="They lost 7-8 people")
    taking_in.revise(article, Snapshot("It rained all day in the valley."), by=editor)
    html = client.get(reverse("admin:index")).content.decode()
    assert "0 articles with suggestions" in html
    page = client.get(reverse("admin:claims_article_revisions", args=[article.pk]))
    assert "Marks to resolve" not in page.content.decode()


def test_a_stranger_is_led_through_the_login_to_where_she_wanted(client) -> None:
    where = reverse("admin:claims_article_changelist")
    UserFactory(username="editor", role="editor")
    asked = client.get(where, follow=True)
    assert asked.status_code == 200
    form = {"username": "editor", "password": PASSWORD, "next": where}
    assert client.post(asked.request["PATH_INFO"], form).url == where


def test_an_account_that_is_no_staff_is_led_to_the_login(client) -> None:
    client.force_login(UserFactory(is_staff=False))
    answer = client.get(reverse("admin:index"))
    assert answer.url.startswith("/admin/login/")
    assert client.get(answer.url).url.startswith("/login/")
