"""Tokens that the database must refuse."""

from __future__ import annotations

from django.utils import timezone

from tests.factories import TokenFactory
from tests.models.building import Build, unsaved

REFUSED: list[tuple[str, Build]] = [
    (
        "token_runs_out_after_it_is_issued",
        lambda: unsaved(TokenFactory, expires_at=timezone.now()),
    ),
    ("token_is_kept_as_a_whole_sha256", lambda: unsaved(TokenFactory, digest="f" * 63)),
    ("token_has_a_name", lambda: unsaved(TokenFactory, name="")),
]
