"""One shape for every refusal, as drf-standardized-errors documents it."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from drf_standardized_errors.handler import exception_handler
from drf_standardized_errors.types import ExceptionHandlerContext
from rest_framework.exceptions import (
    APIException,
    AuthenticationFailed,
    NotAuthenticated,
    PermissionDenied,
)
from rest_framework.response import Response
from rest_framework.status import HTTP_409_CONFLICT, HTTP_422_UNPROCESSABLE_ENTITY

from claims.api.parsing import TooLarge
from claims.api.tags import ChangedSince
from claims.api.throttling import counted
from claims.errors import ClaimsError, Forbidden, KeyReused


class Refused(APIException):
    """What a service refused, with its code and its sentence."""

    status_code = HTTP_409_CONFLICT


class Mismatched(APIException):
    """What cannot be done because it is not what was sent before."""

    status_code = HTTP_422_UNPROCESSABLE_ENTITY


def handle(refusal: Exception, context: ExceptionHandlerContext) -> Response | None:
    request = context["request"]
    if request and isinstance(refusal, NotAuthenticated | AuthenticationFailed):
        refusal = counted(refusal, request, context["view"])
    elif isinstance(refusal, ClaimsError | RequestDataTooBig):
        refusal = _translated(refusal)
    answer = exception_handler(refusal, context)
    if answer is not None and isinstance(refusal, ChangedSince):
        answer.data["current"] = refusal.current
        answer.headers["ETag"] = refusal.etag
    return answer


def _translated(refusal: ClaimsError | RequestDataTooBig) -> APIException:
    if isinstance(refusal, RequestDataTooBig):
        return TooLarge()
    if isinstance(refusal, Forbidden):
        return PermissionDenied(str(refusal))
    kind = Mismatched if isinstance(refusal, KeyReused) else Refused
    return kind(str(refusal), code=refusal.code)
