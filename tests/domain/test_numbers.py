from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.intervals import Interval
from claims.domain.number_forms import Form
from claims.domain.number_intervals import Parameters
from claims.domain.number_words import listed
from claims.domain.numbers import NumberPhrase, lower, read, scan

WORDS = st.sampled_from(
    listed(
        "at least more than up to between from and or - – to about nearly 3 12 4-5 1,200 "
        "2.5 million thousand dozen dozens a few several couple of half one twenty hundred "
        "no casualties killed another others % $ £ + 7th 2019 March p.m. years-old , . "
        "é 𝟚 ٣ İ"
    )
)


def only(text: str) -> NumberPhrase:
    (phrase,) = read(text)
    return phrase


@pytest.mark.parametrize(
    ("text", "words", "hard", "core"),
    [
        ("at least 6-7 raiders fell", "at least 6-7", (6, None), (6, 14)),
        ("They lost 3-4 people", "3-4", (3, 4), (3, 4)),
        ("a couple of guards hurt", "a couple of", (2, 3), (2, 2)),
        ("between 15 and 20 people", "between 15 and 20", (15, 20), (15, 20)),
        ("from 200 to 300 marchers", "from 200 to 300", (200, 300), (200, 300)),
        ("exactly 31 people", "exactly 31", (31, 31), (31, 31)),
        ("Precisely twelve men fell", "Precisely twelve", (12, 12), (12, 12)),
        ("3-4,000 displaced", "3-4,000", (3000, 4000), (3000, 4000)),
        ("20 to 25 thousand people", "20 to 25 thousand", (20000, 25000), (20000, 25000)),
        ("more than 30 dead", "more than 30", (31, None), (31, 60)),
        ("at least 2 killed", "at least 2", (2, None), (2, 6)),
        ("14 persons at least were killed", "14 persons at least", (14, None), (14, 28)),
        ("40+ injured", "40+", (40, None), (40, 80)),
        ("up to 30", "up to 30", (0, 30), (15, 30)),
        ("up to 30 villagers were killed", "up to 30", (1, 30), (15, 30)),
        ("fewer than 10 were hurt", "fewer than 10", (1, 9), (5, 9)),
        ("nearly 200", "nearly 200", (180, 199), (190, 199)),
        ("just over 200", "just over 200", (201, 210), (201, 206)),
        ("just under 20", "just under 20", (19, 19), (19, 19)),
        ("around 60", "around 60", (54, 66), (57, 63)),
        ("about 3 people", "about 3", (2, 4), (2, 4)),
        ("dozens", "dozens", (12, None), (24, 99)),
        ("several thousand", "several thousand", (2000, 9990), (3000, 9000)),
        ("two dozen", "two dozen", (22, 26), (24, 24)),
        ("1.4 million", "1.4 million", (1350000, 1450000), (1400000, 1400000)),
        ("three hundred and five", "three hundred and five", (305, 305), (305, 305)),
        (
            "forty-two thousand six hundred",
            "forty-two thousand six hundred",
            (42600, 42600),
            (42600, 42600),
        ),
        ("no casualties", "no casualties", (0, 0), (0, 0)),
        ("nobody was hurt", "nobody", (0, 0), (0, 0)),
    ],
)
def test_a_phrase_has_a_hard_and_a_core_interval(text, words, hard, core):
    phrase = only(text)

    assert phrase.text == words
    assert phrase.hard == Interval(*hard)
    assert phrase.core == Interval(*core)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than 300 people", 300, None),
        ("about 40 people", 40, 40),
        ("at least 6-7 people", 6, None),
        ("up to 12 people", None, 12),
        ("just under 8,000 people", None, 8000),
        ("scores of people", 40, None),
        ("a couple of people", 2, 3),
        ("5-6 people", 5, 6),
    ],
)
def test_a_phrase_keeps_the_numbers_as_printed(text, low, high):
    phrase = only(text)

    assert (phrase.low, phrase.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a 30-year-old man", Form.AGE),
        ("women aged 40", Form.AGE),
        ("on 4-5 April", Form.DATE),
        ("on April 4", Form.DATE),
        ("in 2014", Form.YEAR),
        ("at 4 p.m.", Form.CLOCK),
        ("the 12th raid", Form.ORDINAL),
        ("after 6 hours of shelling", Form.DURATION),
        ("some 30 km away", Form.MEASURE),
        ("12 per cent of them", Form.SHARE),
        ("a third of them", Form.SHARE),
        ("$3.5bn", Form.MONEY),
        ("900 euros", Form.MONEY),
        ("a 20-strong unit", Form.STRENGTH),
        ("an RPG-7", Form.NAME),
        ("resolution 1325", Form.NAME),
        ("won 3-1", Form.SCORE),
        ("three times", Form.TIMES),
    ],
)
def test_what_is_no_count_is_told_apart(text, form):
    (phrase,) = scan(text)

    assert phrase.form is form
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "three others",
        "another 9 were hurt",
        "a further 20",
        "six more people",
        "another dozen",
    ],
)
def test_an_addition_says_that_it_is_one(text):
    assert only(text).additive


def test_a_report_that_nothing_is_known_has_no_value():
    phrase = only("There were no immediate reports of casualties")

    assert (phrase.kind, phrase.hard, phrase.core) == ("no_report", None, None)


def test_a_toll_that_moved_is_two_numbers():
    rose = read("the toll rose from 12 to 19")

    assert [phrase.printed for phrase in rose] == [(12,), (19,)]


def test_the_parameters_can_be_replaced():
    wide = Parameters(about_hard=Decimal("0.5"))

    (phrase,) = read("about 100 people", wide)

    assert phrase.hard == Interval(50, 150)


@given(st.text() | st.lists(WORDS, max_size=30).map(" ".join))
def test_every_phrase_stands_where_it_says_and_means_what_it_allows(text):
    phrases = list(scan(text))

    for phrase in phrases:
        assert text[phrase.span.start : phrase.span.end] == phrase.text
        assert phrase.span.contains(phrase.number)
        assert (phrase.hard is None) == (phrase.core is None)
        if phrase.hard and phrase.core:
            assert phrase.hard.contains(phrase.core)
    assert phrases == list(scan(text))


@given(st.text())
def test_lower_case_keeps_every_offset(text):
    assert len(lower(text)) == len(text)


def test_hostile_lengths_are_read_in_passing():
    digits = "1" * 1_000_000
    lists = "11," * 100_000
    hedges = "at least " * 100_000

    assert list(scan(digits)) == []
    assert len(list(scan(lists))) <= 1
    assert list(scan(hedges)) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("one in five families", (20,)),
        ("six in 10 voters", (60,)),
        ("a third of the staff", (Decimal("33.3333"),)),
        ("three-quarters of them", (75,)),
    ],
)
def test_a_ratio_is_a_share_in_percent(text, printed):
    (phrase,) = scan(text)

    assert (phrase.form, phrase.printed) == (Form.SHARE, printed)


def test_a_number_before_a_smaller_one_is_no_ratio():
    (five, one) = scan("killed five in one raid")

    assert (five.printed, one.printed) == ((5,), (1,))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("either one, two or four people", 1, 4),
        ("estimates from one (a hospital) to six (police)", 1, 6),
        ("75 to 100% of staff", 75, 100),
        ("between $3bn and $5bn", 3 * 10**9, 5 * 10**9),
    ],
)
def test_a_range_may_be_spread_over_words(text, low, high):
    (phrase,) = scan(text)

    assert (phrase.low, phrase.high) == (low, high)


def test_a_rise_by_a_number_to_another_is_no_range():
    assert [phrase.printed for phrase in scan("cases rose by 12 to 431")] == [(12,), (431,)]


def test_a_hedge_holds_in_brackets_as_well():
    kilometres, miles = scan("more than 100 km (60 miles)")

    assert (kilometres.low, kilometres.high) == (100, None)
    assert (miles.low, miles.high) == (60, None)


def test_a_vague_word_utters_no_number():
    phrase = only("dozens")

    assert (phrase.printed, phrase.low) == ((), 24)


@pytest.mark.parametrize(
    "text", ["5918 Parkcrest Street", "(2) to influence", "the 1970s", "at 10:42", "7AB8"]
)
def test_addresses_markers_decades_and_clocks_are_no_counts(text):
    assert read(text) == []


@pytest.mark.parametrize("words", ["0 dozen", "0 score", "0 dozens"])
def test_no_dozen_is_not_fewer_than_none(words):
    (phrase,) = scan(f"They sold {words} of them.")

    assert phrase.hard is not None
    assert phrase.hard.low == 0


@pytest.mark.parametrize("words", ["zero in one", "one in zero", "zero out of ten"])
def test_none_in_so_many_is_read_without_complaint(words):
    assert list(scan(f"It was {words} of them."))
