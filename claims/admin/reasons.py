"""Rows that something decided rests on: whoever changes them says why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from claims.admin.base import DeskAdmin, DeskForm
from claims.errors import Unexplained

Row = TypeVar("Row", bound=models.Model)


class ReasonedForm(DeskForm):
    """A form with room for a reason."""

    why = forms.CharField(
        label=_("Why it changes"),
        required=False,
        max_length=500,
        widget=forms.TextInput({"size": 60}),
        help_text=_("Asked where something that was decided rests on it."),
    )


class ReasonedAdmin(DeskAdmin[Row], Generic[Row]):
    """Asks why, where a change would alter what was decided."""

    form = ReasonedForm
    # The columns that what was decided is read by.
    telling: ClassVar[frozenset[str]]
    # What may be added to a row and alters nothing: another spelling.
    harmless: ClassVar[tuple[type[models.Model], ...]] = ()

    def is_rested_on(self, row: Any) -> bool:
        """Say whether something that was decided rests on ``row``."""
        raise NotImplementedError

    def fields_for(
        self, request: HttpRequest, obj: Any, names: Sequence[str]
    ) -> Sequence[str]:
        """Return the fields with those that only a change needs."""
        changes = obj is not None and self.has_change_permission(request)
        return (*names, "why", "version_read") if changes else names

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and self.telling & set(form.changed_data):
            self._ask_why(obj, form)
        super().save_model(request, obj, form, change)

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: Any,
        change: bool,
    ) -> None:
        for formset in formsets:
            formset.save(commit=False)
            formset.why = form.cleaned_data.get("why", "")
            if change and self._is_telling(formset):
                self._ask_why(form.instance, form)
        super().save_related(request, form, formsets, change)

    def _is_telling(self, formset: Any) -> bool:
        if formset.changed_objects or formset.deleted_objects:
            return True
        return bool(formset.new_objects) and formset.model not in self.harmless

    def _ask_why(self, row: Any, form: Any) -> None:
        if not form.cleaned_data["why"].strip() and self.is_rested_on(row):
            stored = type(row)._default_manager.get(pk=row.pk)
            raise Unexplained(f"Something that was decided rests on {stored}; say why.")
