"""Many acts in one call, each done or refused by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import APIException, PermissionDenied
from rest_framework.response import Response
from rest_framework.status import HTTP_200_OK

from claims.api.acting import Act
from claims.api.permissions import REFUSED
from claims.api.schema import Problem
from claims.api.tags import ChangedSince, etag_of
from claims.errors import ClaimsError

MOST = 200


def method(resource: Any) -> Any:
    """Return the method that does the acts of a resource named ``in_bulk``."""
    acts = {name: resource.acts[name] for name in resource.in_bulk}
    takes, answers = _shapes(resource, list(acts))

    def bulk(view: Any, _: Any) -> Response:
        items = view.read(takes)["items"]
        return Response({"results": [_done(view, acts, item) for item in items]})

    bulk.__doc__ = (
        f"Do up to {MOST} acts: {', '.join(acts)}.\n\n"
        "Each item is an act on a row, with the body that the act takes by itself, and "
        "is done or refused by itself; its result has the status and the errors that it "
        "would have had alone. With the version that was read, an item is refused with "
        "412 if the row changed since. The results are in the order of the items."
    )
    described = extend_schema(request=takes, responses=answers)(bulk)
    return action(detail=False, methods=["post"])(described)


def asked(resource: Any) -> Act:
    """Return what is asked of whoever does any of them; each item asks for itself.

    One scope answers for all: a token may do every act of a call or none.
    """
    acts: list[Act] = [resource.acts[name] for name in resource.in_bulk]
    (scope,) = {act.scope for act in acts}
    return replace(
        acts[0], scope=scope, may=lambda user: any(act.may(user) for act in acts)
    )


def _done(view: Any, acts: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """Do one item; return its result."""
    act = acts[item["act"]]
    head = {"act": item["act"], "id": item["id"]}
    try:
        if not act.may(view.request.user):
            raise PermissionDenied(REFUSED)
        row = view.one(item["id"])
        if item["version"] not in (None, getattr(row, "version", None)):
            raise ChangedSince(view.get_serializer(row).data, etag_of(row))
        act.perform(row, view.read(act.takes, item["body"]), view.request.user)
    except (ClaimsError, APIException) as refusal:
        told = view.handle_exception(refusal)
        now = told.data.get("current")
        return {
            **head,
            "status": told.status_code,
            "row": now,
            "errors": told.data["errors"],
        }
    now = view.get_serializer(view.as_now(row)).data
    return {**head, "status": HTTP_200_OK, "row": now, "errors": []}


def _shapes(resource: Any, names: list[str]) -> tuple[Any, Any]:
    """Return what the call takes and what it answers, named after the row."""
    row = resource.serializer_class
    name = row.Meta.model.__name__
    item = {
        "act": serializers.ChoiceField(choices=names),
        "id": serializers.IntegerField(min_value=1, max_value=10**18),
        "version": serializers.IntegerField(
            required=False, allow_null=True, default=None, min_value=1, max_value=10**9
        ),
        "body": _body(name, [resource.acts[each] for each in names]),
    }
    result = {
        "act": serializers.CharField(),
        "id": serializers.IntegerField(),
        "status": serializers.IntegerField(
            help_text="What the act alone would have been answered with."
        ),
        "row": row(allow_null=True),
        "errors": Problem(many=True),
    }
    items = _named(f"{name}Item", item)(many=True, min_length=1, max_length=MOST)
    results = _named(f"{name}Result", result)(many=True)
    return (
        _named(f"{name}Items", {"items": items}),
        _named(f"{name}Results", {"results": results}),
    )


def _body(name: str, acts: list[Act]) -> Any:
    """Return what an item's act takes by itself, described by what any of them takes.

    Which of it the act needs is asked where the act is done.
    """

    def get_fields(_: Any) -> dict[str, Any]:
        taken = {
            key: field for act in acts for key, field in act.takes().get_fields().items()
        }
        for field in taken.values():
            field.required = False
        return taken

    shape = _named(f"{name}Body", {"get_fields": get_fields})
    field = extend_schema_field(shape)(type("Body", (serializers.DictField,), {}))
    return field(required=False, default=dict, help_text="What the act takes by itself.")


def _named(name: str, fields: dict[str, Any]) -> Any:
    return type(name, (serializers.Serializer,), fields)
