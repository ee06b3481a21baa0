from __future__ import annotations

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import BaseConstraint, Model, UniqueConstraint

from tests.models import (
    refused_answers,
    refused_corrections,
    refused_decisions,
    refused_outside,
    refused_reading,
    refused_texts,
    refused_tokens,
    refused_tray,
    refused_webhooks,
)
from tests.models.building import Build

REFUSED = [
    *refused_answers.REFUSED,
    *refused_texts.REFUSED,
    *refused_decisions.REFUSED,
    *refused_corrections.REFUSED,
    *refused_tokens.REFUSED,
    *refused_reading.REFUSED,
    *refused_tray.REFUSED,
    *refused_webhooks.REFUSED,
    *refused_outside.REFUSED,
]

MODELS = list(apps.get_app_config("claims").get_models())
CONSTRAINTS = [constraint for model in MODELS for constraint in model._meta.constraints]
# No row breaks the first and keeps the second; an engine may report either.
REPORTED_AS_WELL = {
    "figure_low_is_not_above_high": {"figure_core_low_is_not_above_core_high"}
}


def is_broken(constraint: BaseConstraint, row: Model) -> bool:
    try:
        constraint.validate(type(row), row)
    except ValidationError:
        return True
    return False


def reported_for(row: Model, name: str) -> str:
    """What the database's message says when the constraint is broken.

    SQLite names the columns of a unique constraint that has no expressions.
    """
    [constraint] = [found for found in row._meta.constraints if found.name == name]
    is_plain = isinstance(constraint, UniqueConstraint) and constraint.fields
    if connection.vendor != "sqlite" or not is_plain:
        return name
    columns = [row._meta.get_field(field).column for field in constraint.fields]
    return ", ".join(f"{row._meta.db_table}.{column}" for column in columns)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "build"),
    REFUSED,
    ids=[f"{name}-{number}" for number, (name, _) in enumerate(REFUSED)],
)
def test_the_database_refuses_what_breaks_one_constraint(name: str, build: Build) -> None:
    row = build()
    may_be_reported = {name} | REPORTED_AS_WELL.get(name, set())
    broken = {found.name for found in row._meta.constraints if is_broken(found, row)}
    assert broken == may_be_reported

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        row.save(force_insert=True)
    assert any(reported_for(row, each) in str(refusal.value) for each in may_be_reported)


def test_every_constraint_has_a_row_that_breaks_it() -> None:
    assert {found.name for found in CONSTRAINTS} == {name for name, _ in REFUSED}


@pytest.mark.parametrize("found", CONSTRAINTS, ids=lambda found: found.name)
def test_a_constraint_is_named_by_a_sentence_about_its_row(found: BaseConstraint) -> None:
    rows = {model._meta.model_name for model in MODELS}
    subject, _, statement = found.name.partition("_")
    assert subject in rows
    assert "_" in statement
