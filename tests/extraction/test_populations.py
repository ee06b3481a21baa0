from __future__ import annotations

import pytest

from claims.extraction.populations import is_people, seem_people, unit_word


@pytest.mark.parametrize("word", ["guards", "villagers", "children", "crew", "policemen"])
def test_words_for_people_are_known(word):
    assert is_people(word)


@pytest.mark.parametrize("word", ["climbers", "cyclists", "librarians", "trainees"])
def test_words_made_like_words_for_people_seem_to_be_such(word):
    assert not is_people(word)
    assert seem_people(word)


@pytest.mark.parametrize(
    "word", ["lorries", "towers", "numbers", "houses", "committees", ""]
)
def test_words_for_things_are_none(word):
    assert not seem_people(word)


@pytest.mark.parametrize(
    ("head", "unit"), [("families", "family"), ("bodies", "body"), ("guards", "")]
)
def test_some_words_are_units_of_their_own(head, unit):
    assert unit_word(head) == unit
