from __future__ import annotations

import datetime as dt

import pytest

from claims.models import Quantity

DAY, LATER = dt.date(2031, 3, 3), dt.date(2031, 3, 9)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({}, "Northport: crowd"),
        ({"place": "Northport"}, "Northport: crowd"),
        ({"place": "the quay"}, "Northport: crowd, the quay"),
        ({"window_from": DAY}, "Northport: crowd, 3 Mar 2031"),
        (
            {"window_from": DAY, "window_until": DAY},
            "Northport: crowd, 3 Mar 2031",
        ),
        (
            {"place": "the quay", "window_from": DAY, "window_until": LATER},
            "Northport: crowd, the quay, 3 Mar 2031 to 9 Mar 2031",
        ),
    ],
)
def test_logs_and_notices_tell_quantities_of_one_name_apart(scope, expected) -> None:
    assert str(Quantity(population="Northport", measure="crowd", **scope)) == expected
