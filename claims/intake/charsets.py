"""Bytes as text: by their mark, by what they are, by what is said of them."""

from __future__ import annotations

import codecs
import re
from email.message import Message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Python knows codecs that are no charsets of pages, and some that can be made to dawdle.
_KNOWN = re.compile(
    r"utf-?(8|16(le|be)?)|us-ascii|iso-?8859-?\d{1,2}|latin-?\d|windows-?125\d|cp125\d"
    r"|koi8-[ru]|macintosh|gb(2312|k|18030)|big5|shift_?jis|euc-(jp|kr)|iso-2022-jp",
    re.IGNORECASE,
)
_IN_PAGE = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE
)
_HEAD = 4096
# Pages call both of these what is Windows-1252 in truth.
_WINDOWS = "cp1252"
_MEANS_WINDOWS = frozenset({"ascii", "iso8859-1"})


def decoded(raw: bytes, *, said: str = "") -> tuple[str, bool]:
    """Return the text of bytes, and whether their encoding had to be guessed.

    ``said`` is the charset that the server named. What reads as UTF-8 is taken for it
    whatever is said: other bytes hardly ever do, and much is said wrongly.
    """
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return raw.decode(codec, "replace"), False
    if b"\x1b" not in raw and b"\0" not in raw:
        try:
            return raw.decode("utf-8"), False
        except UnicodeDecodeError:
            pass
    in_page = _IN_PAGE.search(raw[:_HEAD])
    named = (said, in_page[1].decode("ascii") if in_page else "")
    encoding = next(filter(None, map(_encoding, named)), None)
    return raw.decode(encoding or _WINDOWS, "replace"), encoding is None


def _encoding(name: str) -> str | None:
    if not _KNOWN.fullmatch(name.strip()):
        return None
    try:
        found = codecs.lookup(name.strip()).name
    except LookupError:
        return None
    return _WINDOWS if found in _MEANS_WINDOWS else found


def charset_of(content_type: str) -> str:
    """Return the charset that a Content-Type names, empty if it names none."""
    message = Message()
    message["Content-Type"] = content_type
    return message.get_content_charset("")
