from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.intake.charsets import charset_of, decoded

TEXT = "Zwölf Bergleute wurden getötet, „alle aus Grünau“."


@pytest.mark.parametrize(
    ("raw", "said", "guessed"),
    [
        (TEXT.encode(), "", False),
        (TEXT.encode(), "iso-8859-1", False),  # said wrongly
        (b'<meta charset="iso-8859-1">' + TEXT.encode(), "", False),
        (codecs.BOM_UTF8 + TEXT.encode(), "", False),
        (TEXT.encode("utf-16"), "", False),
        (TEXT.encode("utf-16-le"), "utf-16le", False),
        (TEXT.encode("cp1252"), "", True),
        (TEXT.encode("cp1252"), "no such charset", True),
        (TEXT.encode("cp1252"), "unicode_escape", True),
        (TEXT.encode("cp1252"), "latin1", False),
        (TEXT.encode("cp1252"), "ISO-8859-1", False),
        (TEXT.encode("macroman"), "macintosh", False),
        (b'<meta charset="macintosh">' + TEXT.encode("macroman"), "", False),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=macintosh">'
            + TEXT.encode("macroman"),
            "",
            False,
        ),
    ],
)
def test_bytes_are_read_in_their_own_encoding(raw: bytes, said: str, guessed: bool) -> None:
    text, is_guessed = decoded(raw, said=said)
    assert text.endswith(TEXT)
    assert is_guessed is guessed


def test_an_encoding_of_seven_bits_is_not_taken_for_utf_8() -> None:
    raw = "死者九人".encode("iso-2022-jp")
    assert decoded(raw, said="iso-2022-jp")[0] == "死者九人"


@given(
    st.binary(max_size=200), st.sampled_from(["", "utf-8", "big5", "utf-16", "hex", "é"])
)
def test_whatever_the_bytes_there_is_a_text(raw: bytes, said: str) -> None:
    assert isinstance(decoded(raw, said=said)[0], str)


@pytest.mark.parametrize(
    ("said", "charset"),
    [
        ("text/html", ""),
        ("", ""),
        ("text/html; charset=KOI8-R", "koi8-r"),
        ('text/html; Charset="utf-8"', "utf-8"),
        ("text/html; charset", ""),
    ],
)
def test_the_charset_of_a_content_type_is_found(said: str, charset: str) -> None:
    assert charset_of(said) == charset
