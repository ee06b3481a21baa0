"""What was brought that the database must refuse."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from tests.factories import RevisionFactory, TrayItemFactory
from tests.models.building import Build, unsaved


def _item(**columns: Any) -> Model:
    return unsaved(TrayItemFactory, **columns)


REFUSED: list[tuple[str, Build]] = [
    ("trayitem_has_a_text_unless_refused", lambda: _item(text="")),
    (
        "trayitem_has_a_text_unless_refused",
        lambda: _item(status="refused", refusal="It is empty."),
    ),
    (
        "trayitem_has_a_reason_exactly_when_refused",
        lambda: _item(status="refused", text=""),
    ),
    (
        "trayitem_has_a_reason_exactly_when_refused",
        lambda: _item(refusal="It is empty."),
    ),
    (
        "trayitem_has_a_revision_exactly_when_taken_in",
        lambda: _item(revision=RevisionFactory()),
    ),
    ("trayitem_has_a_revision_exactly_when_taken_in", lambda: _item(status="article")),
]
