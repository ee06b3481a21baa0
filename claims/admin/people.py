"""Users and their roles: for superusers only."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from claims.admin.base import signed_in
from claims.models import User
from claims.services import enrolling


class ForSuperusers(admin.ModelAdmin[Any]):
    """Asks for a superuser, whatever permissions a group has been given."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return signed_in(request).is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return signed_in(request).is_superuser

    def has_add_permission(self, request: HttpRequest) -> bool:
        return signed_in(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return signed_in(request).is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(User)
class DeskUserAdmin(ForSuperusers, UserAdmin[User]):
    list_display = (
        "username",
        "first_name",
        "last_name",
        "roles",
        "is_active",
        "last_login",
    )
    list_filter = ("groups", "is_active", "is_superuser")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: Any,
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        enrolling.note(form.instance, form.changed_data, by=signed_in(request))


admin.site.unregister(Group)


@admin.register(Group)
class DeskGroupAdmin(ForSuperusers, GroupAdmin):
    list_display = ("name", "members")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("user_set")

    @admin.display(description="who has it")
    def members(self, group: Any) -> str:
        return ", ".join(user.username for user in group.user_set.all())
