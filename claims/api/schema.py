"""The description of the API: every operation with the refusals it may answer with."""

from __future__ import annotations

from functools import cache
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from claims.api.repeating import HEADER, Repeatable

# What the databases can hold at most; the contract is the same on each of them.
_ENGINE_LIMITS = frozenset(
    end for bits in (16, 32, 64) for end in (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
)
_ALWAYS = ("401", "403", "404", "406", "429")
_OF_ACTS = ("400", "409", "413", "415")
_OF_ROWS = ("412",)
_OF_POSTS = ("422",)
_OF_LISTS = ("400",)
_KEY = OpenApiParameter(
    HEADER,
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="A name for this request: sent again within 24 hours it is done once.",
)


class Problem(serializers.Serializer[Any]):
    """One thing that is wrong."""

    code = serializers.CharField(help_text="A word for programs, as in already_decided.")
    detail = serializers.CharField(help_text="A sentence for people.")
    attr = serializers.CharField(
        allow_null=True, help_text="The field that it is about, if it is about one."
    )


class Refusal(serializers.Serializer[Any]):
    """The one shape of every answer that is not what was asked for."""

    type = serializers.ChoiceField(
        choices=["validation_error", "client_error", "server_error"]
    )
    errors = Problem(many=True)  # type: ignore[assignment]  # the shape has that word


@cache
def changed_refusal(row: type[serializers.BaseSerializer[Any]]) -> Any:
    """Return the shape of 412 with what a row is by now, named after the row."""
    name = row.__name__.removesuffix("Serializer")
    told = "Returned where the row is not what the caller read."
    fields = {"__doc__": told, "current": row(required=False)}
    return type(f"Changed{name}Refusal", (Refusal,), fields)


class DeskSchema(AutoSchema):
    """Adds to each operation the refusals that any caller may meet."""

    def get_override_parameters(self) -> list[Any]:
        given = super().get_override_parameters()
        return [*given, _KEY] if self._may_repeat() else given

    def _may_repeat(self) -> bool:
        if self.method != "POST" or not isinstance(self.view, Repeatable):
            return False
        act = getattr(self.view, "action", "") or "post"
        return act not in self.view.unrepeatable

    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        responses: dict[str, Any] = super()._get_response_bodies(direction)
        codes = set(_ALWAYS)
        codes |= set(_OF_LISTS if self.method == "GET" else _OF_ACTS)
        if self.method != "GET" and "{id}" in self.path:
            codes |= set(_OF_ROWS)
        if self._may_repeat():
            codes |= set(_OF_POSTS)
        refusals = {code: self._refusal(code) for code in sorted(codes - responses.keys())}
        return responses | refusals

    def _refusal(self, code: str) -> Any:
        view: Any = self.view
        shape = changed_refusal(view.serializer_class) if code == "412" else Refusal
        return self._get_response_for_code(shape, code)  # type: ignore[no-untyped-call]  # theirs


def without_engine_limits(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Return the contract without the limits of whichever database wrote it."""
    _drop_limits(result)
    return result


def _drop_limits(node: Any) -> None:
    if isinstance(node, dict):
        for name in ("maximum", "minimum"):
            if isinstance(node.get(name), int) and node[name] in _ENGINE_LIMITS:
                del node[name]
        if node.get("format") == "int64":
            del node["format"]
        for value in node.values():
            _drop_limits(value)
    elif isinstance(node, list):
        for value in node:
            _drop_limits(value)
