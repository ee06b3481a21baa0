from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.domain.text import normalise, sha256

rough = st.text(
    st.characters() | st.sampled_from("\r\n\0\ufeff \t\x1c\ud83d\ude00\udfff"), max_size=40
)


@given(rough)
def test_doing_it_again_changes_nothing(raw):
    assert normalise(normalise(raw)) == normalise(raw)


@given(rough)
def test_what_comes_out_can_be_stored_anywhere(raw):
    text = normalise(raw)

    assert "\r" not in text
    assert "\0" not in text
    assert text == text.strip()
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("\ufeff  one\0two \n", "onetwo"),
        ("a\r\0\nb", "a\nb"),
        ("\ud83d\ude00 and \ud83d alone", "😀 and \ufffd alone"),
        ("inner  space\tstays", "inner  space\tstays"),
        ("", ""),
    ],
)
def test_only_what_no_reader_sees_is_changed(raw, text):
    assert normalise(raw) == text


def test_the_hash_is_that_of_the_bytes():
    assert sha256("é") == hashlib.sha256("é".encode()).hexdigest()
