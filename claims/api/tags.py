"""ETags: what names the state of a row, and what is told when it is another."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import models
from rest_framework.exceptions import APIException
from rest_framework.status import HTTP_412_PRECONDITION_FAILED


class ChangedSince(APIException):
    """The row is no longer the one that the caller read; ``current`` is what it is."""

    status_code = HTTP_412_PRECONDITION_FAILED
    default_code = "changed"
    default_detail = "Somebody else changed this in the meantime; read it again first."

    def __init__(self, current: Any, etag: str) -> None:
        super().__init__()
        self.current = current
        self.etag = etag


def etag_of(row: models.Model) -> str:
    """Return what names this state of a row: its version, else a hash of its columns."""
    state = getattr(row, "version", None)
    if state is None:
        loaded = [name for name in row.__dict__ if not name.startswith("_")]
        columns = {name: str(row.__dict__[name]) for name in sorted(loaded)}
        state = hashlib.sha256(repr(columns).encode()).hexdigest()[:16]
    return f'"{row._meta.model_name}-{row.pk}-{state}"'


def matches(row: models.Model, header: str) -> bool:
    """Say whether If-Match names the state of a row."""
    wanted = {part.strip().removeprefix("W/") for part in header.split(",")}
    return "*" in wanted or etag_of(row) in wanted
