from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from claims.plots.days import spanning

NOON = datetime(2020, 8, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "length",
    [timedelta(0), timedelta(hours=5), timedelta(days=3), timedelta(days=4000)],
)
def test_round_moments_stand_apart_within_the_axis(length):
    days = spanning([NOON, NOON + length], between=(100, 700))

    places = [place for place, _ in days.ticks(60)]

    assert places
    assert all(100 <= place <= 700 for place in places)
    assert all(after - before >= 59 for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("length", "printed"),
    [
        (timedelta(hours=5), "15:00"),
        (timedelta(days=3), "5 Aug"),
        (timedelta(days=900), "Dec 2020"),
    ],
)
def test_moments_are_printed_as_the_length_asks(length, printed):
    days = spanning([NOON, NOON + length], between=(100, 700))

    assert printed in [words for _, words in days.ticks(60)]
