"""Parts of what acts take, said in one line each."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers


def text(most: int) -> serializers.CharField:
    """Take words that may be left out."""
    return serializers.CharField(
        required=False, allow_blank=True, default="", max_length=most
    )


def amended_text(most: int) -> serializers.CharField:
    """Take words that are changed if they are sent."""
    return serializers.CharField(required=False, allow_blank=True, max_length=most)


def choice(choices: Any, otherwise: str) -> serializers.ChoiceField:
    return serializers.ChoiceField(choices=choices, required=False, default=otherwise)


def day() -> serializers.DateField:
    return serializers.DateField(required=False, allow_null=True, default=None)


def number() -> serializers.DecimalField:
    return serializers.DecimalField(
        max_digits=20, decimal_places=4, required=False, allow_null=True, default=None
    )


def place() -> serializers.IntegerField:
    """Take a place in a text, in code points."""
    return serializers.IntegerField(min_value=0, max_value=10**9)


def row(rows: QuerySet[Any]) -> serializers.PrimaryKeyRelatedField[Any]:
    """Take a row by its key."""
    return serializers.PrimaryKeyRelatedField(queryset=rows)


def optional_row(rows: QuerySet[Any]) -> serializers.PrimaryKeyRelatedField[Any]:
    return serializers.PrimaryKeyRelatedField(
        queryset=rows, required=False, allow_null=True, default=None
    )


def amended_row(rows: QuerySet[Any]) -> serializers.PrimaryKeyRelatedField[Any]:
    """Take a row that is changed, or taken away, if it is sent."""
    return serializers.PrimaryKeyRelatedField(
        queryset=rows, required=False, allow_null=True
    )
