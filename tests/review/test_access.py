from __future__ import annotations

import pytest
from django.urls import reverse

from claims.review import urls
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_every_review_page_is_for_members_only() -> None:
    assert urls.urlpatterns
    unguarded = [
        pattern.name
        for pattern in urls.urlpatterns
        if not hasattr(pattern.callback, "__wrapped__")
    ]
    assert unguarded == []


def test_a_stranger_is_sent_to_the_login(client, quantity) -> None:
    for address in ("/", quantity.get_absolute_url(), reverse("review:claims")):
        assert client.get(address)["Location"].startswith("/login/")


def test_an_account_without_a_role_is_told_so(client, quantity) -> None:
    client.force_login(UserFactory())
    assert client.get(quantity.get_absolute_url()).status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "/quantities/999999/",
        "/settlements/999999/",
        "/relations/999999/",
        "/articles/999999/",
    ],
)
def test_what_is_not_there_is_not_found(as_, address) -> None:
    assert as_("reviewer").get(address).status_code == 404


@pytest.mark.parametrize("name", ["comment", "check"])
def test_what_writes_wants_a_post(as_, quantity, name) -> None:
    address = reverse(f"review:{name}", args=[quantity.pk])
    assert as_("reviewer").get(address).status_code == 405
