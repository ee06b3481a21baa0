"""Fields of the annotator's forms that Django does not have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class Suggesting(forms.TextInput):
    """An input that suggests names as one types; without script a plain one."""

    def __init__(self, names: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "size": 36, **(attrs or {})})
        self.names = names

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> SafeString:
        identifier = f"{(attrs or {}).get('id', name)}_names"
        attrs = {**(attrs or {}), "list": identifier}
        return format_html(
            '<suggesting-input data-names="{}">{}<datalist id="{}"></datalist>'
            "</suggesting-input>",
            reverse("admin:names", args=[self.names]),
            super().render(name, value, attrs, renderer),
            identifier,
        )


class SeveralNames(forms.Widget):
    """One input a name, and an empty one after the last."""

    def __init__(self, names: str) -> None:
        super().__init__()
        self.names = names

    def value_from_datadict(
        self,
        data: Mapping[str, Any],
        files: Any,  # noqa: ARG002  Django's signature
        name: str,
    ) -> list[str]:
        if isinstance(data, MultiValueDict):
            return data.getlist(name)
        return list(data.get(name, ()))

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> SafeString:
        first = (attrs or {}).get("id", name)
        rows = []
        for number, each in enumerate([*(value or ()), ""]):
            label = {} if number == 0 else {"aria-label": f"and {number + 1}"}
            identifier = {"id": f"{first}_{number}" if number else first}
            own = {} if number else self.attrs
            described = {k: v for k, v in (attrs or {}).items() if k.startswith("aria-")}
            widget = Suggesting(self.names, {**own, **described, **label})
            rows.append((widget.render(name, each, identifier, renderer),))
        return format_html(
            '<span class="names">{}</span>', format_html_join(" ", "{}", rows)
        )


class NamesField(forms.Field):
    """Several names in order, the empty ones left out."""

    def __init__(self, *, names: str, **kwargs: Any) -> None:
        super().__init__(widget=SeveralNames(names), **kwargs)

    def to_python(self, value: Sequence[str] | None) -> list[str]:
        return [" ".join(each.split()) for each in value or () if each.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)
