from __future__ import annotations

import pytest

from claims.domain.arithmetic import check_partition
from claims.domain.checks import Concern, Draft, Level, Setting, checks, is_covered
from claims.domain.figures import Interest, Kind
from claims.domain.intervals import Interval
from claims.domain.moments import Moment
from tests.domain.examples import OPEN, figure

REASON = "The clinic counted the bodies itself."
FLOOR = figure(9, OPEN, id="a", kind=Kind.AT_LEAST, printed=(9, 10))
RANGE = figure(7, 8, id="b", kind=Kind.RANGE, printed=(7, 8))


def concerns(draft, *live, independent=2, **setting):
    found = checks(draft, Setting(live, independent, **setting))
    return [each.concern for each in found]


def parts(*highs):
    return check_partition(Interval(0, None), [Interval(1, high) for high in highs])


def test_a_sound_settlement_raises_nothing():
    draft = Draft(REASON, "between seven and ten, the league said", 7, 10, 8)

    assert concerns(draft, FLOOR, RANGE) == []


@pytest.mark.parametrize(
    ("draft", "live", "setting", "concern"),
    [
        (Draft("  "), [], {}, Concern.NO_RATIONALE),
        (Draft(REASON, low=7, high=8), [FLOOR], {}, Concern.OUTSIDE),
        (Draft(REASON, low=10, high=12), [RANGE], {}, Concern.OUTSIDE),
        (Draft(REASON, low=7, high=10, best=11), [], {}, Concern.BEST_OUTSIDE),
        (Draft(REASON, low=1, high=2), [], {"parts": parts(2, 2, 2)}, Concern.PARTS_EXCEED),
        (
            Draft(REASON),
            [figure(9, id="x", interest=Interest.ENEMY)],
            {},
            Concern.INTERESTED_ONLY,
        ),
        (Draft(REASON), [], {"independent": 1}, Concern.ONE_ORIGIN),
        (Draft(REASON), [], {"independent": 0}, Concern.ONE_ORIGIN),
        (
            Draft(REASON, as_of=Moment(1, 1)),
            [figure(9, day=2)],
            {},
            Concern.LATER_FIGURE,
        ),
        (Draft(REASON, "nine were killed"), [FLOOR], {}, Concern.HEDGE_DROPPED),
        (Draft(REASON), [], {"severity": 60}, Concern.SECOND_READER),
    ],
)
def test_each_concern_is_raised_alone(draft, live, setting, concern):
    assert concerns(draft, *live, **setting) == [concern]


@pytest.mark.parametrize(
    ("draft", "live", "setting"),
    [
        (Draft(REASON, low=7, high=8, set_aside=frozenset("a")), [FLOOR, RANGE], {}),
        (Draft(REASON, "at least nine were killed", 9), [FLOOR], {}),
        # A floor below the range and a ceiling above it leave room for it.
        (Draft(REASON, low=10, high=12), [FLOOR], {}),
        (Draft(REASON, low=9, high=9), [figure(0, 50, kind=Kind.AT_MOST)], {}),
        (Draft(REASON, low=9, high=9), [figure(3, 19, kind=Kind.VAGUE)], {}),
        (
            Draft(REASON, low=300, high=300),
            [figure(270, 330, core=(285, 315), kind=Kind.APPROX)],
            {},
        ),
        (Draft(REASON, low=9, high=9), [], {"parts": parts(2, 2)}),
        (Draft(REASON), [], {"severity": 59, "parts": parts(2)}),
        (Draft(REASON, low=4, high=4), [], {"parts": parts(2, 2)}),
        (
            Draft(REASON, low=9, high=9),
            [figure(0, 50, kind=Kind.AT_MOST, printed=(50,))],
            {},
        ),
        # Both sides speak.
        (
            Draft(REASON),
            [
                figure(9, id="x", interest=Interest.ENEMY),
                figure(9, id="y", interest=Interest.OWN),
            ],
            {},
        ),
        (Draft(REASON, as_of=Moment(2, 2)), [figure(9, day=2)], {}),
    ],
)
def test_what_is_in_order_raises_no_concern(draft, live, setting):
    assert concerns(draft, *live, **setting) == []


def test_the_message_says_how_many_origins_there_are():
    one, none = (checks(Draft(REASON), Setting((), count)) for count in (1, 0))

    assert [each.message for each in one] == ["All reports rest on one independent origin."]
    assert [each.message for each in none] == ["All reports rest on no named origin."]


def test_only_the_missing_rationale_blocks_and_every_concern_says_what_to_do():
    blocked = checks(Draft(""), Setting((), 0, severity=99))

    assert [each.level for each in blocked] == [Level.BLOCK, Level.WARN, Level.WARN]
    assert all(each.to_do.endswith(".") and each.message.endswith(".") for each in blocked)


@pytest.mark.parametrize(
    ("figure_", "has_room"),
    [
        (figure(8, id="x"), True),
        (figure(12), False),
        (FLOOR, True),
    ],
)
def test_a_range_has_room_for_what_can_be_true_within_it(figure_, has_room):
    assert is_covered(figure_, Interval(7, 10)) is has_room
