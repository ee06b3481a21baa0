"""What a figure says, as somebody sends it: what is left out is read or stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rest_framework import serializers

from claims.api import fields
from claims.api.acting import Given
from claims.domain.intervals import LARGEST, Interval, Number
from claims.errors import Incomplete
from claims.models import Figure
from claims.services.values import VALUE_COLUMNS, Value, value_in, value_of

_BOUNDS = ("low", "high", "core_low", "core_high")


def _number() -> serializers.DecimalField:
    return serializers.DecimalField(
        max_digits=20,
        decimal_places=4,
        min_value=0,
        max_value=LARGEST,
        required=False,
        allow_null=True,
    )


class ValueFields(serializers.Serializer[Any]):
    """The parts of a value that are changed if they are sent."""

    population = fields.amended_text(200)
    side = fields.amended_text(200)
    unit = fields.amended_text(40)
    place = fields.amended_text(300)
    kind = serializers.ChoiceField(required=False, choices=Figure.Kind.choices)
    hedge = fields.amended_text(100)
    low = _number()
    high = _number()
    core_low = _number()
    core_high = _number()
    printed_low = _number()
    printed_high = _number()
    as_of = serializers.DateField(required=False, allow_null=True)
    epistemic = serializers.ChoiceField(required=False, choices=Figure.Epistemic.choices)
    basis = serializers.ChoiceField(required=False, choices=Figure.Basis.choices)
    is_additive = serializers.BooleanField(required=False)
    is_correction = serializers.BooleanField(required=False)


class NewValue(ValueFields):
    """What is counted; the rest is read from the words if it is not sent."""

    measure = serializers.CharField(max_length=60)


class AmendedValue(ValueFields):
    """What is to change of a figure, and why."""

    measure = serializers.CharField(required=False, max_length=60)
    reason = serializers.CharField(required=False, allow_blank=True, max_length=2000)


def read(words: str, given: Given) -> Value:
    """Return what the words say of a measure, with what was sent in its place."""
    found = value_in(words, measure=given["measure"])
    return _with(found, given)


def amended(figure: Figure, given: Given) -> Value:
    """Return what a figure says, with what was sent in its place."""
    stored = {name: getattr(figure, name) for name in VALUE_COLUMNS}
    return _with(value_of(stored), given)


def _with(value: Value, given: Given) -> Value:
    known = {name: given[name] for name in VALUE_COLUMNS if name in given}
    bounds = {name: known.pop(name) for name in _BOUNDS if name in known}
    value = replace(value, **known)
    if not bounds:
        return value
    hard = _interval(value.hard, bounds, "low", "high")
    core = _interval(value.core, bounds, "core_low", "core_high")
    if hard is not None and core is not None:
        core = hard.meet(core) or hard
    return replace(value, hard=hard, core=core or hard)


def _interval(
    stored: Interval | None, bounds: Given, low: str, high: str
) -> Interval | None:
    """Return an interval with the ends that were sent; without a lower one it is 0."""
    lowest = bounds.get(low, stored.low if stored else None)
    highest = bounds.get(high, stored.high if stored else None)
    if lowest is None and highest is None:
        return None
    lowest = _whole(lowest or 0)
    highest = None if highest is None else _whole(highest)
    if highest is not None and lowest > highest:
        raise Incomplete(f"The low value {lowest} is above the high value {highest}.")
    return Interval(lowest, highest)


def _whole(value: Number) -> Number:
    return int(value) if value == int(value) else value
