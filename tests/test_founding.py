from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from claims import founding, policy
from claims.models import Rating
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

# In the order: view, annotate, merge, compare, assign, propose, approve.
MAY = {
    "viewer": (True, False, False, False, False, False, False),
    "editor": (True, True, False, False, False, False, False),
    "reviewer": (True, False, False, True, False, True, True),
    "lead": (True, True, True, True, True, True, True),
    None: (False, False, False, False, False, False, False),
}


@pytest.mark.parametrize(("role", "expected"), MAY.items())
def test_each_role_may_do_its_own(role: str | None, expected: tuple[bool, ...]) -> None:
    user = UserFactory(role=role)
    asked = (
        policy.may_view(user),
        policy.may_annotate(user),
        policy.may_merge(user),
        policy.may_compare(user),
        policy.may_assign(user),
        policy.may_propose(user),
        policy.may_approve(user),
    )
    assert asked == expected


def test_what_administrators_shaped_is_left_alone() -> None:
    Group.objects.get(name="viewer").permissions.clear()
    Rating.objects.filter(value=1).update(name="Wrong")
    founding.install("default")
    assert not Group.objects.get(name="viewer").permissions.exists()
    assert Rating.objects.get(value=1).name == "Wrong"


@pytest.mark.django_db(transaction=True)
def test_an_emptied_database_has_its_roles_again() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert {group.name for group in Group.objects.all()} == set(founding.ROLES)
    assert Rating.objects.count() == len(founding.RATINGS)
