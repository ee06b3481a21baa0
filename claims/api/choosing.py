"""What a caller wants of each row: some fields only, or related rows with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

FIELDS = OpenApiParameter(
    "fields",
    OpenApiTypes.STR,
    description="Names of the fields to answer with, joined by commas; all without it.",
)
INCLUDED = "included"


class Related(serializers.Serializer[Any]):
    """Rows that are answered with another one when ``include`` names them.

    ``prefetch`` says what is asked of the database once, for all rows of a page.
    """

    prefetch: ClassVar[Mapping[str, tuple[Any, ...]]] = {}


def related_to(serializer: type[Any]) -> type[Related]:
    """Return what can be included in the rows that a serializer writes."""
    declared: dict[str, Any] = getattr(serializer, "_declared_fields", {})
    return type(declared[INCLUDED]) if INCLUDED in declared else Related


def include_parameter(names: Iterable[str]) -> OpenApiParameter:
    told = ", ".join(sorted(names))
    return OpenApiParameter(
        "include",
        OpenApiTypes.STR,
        description=f"Related rows to answer with under `included`, by commas: {told}.",
    )


def prefetches(serializer: type[Any], wanted: Mapping[str, str]) -> list[Any]:
    """Return what to ask the database for the related rows that a caller wants."""
    known = related_to(serializer).prefetch
    return [each for name in _names(wanted, "include") for each in known.get(name, ())]


def choose(serializer: Any, wanted: Mapping[str, str]) -> None:
    """Keep what ``fields`` and ``include`` ask for; related rows come only when asked."""
    row = getattr(serializer, "child", serializer)
    fields, related = _names(wanted, "fields"), _names(wanted, "include")
    if related and INCLUDED not in row.fields:
        raise ValidationError({"include": "Nothing can be included here."})
    if related:
        _keep(row.fields[INCLUDED], related, "include")
    elif INCLUDED in row.fields:
        row.fields.pop(INCLUDED)
    if fields:
        _keep(row, [*fields, *([INCLUDED] if related else [])], "fields")


def _names(wanted: Mapping[str, str], what: str) -> list[str]:
    return [name.strip() for name in wanted.get(what, "").split(",") if name.strip()]


def _keep(serializer: Any, names: list[str], what: str) -> None:
    unknown = [name for name in names if name not in serializer.fields]
    if unknown:
        kind = "field" if what == "fields" else "related row"
        raise ValidationError({what: f"There is no {kind} {unknown[0][:60]!r}."})
    for name in set(serializer.fields) - set(names):
        serializer.fields.pop(name)
