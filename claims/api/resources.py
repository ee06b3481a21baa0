"""What every resource of the API shares: reading with filters, and acting once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

from django.db import models
from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from claims.api.acting import Act, Making
from claims.api.choosing import choose, prefetches
from claims.api.furnishing import furnish
from claims.api.numbers import Number
from claims.api.repeating import Repeatable
from claims.api.tags import ChangedSince, etag_of, matches
from claims.models import User

RowT = TypeVar("RowT", bound=models.Model)


class DeskRequest(Request):
    """A request of somebody who is signed in."""

    user: User


class DeskSerializer(serializers.ModelSerializer[RowT]):
    """Rows as JSON, with decimals as numbers."""

    serializer_field_mapping: ClassVar = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.DecimalField: Number,
    }


class Resource(Repeatable, ReadOnlyModelViewSet[RowT]):
    """A list in pages and a single row; acts are POSTs that name what is done.

    ``acts`` are what may be done to one row, ``making`` makes one and ``amending``
    changes one; of those named ``in_bulk`` many are done in one call. Each row has an
    ETag: an act with If-Match is refused when the row is no longer that one.
    """

    lookup_value_regex = r"[0-9]{1,18}"
    ordering_fields: ClassVar[tuple[str, ...]] = ("id",)
    acts: ClassVar[Mapping[str, Act]] = {}
    in_bulk: ClassVar[tuple[str, ...]] = ()
    making: ClassVar[Making | None] = None
    amending: ClassVar[Act | None] = None
    # By the name of an act: the scope that a token needs, and what is asked of a role.
    scopes: ClassVar[dict[str, str]] = {}
    asks: ClassVar[dict[str, Callable[[User], bool]]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        furnish(cls)

    def get_queryset(self) -> QuerySet[RowT]:
        rows = super().get_queryset()
        wanted = prefetches(self.get_serializer_class(), self._wanted)
        return rows.prefetch_related(*wanted) if wanted else rows

    def get_serializer(self, *args: Any, **kwargs: Any) -> serializers.BaseSerializer[RowT]:
        answer = super().get_serializer(*args, **kwargs)
        choose(answer, self._wanted)
        return answer

    def filter_queryset(self, queryset: Any) -> Any:
        """Filter lists only: a row that is named by its address is that row."""
        return super().filter_queryset(queryset) if self.action == "list" else queryset

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        row = self.get_object()
        return self.told(row)

    def told(self, row: RowT, *, status: int = 200) -> Response:
        """Answer with a row as it is now, and its ETag."""
        headers = {"ETag": etag_of(row)}
        return Response(self.get_serializer(row).data, status=status, headers=headers)

    def as_now(self, row: RowT) -> RowT:
        """Return the row as it is stored after an act."""
        return self.get_queryset().filter(pk=row.pk).first() or row

    def to_act_on(self) -> RowT:
        """Return the row of the address; refuse if it changed since the caller read it."""
        row = self.get_object()
        wanted = self.request.headers.get("If-Match")
        if wanted and not matches(row, wanted):
            raise ChangedSince(self.get_serializer(row).data, etag_of(row))
        return row

    def one(self, pk: int) -> RowT:
        """Return a row by its key."""
        row = self.get_queryset().filter(pk=pk).first()
        if row is None:
            raise NotFound
        return row

    def read(
        self, serializer: type[serializers.Serializer[Any]], given: Any = None
    ) -> dict[str, Any]:
        """Return what the caller sent, or ``given`` which is a part of it, checked."""
        sent = self.request.data if given is None else given
        context = self.get_serializer_context()
        checked = serializer(data=sent, context=context)
        checked.is_valid(raise_exception=True)
        values: dict[str, Any] = checked.validated_data
        return values

    @property
    def _wanted(self) -> Mapping[str, str]:
        """What the caller wants of each row: an act answers with the whole row."""
        is_reading = self.action in ("list", "retrieve")
        return self.request.query_params if is_reading else {}
