"""What an act on a row is: who may, what it takes, which service does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.status import HTTP_201_CREATED

from claims.models import User

Given = dict[str, Any]
Question = Callable[[User], bool]

IF_MATCH = OpenApiParameter(
    "If-Match",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="The ETag that was read: the act is refused if the row changed since.",
)


class Nothing(serializers.Serializer[Any]):
    """An act that takes nothing."""


class Reason(serializers.Serializer[Any]):
    """Why somebody acts."""

    reason = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=2000
    )


class GoodReason(serializers.Serializer[Any]):
    """Why somebody acts, which this act must say."""

    reason = serializers.CharField(max_length=2000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What may be done to a row, and what is answered.

    The answer is the row as it is then, or what ``perform`` made if ``makes`` says
    how that is written.
    """

    perform: Callable[[Any, Given, User], Any]
    may: Question
    scope: str
    takes: type[serializers.Serializer[Any]] = Nothing
    makes: type[serializers.Serializer[Any]] | None = None
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How a row comes to be; ``status`` is 200 where one that is known is found."""

    perform: Callable[[Given, User], Model]
    may: Question
    scope: str
    takes: type[serializers.Serializer[Any]]
    status: int = HTTP_201_CREATED
