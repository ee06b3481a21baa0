"""Who may call the API: nobody who may not read the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission

from claims import policy
from claims.models import User

if TYPE_CHECKING:
    # The framework's views load the permissions while they are loaded themselves.
    from rest_framework.request import Request
    from rest_framework.views import APIView


class MayView(BasePermission):
    """Allow those who may read the desk; the services judge each act by the role."""

    message = "Sign in with an account that has a role at this desk."

    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.user, User) and policy.may_view(request.user)
