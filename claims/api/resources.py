"""What every resource of the API shares: reading with filters, and acting once."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from django.db import models
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.status import HTTP_412_PRECONDITION_FAILED
from rest_framework.viewsets import ReadOnlyModelViewSet

from claims.api.numbers import Number
from claims.models import User

RowT = TypeVar("RowT", bound=models.Model)

FIELDS = OpenApiParameter(
    "fields",
    OpenApiTypes.STR,
    description="Names of the fields to answer with, joined by commas; all without it.",
)
IF_MATCH = OpenApiParameter(
    "If-Match",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="The ETag that was read: the act is refused if the row changed since.",
)


class ChangedSince(APIException):
    """The row is no longer the one that the caller read."""

    status_code = HTTP_412_PRECONDITION_FAILED
    default_code = "changed"
    default_detail = "Somebody else changed this in the meantime; read it again first."


class DeskRequest(Request):
    """A request of somebody who is signed in."""

    user: User


class DeskSerializer(serializers.ModelSerializer[RowT]):
    """Rows as JSON, with decimals as numbers."""

    serializer_field_mapping: ClassVar = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.DecimalField: Number,
    }


class Reason(serializers.Serializer[Any]):
    """Why somebody acts."""

    reason = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=2000
    )


@extend_schema_view(
    list=extend_schema(parameters=[FIELDS]), retrieve=extend_schema(parameters=[FIELDS])
)
class Resource(ReadOnlyModelViewSet[RowT]):
    """A list in pages and a single row; acts are POSTs that name what is done.

    A row that people change has an ETag. An act with If-Match is refused when the row
    is no longer that one.
    """

    lookup_value_regex = r"[0-9]{1,18}"
    ordering_fields: ClassVar[tuple[str, ...]] = ("id",)

    def get_serializer(self, *args: Any, **kwargs: Any) -> serializers.BaseSerializer[RowT]:
        serializer: Any = super().get_serializer(*args, **kwargs)
        wanted = self.request.query_params.get("fields", "")
        if wanted:
            _keep(getattr(serializer, "child", serializer), wanted)
        answer: serializers.BaseSerializer[RowT] = serializer
        return answer

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        row = self.get_object()
        return self.told(row)

    def told(self, row: RowT, *, status: int = 200) -> Response:
        """Answer with a row as it is now, and its ETag."""
        etag = etag_of(row)
        headers = {"ETag": etag} if etag else {}
        return Response(self.get_serializer(row).data, status=status, headers=headers)

    def to_act_on(self) -> RowT:
        """Return the row of the address; refuse if it changed since the caller read it."""
        row = self.get_object()
        wanted = self.request.headers.get("If-Match")
        if wanted and wanted != "*" and etag_of(row) not in _etags(wanted):
            raise ChangedSince
        return row

    def read(self, serializer: type[serializers.Serializer[Any]]) -> dict[str, Any]:
        """Return what the caller sent, checked."""
        given = serializer(data=self.request.data, context=self.get_serializer_context())
        given.is_valid(raise_exception=True)
        checked: dict[str, Any] = given.validated_data
        return checked


def etag_of(row: models.Model) -> str:
    """Return what names this state of a row, empty for rows that have no version."""
    version = getattr(row, "version", None)
    return f'"{row._meta.model_name}-{row.pk}-{version}"' if version is not None else ""


def _etags(header: str) -> set[str]:
    return {part.strip().removeprefix("W/") for part in header.split(",")}


def _keep(serializer: serializers.Serializer[Any], wanted: str) -> None:
    names = [name.strip() for name in wanted.split(",")]
    unknown = [name for name in names if name not in serializer.fields]
    if unknown:
        raise ValidationError({"fields": f"There is no field {unknown[0][:60]!r}."})
    for name in set(serializer.fields) - set(names):
        serializer.fields.pop(name)
