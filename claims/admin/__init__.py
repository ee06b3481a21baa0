"""The admin, where editors work."""

from __future__ import annotations

from django.contrib import admin

from claims.admin import articles, decisions, incidents, marks, people, speakers

__all__ = ["articles", "decisions", "incidents", "marks", "people", "speakers"]

admin.site.site_header = "Attribution desk"
admin.site.site_title = "Attribution desk"
admin.site.index_title = "The editors’ desk"
admin.site.enable_nav_sidebar = True
