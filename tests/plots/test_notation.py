from __future__ import annotations

from decimal import Decimal

import pytest

from claims.domain.intervals import Interval
from claims.plots.notation import PER_CENT, PERSONS, Notation

DOLLARS = Notation(before="$")


@pytest.mark.parametrize(
    ("notation", "value", "printed"),
    [
        (PERSONS, 0, "0"),
        (PERSONS, 1234, "1,234"),
        (PERSONS, 1_200_000, "1.2 million"),
        (PERSONS, 1_234_567, "1,234,567"),
        (DOLLARS, 44_000_000_000, "$44 billion"),
        (DOLLARS, Decimal("54.20"), "$54.2"),
        (PER_CENT, Decimal("12.5"), "12.5%"),
        (PERSONS, 10**15, "1,000 trillion"),
    ],
)
def test_a_number_is_printed_in_full_or_in_millions_without_loss(notation, value, printed):
    assert notation.number(value) == printed


@pytest.mark.parametrize(
    ("interval", "printed"),
    [
        (Interval(7, 8), "$7–8"),
        (Interval(9, None), "$9 or more"),
        (Interval(43, 43), "$43"),
        (Interval(43_500_000_000, 44_500_000_000), "$43.5–44.5 billion"),
        (Interval(900_000, 1_200_000), "$900,000–1.2 million"),
        (None, "no value"),
    ],
)
def test_an_interval_is_printed_as_an_editor_writes_it(interval, printed):
    assert DOLLARS.interval(interval) == printed


def test_the_values_of_an_axis_are_short():
    ticks = [PERSONS.tick(value) for value in (0, 500, 20_000, 1_500_000, 2 * 10**9)]

    assert ticks == ["0", "500", "20,000", "1.5m", "2bn"]
