from __future__ import annotations

from claims.domain.intervals import Interval
from claims.plots import sparkline
from claims.plots.sparkline import Spread
from tests.plots.drawings import of_look, parsed
from tests.plots.golden import expected

PASS = Spread(
    intervals=(Interval(7, 8), Interval(9, None), Interval(30, 30), Interval(30, 30)),
    settled=Interval(7, 10),
    positions=3,
)


def test_the_sparkline_is_drawn_as_agreed():
    drawing = sparkline.draw(PASS)

    assert drawing == expected("sparkline.svg", drawing)


def test_the_sparkline_says_what_it_shows():
    words = "4 figures: 7 or more, 3 positions, settled at 7–10."

    assert sparkline.describe(PASS) == words
    assert parsed(sparkline.draw(PASS)).get("aria-label") == words


def test_equal_figures_are_drawn_once():
    same = Spread(intervals=(Interval(7, 7),) * 50)

    assert len(of_look(sparkline.draw(same), "plot__tick-mark")) == 1


def test_a_quantity_without_values_has_an_empty_line():
    drawing = sparkline.draw(Spread(intervals=()))

    assert of_look(drawing, "plot__tick-mark") == []
    assert parsed(drawing).get("aria-label") == "No figure with a value."
