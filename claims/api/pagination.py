"""Lists in pages that stay right while rows are added."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request


class ByCursor(CursorPagination):
    """Pages of at most 200 rows, newest first unless the caller orders otherwise."""

    page_size_query_param = "page_size"
    max_page_size = 200
    ordering = "-pk"
    # The framework would go round in circles among a thousand rows that are alike.
    offset_cutoff = None  # type: ignore[assignment]  # theirs is an int, and may be none

    def get_ordering(self, request: Request, queryset: Any, view: Any) -> tuple[str, ...]:
        """Order rows that are alike by their key, so that each is on one page."""
        named = tuple(super().get_ordering(request, queryset, view))
        return named if named[-1].lstrip("-") in ("pk", "id") else (*named, "-pk")

    def paginate_queryset(
        self, queryset: Any, request: Request, view: Any = None
    ) -> list[Any] | None:
        try:
            return super().paginate_queryset(queryset, request, view)
        except (ValueError, ValidationError) as broken:
            # A cursor that somebody made up may hold anything where a key belongs.
            raise NotFound(self.invalid_cursor_message) from broken
