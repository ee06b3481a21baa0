"""Every model in the admin: who may do what, and what lists cost."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse

from claims.admin.base import DeskAdmin
from claims.admin.people import ForSuperusers
from claims.models import User
from tests.admin.rows import MAKE
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

OURS = {
    model: desk
    for model, desk in admin.site._registry.items()
    if model._meta.app_label == "claims" or model is Group
}


NAMES = sorted(model._meta.model_name for model in OURS)

# What each role may do with a model: v(iew), a(dd), c(hange). Nobody deletes.
TABLE = {
    # model        viewer  editor  reviewer  lead   superuser
    "article": ("v", "vac", "v", "vac", "vac"),
    "change": ("v", "v", "v", "v", "v"),
    "claim": ("v", "v", "v", "v", "v"),
    "comment": ("v", "v", "v", "v", "v"),
    "correctionrequest": ("v", "v", "v", "v", "v"),
    "copy": ("v", "v", "v", "v", "v"),
    "delivery": ("", "", "", "v", "v"),
    "figure": ("v", "v", "v", "v", "v"),
    "group": ("", "", "", "", "vac"),
    "incident": ("v", "vac", "v", "vac", "vac"),
    "outlet": ("v", "vac", "v", "vac", "vac"),
    "quantity": ("v", "v", "v", "v", "v"),
    "quote": ("v", "v", "v", "v", "v"),
    "rating": ("v", "v", "v", "vc", "vc"),
    "relation": ("v", "v", "v", "v", "v"),
    "revision": ("v", "v", "v", "v", "v"),
    "settlement": ("v", "v", "v", "v", "v"),
    "speaker": ("v", "vac", "v", "vac", "vac"),
    "user": ("", "", "", "", "vac"),
    "verdict": ("v", "v", "v", "v", "v"),
    "webhook": ("", "", "", "vac", "vac"),
}
ROLES = ("viewer", "editor", "reviewer", "lead", "superuser")


def member(role: str) -> User:
    if role == "superuser":
        return UserFactory(is_superuser=True)
    return UserFactory(role=role)


def url(name: str, page: str, *args: object) -> str:
    app = "auth" if name == "group" else "claims"
    return reverse(f"admin:{app}_{name}_{page}", args=args)


def test_every_model_goes_through_the_one_base() -> None:
    bases = (DeskAdmin, ForSuperusers)
    assert [desk for desk in OURS.values() if not isinstance(desk, bases)] == []
    assert sorted(MAKE) == sorted(TABLE) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", range(len(ROLES)))
def test_roles_may_do_what_the_table_says(rf, name, place) -> None:
    request = rf.get("/")
    request.user = member(ROLES[place])
    desk = next(desk for model, desk in OURS.items() if model._meta.model_name == name)
    allowed = desk.get_model_perms(request)
    letters = {"v": allowed["view"], "a": allowed["add"], "c": allowed["change"]}
    assert {letter for letter, yes in letters.items() if yes} == set(TABLE[name][place])
    assert not allowed["delete"]


@pytest.mark.parametrize("name", NAMES)
def test_the_list_and_the_row_can_be_opened_and_searched(client, name) -> None:
    row = MAKE[name]()
    client.force_login(member("superuser"))
    assert client.get(url(name, "changelist"), {"q": "a"}).status_code == 200
    assert client.get(url(name, "changelist")).status_code == 200
    assert client.get(url(name, "change", row.pk)).status_code == 200
    assert client.get(url(name, "history", row.pk)).status_code == 200


@pytest.mark.parametrize("name", ["article", "speaker", "incident", "outlet"])
def test_what_may_be_added_has_a_form(client, name) -> None:
    client.force_login(member("editor"))
    assert client.get(url(name, "add")).status_code == 200


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"user", "group"}))
def test_sealed_rows_have_nothing_to_save(client, name) -> None:
    row = MAKE[name]()
    client.force_login(member("viewer"))
    html = client.get(url(name, "change", row.pk)).content.decode()
    assert 'name="_save"' not in html


def test_the_index_can_be_opened_by_every_role(client) -> None:
    for role in ROLES:
        client.force_login(member(role))
        assert client.get(reverse("admin:index")).status_code == 200
