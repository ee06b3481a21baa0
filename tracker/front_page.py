"""The admin's front page: what waits, and what one did last."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from claims import policy
from claims.queries import waiting


class DeskSite(admin.AdminSite):
    """The admin as the editors' desk."""

    site_header = "Attribution desk"
    site_title = "Attribution desk"
    index_title = _("The editors’ desk")
    # The lists are wide, and the front page is one key away.
    enable_nav_sidebar = False

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        user: Any = request.user
        context = {
            "waiting": waiting.for_editor(user),
            "may_take_in": policy.may_annotate(user),
        }
        return super().index(request, {**context, **(extra_context or {})})
