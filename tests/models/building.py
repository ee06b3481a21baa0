"""How the rows are built that the database must refuse.

A row is built, not saved; what it refers to, and what it clashes with, is saved first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.utils import timezone
from factory.django import DjangoModelFactory

from tests.factories import UserFactory

ITSELF = 9_999

Build = Callable[[], Model]


def unsaved(factory: type[DjangoModelFactory], **columns: Any) -> Model:
    """Build the factory's row with everything it refers to saved, itself not."""

    def build(cls: object, model: type[Model], **values: Any) -> Model:
        return model(**values)

    return type("Unsaved", (factory,), {"_create": classmethod(build)})(**columns)


def second(factory: type[DjangoModelFactory], **columns: Any) -> Model:
    """Build a row that has ``columns`` in common with one that is saved."""
    factory(**columns)
    return unsaved(factory, **columns)


def decided(status: str) -> dict[str, Any]:
    return {"status": status, "decided_by": UserFactory(), "decided_at": timezone.now()}
