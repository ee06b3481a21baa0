"""The admin's inputs with a name that can be heard."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib.admin.widgets import (
    AdminSplitDateTime,
    AutocompleteSelect,
    RelatedFieldWidgetWrapper,
)
from django.forms.models import BaseInlineFormSet


class NamedAutocomplete(AutocompleteSelect):
    """Names itself while nothing is chosen; Django's own is silent then."""

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
            if not isinstance(widget, forms.HiddenInput):
                widget.attrs["aria-label"] = str(field.label)
