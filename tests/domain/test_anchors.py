from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.anchors import Anchor, Carried, Outcome, anchor, carry
from claims.domain.spans import Span

OLD = (
    "The harbour office said at least 9-10 men were killed. It said so on Monday.\n\n"
    "Two were hurt. The mayor denied the report.\n\n"
    "A closing paragraph about the weather in the valley."
)
NEW = (
    "Update: The harbour office said at least 8 men were killed. It said so on Monday.\n\n"
    "A closing paragraph about the weather in the valley.\n\n"
    "The mayor denied the report flatly. Two were hurt."
)


def carried(words, old=OLD, new=NEW):
    start = old.index(words)
    (found,) = carry(old, new, [Span(start, start + len(words))])
    return found.outcome, found.span.of(new) if found.span else None


@pytest.mark.parametrize(
    ("words", "outcome", "now"),
    [
        ("It said so", Outcome.MOVED, "It said so"),
        ("at least 9-10 men were killed", Outcome.REWORDED, "at least 8 men were killed"),
        ("9-10", Outcome.REWORDED, "8"),
        # Another paragraph now stands where these stood; they are further down.
        ("The mayor denied the report", Outcome.MOVED, "The mayor denied the report"),
        ("A closing paragraph", Outcome.MOVED, "A closing paragraph"),
        # One word of little context could be any such word.
        ("hurt", Outcome.LOST, None),
    ],
)
def test_marked_words_are_found_again_or_given_up(words, outcome, now):
    assert carried(words) == (outcome, now)


def test_words_at_the_same_place_are_unchanged():
    later = OLD.replace("valley", "hills")

    assert carried("9-10", new=later) == (Outcome.UNCHANGED, "9-10")
    assert carried("valley", new=later) == (Outcome.REWORDED, "hills")


def test_words_that_were_taken_out_are_lost():
    shorter = OLD.replace("Two were hurt. ", "")

    assert carried("Two were hurt.", new=shorter) == (Outcome.LOST, None)


def test_words_at_the_start_and_end_of_a_text_can_be_reworded():
    assert carried("Nine", "Nine men fell.", "Ten men fell.") == (Outcome.REWORDED, "Ten")
    assert carried("fell", "Nine men fell", "Nine men rose") == (Outcome.REWORDED, "rose")


def test_a_long_insertion_is_not_taken_for_a_new_wording():
    longer = "Nine men " + "who had come over the pass the night before " * 3 + "fell."

    assert carried("bravely", "Nine men bravely fell.", longer) == (Outcome.LOST, None)


def test_the_same_words_in_two_places_are_told_apart_by_what_stands_around():
    old = "Police counted 12 at the pier. The clinic counted 12 on the beach."
    new = "The clinic counted 12 on the beach. Police, too, counted 12 at the pier."
    start = old.rindex("12")

    (found,) = carry(old, new, [Span(start, start + 2)])
    assert found.span == Span(new.index("12"), new.index("12") + 2)


def test_words_that_stand_once_between_what_stood_around_have_moved():
    old, new = "Nine men, police said.", "Nine or ten men, so police said."

    assert carried("men, police", old, new) == (Outcome.REWORDED, "men, so police")
    assert carried("en, po", "Ten, police", "Ten; ten, police") == (Outcome.MOVED, "en, po")


PIER = "Police at the pier counted 12 passengers before the ferry left."
BEACH = "Nurses on the beach treated 12 swimmers for the cold that night."


def test_paragraphs_that_changed_places_keep_their_marks():
    old, new = f"{PIER}\n\n{BEACH}", f"{BEACH}\n\n{PIER}"
    marks = [Span(at, at + 2) for at in (old.index("12"), old.rindex("12"))]

    assert [(found.outcome, found.span) for found in carry(old, new, marks)] == [
        (Outcome.MOVED, Span(new.rindex("12"), new.rindex("12") + 2)),
        (Outcome.MOVED, Span(new.index("12"), new.index("12") + 2)),
    ]


def test_of_two_places_alike_none_is_guessed():
    old = f"{PIER}\n\n{BEACH}"
    new = f"{BEACH}\n\nNow: {PIER}\n\nThen: {PIER}"
    mark = Span(old.index("12"), old.index("12") + 2)

    assert carry(old, new, [mark]) == [Carried(Outcome.LOST, None)]


def test_white_space_alone_is_no_words_to_look_for():
    assert carry("a b", "c d", [Span(1, 2)]) == [Carried(Outcome.LOST, None)]


def test_a_text_rewritten_from_end_to_end_keeps_no_mark():
    old = " ".join(str(number % 7) for number in range(600))
    new = " ".join("abcdefg"[number % 5] for number in range(600))

    assert carry(old, new, [Span(300, 310)]) == [Carried(Outcome.LOST, None)]


texts = st.lists(
    st.sampled_from(["ferry", "pier", "9-10", "said", "the", ".", "\n\n", "“", "é", "𝟚"]),
    max_size=25,
).map(" ".join)


@st.composite
def marked(draw):
    text = draw(texts.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(marked())
def test_in_an_unchanged_text_every_mark_is_unchanged(drawn):
    text, span = drawn

    assert [(c.outcome, c.span) for c in carry(text, text, [span])] == [
        (Outcome.UNCHANGED, span)
    ]


@given(marked(), texts)
def test_carried_words_are_there_and_are_the_same_unless_reworded(drawn, new):
    old, span = drawn
    (found,) = carry(old, new, [span])
    same = {Outcome.UNCHANGED, Outcome.MOVED}

    assert (found.span is None) == (found.outcome is Outcome.LOST)
    assert found.span is None or found.span.end <= len(new)
    assert found.outcome not in same or found.span.of(new) == span.of(old)
    assert found.outcome is not Outcome.UNCHANGED or found.span == span


@given(marked(), st.integers(1, 5))
def test_new_text_around_the_old_only_moves_its_marks(drawn, often):
    old, span = drawn
    before, after = "Note " * often, " again" * often
    (found,) = carry(old, before + old + after, [span])
    moved = Carried(Outcome.MOVED, Span(span.start + len(before), span.end + len(before)))

    assert found == moved or span.of(old).strip() != span.of(old)


def test_a_mark_must_lie_in_its_text():
    with pytest.raises(ValueError, match="a mark ends at 9, after the text does"):
        carry("short", "short", [Span(0, 9)])
    with pytest.raises(ValueError, match="after the text does"):
        anchor("short", Span(0, 9))


def test_an_anchor_keeps_the_surroundings():
    assert anchor("one two three", Span(4, 7)) == Anchor("two", "one ", " three")
