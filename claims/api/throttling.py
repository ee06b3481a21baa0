"""How often one caller may call: per token, per person, else per address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.exceptions import APIException, Throttled
from rest_framework.throttling import SimpleRateThrottle

from claims.models import Token

if TYPE_CHECKING:
    # The framework's views load this while they are loaded themselves.
    from rest_framework.request import Request
    from rest_framework.views import APIView


class PerCaller(SimpleRateThrottle):
    scope = "caller"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        if isinstance(request.auth, Token):
            caller = f"token-{request.auth.pk}"
        elif request.user.is_authenticated:
            caller = f"user-{request.user.pk}"
        else:
            caller = f"address-{self.get_ident(request)}"
        return f"throttle-{caller}"


class PerAddress(SimpleRateThrottle):
    """Counts by address, whoever the caller says to be."""

    scope = "caller"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        return f"throttle-address-{self.get_ident(request)}"


def counted(refusal: APIException, request: Request, view: APIView) -> APIException:
    """Count a call that was refused before it was known whose it is.

    Return what to refuse it with: too many calls, or what it was refused for.
    """
    throttle = PerAddress()
    if throttle.allow_request(request, view):
        return refusal
    return Throttled(throttle.wait())
