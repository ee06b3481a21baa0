from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.ledger import Effect, Ledger
from claims.domain.pairs import conflict_count, telling_pairs
from claims.domain.sets import envelope, live
from tests.domain.examples import figure, scope, sets_of_figures
from tests.domain.test_pairs import families


def told(ledger):
    return ledger.live(), ledger.conflicts, ledger.outer(), ledger.inner()


def worked_out(figures):
    standing = sorted(live(figures), key=lambda each: each.id)
    spanned = envelope(standing)
    return (
        standing,
        conflict_count(standing),
        spanned.outer if spanned else None,
        spanned.inner if spanned else None,
    )


@given(sets_of_figures, st.randoms())
def test_the_order_of_arrival_never_changes_an_answer(figures, random):
    shuffled = random.sample(figures, len(figures))

    assert told(Ledger(shuffled)) == told(Ledger(figures)) == worked_out(figures)


@given(sets_of_figures, st.randoms())
def test_what_was_removed_leaves_no_trace(figures, random):
    ledger = Ledger(figures)
    gone = random.sample(figures, len(figures) // 2)
    for each in gone:
        ledger.remove(each.id)

    assert told(ledger) == worked_out([each for each in figures if each not in gone])
    assert len(ledger) == len(figures) - len(gone)


@given(sets_of_figures, sets_of_figures)
def test_a_changed_figure_counts_as_it_now_is(before, after):
    ledger = Ledger(before)
    pairs = zip(before, after, strict=False)
    changed = [replace(new, id=old.id) for old, new in pairs]
    for each in changed:
        ledger.replace(each)

    assert told(ledger) == worked_out([*changed, *before[len(changed) :]])


@given(sets_of_figures)
def test_an_effect_says_who_stands_now_and_who_no_longer_does(figures):
    ledger = Ledger(figures[1:])
    before = {each.id for each in ledger.live()}
    effects = [ledger.add(each) for each in figures[:1]]
    entered = {each.id for effect in effects for each in effect.entered}
    left = {each.id for effect in effects for each in effect.left}

    assert {each.id for each in ledger.live()} == (before | entered) - left
    assert left <= before


@given(families())
def test_the_telling_pairs_are_those_of_the_whole_set(figures):
    ledger = Ledger(figures)
    listed = {
        (frozenset((each.id, other.id)), found)
        for each in figures
        for other, found in ledger.telling(each)
    }

    assert listed == {
        (frozenset((a.id, b.id)), found) for a, b, found in telling_pairs(figures)
    }


@given(sets_of_figures)
def test_the_envelope_is_that_of_the_live_figures(figures):
    assert Ledger(figures).envelope() == worked_envelope(figures)


def worked_envelope(figures):
    return envelope(sorted(live(figures), key=lambda each: each.id))


def test_an_update_makes_the_earlier_figure_outdated_and_its_removal_brings_it_back():
    first = figure(9, id="a", day=1, speakers="clinic")
    second = figure(12, id="b", day=2, speakers="clinic")
    ledger = Ledger([first])

    assert ledger.add(second) == Effect(entered=(second,), left=(first,))
    assert ledger.remove("b") == Effect(entered=(first,), left=(second,))
    assert ledger.add(second).is_nothing is False
    assert ledger.remove("a").is_nothing


def test_a_figure_that_comes_late_with_old_news_never_stands():
    newer = figure(12, id="b", day=2, speakers="clinic")
    ledger = Ledger([newer])

    assert ledger.add(figure(9, id="a", day=1, speakers="clinic")).is_nothing
    assert ledger.live() == [newer]


def test_a_figure_without_a_value_changes_nothing_but_is_known():
    ledger = Ledger([figure(9, id="a")])

    assert ledger.add(figure(None, id="b")).is_nothing
    assert "b" in ledger
    assert list(ledger.telling(figure(None, id="b"))) == []
    assert ledger.remove("b").is_nothing


def test_a_ledger_of_an_unknown_scope_holds_questions_only():
    vague = scope(side="unknown")
    ledger = Ledger([figure(9, id="a", scope=vague), figure(None, id="n", scope=vague)])
    found = list(ledger.telling(figure(9, id="b", scope=vague)))

    assert [finding.kind for _, finding in found] == ["undetermined"]


def test_a_figure_is_entered_once_and_removed_once():
    ledger = Ledger([figure(9, id="a")])

    with pytest.raises(ValueError, match="is in the ledger already"):
        ledger.add(figure(9, id="a"))
    with pytest.raises(ValueError, match="is not in the ledger"):
        ledger.remove("b")


def test_an_empty_ledger_spans_nothing():
    ledger = Ledger()

    assert (ledger.outer(), ledger.inner(), ledger.envelope()) == (None, None, None)
