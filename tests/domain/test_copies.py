from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claims.domain.copies import Report, copies, likeness
from claims.domain.moments import Moment
from claims.domain.spans import Span

WIRE = (
    "The ferry left the eastern pier shortly after nine in the evening with about "
    "sixty passengers on board, the harbour office said in a statement."
)
CLOSE = WIRE.replace("statement", "note")
OTHER = (
    "Divers from two neighbouring towns joined the search on Sunday morning, while "
    "relatives waited at the old customs house for the first list of names."
)
FIRST, SECOND, THIRD = (Moment.on(date(2031, 5, day)) for day in (1, 2, 3))


def who_carries_whom(*reports):
    return {(each.copy, each.source) for each in copies(reports)}


def test_the_paper_carries_the_agency_whenever_it_was_published():
    paper = Report("paper", f"{CLOSE}\n\n{OTHER}", FIRST)
    agency = Report("agency", WIRE, SECOND, is_agency=True)

    (found,) = copies([paper, agency])
    assert (found.copy, found.source) == ("paper", "agency")
    assert found.likeness > 0.8
    assert found.passages == ((Span(0, len(CLOSE)), Span(0, len(WIRE))),)


def test_between_papers_the_first_is_the_source():
    assert who_carries_whom(
        Report("late", WIRE, THIRD), Report("early", WIRE, FIRST), Report("undated", WIRE)
    ) == {("late", "early"), ("undated", "early")}


def test_three_papers_with_one_report_all_point_at_the_agency():
    papers = [Report(name, WIRE, SECOND) for name in ("a", "b", "c")]
    agency = Report("wire", WIRE, THIRD, is_agency=True)

    assert who_carries_whom(*papers, agency) == {
        ("a", "wire"),
        ("b", "wire"),
        ("c", "wire"),
    }


def test_other_words_and_short_passages_are_no_copies():
    short = "The search goes on."

    assert not copies([Report("a", WIRE), Report("b", OTHER)])
    assert not copies([Report("a", short), Report("b", short)])
    assert not copies([])


def test_twelve_words_are_a_passage_and_eleven_are_not():
    eleven = "one two three four five six seven eight nine ten eleven"

    assert not copies([Report("a", eleven), Report("b", eleven)])
    assert (
        len(copies([Report("a", f"{eleven} twelve"), Report("b", f"{eleven} twelve")])) == 1
    )


def test_a_passage_is_found_however_many_carry_it():
    papers = [Report(f"{number:03}", WIRE, SECOND) for number in range(120)]

    assert len(copies(papers)) == 119
    assert {each.source for each in copies(papers)} == {"000"}


texts = st.lists(
    st.sampled_from(["ferry", "pier", "harbour", "night", "list"]), max_size=12
).map(" ".join)


@given(texts, texts)
def test_likeness_is_symmetric_and_lies_between_none_and_all(a, b):
    assert 0 <= likeness(a, b) == likeness(b, a) <= 1
    assert likeness(a, a) in (0, 1)


def test_texts_alike_in_part_are_alike_in_part():
    assert likeness(WIRE, WIRE.upper()) == 1
    assert 0.8 < likeness(WIRE, CLOSE) < 1
    assert likeness(WIRE, OTHER) == 0
