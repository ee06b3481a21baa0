from __future__ import annotations

import pytest

from claims.services.values import VALUE_COLUMNS, value_of
from tests.factories import FigureFactory

pytestmark = pytest.mark.django_db


def test_a_value_of_an_older_line_has_no_side() -> None:
    figure = FigureFactory(side="Orme Guard")
    kept = {name: getattr(figure, name) for name in VALUE_COLUMNS}
    assert value_of(kept).side == "Orme Guard"

    del kept["side"]

    assert value_of(kept).side == ""
