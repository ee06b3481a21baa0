"""Names as they are looked up: alike on every database engine."""

from __future__ import annotations

from typing import Any

from django.db import models

from claims.domain.names import caseless

# Some letters are several when their case is taken away.
_LONGEST = 900


class FoldedName(models.CharField[Any, Any]):
    """The name of the row without its case; written with the row, never by hand.

    SQLite lowers the letters of English only, so that what the engines make of a name
    is not the same.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": _LONGEST, "editable": False, "default": ""}
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002, FBT001  Django’s signature
        folded = caseless(getattr(model_instance, "name"))  # noqa: B009  of whichever model
        setattr(model_instance, self.attname, folded)
        return folded
