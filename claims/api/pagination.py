"""Lists in pages that stay right while rows are added."""

from __future__ import annotations

from rest_framework.pagination import CursorPagination


class ByCursor(CursorPagination):
    """Pages of at most 200 rows, newest first unless the view orders otherwise."""

    page_size_query_param = "page_size"
    max_page_size = 200
    ordering = "-pk"
