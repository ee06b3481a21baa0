"""Who may call the API: nobody who may not read the desk."""

from __future__ import annotations

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView


class MayView(BasePermission):
    """Allow signed-in people; the services judge each act by the actor's role."""

    message = "Sign in with an account of this desk."

    def has_permission(self, request: Request, view: APIView) -> bool:
        return request.user.is_authenticated
