"""Claims that were about one quantity are linked to it by migrating, and back again."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True)

ONE = [("claims", "0019_quantities_of_a_claim")]
MANY = [("claims", "0021_claim_without_one_quantity")]


def migrated(targets: list[tuple[str, str]]) -> Any:
    """Return the models as they are after migrating to these."""
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


@pytest.fixture
def before(transactional_db):
    """The tables with one quantity a claim; all migrations are applied at the end."""
    yield migrated(ONE)
    call_command("migrate", verbosity=0)


def claims_of(apps: Any) -> list[Any]:
    """Return a claim about something and one about nothing in particular."""
    incident = apps.get_model("claims", "Incident").objects.create(
        slug="mill", title="Mill"
    )
    quantity = apps.get_model("claims", "Quantity").objects.create(
        incident=incident, measure="killed", population="raiders"
    )
    claims = apps.get_model("claims", "Claim").objects
    return [
        claims.create(slug="nine", text="Nine died.", quantity=quantity),
        claims.create(slug="none", text="It was foreseen."),
    ]


def test_each_claim_is_linked_to_what_it_was_about_there_and_back_again(before) -> None:
    about, apart = claims_of(before)

    claims = migrated(MANY).get_model("claims", "Claim").objects
    linked = {row.slug: [each.pk for each in row.quantities.all()] for row in claims.all()}
    claims = migrated(ONE).get_model("claims", "Claim").objects
    back = dict(claims.values_list("slug", "quantity"))
    claims = migrated(MANY).get_model("claims", "Claim").objects
    again = {row.slug: [each.pk for each in row.quantities.all()] for row in claims.all()}

    assert linked == again == {"nine": [about.quantity_id], "none": []}
    assert back == {"nine": about.quantity_id, "none": None}
    assert apart.quantity_id is None
