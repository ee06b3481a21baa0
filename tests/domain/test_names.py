from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain import names


@pytest.mark.parametrize(
    ("printed", "words", "titles"),
    [
        ("Ilse Brandt", ("Ilse", "Brandt"), ()),
        ("Gen. Tomas Akmal Verin's", ("Tomas", "Akmal", "Verin"), ("Gen.",)),
        ("Prime Minister Ilse Brandt", ("Ilse", "Brandt"), ("Prime", "Minister")),
        ("Commanders Verin", ("Verin",), ("Commanders",)),
        ("John Verin Jr.", ("John", "Verin"), ()),
        ("the Prime Minister", ("Minister",), ("Prime",)),
        ("", (), ()),
    ],
)
def test_a_name_is_taken_apart_into_titles_and_words(printed, words, titles):
    name = names.parse(printed)

    assert (name.words, name.titles) == (words, titles)


@pytest.mark.parametrize(
    ("printed", "family"),
    [
        ("Ilse Brandt", "Brandt"),
        ("Ursula von der Halde", "von der Halde"),
        ("Brandt", "Brandt"),
    ],
)
def test_particles_belong_to_the_family_name(printed, family):
    assert names.parse(printed).family == family


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Brandt", "Ilse Brandt", True),
        ("Ms. Brandt", "Ilse Brandt", True),
        ("I. Brandt", "Ilse Marie Brandt", True),
        ("Ilse", "Ilse Brandt", True),
        ("T. Brandt", "Ilse Marie Brandt", False),
        ("Verin", "Ilse Brandt", False),
        ("Ilse Brandt", "Ilse Brandt", False),
        ("Ilse Marie Brandt", "Ilse Brandt", False),
    ],
)
def test_a_short_form_leaves_words_out_and_changes_none(short, full, fits):
    assert names.is_short_form(short, full) is fits


def test_two_spellings_of_one_name_are_alike_and_two_people_are_not():
    assert names.likeness("Fahrid Dashty", "Fahrid Dashti") > 0.75
    assert names.likeness("George Kettana", "George Kettaneh") > 0.7
    assert names.likeness("Dr. Ilse Brandt", "Ilse Brandt") == 1.0
    assert names.likeness("Brandt", "Ilse Brandt") == 0.95
    assert names.likeness("Ilse Brandt", "Tomas Verin") == 0.0
    assert names.likeness("Ilse Brandt", "Tomas Brandt") == 0.0


def test_accents_stops_and_apostrophes_do_not_part_a_name():
    assert names.key("Léon D’Arc") == names.key("Leon D'Arc")
    assert names.fold("U.S.") == "us"


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_between_0_and_1_and_the_same_both_ways(one, other):
    assert 0.0 <= names.likeness(one, other) <= 1.0
    assert names.likeness(one, other) == names.likeness(other, one)


@given(st.text(max_size=80))
def test_any_text_can_be_taken_apart(text):
    name = names.parse(text)

    assert len(name.words) + len(name.titles) <= len(text.split())
