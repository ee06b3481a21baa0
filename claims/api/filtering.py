"""Filters and orders of lists; what a list does not know is refused, not passed over.

A filter that was misspelt and passed over would answer with every row there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django_filters.rest_framework import (  # type: ignore[import-untyped]  # theirs
    DjangoFilterBackend,
)
from rest_framework.exceptions import ValidationError
from rest_framework.filters import OrderingFilter
from rest_framework.request import Request

# What every list knows; ``format`` chooses between JSON and the page.
_OF_LISTS = frozenset(
    {"cursor", "fields", "format", "include", "ordering", "page_size", "search"}
)


def refuse_unknown(given: Mapping[str, Any], known: Iterable[str]) -> None:
    """Refuse a parameter that nobody reads."""
    unknown = sorted(set(given) - {*known, "format"})
    if unknown:
        told = repr(unknown[0][:60])
        raise ValidationError({unknown[0][:60]: f"There is no parameter {told} here."})


class Filters(DjangoFilterBackend):  # type: ignore[misc]  # their types are unknown
    """The filters that a resource names, and no others."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        filters: Any = self.get_filterset_class(view, queryset)
        named = filters.base_filters if filters is not None else ()
        refuse_unknown(request.query_params, {*named, *_OF_LISTS})
        return super().filter_queryset(request, queryset, view)


class Orders(OrderingFilter):
    """The orders that a resource names.

    A row without the value that orders it would be on no page: ``stands_for`` names
    what the resource's rows have in its place.
    """

    stands_for: ClassVar[Mapping[str, str]] = {"published_at": "published_or_never"}

    def remove_invalid_fields(
        self, queryset: Any, fields: Iterable[str], view: Any, request: Request
    ) -> list[str]:
        wanted = [name.strip() for name in fields]
        known: list[str] = super().remove_invalid_fields(queryset, wanted, view, request)
        unknown = [name for name in wanted if name not in known]
        if unknown:
            told = repr(unknown[0][:60])
            raise ValidationError({"ordering": f"Nothing is ordered by {told} here."})
        return [self._column(name) for name in known]

    def _column(self, name: str) -> str:
        sign, column = ("-", name[1:]) if name.startswith("-") else ("", name)
        return sign + self.stands_for.get(column, column)
