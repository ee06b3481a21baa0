"""From printed numbers and a hedge to what they allow and what they are taken to mean.

Every parameter of the method's number grammar stands in ``Parameters``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from claims.domain.intervals import Interval, Number


@dataclass(frozen=True, slots=True)
class Parameters:
    """How wide a hedge makes a number; shares are of the number itself."""

    about_hard: Decimal = Decimal("0.10")
    about_core: Decimal = Decimal("0.05")
    about_least: int = 1
    nearly_hard: Decimal = Decimal("0.10")
    nearly_core: Decimal = Decimal("0.05")
    just_hard: Decimal = Decimal("0.05")
    just_core: Decimal = Decimal("0.03")
    scaled_cap: Decimal = Decimal("0.05")
    dozen_softness: int = 12
    small_floor: int = 5
    small_ceiling: int = 3
    large_ceiling: int = 2
    ceiling_floor: int = 2


DEFAULTS = Parameters()

Pair = tuple[Interval, Interval]


def _up(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))


def _down(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_FLOOR))


def exactly(value: Number) -> Pair:
    """Return a number that is meant as it stands."""
    point = Interval(value, value)
    return point, point


def between(low: Number, high: Number) -> Pair:
    """Return a range, both ends included."""
    whole = Interval(low, high)
    return whole, whole


def scaled(value: Number, unit: Number, table: Parameters = DEFAULTS) -> Pair:
    """Return a number printed with a scale word: soft by half its last digit."""
    slack = min(Decimal(unit) / 2, Decimal(value) * table.scaled_cap)
    low, high = Decimal(value) - slack, Decimal(value) + slack
    if isinstance(value, int):
        return Interval(_up(low), _down(high)), Interval(value, value)
    return Interval(low, high), Interval(value, value)


def collective(value: int, table: Parameters = DEFAULTS) -> Pair:
    """Return so many dozen or score: soft by a twelfth."""
    slack = max(1, value // table.dozen_softness)
    return Interval(max(0, value - slack), value + slack), Interval(value, value)


def floor(
    value: Number,
    *,
    named: Number | None = None,
    above: bool = False,
    table: Parameters = DEFAULTS,
) -> Pair:
    """Return "at least ``value``"; ``named`` is the upper end of a floor that is a range.

    ``above`` excludes the number itself, as in "more than 20".
    """
    top = value if named is None else named
    small = value < table.small_floor
    factor = table.small_ceiling if small else table.large_ceiling
    low = value + 1 if above and isinstance(value, int) else value
    return Interval(low, None), Interval(low, max(low, top * factor))


def ceiling(
    value: Number, *, least: int = 0, below: bool = False, table: Parameters = DEFAULTS
) -> Pair:
    """Return "up to ``value``", or with ``below`` "fewer than ``value``".

    ``least`` is 1 where the sentence says that it happened at all.
    """
    if isinstance(value, Decimal):
        lowest = min(Decimal(least), value)
        return Interval(lowest, value), Interval(value / table.ceiling_floor, value)
    high = max(value - 1, 0) if below else value
    low = min(least, high)
    core = -(-value // table.ceiling_floor)
    return Interval(low, high), Interval(min(max(core, low), high), high)


def about(value: Number, table: Parameters = DEFAULTS) -> Pair:
    """Return "about ``value``": never less than one either way for a count."""
    hard = _around(value, table.about_hard, table)
    core = _around(value, table.about_core, table)
    return hard, core


def _around(value: Number, share: Decimal, table: Parameters) -> Interval:
    slack = Decimal(value) * share
    if isinstance(value, Decimal):
        return Interval(value - slack, value + slack)
    low = min(_up(value - slack), value - table.about_least)
    high = max(_down(value + slack), value + table.about_least)
    return Interval(max(low, 0), high)


def nearly(value: Number, table: Parameters = DEFAULTS) -> Pair:
    """Return "nearly ``value``": below it and close."""
    return _short_of(value, table.nearly_hard, table.nearly_core)


def just_under(value: Number, table: Parameters = DEFAULTS) -> Pair:
    """Return "just under ``value``"."""
    return _short_of(value, table.just_hard, table.just_core)


def just_over(value: Number, table: Parameters = DEFAULTS) -> Pair:
    """Return "just over ``value``"."""
    if isinstance(value, Decimal):
        hard = Interval(value, value * (1 + table.just_hard))
        return hard, Interval(value, value * (1 + table.just_core))
    low = value + 1
    high = max(_down(value * (1 + table.just_hard)), low)
    core = max(_down(value * (1 + table.just_core)), low)
    return Interval(low, high), Interval(low, core)


def _short_of(value: Number, hard_share: Decimal, core_share: Decimal) -> Pair:
    if isinstance(value, Decimal):
        hard = Interval(value * (1 - hard_share), value)
        return hard, Interval(value * (1 - core_share), value)
    high = max(value - 1, 0)
    low = min(_up(value * (1 - hard_share)), high)
    # Where rounding would empty the core, it is the end nearest the number.
    core = min(_up(value * (1 - core_share)), high)
    return Interval(low, high), Interval(core, high)
