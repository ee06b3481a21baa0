"""The methods of a resource, made of the acts that it declares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.status import HTTP_200_OK, HTTP_201_CREATED

from claims.api import bulk
from claims.api.acting import IF_MATCH, Act, Making, Nothing
from claims.api.choosing import FIELDS, include_parameter, related_to

Row = type[serializers.BaseSerializer[Any]]


def furnish(resource: Any) -> None:
    """Give a resource a method for each act that it declares, and say who may."""
    row = getattr(resource, "serializer_class", None)
    if row is None:
        return
    resource.scopes, resource.asks = dict(resource.scopes), dict(resource.asks)
    for name, act in resource.acts.items():
        _add(resource, name, act, _of_act(name, act, row))
    if resource.making is not None:
        _add(resource, "create", resource.making, _of_making(resource.making, row))
    if resource.amending is not None:
        method = _of_amending(resource.amending, row)
        _add(resource, "partial_update", resource.amending, method)
    if resource.in_bulk:
        _add(resource, "bulk", bulk.asked(resource), bulk.method(resource))
    _describe_reading(resource, row)


def _add(resource: Any, name: str, act: Act | Making, method: Any) -> None:
    resource.scopes[name], resource.asks[name] = act.scope, act.may
    setattr(resource, name, method)


def _describe_reading(resource: Any, row: Row) -> None:
    names = related_to(row).prefetch
    parameters = [FIELDS, *([include_parameter(names)] if names else [])]
    told = extend_schema(parameters=parameters)
    extend_schema_view(list=told, retrieve=told)(resource)


def _of_act(name: str, act: Act, row: Row) -> Any:
    def method(view: Any, request: Any, **_: Any) -> Response:
        given, on = view.read(act.takes), view.to_act_on()
        made = act.perform(on, given, request.user)
        if act.makes is None:
            return _told(view, on)
        answer = act.makes(made, context=view.get_serializer_context())
        return Response(answer.data, status=HTTP_201_CREATED)

    _name(method, name, act.perform)
    status = HTTP_201_CREATED if act.makes else HTTP_200_OK
    described = extend_schema(
        request=None if act.takes is Nothing else act.takes,
        responses={status: act.makes or row},
        parameters=[IF_MATCH],
    )(method)
    path = act.path or name
    return action(detail=True, methods=["post"], url_path=path, url_name=path)(described)


def _of_making(making: Making, row: Row) -> Any:
    def create(view: Any, request: Any) -> Response:
        made = making.perform(view.read(making.takes), request.user)
        return _told(view, made, status=making.status)

    _name(create, "create", making.perform)
    return extend_schema(request=making.takes, responses={making.status: row})(create)


def _of_amending(act: Act, row: Row) -> Any:
    def partial_update(view: Any, request: Any, **_: Any) -> Response:
        given, on = view.read(act.takes), view.to_act_on()
        act.perform(on, given, request.user)
        return _told(view, on)

    _name(partial_update, "partial_update", act.perform)
    return extend_schema(
        request=act.takes, responses={HTTP_200_OK: row}, parameters=[IF_MATCH]
    )(partial_update)


def _told(view: Any, row: Any, *, status: int = HTTP_200_OK) -> Response:
    answer: Response = view.told(view.as_now(row), status=status)
    return answer


def _name(method: Any, name: str, perform: Callable[..., object]) -> None:
    method.__name__ = name
    method.__doc__ = perform.__doc__
