from __future__ import annotations

import pytest

from claims.domain.measures import SYNONYMS, Counted, Measure, counted, measure_of, unit_of


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("killed", Measure.KILLED),
        ("Dead", Measure.KILLED),
        ("wounded", Measure.INJURED),
        ("hurt", Measure.INJURED),
        ("demonstrators", Measure.CROWD),
        ("laid  off", Measure.LAID_OFF),
        ("killed or  wounded", Measure.CASUALTIES),
        ("dead_or_missing", Measure.DEAD_OR_MISSING),
        ("tambourines", None),
        ("", None),
    ],
)
def test_words_name_their_measure(words, measure):
    assert measure_of(words) is measure


def test_no_word_names_two_measures():
    words = [word for words in SYNONYMS.values() for word in words]

    assert len(words) == len(set(words))
    assert not set(words) & {measure.value.replace("_", " ") for measure in Measure}
    assert set(SYNONYMS) == set(Measure)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("laid off (%)", Counted("laid_off", "percent")),
        ("damage (USD)", Counted("damage", "USD")),
        ("injured", Counted("injured", "person")),
        ("Boats Adrift", Counted("boats_adrift", "person")),
        ("households", Counted("households", "family")),
    ],
)
def test_a_dossier_may_put_the_unit_into_the_measure(words, expected):
    assert counted(words) == expected


def test_a_measure_needs_a_name():
    with pytest.raises(ValueError, match="the measure is empty"):
        counted("  ")


def test_a_measure_that_nobody_knows_counts_persons():
    assert unit_of("boats_adrift") == "person"
