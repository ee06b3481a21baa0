from __future__ import annotations

import pytest

from claims.extraction.populations import (
    is_anybody,
    is_people,
    seem_people,
    status_of,
    unit_word,
)


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


@pytest.mark.parametrize(
    ("population", "status"),
    [
        ("civilians", "civilian"),
        ("school children", "child"),
        ("women", "woman"),
        ("young men", "man"),
        ("Hill fighters", "combatant"),
        ("terrorists", "combatant"),
        ("people", "any"),
        ("", "any"),
    ],
)
def test_the_words_for_a_population_name_its_status(population, status):
    assert status_of(population) == status


@pytest.mark.parametrize(
    ("population", "is_told_nothing"),
    [("people", True), ("others", True), ("", True), ("Orme men", False), ("nuns", False)],
)
def test_some_words_tell_nothing_of_who_is_counted(population, is_told_nothing):
    assert is_anybody(population) is is_told_nothing
