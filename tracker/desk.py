"""Django's admin with the desk's own front page."""

from __future__ import annotations

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    # In a module of its own: importing the admin's package registers its models, and
    # that needs this site.
    default_site = "tracker.front_page.DeskSite"
