"""Many acts in one call: each is done or refused by itself."""

from __future__ import annotations

import pytest

from claims.models import Change, Copy, Figure, Quantity, Quote
from claims.services import annotating
from tests.api.test_api import desk, post, refusal, stored  # noqa: F401  fixtures
from tests.api.test_tokens import call, secret_of
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def suggested(desk) -> list[Quote]:  # noqa: F811  the fixture
    editor = UserFactory(role="editor")
    quotes = list(Quote.objects.order_by("pk"))
    for quote in quotes:
        annotating.reopen(quote, by=editor, reason="Again.")
    return quotes


def results(answer) -> list[tuple[int, str | None]]:
    """Return the status of each item, and the code of its refusal."""
    assert answer.status_code == 200, answer.content
    return [
        (each["status"], each["errors"][0]["code"] if each["errors"] else None)
        for each in answer.json()["results"]
    ]


def test_what_is_refused_stops_nothing_else(desk, suggested):  # noqa: F811  the fixture
    first, second = suggested[:2]
    items = [
        {"act": "accept", "id": first.pk, "version": first.version},
        {"act": "accept", "id": first.pk},
        {"act": "reject", "id": 999_999},
        {"act": "reject", "id": second.pk, "version": second.version - 1},
        {"act": "attribute", "id": second.pk, "body": {"origins": "nobody"}},
        {"act": "attribute", "id": second.pk, "body": {"origins": [{}]}},
        {"act": "reject", "id": second.pk, "body": {"reason": "No quote."}},
    ]

    answer = post(desk["editor"], "quotes/bulk/", items=items)

    assert results(answer) == [
        (200, None),
        (409, "already_decided"),
        (404, "not_found"),
        (412, "changed"),
        (400, "not_a_list"),
        (409, "incomplete"),
        (200, None),
    ]
    told = answer.json()["results"]
    assert [each["row"] and each["row"]["status"] for each in told] == [
        *("accepted", None, None, "suggested", None, None, "rejected"),
    ]
    assert [each["errors"][0]["attr"] for each in told[4:5]] == ["origins"]
    assert Change.objects.filter(act="quote.rejected", reason="No quote.").exists()


def test_figures_are_filed_and_quantities_assigned_in_one_call_each(desk):  # noqa: F811
    killed = Quantity.objects.get(measure="killed")
    figures = list(Figure.objects.filter(quantity=killed))
    other = Quantity.objects.get(measure="injured")
    filing = [
        {"act": "file", "id": figure.pk, "body": {"quantity": other.pk, "reason": "Hurt."}}
        for figure in figures
    ]
    assigning = [
        {"act": "assign", "id": each.pk, "body": {"to": None}} for each in (killed, other)
    ]

    filed = post(desk["lead"], "figures/bulk/", items=filing)
    assigned = post(desk["lead"], "quantities/bulk/", items=assigning)

    assert results(filed) == [(200, None)] * len(figures)
    assert results(assigned) == [(200, None)] * 2
    assert not killed.figures.exists()


def test_pairs_and_copies_are_judged_in_one_call_each(desk):  # noqa: F811  the fixture
    pairs = Quantity.objects.get(measure="killed").relations.filter(severity__gt=0)
    copy = Copy.objects.create(
        article=ArticleFactory(), original=ArticleFactory(), likeness=0.9
    )
    dismissing = [
        {"act": "dismiss", "id": pair.pk, "body": {"reason": "Other days."}}
        for pair in pairs
    ]

    dismissed = post(desk["reviewer"], "relations/bulk/", items=dismissing)
    confirmed = post(
        desk["reviewer"], "copies/bulk/", items=[{"act": "confirm", "id": copy.pk}]
    )

    assert results(dismissed) == [(200, None)] * len(dismissing) != []
    assert results(confirmed) == [(200, None)]
    assert not pairs.filter(is_dismissed=False).exists()


def test_each_item_asks_for_its_own_role(desk, suggested):  # noqa: F811  the fixture
    quote = suggested[0].pk
    chain = {"origins": [{"name": "Harbour Office"}]}
    items = [
        {"act": "accept", "id": quote},
        {"act": "attribute", "id": quote, "body": chain},
    ]

    answer = post(desk["reviewer"], "quotes/bulk/", items=items)

    assert results(answer) == [(403, "permission_denied"), (200, None)]


def test_a_token_needs_the_scope_of_the_acts(suggested):
    items = {"items": [{"act": "accept", "id": suggested[0].pk}]}

    assert call(secret_of("review"), "quotes/bulk/", items).status_code == 403
    assert call(secret_of("annotate"), "quotes/bulk/", items).status_code == 200


@pytest.mark.parametrize("count", [0, 201])
def test_a_call_has_one_to_two_hundred_items(desk, count):  # noqa: F811  the fixture
    items = [{"act": "accept", "id": 1}] * count

    assert refusal(post(desk["editor"], "quotes/bulk/", items=items))[0] == 400


def test_an_act_that_is_not_done_in_bulk_is_refused(desk):  # noqa: F811  the fixture
    answer = post(desk["editor"], "quotes/bulk/", items=[{"act": "split", "id": 1}])

    assert refusal(answer)[:2] == (400, "invalid_choice")
