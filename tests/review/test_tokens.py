from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Change, Token
from claims.services import issuing
from claims.services.issuing import Wish
from tests.factories import TokenFactory, UserFactory

pytestmark = pytest.mark.django_db

PAGE = "/tokens/"
WISH = {"name": "nightly import", "scopes": ["annotate"], "days": 30}


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_token_is_issued_and_its_secret_shown_once() -> None:
    client = client_of(UserFactory(role="editor"))

    answer = client.post(PAGE, WISH)
    secret = answer.context["issued"].secret

    assert secret in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert secret not in client.get(PAGE).content.decode()
    assert Token.objects.get().scopes == ["read", "annotate"]
    called = Client().get("/api/quotes/", headers={"Authorization": f"Bearer {secret}"})
    assert called.status_code == 200


@pytest.mark.parametrize(
    "wish", [{"name": " "}, {"days": 0}, {"days": 367}, {"scopes": ["rule"]}], ids=str
)
def test_a_wish_that_makes_no_sense_is_shown_again_with_what_is_wrong(wish) -> None:
    answer = client_of(UserFactory(role="editor")).post(PAGE, WISH | wish)

    assert answer.context["form"].errors
    assert not Token.objects.exists()


def test_somebody_without_a_role_has_no_such_page() -> None:
    assert client_of(UserFactory()).get(PAGE).status_code == 403


def test_one_sees_and_revokes_ones_own_and_a_lead_everybodys() -> None:
    owner = UserFactory(role="editor")
    token = issuing.issue(owner, Wish("the editor's own"), by=owner).token
    other = client_of(UserFactory(role="reviewer"))
    lead = client_of(UserFactory(role="lead"))
    address = reverse("review:revoke_token", args=[token.pk])

    assert "the editor&#x27;s own" not in other.get(PAGE).content.decode()
    assert other.post(address).status_code == 404
    assert "the editor&#x27;s own" in lead.get(PAGE).content.decode()
    assert lead.get(address).status_code == 405
    lead.post(address)
    token.refresh_from_db()
    assert token.revoked_at is not None
    assert Change.objects.order_by("-pk")[0].act == "token.revoked"
    assert "revoked" in client_of(owner).get(PAGE).content.decode()


def test_the_list_of_tokens_does_not_grow(queries_of) -> None:
    client = client_of(UserFactory(role="lead"))
    TokenFactory()
    few = queries_of(lambda: client.get(PAGE))
    TokenFactory.create_batch(6)
    many = queries_of(lambda: client.get(PAGE))

    assert len(few) == len(many), "\n".join(many)


def test_the_page_is_one_click_from_every_other() -> None:
    page = client_of(UserFactory(role="viewer")).get("/notices/").content.decode()

    assert f'href="{PAGE}"' in page
