from __future__ import annotations

import pytest

from claims.domain.intervals import Interval
from claims.domain.severity import NO_SEVERITY, Severity, balance_of, gap_between


def weigh(lower, upper, balance=1.0, **terms):
    gap = gap_between(Interval(*lower), Interval(*upper))
    return Severity(gap, balance, 1.0, **terms).score


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (weigh((0, 0), (7, 7), denial=True), 100),
        (weigh((12, 12), (120, 120)), 98),
        (weigh((12, 12), (120, 120), balance_of(9, 1)), 79),
        (weigh((7, 8), (9, None), own_words=True), 36),
        (weigh((12, 12), (15, 15)), 30),
        (weigh((90, 99), (100, 100)), 7),
    ],
)
def test_severity_is_what_the_method_works_out_by_hand(score, expected):
    assert score == expected


def test_a_denial_and_own_words_weigh_in_points():
    plain = Severity(0.04, 1.0, 1.0).total

    assert plain == 20
    assert Severity(0.04, 1.0, 1.0, denial=True).total == plain + 20
    assert Severity(0.04, 1.0, 1.0, own_words=True).total == plain + 15
    assert Severity(1.0, 1.0, 1.0, denial=True).total == 100


def test_balance_and_prominence_have_their_shares():
    assert Severity(1.0, 0.0, 0.0).score == 60
    assert Severity(1.0, 1.0, 0.0).score == 85
    assert Severity(1.0, 0.0, 1.0).score == 75


def test_a_tension_weighs_half():
    hard, soft = Severity(0.25, 1.0, 1.0), Severity(0.25, 1.0, 1.0, soft=True)

    assert (hard.total, soft.total) == (50, 25)


def test_no_gap_has_no_weight_whatever_else_is_said():
    assert Severity(0.0, 1.0, 1.0, denial=True, own_words=True).total == 0
    assert NO_SEVERITY.score == 0


def test_intervals_that_meet_or_stand_the_other_way_have_no_gap():
    assert gap_between(Interval(1, 5), Interval(5, 9)) == 0
    assert gap_between(Interval(1, None), Interval(5, 9)) == 0
    assert gap_between(Interval(8, 9), Interval(1, 2)) == 0


def test_nobody_on_either_side_is_no_balance():
    assert balance_of(0, 0) == 0
    assert balance_of(2, 2) == 1
