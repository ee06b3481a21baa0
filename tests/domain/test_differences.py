from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.alignment import align
from claims.domain.differences import Change, Piece, differences

texts = st.lists(
    st.sampled_from(["ferry", "pier", "nine", " ", "  ", ", ", ".", "\n\n", "é", "𝟚"]),
    max_size=30,
).map("".join)


def joined(pieces, *changes):
    return "".join(piece.text for piece in pieces if piece.change in changes)


@given(texts, texts)
def test_the_pieces_make_up_both_texts(old, new):
    pieces = differences(old, new)

    assert joined(pieces, Change.SAME, Change.REMOVED) == old
    assert joined(pieces, Change.SAME, Change.ADDED) == new
    assert all(piece.text for piece in pieces)


@given(texts)
def test_a_text_does_not_differ_from_itself(text):
    assert all(piece.change is Change.SAME for piece in differences(text, text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("7-8", "8-9"),
        ("7–8", "7–9"),
        ("1,200", "1,300"),
        ("2.5", "2.75"),
        ("10:30", "11:30"),
    ],
)
def test_a_number_is_changed_as_a_whole(old, new):
    pieces = differences(f"They lost {old} people.", f"They lost {new} people.")

    assert joined(pieces, Change.REMOVED) == old
    assert joined(pieces, Change.ADDED) == new


@given(texts, texts)
def test_blocks_stand_in_both_texts_in_order(old, new):
    blocks = align(old, new)

    assert all(
        old[block.old : block.old_end] == new[block.new : block.new_end] for block in blocks
    )
    assert all(
        one.old_end <= other.old and one.new_end <= other.new
        for one, other in pairwise(blocks)
    )


def test_a_changed_word_is_shown_between_those_that_stayed():
    assert differences("Nine men fell.", "Ten men fell.") == [
        Piece(Change.REMOVED, "Nine"),
        Piece(Change.ADDED, "Ten"),
        Piece(Change.SAME, " men fell."),
    ]


def test_long_texts_without_a_single_rare_word_are_still_compared():
    old = " ".join("abcdefgh"[n * n % 7] for n in range(3000))
    new = old[:2000] + "z " + old[2000:]

    assert joined(differences(old, new), Change.ADDED) == "z "
