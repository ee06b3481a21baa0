"""The admin's inputs with a name that can be heard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import (
    AdminSplitDateTime,
    AutocompleteSelect,
    RelatedFieldWidgetWrapper,
)
from django.db import models
from django.forms.models import BaseInlineFormSet


class NamedAutocomplete(AutocompleteSelect):
    """Names itself while nothing is chosen; Django's own is silent then."""

    # The chosen row and its name, where it is loaded already.
    known: Mapping[str, str] | None = None

    def optgroups(self, name: str, value: Sequence[Any], attrs: Any = None) -> Any:
        """Offer what is chosen; asked of the database only where it is not at hand."""
        if self.known is None or not {str(each) for each in value} <= self.known.keys():
            return super().optgroups(name, value, attrs)
        options = [
            self.create_option(name, key, label, selected=True, index=place)
            for place, (key, label) in enumerate(self.known.items(), start=1)
        ]
        if not self.is_required:
            options.insert(0, self.create_option(name, "", "", selected=False, index=0))
        return [(None, options, 0)]

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        attrs = super().build_attrs(base_attrs, extra_attrs)
        name = str(self.field.verbose_name)
        return attrs | {"data-placeholder": f"{name.capitalize()}: none"}

    @property
    def media(self) -> forms.Media:
        # The stubs do not know of scripts that are objects yet.
        script: Any = forms.Script("claims/js/named-selects.js", type="module")
        return super().media + forms.Media(js=[script])


class NamedMoment(AdminSplitDateTime):
    """Names both of its inputs."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        for widget, name in zip(self.widgets, ("Date", "Time"), strict=True):
            widget.attrs["aria-label"] = name


class DayOrMoment(forms.SplitDateTimeField):
    """Takes a day without its time, as the day's first minute."""

    def compress(self, data_list: Any) -> Any:
        if data_list and data_list[0] and data_list[1] in self.empty_values:
            data_list = [data_list[0], dt.time.min]
        return super().compress(data_list)


class NamedFormSet(BaseInlineFormSet[Any, Any, Any]):
    """Names the inputs of each row, which have a column's heading alone."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            widget = field.widget
            if isinstance(widget, RelatedFieldWidgetWrapper):
                widget = widget.widget
            if isinstance(widget, NamedAutocomplete):
                widget.known = _loaded(form.instance, widget.field.name)
            if not isinstance(widget, forms.HiddenInput):
                widget.attrs["aria-label"] = str(field.label)


def _loaded(row: models.Model, name: str) -> dict[str, str] | None:
    """Return the row that ``name`` points at, by its key, if it came with ``row``."""
    field = row._meta.get_field(name)
    if not isinstance(field, models.ForeignKey) or not field.is_cached(row):
        return None
    chosen = getattr(row, name)
    return None if chosen is None else {str(chosen.pk): str(chosen)}
