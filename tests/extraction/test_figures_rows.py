from __future__ import annotations

from claims.extraction.figures import find
from claims.extraction.rows import figure_rows

LEAD = "The valley is quiet.\n\n"


def test_a_part_that_describes_stands_inside_the_row_of_its_whole():
    rows = figure_rows(find(LEAD + "A blast killed 12, including two boys and a woman."))

    assert [(row["low"], len(row["parts"])) for row in rows] == [(12, 1)]
    assert rows[0]["parts"][0]["low"] == 2


def test_a_part_of_a_part_stands_inside_the_row_of_the_whole():
    text = "At least nine farmers, including six boys, were among 17-21 killed."

    (row,) = figure_rows(find(LEAD + text))

    assert (row["low"], row["high"]) == (17, 21)
    assert sorted(part["low"] for part in row["parts"]) == [6, 9]


def test_a_row_has_printed_bounds_and_both_intervals():
    (row,) = figure_rows(find(LEAD + "More than 300 people were hurt."))

    assert (row["low"], row["high"]) == (300, None)
    assert row["hard"] == [301, None]
    assert row["core"] == [301, 600]
    assert (row["hedge"], row["kind"], row["number_kind"]) == (
        "more than",
        "injured",
        "at_least",
    )


def test_a_figure_that_describes_nothing_in_sight_stands_by_itself():
    (row,) = figure_rows(find(LEAD + "Three of the wounded are soldiers."))

    assert (row["low"], row["kind"]) == (3, "injured")
