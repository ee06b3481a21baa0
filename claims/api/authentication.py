"""Callers with a token, in the name of its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed

from claims.models import Token, User
from claims.services import issuing

if TYPE_CHECKING:
    from drf_spectacular.openapi import AutoSchema
    from rest_framework.request import Request

_KEYWORD = "Bearer"


class ByToken(BaseAuthentication):
    """Reads ``Authorization: Bearer desk_…``."""

    def authenticate(self, request: Request) -> tuple[User, Token] | None:
        keyword, _, secret = get_authorization_header(request).partition(b" ")
        if keyword.lower() != _KEYWORD.lower().encode():
            return None
        token = issuing.bearing(secret.strip().decode("utf-8", "replace"))
        if token is None:
            raise AuthenticationFailed("The token is unknown, revoked or has run out.")
        return token.owner, token

    def authenticate_header(self, request: Request) -> str:
        return _KEYWORD


class ByTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # theirs
    target_class = ByToken
    name = "token"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A token of `manage.py token` or of /api/tokens/.",
        }
