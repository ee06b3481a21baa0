from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.moments import Moment
from claims.domain.scopes import (
    DEFAULT_LATTICE,
    Lattice,
    Scope,
    ScopeOrder,
    compare,
    components,
    wider_measures,
)
from tests.domain.examples import scope

SAME, SUB, SUPER = ScopeOrder.SAME, ScopeOrder.SUB, ScopeOrder.SUPER
DISJOINT, UNKNOWN = ScopeOrder.DISJOINT, ScopeOrder.UNKNOWN


@pytest.mark.parametrize(
    ("a", "b", "order"),
    [
        ({}, {}, SAME),
        # Measures
        ({"measure": "killed"}, {"measure": "casualties"}, SUB),
        ({"measure": "lost"}, {"measure": "captured"}, SUPER),
        ({"measure": "killed"}, {"measure": "injured"}, DISJOINT),
        ({"measure": "casualties"}, {"measure": "lost"}, UNKNOWN),
        ({"measure": "tents"}, {"measure": "boats"}, DISJOINT),
        # Sides
        ({"side": "coast guard"}, {"side": "any"}, SUB),
        ({"side": "coast guard"}, {"side": "smugglers"}, DISJOINT),
        ({"side": "coast guard"}, {"side": "unknown"}, UNKNOWN),
        ({"side": "unknown"}, {"side": "any"}, UNKNOWN),
        # An unknown part is not known to be the same unknown part.
        ({"side": "unknown"}, {"side": "unknown"}, UNKNOWN),
        # Statuses
        ({"status": "child"}, {"status": "civilian"}, SUB),
        ({"status": "child"}, {"status": "woman"}, DISJOINT),
        ({"status": "civilian"}, {"status": "combatant"}, DISJOINT),
        ({"status": "woman"}, {"status": "combatant"}, DISJOINT),
        ({"status": "man"}, {"status": "civilian"}, UNKNOWN),
        ({"status": "combatant"}, {"status": "man"}, UNKNOWN),
        # Whether a nurse is a civilian, no list here says.
        ({"status": "nurse"}, {"status": "civilian"}, UNKNOWN),
        # Paths
        ({"event": ("war", "ridge")}, {"event": ("war",)}, SUB),
        ({"event": ("war", "ridge")}, {"event": ("war", "ford")}, DISJOINT),
        ({"place": ()}, {"place": ("north",)}, SUPER),
        ({"place": ("north", "ford")}, {"place": ("north", "unknown")}, UNKNOWN),
        # Windows
        ({"window": Moment(5, 5)}, {"window": Moment(1, 7)}, SUB),
        ({"window": Moment(5, 5)}, {}, SUB),
        ({"window": Moment(5, 5)}, {"window": Moment(6, 6)}, DISJOINT),
        ({"window": Moment(1, 5)}, {"window": Moment(4, 8)}, UNKNOWN),
        # Units
        ({"unit": "family"}, {"unit": "person"}, DISJOINT),
        # Several components
        ({"status": "child", "place": ("north",)}, {}, SUB),
        ({"status": "child"}, {"place": ("north",)}, UNKNOWN),
        ({"status": "unknown", "unit": "family"}, {}, DISJOINT),
    ],
)
def test_scopes_lie_to_each_other_as_their_components_do(a, b, order):
    assert compare(scope(**a), scope(**b)) is order
    assert compare(scope(**b), scope(**a)) is order.reversed


scopes = st.builds(
    Scope,
    measure=st.sampled_from(["killed", "injured", "casualties", "lost"]),
    side=st.sampled_from(["any", "unknown", "north", "south"]),
    status=st.sampled_from(["any", "child", "civilian", "man"]),
    event=st.sampled_from([("war",), ("war", "ridge"), ("war", "ford")]),
    window=st.sampled_from([None, Moment(1, 5), Moment(4, 8), Moment(2, 3)]),
)


@given(scopes, scopes)
def test_turning_the_pair_turns_the_order(a, b):
    assert compare(a, b) is compare(b, a).reversed


@given(scopes, scopes, scopes)
def test_a_part_of_a_part_is_a_part(a, b, c):
    nested = {compare(a, b), compare(b, c)} <= {SUB, SAME}

    assert not nested or compare(a, c) in {SUB, SAME}


def test_components_name_what_differs():
    lit = components(scope(status="child"), scope(side="north"))

    assert {name: order for name, order in lit.items() if order is not SAME} == {
        "side": SUPER,
        "status": SUB,
    }


def test_the_part_of_orders_can_be_edited():
    lattice = Lattice(
        measures=DEFAULT_LATTICE.measures,
        statuses={**DEFAULT_LATTICE.statuses, "nurse": frozenset({"civilian"})},
        sides={"harbour police": frozenset({"state"}), "state": frozenset()},
    )

    assert compare(scope(status="nurse"), scope(status="civilian"), lattice) is SUB
    assert compare(scope(side="state"), scope(side="harbour police"), lattice) is SUPER


def test_a_word_cannot_be_a_part_of_itself():
    with pytest.raises(ValueError, match="cannot be a part of itself"):
        Lattice(measures={"a": frozenset({"b"}), "b": frozenset({"a"})}, statuses={})


def test_wider_measures_are_those_that_hold_it():
    assert wider_measures("killed") == {"casualties", "lost", "dead_or_missing"}
