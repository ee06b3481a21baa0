from __future__ import annotations

import pytest

from claims.domain.drift import all_between, between, circular, plural_for_one
from claims.domain.figures import Kind
from claims.domain.provenance import Assertion, Graph, independence
from tests.domain.examples import OPEN, figure

FLOOR = figure(12, OPEN, id="a", kind=Kind.AT_LEAST, printed=(12,))
PLAIN = figure(12, id="b", printed=(12,), derived_from="a")


@pytest.mark.parametrize(
    ("figure_", "source", "why"),
    [
        (PLAIN, FLOOR, "“at least 12” became “12”: the hedge was lost."),
        (FLOOR, PLAIN, "“12” became “at least 12”: it is less exact now."),
        (figure(21), PLAIN, "“12” became “21” on the way."),
        (
            figure(11, 14, kind=Kind.RANGE),
            figure(12, 16, kind=Kind.RANGE),
            "“12 to 16” became “11 to 14” on the way.",
        ),
    ],
)
def test_what_was_lost_on_the_way_is_said(figure_, source, why):
    drift = between(figure_, source)

    assert drift is not None
    assert drift.why == why


def test_the_same_value_has_not_drifted():
    assert between(figure(12), figure(12)) is None
    assert between(figure(None), figure(12)) is None


def test_each_figure_is_held_against_the_one_it_restates():
    stranger = figure(12, id="c", derived_from="elsewhere")

    assert [each.id for each, _ in all_between([FLOOR, PLAIN, stranger])] == ["b"]


def test_a_plural_that_rests_on_one_person_is_shown():
    drift = plural_for_one("local officials", ["Maj. Orr", "Maj. Orr"])

    assert drift is not None
    assert drift.why == "“local officials” rests on one person, Maj. Orr."


def test_a_plural_of_several_or_of_nobody_known_is_let_be():
    assert plural_for_one("officials", ["Maj. Orr", "Capt. Voss"]) is None
    assert plural_for_one("officials", []) is None
    assert plural_for_one("an official", ["Maj. Orr"]) is None


def test_reports_that_cite_each_other_are_shown():
    a, b, c = Assertion("a", "Blog"), Assertion("b", "Site"), Assertion("c", "Paper")
    loop = independence(Graph((a, b), (("a", "b"), ("b", "a")), ("a", "b")))
    sound = independence(Graph((a, c), (("a", "c"),), ("a",)))

    drift = circular(loop, {"a": "Blog", "b": "Site"})
    assert drift is not None
    assert drift.why == "Blog, Site cite each other and no origin."
    assert circular(sound) is None
