from __future__ import annotations

import pytest
from hypothesis import given

from claims.domain.figures import Locus
from claims.domain.moments import Moment
from claims.domain.reasons import questions, relate
from claims.domain.relations import RelationKind
from tests.domain.examples import OPEN, figure, figures, scope


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (
            {"low": 9, "high": OPEN, "speakers": "league", "article": "1"},
            {"low": 7, "high": 8, "speakers": "league", "article": "1"},
            "9 or more against 7 to 8, same speaker, same article.",
        ),
        (
            {"low": 12, "speakers": "Maj. Orr, army"},
            {"low": 15, "speakers": "Capt. Voss, army"},
            "15 against 12, Maj. Orr and Capt. Voss both for army.",
        ),
        (
            {"low": 9, "scope": scope(status="child")},
            {"low": 5},
            "9 cannot be part of 5 (status: child and any).",
        ),
        (
            {"low": 5},
            {"low": 3, "scope": scope(event=("ridge", "north"))},
            "3 fits into 5 (event: ridge / north and ridge).",
        ),
        (
            {"low": 3, "scope": scope(unit="family")},
            {"low": 9},
            "They count different things (unit: family and person).",
        ),
        (
            {"low": 2, "additive": True},
            {"low": 9},
            "One counts others beside those already counted: add, do not compare.",
        ),
        (
            {"low": None, "hedge": "no reports of"},
            {"low": 9},
            "“no reports of” gives no number to compare.",
        ),
        (
            {"scope": scope(side="unknown")},
            {},
            "Whether they count the same cannot be told (side: unknown and any).",
        ),
        (
            {"scope": scope(status="child")},
            {"scope": scope(side="north")},
            (
                "Whether they count the same cannot be told "
                "(each is wider than the other in some respect)."
            ),
        ),
        ({"low": 1200}, {"low": 1200}, "Both say 1,200."),
        ({"low": 0}, {"low": 7}, "7 against none."),
        (
            {"low": 12, "id": "a"},
            {"low": 21, "derived_from": "a"},
            "21 against 12, although one is given as the other’s words.",
        ),
        (
            {"low": 43, "day": 1},
            {"low": 27, "day": 2},
            "43, later 27: such a count cannot fall.",
        ),
        ({"low": 27, "day": 2}, {"low": 20, "day": 1}, "20, later 27: the count went up."),
        (
            {"low": 27, "day": 1, "speakers": "clinic"},
            {"low": 20, "day": 2, "speakers": "clinic"},
            "27, later 20: revised down, same speaker.",
        ),
        (
            {"low": 27, "day": 1},
            {"low": 20, "day": 2, "corrects": True},
            "27, later 20: the later report says that it corrects.",
        ),
        (
            {"low": 27, "day": 1, "scope": scope(measure="missing")},
            {"low": 20, "day": 2, "scope": scope(measure="missing")},
            "27, later 20: this number can fall.",
        ),
        (
            {"low": 12, "high": OPEN, "core": (12, 24)},
            {"low": 40},
            "40 against 12 or more: possible in logic, but not as readers take the words.",
        ),
        (
            {"low": 12, "high": OPEN, "core": (12, 24)},
            {"low": 15},
            "15 against 12 or more: one is more exact.",
        ),
        (
            {"low": 30, "high": 40},
            {"low": 35, "high": 50},
            "35 to 50 against 30 to 40: they overlap.",
        ),
        (
            {"low": 11, "high": 13, "core": (12, 12)},
            {"low": 12},
            "Both are taken to mean 12.",
        ),
        (
            {"low": 12, "id": "a"},
            {"low": 12, "derived_from": "a"},
            "Both say 12, one restating the other.",
        ),
        (
            {"low": 12, "id": "a"},
            {"low": 11, "high": 13, "derived_from": "a"},
            "12 against 11 to 13: restated in other words.",
        ),
        (
            {"scope": scope(window=Moment(5, 5))},
            {"scope": scope(window=Moment(6, 7))},
            "They count different things (window: 5 and 6 to 7).",
        ),
        (
            {"scope": scope(window=Moment(5, 5))},
            {},
            "12 fits into 12 (window: 5 and the whole time).",
        ),
        (
            {"scope": scope(place=("north",))},
            {},
            "12 fits into 12 (place: north and anywhere).",
        ),
    ],
)
def test_the_reason_is_a_sentence_that_names_the_values(a, b, why):
    assert relate(figure(**{"id": "a", **a}), figure(**{"id": "b", **b})).why == why


@given(figures(), figures())
def test_every_reason_is_one_sentence(a, b):
    why = relate(a, b).why

    assert why.endswith(".")
    assert why[0] == why[0].upper()


@given(figures(), figures())
def test_only_conflicts_and_tensions_weigh_anything(a, b):
    relation = relate(a, b)
    contested = relation.is_conflict or relation.kind is RelationKind.TENSION

    assert (relation.severity.total > 0) == contested
    assert 0 <= relation.severity.score <= 100


def test_a_reviewer_is_asked_who_they_are_and_what_lost_includes():
    a = figure(9, OPEN, speakers="league", scope=scope(side="unknown"))
    b = figure(7, 8, speakers="league", scope=scope(measure="lost"))
    c = figure(9, OPEN, speakers="league")

    assert questions(a, b, relate(a, b)) == (
        "Whose people does each figure count?",
        "Do both count the same people, place and time?",
    )
    assert questions(c, b, relate(c, b)) == (
        "Do both speak of the same incident?",
        "Do both count the same people: who are “they”?",
        "Does “lost” include the captured and the missing?",
        "Was one said later than the other?",
    )


def test_a_lower_number_is_asked_for_its_reason():
    a, b = figure(9, day=1, speakers="x"), figure(7, day=2, speakers="x")

    assert questions(a, b, relate(a, b)) == ("Is a reason given for the lower number?",)


def test_the_more_prominent_figure_gives_the_weight():
    a, b = figure(9, id="a", locus=Locus.LEAD), figure(7, id="b", locus=Locus.BODY)

    assert relate(a, b).severity.prominence == 1


@pytest.mark.parametrize(
    ("a", "b", "question"),
    [
        (
            {"low": 3, "scope": scope(measure="casualties")},
            {"low": 9},
            "Does “casualties” include the injured?",
        ),
        (
            {"low": 3, "id": "a"},
            {"low": 9, "derived_from": "a"},
            "Which link of the chain changed the number?",
        ),
        (
            {"low": 3, "id": "a", "day": 1},
            {"low": 9, "day": 1},
            "Do both speak of the same incident?",
        ),
    ],
)
def test_what_is_special_about_a_pair_is_asked(a, b, question):
    first, second = figure(**a), figure(**b)

    assert question in questions(first, second, relate(first, second))
