"""Who may open the review pages, and how a refusal is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims import policy
from claims.errors import ClaimsError
from claims.requests import DeskRequest

View = Callable[..., HttpResponseBase]


def members_only(view: View) -> View:
    """Let in whoever has a role at the desk."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not policy.may_view(request.user):
            raise PermissionDenied(_("Your account has no role at this desk yet."))
        return view(request, *args, **kwargs)

    return guarded


def told(request: DeskRequest, act: Callable[[], object], done: str | Promise) -> bool:
    """Perform ``act`` and show ``done``, or the refusal; say whether it was done."""
    try:
        act()
    except ClaimsError as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, str(done))
    return True
