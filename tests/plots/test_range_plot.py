from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import etree

from claims.domain.intervals import Interval
from claims.plots import range_plot
from claims.plots.ranges import Camp, FigureRow, OriginGroup, RangePlot
from claims.plots.svg import NARROW, WIDE
from tests.plots.drawings import (
    DOLLARS,
    crowded,
    every_sign,
    figure,
    of_look,
    parsed,
    plot,
)
from tests.plots.golden import expected

GOLDEN = {
    "vague": plot(figure("a", 3, 19, core=Interval(3, 9), is_vague=True, words="several")),
    "open-ended": plot(
        figure("a", 9, None, core=Interval(9, 20), named=(9, 10), words="at least 9-10"),
        figure("b", 7, 8, named=(7, 8), words="7-8 people"),
    ),
    "zero": plot(figure("a", 0, 0, words="no casualties")),
    "no-report": plot(figure("a", None, None, words="no word of casualties")),
    "one-source": plot(figure("a", 43, 43, printed_in="Northern Post", when="2 Mar")),
    "very-large": plot(
        figure("a", 1_265_000, 1_275_000, named=(1_270_000,), words="1.27 million"),
        figure("b", 87_000, 87_000, words="87,000"),
    ),
    "money": plot(
        figure(
            "a",
            43_500_000_000,
            44_500_000_000,
            core=Interval(44_000_000_000, 44_000_000_000),
            named=(44_000_000_000,),
            words="$44 billion",
        ),
        figure("b", 46_500_000_001, None, named=(46_500_000_000,), words="over $46.5bn"),
        notation=DOLLARS,
    ),
    "every-sign": every_sign(),
    "many-sources-folded": crowded(7, 25).fold(3),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_plot_is_drawn_as_agreed(name):
    drawing = range_plot.draw(GOLDEN[name], prefix="q1")

    assert drawing == expected(f"range-{name}.svg", drawing)


def test_the_narrow_plot_is_drawn_as_agreed():
    drawing = range_plot.draw(every_sign(), prefix="q1", width=NARROW)

    assert drawing == expected("range-every-sign-narrow.svg", drawing)


def test_the_plot_is_told_in_words_as_agreed():
    words = "\n".join(range_plot.describe(every_sign()))

    assert words == expected("range-every-sign.txt", words)


def test_175_sources_stand_on_lines_of_their_own_within_the_page():
    drawing = range_plot.draw(crowded(25, 7), prefix="q1")

    rows = of_look(drawing, "plot__row")
    lines = [float(row.find("{*}rect").get("y")) for row in rows]
    gaps = [after - before for before, after in pairwise(lines)]
    assert len(rows) == 175
    assert min(gaps) >= 26
    assert max(lines) < float(parsed(drawing).get("viewBox").split()[3])


def test_folded_figures_are_counted_and_linked():
    rows = (figure("a", 4, 4), figure("b", 5, 5), figure("c", 6, 6))
    whole = RangePlot(
        title="Killed", groups=(OriginGroup(name="Police", rows=rows, href="#police"),)
    )

    drawing = range_plot.draw(whole.fold(1), prefix="q1")

    more = parsed(drawing).xpath("//*[@href='#police']")
    assert [each.get("aria-label") for each in more] == ["Police: and 2 more figures"]
    assert "3 figures, counted once" in drawing


def test_what_is_written_in_a_source_stays_text():
    hostile = figure("a", 1, 1, speaker="<script>alert(1)</script>", words='"&<b>')

    drawing = range_plot.draw(plot(hostile, title="<i>"), prefix="q1")

    assert "<script" not in drawing
    assert parsed(drawing).find("{*}title").text == "<i>"


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_style_stands_in_the_drawing(width):
    drawing = range_plot.draw(every_sign(), prefix="q1", width=width)

    assert " style=" not in drawing
    assert "<style" not in drawing


def test_two_plots_on_one_page_share_no_id():
    first = parsed(range_plot.draw(every_sign(), prefix="q1"))
    second = parsed(range_plot.draw(every_sign(), prefix="q2"))

    assert set(first.xpath("//@id")).isdisjoint(second.xpath("//@id"))


def test_a_plot_with_links_is_a_group_and_one_without_is_an_image():
    linked = parsed(range_plot.draw(plot(figure("a", 1, 1, href="#a")), prefix="q1"))
    plain = parsed(range_plot.draw(plot(figure("a", 1, 1)), prefix="q1"))

    assert linked.get("role") == "group"
    assert plain.get("role") == "img"


def test_a_link_is_named_by_all_that_its_row_says():
    row = figure("a", 9, None, named=(9, 10), words="at least 9-10", href="#figure-1")

    link = parsed(range_plot.draw(plot(row), prefix="q1")).xpath("//*[@href]")[0]

    assert link.get("aria-label") == link.find("{*}title").text
    assert "“at least 9-10”; 9–10 or more" in link.get("aria-label")


def test_dots_stand_at_the_numbers_as_uttered():
    said = figure("a", 9, None, core=Interval(9, 20), named=(9, 10))

    assert len(_dots(plot(said))) == 2


def test_a_superseded_figure_has_an_arrow_to_the_later_one():
    early = figure("early", 27, 27, superseded_by="late")

    drawing = range_plot.draw(plot(figure("late", 43, 43), early), prefix="q1")

    assert len(of_look(drawing, "plot__successor")) == 2  # in the plot and in the key
    assert len(of_look(drawing, "plot__row--superseded")) == 1


def test_a_superseded_figure_whose_successor_is_folded_is_only_grey():
    early = figure("early", 27, 27, superseded_by="elsewhere")

    drawing = range_plot.draw(plot(early), prefix="q1")

    assert len(of_look(drawing, "plot__row--superseded")) == 1
    assert len(of_look(drawing, "plot__successor")) == 1  # in the key


def test_one_camp_is_no_disagreement_and_is_not_shaded():
    camp = Camp(shared=Interval(7, 8), figures=3, origins=2)

    drawing = range_plot.draw(plot(figure("a", 7, 8), camps=(camp,)), prefix="q1")

    assert of_look(drawing, "plot__camp") == []


def test_of_many_camps_the_best_founded_are_shaded_and_all_are_told():
    camps = tuple(
        Camp(shared=Interval(value, value), figures=1, origins=value)
        for value in range(1, 10)
    )
    whole = plot(figure("a", 1, 9), camps=camps)

    drawing = range_plot.draw(whole, prefix="q1")

    assert len(of_look(drawing, "plot__camp")) == 7  # six and the key
    assert sum(each.startswith("At ") for each in range_plot.describe(whole)) == 9


def test_a_plot_without_figures_still_has_an_axis():
    drawing = range_plot.draw(RangePlot(title="Killed", groups=()), prefix="q1")

    assert len(of_look(drawing, "plot__tick")) > 1


def test_two_rows_with_one_key_are_refused():
    with pytest.raises(ValueError, match="share a key"):
        plot(figure("a", 1, 1), figure("a", 2, 2))


def test_a_core_without_a_hard_interval_is_refused():
    with pytest.raises(ValueError, match="no hard interval"):
        FigureRow(key="a", speaker="", words="", hard=None, core=Interval(1, 2))


# What the words are, what they allow, what was uttered: what stands in print.
@pytest.mark.parametrize(
    ("low", "high", "core", "named", "printed"),
    [
        (9, None, Interval(9, 20), (9, 10), "9–10 or more"),
        (21, None, Interval(21, 40), (20,), "more than 20"),
        (1, 50, Interval(25, 50), (50,), "up to 50"),
        (1, 19, Interval(10, 19), (20,), "under 20"),
        (101, 105, Interval(101, 103), (100,), "more than 100"),
        (270, 330, Interval(285, 315), (300,), "about 300"),
        (1_150_000, 1_250_000, Interval(1_200_000, 1_200_000), (1_200_000,), "1.2 million"),
        (7, 8, None, (7, 8), "7–8"),
        (43, 43, None, (), "43"),
        (3, 19, Interval(3, 9), (), "3–19"),
        (None, None, None, (), "no report"),
    ],
)
def test_the_value_is_printed_with_its_hedge(low, high, core, named, printed):
    drawing = range_plot.draw(
        plot(figure("a", low, high, core=core, named=named)), prefix="q1"
    )

    assert [each.text for each in of_look(drawing, "plot__value")] == [printed]


def _dots(whole: RangePlot) -> list[etree._Element]:
    """Return the dots of the rows, without that of the key."""
    drawing = range_plot.draw(whole, prefix="q1")
    rows = of_look(drawing, "plot__row")
    return [dot for row in rows for dot in row.findall("{*}circle")]
