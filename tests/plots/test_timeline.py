from __future__ import annotations

from itertools import pairwise

import pytest

from claims.domain.intervals import Interval
from claims.plots import timeline
from claims.plots.svg import NARROW
from claims.plots.times import Timeline
from tests.plots.drawings import dated, of_look, parsed, rising_toll
from tests.plots.golden import expected


def test_the_timeline_is_drawn_as_agreed():
    drawing = timeline.draw(rising_toll(), prefix="t1")

    assert drawing == expected("timeline.svg", drawing)


def test_the_timeline_is_told_in_words_as_agreed():
    words = "\n".join(timeline.describe(rising_toll()))

    assert words == expected("timeline.txt", words)


def test_figures_that_break_the_toll_are_ringed():
    drawing = timeline.draw(rising_toll(), prefix="t1")

    assert len(of_look(drawing, "plot__ring")) == 3  # two figures and the key


def test_figures_of_one_moment_stand_beside_each_other():
    figures = tuple(dated(str(day), "Ministry", 4, Interval(7, 7)) for day in range(5))

    drawing = timeline.draw(Timeline(title="Killed", figures=figures), prefix="t1")

    rows = of_look(drawing, "plot__row")
    places = {dot.get("cx") for row in rows for dot in row.findall("{*}circle")}
    assert len(places) == 5


def test_speakers_are_named_without_standing_on_each_other():
    figures = tuple(
        dated(str(number), f"Speaker {number}", 4, Interval(7, 7)) for number in range(20)
    )

    drawing = timeline.draw(Timeline(title="Killed", figures=figures), prefix="t1")

    lines = [float(name.get("y")) for name in of_look(drawing, "plot__name")]
    gaps = [after - before for before, after in pairwise(lines)]
    assert len(lines) == 14
    assert min(gaps) >= 15.9
    assert "and 6 more speakers" in drawing


def test_figures_of_one_moment_stay_within_the_axis():
    crowd = tuple(dated(str(at), "Ministry", 4, Interval(7, 7)) for at in range(9))
    later = dated("later", "Ministry", 30, Interval(7, 7))

    drawing = timeline.draw(Timeline(title="Killed", figures=(*crowd, later)), prefix="t1")

    axis = of_look(drawing, "plot__grid")[0]
    places = [
        float(row.find("{*}circle").get("cx")) for row in of_look(drawing, "plot__row")
    ]
    assert min(places) >= float(axis.get("x1"))


def test_a_dot_stands_at_the_number_as_uttered():
    about = dated("about", "Ministry", 4, Interval(45, 55), named=(50,))
    exact = dated("exact", "Police", 4, Interval(50, 50))

    drawing = timeline.draw(Timeline(title="Killed", figures=(about, exact)), prefix="t1")

    heights = {row.find("{*}circle").get("cy") for row in of_look(drawing, "plot__row")}
    assert len(heights) == 1


def test_late_differences_stay_visible_after_much_growth():
    drawing = timeline.draw(rising_toll(), prefix="t1")

    places = {
        row.find("{*}title").text: float(row.find("{*}circle").get("cy"))
        for row in of_look(drawing, "plot__row")
    }
    high = next(place for words, place in places.items() if "157" in words)
    low = next(place for words, place in places.items() if "149" in words)
    assert low - high > 10


def test_the_narrow_timeline_stays_within_its_width():
    drawing = timeline.draw(rising_toll(), prefix="t1", width=NARROW)

    assert parsed(drawing).get("viewBox").split()[2] == "360"
    assert " style=" not in drawing


def test_a_timeline_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one figure"):
        timeline.draw(Timeline(title="Killed", figures=()), prefix="t1")
