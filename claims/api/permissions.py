"""Who may call the API: nobody who may not read the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission

from claims import policy
from claims.models import Token, User

if TYPE_CHECKING:
    # The framework's views load the permissions while they are loaded themselves.
    from rest_framework.request import Request
    from rest_framework.views import APIView


REFUSED = "Your role does not allow this act."


class MayView(BasePermission):
    """Allow those who may read the desk, and of them those whose role allows the act.

    Whoever may not is told so before anything is looked at; the services ask again. A
    view says in ``asks`` what its acts ask of a role. A token does besides reading
    only what its scopes name: in ``scopes`` a view says which one each act needs, and
    one that says nothing is closed to tokens.
    """

    message = "Sign in with an account that has a role at this desk."

    def has_permission(self, request: Request, view: APIView) -> bool:
        if not isinstance(request.user, User) or not policy.may_view(request.user):
            return False
        if not hasattr(view, (request.method or "").lower()):
            return True  # which nothing here answers: everybody is told 405
        may = getattr(view, "asks", {}).get(_act(view, request.method or ""))
        if may is not None and not may(request.user):
            self.message = REFUSED
            return False
        if not isinstance(request.auth, Token):
            return True
        wanted = scope_for(view, request.method or "")
        self.message = (
            f"This needs a token with the scope {wanted}."
            if wanted
            else "No token may do this: sign in yourself."
        )
        return wanted in request.auth.scopes


def scope_for(view: APIView, method: str) -> str:
    """Return the scope that an act needs, empty if no token may do it."""
    act = _act(view, method)
    scopes: dict[str, str] = getattr(view, "scopes", {})
    is_reading = method in ("GET", "HEAD", "OPTIONS")
    return scopes.get(act, "read" if is_reading else "")


def _act(view: APIView, method: str) -> str:
    return getattr(view, "action", None) or method.lower()
