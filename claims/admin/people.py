"""Users and their roles: for superusers only."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, Permission
from django.http import HttpRequest

from claims.admin.base import signed_in
from claims.founding import ROLES
from claims.models import User
from claims.services import enrolling

# The acts that the policy asks for, by name.
ASKED = frozenset(
    ["view_article", *(act.split(".")[1] for acts in ROLES.values() for act in acts)]
)


class MayField(forms.ModelMultipleChoiceField[Permission]):
    """Permissions by what they allow."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name).removeprefix("May ").removeprefix("Can ").capitalize()


class ForSuperusers(admin.ModelAdmin[Any]):
    """Asks for a superuser, whatever permissions a group has been given."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return isinstance(request.user, User) and request.user.is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return signed_in(request).is_superuser

    def has_add_permission(self, request: HttpRequest) -> bool:
        return signed_in(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return signed_in(request).is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class UserForm(UserChangeForm[User]):
    """What is known of an account; what it may do comes with its roles."""

    groups = forms.ModelMultipleChoiceField(
        Group.objects.order_by("name"),
        label="Roles",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class RoleForm(forms.ModelForm[Any]):
    """What a role may do: the acts that the desk asks for, and no others."""

    permissions = MayField(
        Permission.objects.none(),
        label="May",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = Permission.objects.filter(
            content_type__app_label="claims", codename__in=ASKED
        ).order_by("pk")
        self.fields["permissions"].queryset = self.asked  # type: ignore[attr-defined]  # of a choice of rows

    def clean_permissions(self) -> list[Permission]:
        """Keep what the role has beside the acts that are shown."""
        chosen = list(self.cleaned_data["permissions"])
        if self.instance.pk is None:
            return chosen
        return chosen + list(self.instance.permissions.exclude(pk__in=self.asked))


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
    form = UserForm
    filter_horizontal: ClassVar[Any] = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("May", {"fields": ("groups", "is_active", "is_staff", "is_superuser")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )

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
    form = RoleForm
    fields = ("name", "permissions")
    filter_horizontal: ClassVar[Any] = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("user_set")

    @admin.display(description="who has it")
    def members(self, group: Any) -> str:
        return ", ".join(user.username for user in group.user_set.all())
