"""How often one caller may call: per token, per person, else per address."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
