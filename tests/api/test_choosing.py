"""Fields and related rows as the caller wants them, at no query a row."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.api.choosing import related_to
from claims.api.filtering import Orders
from claims.api.resources import Resource
from claims.api.urls import router
from claims.models import Article, Copy, Quantity
from claims.services import commenting, concluding, filing, settling
from claims.services.concluding import Publication
from claims.services.settling import Draft
from tests.api.test_api import desk, refusal, stored  # noqa: F401  fixtures
from tests.exchange.dossiers import small
from tests.exchange.test_dossier_writing import take_in
from tests.factories import (
    ArticleFactory,
    CorrectionRequestFactory,
    OutletFactory,
    OutsideEstimateFactory,
    OutsideVerdictFactory,
    QuantityFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

RESOURCES: dict[str, type[Resource]] = {
    prefix: resource for prefix, resource, _ in router.registry
}
INCLUDES = [
    (prefix, name)
    for prefix, resource in RESOURCES.items()
    for name in related_to(resource.serializer_class).prefetch
]


@pytest.fixture
def decided(desk):  # noqa: F811  the fixture
    """Add a settlement with its claim, verdict and remark to what is stored."""
    lead = UserFactory(role="lead")
    rating = concluding.Rating.objects.get(value=5)
    for quantity in Quantity.objects.all():
        draft = Draft(
            wording=f"Nine {quantity.pk}.",
            rationale="Two sources.",
            low=9,
            publication=Publication(f"Nine died, {quantity.pk}.", rating),
        )
        settling.propose(quantity, draft, by=lead)
        commenting.comment(quantity, "Ask the office.", by=lead)
    add_others()
    return desk


def add_others() -> None:
    OutsideEstimateFactory()
    OutsideVerdictFactory()
    CorrectionRequestFactory()
    one, other = ArticleFactory(), ArticleFactory()
    Copy.objects.create(article=one, original=other, likeness=0.9)


def add_more(number: int) -> None:
    add_others()
    content = small() | {"id": f"another-{number}"}
    for article in content["articles"]:
        article |= {"url": None, "text": f"{article['text']}\n\nAgain {number}."}
    take_in(content, UserFactory(role="editor"))


@pytest.mark.parametrize("name", sorted(RESOURCES))
def test_what_can_be_included_is_what_is_fetched_for_all_rows_at_once(name):
    related = related_to(RESOURCES[name].serializer_class)

    assert set(related().fields) == set(related.prefetch)


@pytest.mark.parametrize("name", sorted(RESOURCES))
def test_rows_are_ordered_by_columns_that_are_never_empty(name):
    resource = RESOURCES[name]
    columns = {field.name: field for field in resource.queryset.model._meta.fields}

    wanted = set(resource.ordering_fields) - set(Orders.stands_for)
    assert [each for each in wanted if columns[each].null] == []


@pytest.mark.parametrize(("name", "include"), INCLUDES)
def test_a_related_row_stands_beside_each_row(decided, name, include):
    page = decided["lead"].get(f"/api/{name}/?include={include}").json()["results"]

    assert {tuple(row["included"]) for row in page} <= {(include,)}
    one = decided["lead"].get(f"/api/{name}/{page[0]['id']}/?include={include}").json()
    assert one == page[0]


@pytest.mark.parametrize(("name", "include"), INCLUDES)
def test_more_rows_take_no_more_queries_with_related_ones(
    decided, queries_of, name, include
):
    path = f"/api/{name}/?page_size=200&include={include}"
    lead = decided["lead"]
    few = queries_of(lambda: lead.get(path))
    for number in range(2):
        add_more(number)

    many = queries_of(lambda: lead.get(path))

    assert len(many) == len(few), "\n".join(many)


def test_several_related_rows_come_at_once_with_the_fields_that_are_wanted(decided):
    path = "/api/quotes/?include=article,speakers&fields=id,exact"

    row = decided["viewer"].get(path).json()["results"][-1]

    assert set(row) == {"id", "exact", "included"}
    assert row["included"]["article"]["headline"] == "Crane falls"
    assert [each["name"] for each in row["included"]["speakers"]] == ["Harbour Office"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("quotes/?include=secrets", "There is no related row 'secrets'."),
        ("changes/?include=actor", "Nothing can be included here."),
        ("quotes/?fields=secrets", "There is no field 'secrets'."),
        ("quotes/?fields=included", "There is no field 'included'."),
    ],
)
def test_what_is_not_there_is_not_answered_in_silence(desk, path, words):  # noqa: F811
    answer = desk["viewer"].get(f"/api/{path}")

    assert refusal(answer)[2] == words


def test_an_act_answers_with_the_whole_row_whatever_is_asked_of_it(desk):  # noqa: F811
    outlet = OutletFactory()
    path = reverse("api:outlet-detail", args=[outlet.pk])

    answer = desk["editor"].patch(
        f"{path}?fields=secrets&name=another",
        {"domain": "mill.example", "reason": "Its own page."},
        content_type="application/json",
    )

    assert (answer.status_code, answer.json()["domain"]) == (200, "mill.example")


def pages(client, path: str) -> list[int]:
    found: list[int] = []
    while path:
        page = client.get(path).json()
        found += [row["id"] for row in page["results"]]
        path = page["next"]
    return found


def test_rows_that_are_alike_are_each_on_one_page(desk):  # noqa: F811  the fixture
    incident = QuantityFactory().incident
    QuantityFactory.create_batch(6, incident=incident)
    path = f"/api/quantities/?incident={incident.pk}&ordering=severity&page_size=2"

    found = pages(desk["viewer"], path)

    assert len(found) == 7
    assert set(found) == set(incident.quantities.values_list("pk", flat=True))


def test_more_than_a_thousand_rows_that_are_alike_come_to_an_end(desk):  # noqa: F811
    outlet = OutletFactory()
    rows = [ArticleFactory.build(outlet=outlet) for _ in range(1_150)]
    Article.objects.bulk_create(rows)
    outlet.articles.update(added_at="2031-03-04T09:00Z")
    path = f"/api/articles/?outlet={outlet.pk}&ordering=added_at&page_size=200"

    assert len(set(pages(desk["viewer"], path))) == 1_150


def test_a_filter_of_a_list_does_not_hide_the_row_of_an_address(desk):  # noqa: F811
    quantity = filing.Quantity.objects.get(measure="killed")

    answer = desk["viewer"].get(f"/api/quantities/{quantity.pk}/?measure=injured")

    assert answer.json()["id"] == quantity.pk
