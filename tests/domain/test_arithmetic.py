from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.domain.arithmetic import check_partition, excesses, twins
from claims.domain.intervals import Interval
from claims.domain.relations import Flag, classify
from tests.domain.examples import OPEN, figure, scope

CHILDREN, ALL = scope(status="child"), scope()


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9)), max_size=8))
def test_an_excess_is_found_exactly_if_some_pair_has_one(drawn):
    known = {True: CHILDREN, False: ALL}
    figures = [
        figure(low, id=str(at), scope=known[is_part])
        for at, (is_part, low) in enumerate(drawn)
    ]
    by_scope = {each: [f for f in figures if f.scope == each] for each in (CHILDREN, ALL)}
    found = list(excesses(by_scope))
    pairs = [
        (a.allowed.low - b.allowed.low)
        for a in by_scope[CHILDREN]
        for b in by_scope[ALL]
        if Flag.PART_EXCEEDS_WHOLE in classify(a, b).flags
    ]

    assert [each.part.allowed.low - each.whole.allowed.low for each in found] == (
        [max(pairs)] if pairs else []
    )


def test_scopes_that_are_not_nested_exceed_nothing():
    women = scope(status="woman")

    assert not list(
        excesses(
            {
                CHILDREN: [figure(9, scope=CHILDREN)],
                women: [figure(1, scope=women), figure(None, scope=women)],
                ALL: [figure(2, additive=True), figure(None)],
            }
        )
    )


def test_parts_are_held_against_the_whole():
    whole = Interval(20, 25)
    parts = [Interval(12, 14), Interval(3, 4)]

    found = check_partition(whole, parts, is_complete=True)
    assert (found.low, found.high) == (15, 18)
    assert found.is_too_little
    assert not found.is_too_much
    assert not check_partition(whole, parts, is_complete=False).is_too_little
    assert check_partition(Interval(1, 9), parts, is_complete=False).is_too_much
    assert not check_partition(whole, [Interval(1, None)], is_complete=True).is_too_little


def test_one_number_under_two_measures_is_shown():
    dead = figure(4460, id="a", printed=(4460,))
    shelters = figure(
        4460, id="b", printed=(4460,), scope=scope(measure="shelters", unit="shelter")
    )
    again = figure(4460, id="c", printed=(4460,))

    (twin,) = twins([dead, shelters, again])
    assert twin.number == 4460
    assert twin.figures == (dead, shelters, again)
    assert not list(twins([dead, again]))


def test_small_numbers_meet_by_chance():
    dead = figure(12, id="a", printed=(12,))
    hurt = figure(12, id="b", printed=(12,), scope=scope(measure="injured"))

    assert not list(twins([dead, hurt]))
    assert list(twins([dead, hurt], telling=12))


def test_an_open_whole_is_never_exceeded():
    assert not list(
        excesses({CHILDREN: [figure(9, scope=CHILDREN)], ALL: [figure(2, OPEN)]})
    )
