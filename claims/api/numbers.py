"""Numbers of figures in JSON: plain ones, not the text that decimals become."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers


@extend_schema_field({"type": "number", "nullable": True})
class Number(serializers.ReadOnlyField):
    """A decimal as JSON's own number, whole where it is whole."""

    def __init__(self, **options: Any) -> None:
        # A model serializer hands down what a decimal field wants to know.
        wanted = {
            name: options[name] for name in ("source", "help_text") if name in options
        }
        super().__init__(**wanted)

    def to_representation(self, value: Decimal) -> int | float:
        return int(value) if value == value.to_integral_value() else float(value)
