from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from claims import policy
from claims.admin.people import ASKED
from claims.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def superuser(client):
    user = UserFactory(is_superuser=True)
    client.force_login(user)
    return user


def test_an_account_is_given_a_role(client, superuser) -> None:
    user = UserFactory(username="vera")
    where = reverse("admin:claims_user_change", args=[user.pk])
    role = Group.objects.get(name="editor")
    form = {"username": "vera", "groups": [role.pk], "is_active": "on", "is_staff": "on"}
    assert client.post(where, form).status_code == 302
    assert policy.may_annotate(User.objects.get(pk=user.pk))


def test_a_role_is_given_an_act_and_keeps_what_is_not_shown(client, superuser) -> None:
    role = Group.objects.get(name="editor")
    where = reverse("admin:auth_group_change", args=[role.pk])
    offered = client.get(where).context["adminform"].form.fields["permissions"].queryset
    assert {each.codename for each in offered} == ASKED
    unseen = set(role.permissions.exclude(pk__in=offered))
    assert unseen
    chosen = [each.pk for each in offered if each.codename != "annotate_articles"]
    client.post(where, {"name": "editor", "permissions": chosen})
    assert unseen <= set(role.permissions.all())
    member = UserFactory(role="editor")
    assert policy.may_merge(member)
    assert not policy.may_annotate(member)
