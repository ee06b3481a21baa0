from __future__ import annotations

import datetime as dt

import pytest

from claims.models import Quantity
from claims.queries.quantity_naming import counted, headline

DAY, LATER = dt.date(2031, 3, 3), dt.date(2031, 3, 9)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"measure": "killed", "population": "dock workers"}, "Dock workers killed"),
        ({"measure": "laid_off", "population": "staff"}, "Staff laid off"),
        ({"measure": "killed", "population": "unidentified dead"}, "Unidentified dead"),
        ({"measure": "injured", "population": "the wounded"}, "The wounded"),
        ({"measure": "injured", "population": "the dead"}, "The dead injured"),
        ({"measure": "crowd", "population": "Northport"}, "Crowd: Northport"),
        (
            {"measure": "crowd", "population": "Northport", "place": "Northport"},
            "Crowd: Northport",
        ),
        (
            {"measure": "killed", "population": "people", "place": "the quay"},
            "People killed, the quay",
        ),
        (
            {"measure": "killed", "population": "people", "window_from": DAY},
            "People killed, 3 Mar 2031",
        ),
        (
            {
                "measure": "killed",
                "population": "people",
                "window_from": DAY,
                "window_until": LATER,
            },
            "People killed, 3 Mar to 9 Mar 2031",
        ),
        (
            {"measure": "laid_off", "population": "staff", "unit": "percent"},
            "Staff laid off, in per cent",
        ),
    ],
)
def test_a_quantity_reads_as_a_headline(columns, expected) -> None:
    assert headline(Quantity(**columns)) == expected


@pytest.mark.parametrize(
    ("measure", "population", "expected"),
    [
        ("killed", "men", "men were killed"),
        ("killed", "unidentified dead", "unidentified dead"),
        ("crowd", "Northport", "were in the crowd (Northport)"),
        ("strikers", "teachers", "were on strike (teachers)"),
        ("loss_per_year", "the yard", "(loss per year: the yard)"),
    ],
)
def test_what_follows_a_number_reads_as_a_sentence(measure, population, expected) -> None:
    assert counted(Quantity(measure=measure, population=population)) == expected
