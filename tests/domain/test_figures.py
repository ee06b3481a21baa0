from __future__ import annotations

import pytest

from claims.domain.figures import Kind
from claims.domain.intervals import Interval
from tests.domain.examples import OPEN, figure


def test_a_figure_cannot_be_read_as_what_its_words_exclude():
    with pytest.raises(ValueError, match="a value that its words do not allow"):
        figure(9, OPEN, core=(7, 12))


def test_a_figure_has_both_intervals_or_none():
    with pytest.raises(ValueError, match="only one of its two intervals"):
        figure(None, core=(7, 8))


def test_a_figure_cannot_restate_itself():
    with pytest.raises(ValueError, match="cannot restate itself"):
        figure(7, id="a", derived_from="a")


def test_a_vague_word_names_no_number():
    assert figure(12, OPEN, printed=(24,), kind=Kind.VAGUE).named_high is None
    assert figure(9, OPEN, printed=(9, 10), kind=Kind.AT_LEAST).named_high == 10


def test_a_figure_without_a_value_says_so():
    silent = figure(None, id="a")

    with pytest.raises(ValueError, match="figure a gives no value"):
        _ = silent.allowed
    with pytest.raises(ValueError, match="figure a gives no value"):
        _ = silent.meant
    assert figure(7).meant == Interval(7, 7)
