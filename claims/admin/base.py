"""How every model stands in the admin: asks the policy, writes through services."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from claims import policy
from claims.admin.widgets import NamedAutocomplete, NamedFormSet, NamedMoment
from claims.errors import Changed, ClaimsError, Unexplained
from claims.models import User
from claims.queries import history

Row = TypeVar("Row", bound=models.Model)
Question = Callable[[User], bool]
MOST_REFUSALS = 5


def nobody(_user: User) -> bool:
    """Refuse everybody, as every model does unless it says otherwise."""
    return False


@dataclass(frozen=True, slots=True)
class Asks:
    """Which question of the policy stands before each act on a model."""

    view: Question = policy.may_view
    add: Question = nobody
    change: Question = nobody


class DeskForm(forms.ModelForm[Any]):
    """A form that knows which version of the row it was opened on."""

    refusal: ClassVar[ClaimsError | None] = None

    version_read = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        version = version_of(self.instance)
        self.initial["version_read"] = version
        if isinstance(self.refusal, Changed) and isinstance(self.data, QueryDict):
            # Both versions are shown now; to send the form again is a choice.
            self.data = self.data.copy()
            self.data[self.add_prefix("version_read")] = version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.refusal is not None:
            is_about_why = isinstance(self.refusal, Unexplained) and "why" in self.fields
            self.add_error("why" if is_about_why else None, str(self.refusal))
            if isinstance(self.refusal, Changed):
                for sentence in self._differences():
                    self.add_error(None, sentence)
        return cleaned

    def _differences(self) -> Iterator[str]:
        """Say what is stored now wherever it is not what was typed."""
        for name in self.fields:
            if name in ("version_read", "why") or not hasattr(self.instance, name):
                continue
            stored = getattr(self.instance, name)
            if (self.cleaned_data.get(name) or "") != (stored or ""):
                label, typed = self.fields[name].label, self.cleaned_data.get(name)
                yield f"{label or name} is now “{stored}”; you typed “{typed}”."


class NamedInputs:
    """Makes each autocomplete and each moment say its name."""

    formfield_overrides: ClassVar[Any] = {models.DateTimeField: {"widget": NamedMoment}}

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        desk: Any = self
        if db_field.name in desk.get_autocomplete_fields(request):
            kwargs["widget"] = NamedAutocomplete(db_field, desk.admin_site)
        return super().formfield_for_foreignkey(  # type: ignore[misc]  # mixed into an admin
            db_field, request, **kwargs
        )


class DeskAdmin(NamedInputs, admin.ModelAdmin[Row], Generic[Row]):
    """Everything is refused unless a subclass says whom to ask and which service acts."""

    form = DeskForm
    asks: ClassVar[Asks] = Asks()
    object_history_template = "admin/claims/history.html"
    list_per_page = 50
    show_full_result_count = False
    actions_on_top = True

    def add(self, form: Any, *, by: User) -> models.Model:
        """Call the service that adds a row; return the row."""
        raise NotImplementedError

    def amend(self, row: Any, form: Any, *, by: User) -> None:
        """Call the service that amends ``row``, which is as stored."""
        raise NotImplementedError

    def save_parts(self, row: Any, formset: Any, *, by: User) -> None:
        """Call the services for the rows of an inline; one without any is only read."""

    # What follows ties Django's admin to the above.

    def has_view_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return self.asks.view(signed_in(request))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.asks.add(signed_in(request))

    def has_change_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return self.asks.change(signed_in(request))

    def has_delete_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        # Asked on the way to the login too, where nobody is signed in.
        return isinstance(request.user, User) and self.has_view_permission(request)

    def get_form(
        self, request: HttpRequest, obj: Row | None = None, *args: Any, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, *args, **kwargs)
        refusal = getattr(request, "refusal", None)
        return type(form.__name__, (form,), {"refusal": refusal})

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a refusal of a service in the form, with everything that was typed."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ClaimsError as refusal:
            request.refusal = refusal  # type: ignore[attr-defined]  # read by get_form
            answer = super().changeform_view(request, object_id, form_url, extra_context)
            answer.status_code = 409
            return answer

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Head the list with what it lists."""
        title = {"title": str(self.opts.verbose_name_plural).capitalize()}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        by = signed_in(request)
        if not change:
            obj.pk = self.add(form, by=by).pk
            obj.refresh_from_db()
        elif form.changed_data:
            stored = type(obj)._default_manager.get(pk=obj.pk)
            if form.cleaned_data.get("version_read") != version_of(stored):
                raise Changed(f"Somebody else changed “{stored}” in the meantime.")
            self.amend(stored, form, by=by)

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: Any,
        change: bool,
    ) -> None:
        for formset in formsets:
            formset.save(commit=False)
            self.save_parts(form.instance, formset, by=signed_in(request))

    def each(
        self, request: HttpRequest, rows: Iterable[Row], act: Callable[[Row], object]
    ) -> None:
        """Do ``act`` to each row that it can be done to; say why not of the others."""
        done, refused = 0, []
        for row in rows:
            try:
                act(row)
                done += 1
            except ClaimsError as refusal:
                refused.append(str(refusal))
        if done:
            messages.success(request, f"Done: {done}.")
        for sentence in refused[:MOST_REFUSALS]:
            messages.warning(request, sentence)
        if len(refused) > MOST_REFUSALS:
            messages.warning(request, f"Refused as well: {len(refused) - MOST_REFUSALS}.")

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Leave it to the service, which has written its line."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Leave it to the service, which has written its line."""

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show what the log says of the row."""
        row = self.get_object(request, object_id)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        if row is None:
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of “{str(row)[:80]}”",
            "subtitle": None,
            "module_name": str(self.opts.verbose_name_plural).capitalize(),
            "object": row,
            "opts": self.opts,
            "history": history.of(row, number=request.GET.get("page", 1)),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)


class SealedAdmin(DeskAdmin[Row], Generic[Row]):
    """Rows that are read here and written elsewhere, or never again."""


class PartsInline(NamedInputs, admin.TabularInline[Any, Any]):
    """Rows that belong to another: listed with it, and written through its services."""

    extra = 0
    formset = NamedFormSet
    asks: ClassVar[Asks] = Asks()
    # The rows that each part names, loaded with it.
    follows: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        rows = super().get_queryset(request)
        return rows.select_related(*self.follows) if self.follows else rows

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.asks.view(signed_in(request))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.asks.change(signed_in(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.asks.change(signed_in(request))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.asks.change(signed_in(request))


class SealedInline(PartsInline):
    """Rows that belong to another, to be read."""

    can_delete = False
    max_num = 0


def signed_in(request: HttpRequest) -> User:
    """Return who asks. The admin's own guard has let only desk people in."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    return user


def version_of(row: models.Model) -> str:
    """Return what tells a row as it is from what it was before or after."""
    version = getattr(row, "version", None)
    if version is not None:
        return str(version)
    columns = {field.name: str(field.value_from_object(row)) for field in row._meta.fields}
    return hashlib.sha256(json.dumps(columns, sort_keys=True).encode()).hexdigest()


def given(form: Any, names: Sequence[str]) -> dict[str, Any]:
    """Return the columns that were changed in a form, of those named."""
    return {name: form.cleaned_data[name] for name in names if name in form.changed_data}
