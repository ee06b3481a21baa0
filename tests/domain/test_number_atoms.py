from __future__ import annotations

import pytest

from claims.domain.number_atoms import next_atom
from claims.domain.number_words import HEDGES, SCALES, UNITS, VAGUE

AMOUNTS = ["$5", "us$5", "a $5", "hk$ 5", "rs. 5", "eur 5", "y=5", "£5", "~5", "c. 5"]
ABSENT = ["no-one", "nobody", "none", "no survivors", "no word on", "an unknown number"]
PARTS = ["half of", "a quarter of", "two-thirds", "half a million", "a couple of dozen"]


@pytest.mark.parametrize("words", [*UNITS, *VAGUE, *AMOUNTS, *ABSENT, *PARTS])
def test_a_number_is_found_however_it_begins(words):
    found = next_atom(f"they found, {words} ", 0)
    assert found is not None
    assert found.start >= len("they found,")


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_is_a_number_after_another_one(scale):
    assert next_atom(f"another {scale} people", 0) is not None


@pytest.mark.parametrize("hedge", sorted(HEDGES))
def test_a_hedge_is_found_with_its_number(hedge):
    found = next_atom(f"they found {hedge} 12 people", 0)
    assert found is not None
    assert found.value == 12
