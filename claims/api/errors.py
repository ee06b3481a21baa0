"""One shape for every refusal, as drf-standardized-errors documents it."""

from __future__ import annotations

from drf_standardized_errors.handler import exception_handler
from drf_standardized_errors.types import ExceptionHandlerContext
from rest_framework.exceptions import APIException, PermissionDenied
from rest_framework.response import Response
from rest_framework.status import HTTP_409_CONFLICT

from claims.errors import ClaimsError, Forbidden


class Refused(APIException):
    """What a service refused, with its code and its sentence."""

    status_code = HTTP_409_CONFLICT


def handle(refusal: Exception, context: ExceptionHandlerContext) -> Response | None:
    if isinstance(refusal, Forbidden):
        refusal = PermissionDenied(str(refusal))
    elif isinstance(refusal, ClaimsError):
        refusal = Refused(str(refusal), code=refusal.code)
    return exception_handler(refusal, context)
