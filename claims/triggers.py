"""The triggers that keep texts and the log as they were written, on both engines.

SQLite drops a table's triggers when a migration rebuilds the table, so they are
put back after every migrate; a test holds that they are there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections


@dataclass(frozen=True, slots=True)
class Seal:
    """What of a table may never change once it is written."""

    table: str
    columns: tuple[str, ...]
    sentence: str


SEALS = (
    Seal(
        "claims_revision",
        (
            "article_id",
            "number",
            "text",
            "sha256",
            "retrieved_at",
            "raw",
            "raw_type",
            "extractor",
        ),
        "A revision is never changed or deleted.",
    ),
    Seal(
        "claims_change",
        (
            "at",
            "actor_id",
            "act",
            "subject",
            "subject_pk",
            "label",
            "incident_id",
            "before",
            "after",
            "reason",
            "previous_hash",
            "hash",
        ),
        "A line of the log is never changed or deleted.",
    ),
)


def install(using: str, **_: Any) -> None:
    """Put every trigger in place; safe to run again."""
    _run(using, creating=True)


def remove(using: str) -> None:
    """Take every trigger away, as emptying the whole database needs."""
    _run(using, creating=False)


def missing(using: str) -> list[str]:
    """Return the tables whose triggers are not all in place."""
    connection = connections[using]
    there = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(there)
        found = {name for (name,) in cursor.fetchall()}
    return [seal.table for seal in SEALS if not _names(seal, connection.vendor) <= found]


def _names(seal: Seal, vendor: str) -> set[str]:
    if vendor == "sqlite":
        return {f"{seal.table}_no_{act}" for act in ("update", "delete")}
    return {f"{seal.table}_sealed"}


def _run(using: str, *, creating: bool) -> None:
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    write = _sqlite if connection.vendor == "sqlite" else _postgresql
    with connection.cursor() as cursor:
        for seal in SEALS:
            if seal.table in tables:
                for statement in write(seal, creating=creating):
                    cursor.execute(statement)


def _sqlite(seal: Seal, *, creating: bool) -> Iterator[str]:
    columns = ", ".join(f'"{column}"' for column in seal.columns)
    for act, when in (("update", f"UPDATE OF {columns}"), ("delete", "DELETE")):
        name = f"{seal.table}_no_{act}"
        yield f"DROP TRIGGER IF EXISTS {name}"
        if creating:
            yield (
                f"CREATE TRIGGER {name} BEFORE {when} ON {seal.table} "
                f"BEGIN SELECT RAISE(ABORT, '{seal.sentence}'); END"
            )


def _postgresql(seal: Seal, *, creating: bool) -> Iterator[str]:
    name = f"{seal.table}_sealed"
    columns = ", ".join(f'"{column}"' for column in seal.columns)
    yield f"DROP TRIGGER IF EXISTS {name} ON {seal.table}"
    if creating:
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{seal.sentence}' USING ERRCODE = '23001'; END $$"
        )
        yield (
            f"CREATE TRIGGER {name} BEFORE UPDATE OF {columns} OR DELETE ON {seal.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
