from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.number_words import listed
from claims.extraction.figures import find
from claims.extraction.findings import FigureFinding

LEAD = "The town was quiet again on Sunday.\n\n"  # so that the text is no bare passage
WORDS = st.sampled_from(
    listed(
        """
        at least 12 7-8 two three dozens people soldiers women children were was killed dead
        wounded injured missing and including among them of the others another died
        arrested rose to from toll up down . , ; ( ) “ ” both the same number as many
        wounded $3bn 40% per cent tons wheat in Ilford Monday night 2019 they died
        """
    )
)


def figures(text: str) -> list[FigureFinding]:
    return find(LEAD + text)


def told(text: str) -> list[tuple[str | None, object, object]]:
    return [(figure.kind, figure.low, figure.high) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 6-7 raiders were killed.", [("killed", 6, None)]),
        ("They lost 4-5 men.", [("killed", 4, 5)]),
        ("A shell killed three and wounded up to nine others.",
         [("killed", 3, 3), ("injured", None, 9)]),
        ("Seven dead and several hurt: that was the night.",
         [("killed", 7, 7), ("injured", 3, None)]),
        ("The raid cost the garrison no fewer than six lives.", [("killed", 6, None)]),
        ("The flood has claimed 31 lives.", [("killed", 31, 31)]),
        ("The death toll rose to 43.", [("killed", 43, 43)]),
        ("The number of injured stood at 210.", [("injured", 210, 210)]),
        ("The number of dead may reach 60.", [("killed", None, 60)]),
        ("No one was hurt.", [("injured", 0, 0)]),
        ("There were no casualties.", [("casualties", 0, 0)]),
        ("There were no reports of casualties.", [("casualties", None, None)]),
        ("Twelve people were killed or injured.", [("casualties", 12, 12)]),
        ("A couple of guards were also wounded.", [("injured", 2, 3)]),
        ("Nine guards were killed and a similar number wounded.",
         [("killed", 9, 9), ("injured", 9, 9)]),
        ("Five walkers and a guide drowned.", [("killed", 5, 5)]),
        ("Police detained 40 marchers; 12 were released.",
         [("arrested", 40, 40), ("rescued", 12, 12)]),
        ("Some 3,000 villagers fled and 20 are missing.",
         [("displaced", 3000, 3000), ("missing", 20, 20)]),
        ("The rebels captured four soldiers.", [("captured", 4, 4)]),
        ("Up to 5,000 people marched through the town.", [("crowd", None, 5000)]),
        ("The mill will cut 300 jobs, 12 per cent of its workforce.",
         [("laid_off", 300, 300), ("share", 12, 12)]),
        ("The damage is put at $3-5 million.", [("money", 3000000, 5000000)]),
        ("Thirty houses were destroyed.", [("destroyed", 30, 30)]),
        ("Police found 40 tonnes of fertiliser.", [("other", 40, 40)]),
        ("Both drivers died.", [("killed", 2, 2)]),
        ("Two walkers were wounded, and they died in the night.",
         [("injured", 2, 2), ("killed", 2, 2)]),
        ("None of the 40 passengers was hurt.", [("injured", 0, 0)]),
        ("At least 12 of the village's 300 residents were killed.",
         [("killed", 12, None), ("other", 300, 300)]),
        ("The death toll tops 900.", [("killed", 900, None)]),
        ("The toll went up by three to 17.", [("killed", 17, 17)]),
        ("Of the dead, 9 were children.", [("killed", 9, 9)]),
        ("Some 20 sailors are among the missing.", [("missing", 20, 20)]),
        ("A third of the staff and six in 10 drivers stopped work.",
         [("share", Decimal("33.3333"), Decimal("33.3333")), ("share", 60, 60)]),
        ("Some 300 flights were cancelled.", [("other", 300, 300)]),
        ("The fire burned 2,000 hectares.", [("other", 2000, 2000)]),
        ("Nobody knows how many died; estimates range from 4 to 11.", [("killed", 4, 11)]),
        ("At least six people including two boys were killed.",
         [("killed", 6, None), ("killed", 2, 2)]),
        ("The attackers numbered about 40.", [("attackers", 40, 40)]),
        ("Police called it a double murder.", [("killed", 2, 2)]),
        ("Ana Brod, 31, and Ole Sand, 44, were killed.", [("killed", 2, 2)]),
    ],
)  # fmt: skip
def test_a_figure_has_its_measure_and_its_printed_bounds(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 41-year-old baker was there.",
        "Orla Kint, 52, saw it.",
        "It happened on 9-10 March 2019.",
        "The bridge is 400 metres long.",
        "They left at 6.30 p.m.",
        "It took three hours.",
        "He sold the house for $90,000.",
        "It was the third raid.",
        "A 12-strong patrol passed.",
        "The resolution 1701 was cited.",
        "Two cars were parked at 12 Mill Street.",
        "An RPG-7 was found.",
        "The sides won 3-1 and 2-0.",
        "Two officers drove up.",
        "One of the victims was a nurse.",
        "There were twice as many a year ago.",
        "The man had 11 previous arrests.",
        "The dead came from six towns.",
        "All but three of the 40 houses stood.",
        "One obstacle disappeared.",
        "Both candidates sought help.",
        "On Tuesday 7 and Friday 10 there will be talks.",
    ],
)
def test_other_numbers_are_no_figures(text):
    assert told(text) == []


def test_a_part_points_at_its_whole_and_only_describes_it():
    whole, first, second = figures("A blast killed 12, including two boys and four women.")

    assert (first.low, first.part_of, first.describes) == (2, whole.span, True)
    assert (second.low, second.part_of, second.describes) == (4, whole.span, True)


def test_a_part_with_a_scope_of_its_own_is_a_figure_of_its_own():
    whole, part = figures("Some 900 people have lost their homes, 300 of them in Welby.")

    assert (part.low, part.part_of, part.describes) == (300, whole.span, False)


def test_a_part_lifts_the_floor_of_its_whole():
    _, whole = figures("Three farmers were among up to nine killed.")

    assert (whole.low, whole.high) == (3, 9)


def test_a_toll_that_rose_is_two_figures_and_an_update():
    new, old = figures("The toll rose to 43 from 27.")

    assert (new.low, old.low) == (43, 27)
    assert new.update_of == old.span


def test_a_toll_that_rose_from_one_number_to_another_is_an_update_too():
    old, new = figures("The death toll rose from 27 to 43.")

    assert (old.low, new.low) == (27, 43)
    assert new.update_of == old.span


def test_what_a_part_counts_may_differ_from_its_whole():
    cases, deaths = figures("There were 7,000 cholera cases, including 140 deaths.")

    assert (cases.kind, deaths.kind) == ("infected", "killed")
    assert (deaths.part_of, deaths.describes) == (cases.span, False)


def test_others_are_additional():
    _, others = figures(
        "A guard was hurt with one bullet. Two were killed and 3 others hurt."
    )

    assert others.additive


def test_a_figure_tells_who_where_when_and_how_surely():
    (figure,) = find(
        LEAD + "Officials said on Friday that at least five members of the Ilford Guard "
        "were reportedly killed in Welby.",
        dt.date(2024, 5, 12),
    )

    assert figure.population == "members of the Ilford Guard"
    assert figure.side == "Ilford Guard"
    assert figure.place == "Welby"
    assert figure.as_of == dt.date(2024, 5, 10)
    assert (figure.hedge, figure.epistemic, figure.basis) == (
        "at least",
        "reported",
        "official",
    )
    assert (figure.unit, figure.number_kind) == ("person", "at_least")


def test_the_span_is_the_shortest_that_holds_number_and_counted():
    (figure,) = figures("In the evening at least 9-10 raiders were killed by the guard.")

    assert figure.text == "at least 9-10 raiders were killed"


def test_the_numbers_of_a_picked_passage_are_all_read():
    assert told_alone("The pump moves 40 litres in 5 minutes.") == [(40, 40), (5, 5)]


def told_alone(text: str) -> list[tuple[object, object]]:
    return [(figure.low, figure.high) for figure in find(text)]


@given(st.text() | st.lists(WORDS, max_size=40).map(" ".join))
def test_findings_stand_in_the_text_and_never_fail(text):
    found = find(text, dt.date(2024, 2, 29))

    spans = {figure.span for figure in found} | {None}
    for figure in found:
        assert text[figure.span.start : figure.span.end] == figure.text
        assert {figure.part_of, figure.update_of} <= spans
        assert 0 <= figure.confidence <= 1
        assert figure.as_of is None or figure.as_of <= dt.date(2024, 2, 29)
    assert found == find(text, dt.date(2024, 2, 29))


@pytest.mark.parametrize(
    "unit",
    ["1", "a", "1 ", "12 killed ", "(", "“", "both ", "a man and ", "12, ", "Abc, 12, and ",
     "𝟙𐍈 ", "\x00", "٣ ", "\ud800", "no one ", "of them ", "12-", "killed and ",
     "the Corvan attacked, they lost 9 men and ", "The Corvan, "],
)  # fmt: skip
def test_a_long_run_of_anything_is_read_to_its_end(unit):
    text = unit * (10_000 // len(unit))

    assert find(text) == find(text)


def test_a_number_that_opens_a_line_counts():
    (figure,) = find("The valley is quiet.\nNine guards were killed.")

    assert (figure.kind, figure.low) == ("killed", 9)


@pytest.mark.parametrize("hedge", ["about", "at least", "more than", "just over", "nearly"])
def test_a_number_beyond_all_counts_is_none(hedge):
    assert told(f"There were {hedge} 900 trillion people killed.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man shot his wife and two children.", [("injured", 3, 3)]),
        ("Two men and a woman were killed.", [("killed", 3, 3)]),
        ("He killed his ex-wife and a neighbour.", [("killed", 2, 2)]),
        ("Up to five men and a woman were killed.", [("killed", None, 5)]),
        ("A blast killed 12, including two boys and a woman.",
         [("killed", 12, 12), ("killed", 2, 2)]),
    ],
)  # fmt: skip
def test_people_who_are_listed_are_added_up(text, expected):
    assert told(text) == expected
