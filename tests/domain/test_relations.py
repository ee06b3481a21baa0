from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from claims.domain.moments import Moment
from claims.domain.relations import Flag, RelationKind, classify
from tests.domain.examples import OPEN, figure, figures, scope

POLICE = {"speakers": "police"}
CLINIC = {"speakers": "clinic"}
FLOOR = {"low": 12, "high": OPEN, "core": (12, 24)}


def told(a, b):
    found = classify(figure(**{"id": "a", **a}), figure(**{"id": "b", **b}))
    return " ".join([found.kind, *sorted(found.flags)])


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # 1. Nothing to compare
        ({"low": None}, {"low": 7}, "not_comparable no_value"),
        ({"scope": scope(unit="family")}, {}, "not_comparable disjoint_scope"),
        ({"low": 2, "additive": True}, {"low": 5}, "not_comparable disjoint_scope"),
        # 2. A question of scope
        ({"scope": scope(status="unknown")}, {}, "undetermined scope_unknown"),
        # 3. Part and whole, before time and before trust
        ({"low": 5, "scope": scope(status="child")}, {"low": 9}, "scope_difference sub"),
        ({"low": 9}, {"low": 5, "scope": scope(status="child")}, "scope_difference super"),
        (
            {"low": 9, "scope": scope(status="child")},
            {"low": 5},
            "conflict part_exceeds_whole",
        ),
        (
            {"low": 0, "scope": scope(measure="casualties"), "day": 1, **POLICE},
            {"low": 3, "day": 3, **POLICE},
            "conflict part_exceeds_whole self",
        ),
        # 4. One restates the other
        ({"low": 12}, {"low": 12, "derived_from": "a"}, "restatement"),
        (
            {"low": 12},
            {"low": 11, "high": 13, "derived_from": "a"},
            "restatement paraphrased",
        ),
        (
            {"low": 12, **POLICE},
            {"low": 21, "derived_from": "a", **POLICE},
            "conflict misquote",
        ),
        (
            {"low": 12, "derived_from": "c"},
            {"low": 12, "derived_from": "c"},
            "restatement",
        ),
        # Restating somebody else's figure says nothing about this one.
        ({"low": 12}, {"low": 12, "derived_from": "c"}, "agree"),
        ({"low": 12, "derived_from": "d"}, {"low": 12, "derived_from": "c"}, "agree"),
        (
            {"low": 12, "day": 1},
            {"low": 21, "day": 2, "derived_from": "a"},
            "update misquote up",
        ),
        # 5. Different times
        ({"low": 27, "day": 1, **POLICE}, {"low": 43, "day": 2, **CLINIC}, "update up"),
        ({"low": 43, "day": 1, **POLICE}, {"low": 27, "day": 2, **POLICE}, "update down"),
        (
            {"low": 43, "day": 1, **POLICE},
            {"low": 27, "day": 2, **CLINIC},
            "conflict later_is_lower",
        ),
        (
            {"low": 43, "day": 1, **POLICE},
            {"low": 38, "day": 2, "corrects": True, **CLINIC},
            "update down",
        ),
        # That the earlier report corrects something else does not make it right.
        (
            {"low": 43, "day": 1, "corrects": True, **POLICE},
            {"low": 38, "day": 2, **CLINIC},
            "conflict later_is_lower",
        ),
        # The missing are found: fewer later is nobody's fault.
        (
            {"low": 43, "day": 1, "scope": scope(measure="missing"), **POLICE},
            {"low": 38, "day": 2, "scope": scope(measure="missing"), **CLINIC},
            "update down",
        ),
        ({**FLOOR, "day": 1}, {"low": 40, "day": 2}, "update soft up"),
        ({**FLOOR, "day": 1}, {"low": 15, "day": 2}, "refinement"),
        ({"low": 40, "day": 1}, {**FLOOR, "day": 2}, "tension"),
        # 6. No common value
        ({"low": 12, **POLICE}, {"low": 15, **CLINIC}, "conflict"),
        ({"low": 12, **POLICE}, {"low": 15, **POLICE}, "self_contradiction"),
        (
            {"low": 12, "speakers": "Maj. Orr, army"},
            {"low": 15, "speakers": "Capt. Voss, army"},
            "self_contradiction",
        ),
        # A date on one of them only cannot make it an update.
        ({"low": 12, **POLICE}, {"low": 15, "day": 2, **POLICE}, "self_contradiction"),
        # 7. Possible, but not as readers take it
        ({**FLOOR, **POLICE}, {"low": 40, **CLINIC}, "tension"),
        ({**FLOOR, **POLICE}, {"low": 40, **POLICE}, "tension self"),
        # 8. In harmony
        ({"low": 12}, {"low": 12}, "agree"),
        ({**FLOOR}, {"low": 15}, "refinement"),
        ({"low": 30, "high": 40}, {"low": 35, "high": 50}, "overlap"),
    ],
)
def test_the_first_rule_that_applies_names_the_relation(a, b, expected):
    assert told(a, b) == expected


@given(figures(), figures())
def test_a_relation_is_the_same_either_way_round(a, b):
    assert classify(a, b) == classify(b, a)


@given(figures(), figures())
def test_figures_of_one_time_conflict_exactly_if_no_value_satisfies_both(a, b):
    found = classify(a, b)
    apart = a.allowed.is_apart_from(b.allowed)
    timed = found.kind is RelationKind.UPDATE or Flag.LATER_IS_LOWER in found.flags
    compared = found.kind is not RelationKind.NOT_COMPARABLE

    assert timed or not compared or found.is_conflict == apart


def test_times_that_overlap_do_not_order_two_figures():
    spring = replace(figure(12, id="a"), as_of=Moment(1, 9))
    may = replace(figure(15, id="b"), as_of=Moment(9, 12))
    june = replace(figure(15, id="b"), as_of=Moment(10, 12))

    assert classify(spring, may).kind is RelationKind.CONFLICT
    assert classify(spring, june).kind is RelationKind.UPDATE
