"""What every service is: one act, done whole or not at all, refused in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, wraps
from typing import ParamSpec, TypeVar

from django.apps import apps
from django.db import DataError, IntegrityError, models, transaction

from claims.errors import Impossible
from claims.services import logging

P = ParamSpec("P")
R = TypeVar("R")


def act(service: Callable[P, R]) -> Callable[P, R]:
    """Run a service in one transaction, one writer at a time.

    The pen is taken before anything else: whoever locked a row first and asked for
    the pen afterwards could wait for one who holds the pen and asks for the row.
    What the database refuses is told in the words of the rule that it broke.
    """

    @wraps(service)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                logging.take_the_pen()
                return service(*args, **kwargs)
        except IntegrityError as refusal:
            raise Impossible(_broken_rule(refusal)) from refusal
        except (DataError, UnicodeEncodeError) as refusal:
            raise Impossible(
                "A value is too long, too large or has a character that cannot be stored."
            ) from refusal

    return whole


def _broken_rule(refusal: IntegrityError) -> str:
    """Return the sentence of the constraint that a refusal names."""
    diagnosis = getattr(refusal.__cause__, "diag", None)
    broken = getattr(diagnosis, "constraint_name", None)
    if broken is None:
        kind, _, broken = str(refusal).partition(" constraint failed: ")
        broken = broken.removeprefix("index ").strip("'")
        if kind not in ("CHECK", "UNIQUE"):
            raise refusal
    if broken not in _rules():
        raise refusal
    return _rules()[broken]


@cache
def _rules() -> dict[str, str]:
    """Return the sentence of every rule, by what either engine calls it."""
    rules: dict[str, str] = {}
    for model in apps.get_app_config("claims").get_models():
        for constraint in model._meta.constraints:
            rules |= dict.fromkeys(_names(model, constraint), _sentence(constraint))
        for field in model._meta.fields:
            if field.unique and not field.primary_key:
                sentence = (
                    f"Another {model._meta.verbose_name} already has this "
                    f"{field.verbose_name}."
                )
                table = model._meta.db_table
                rules[f"{table}.{field.column}"] = sentence
                rules[f"{table}_{field.column}_key"] = sentence
    return rules


def _names(model: type[models.Model], constraint: models.BaseConstraint) -> Iterator[str]:
    yield constraint.name
    # SQLite names the columns of a rule that is about columns alone.
    if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
        fields = [model._meta.get_field(name) for name in constraint.fields]
        columns = (getattr(field, "column", "") for field in fields)
        yield ", ".join(f"{model._meta.db_table}.{each}" for each in columns)


def _sentence(constraint: models.BaseConstraint) -> str:
    told = str(constraint.violation_error_message)
    if told != str(models.BaseConstraint.default_violation_error_message):
        return told
    return f"This would break a rule: {constraint.name.replace('_', ' ')}."
