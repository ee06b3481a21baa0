from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.domain.pairs import telling_pairs
from tests.domain.brute import brute_telling
from tests.domain.examples import figure, scope, sets_of_figures


@st.composite
def families(draw):
    """Return figures of which some restate others."""
    figures = draw(sets_of_figures)
    ids = [each.id for each in figures] + ["elsewhere"]
    return [
        replace(each, derived_from=source if source != each.id else None)
        for each in figures
        for source in [draw(st.none() | st.sampled_from(ids))]
    ]


@given(families())
def test_all_telling_pairs_are_found_and_each_once(figures):
    listed = [frozenset((a.id, b.id)) for a, b, _ in telling_pairs(figures)]

    assert set(listed) == brute_telling(figures)
    assert len(listed) == len(set(listed))


def test_every_pair_is_a_question_while_the_scope_is_unknown():
    vague = scope(side="unknown")
    figures = [figure(low, id=str(low), scope=vague) for low in (1, 1, 2)]

    assert [found.kind for _, _, found in telling_pairs(figures)] == ["undetermined"] * 3
