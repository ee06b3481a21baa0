"""What the forms of the review share: labels that end without a colon."""

from __future__ import annotations

from typing import Any

from django import forms


class BareForm(forms.Form):
    """A form as pages write one: its labels stand above the fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
