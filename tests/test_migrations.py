from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from claims.triggers import SEALS

pytestmark = pytest.mark.django_db


def triggers() -> dict[str, list[str]]:
    """Return the triggers of each table that has any."""
    asked = (
        "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(asked)
        for table, name in cursor.fetchall():
            found.setdefault(table, []).append(name)
    return {table: sorted(names) for table, names in found.items()}


def expected_triggers() -> dict[str, list[str]]:
    endings = ("no_delete", "no_update") if connection.vendor == "sqlite" else ("sealed",)
    return {seal.table: [f"{seal.table}_{end}" for end in endings] for seal in SEALS}


def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_every_migration_has_a_name_of_its_own() -> None:
    out = StringIO()
    call_command("showmigrations", "claims", "--plan", stdout=out)
    assert "_auto_" not in out.getvalue()


def test_every_table_of_the_desk_is_there_after_migrating() -> None:
    tables = set(connection.introspection.table_names())
    models: list[Any] = list(apps.get_app_config("claims").get_models())
    assert {model._meta.db_table for model in models} <= tables


def test_texts_and_the_log_are_sealed_after_migrating() -> None:
    assert triggers() == expected_triggers()


@pytest.mark.django_db(transaction=True)
def test_a_table_that_lost_its_seal_has_it_again_after_migrating() -> None:
    seal = SEALS[0]
    on_table = "" if connection.vendor == "sqlite" else f" ON {seal.table}"
    with connection.cursor() as cursor:
        for name in expected_triggers()[seal.table]:
            cursor.execute(f"DROP TRIGGER {name}{on_table}")
    assert seal.table not in triggers()

    call_command("migrate", verbosity=0)
    assert triggers() == expected_triggers()


def test_a_seal_names_every_column_that_may_not_change() -> None:
    tables = {model._meta.db_table: model for model in apps.get_models()}
    columns = {
        seal.table: {field.column for field in tables[seal.table]._meta.concrete_fields}
        for seal in SEALS
    }
    assert {seal.table: set(seal.columns) | {"id"} for seal in SEALS} == columns
