"""The text of a revision: made clean once, before any offset exists."""

from __future__ import annotations

import hashlib

# Everything that str.strip() removes, and the byte order mark that it leaves.
_OUTER = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\ufeff"
)


def normalise(raw: str) -> str:
    """Return ``raw`` as it may be stored; doing it again changes nothing.

    Line ends become LF, NUL goes, two surrogates become their character and a lone
    one the replacement character, outer space goes. Nothing else is touched.
    """
    text = raw.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    if not _is_encodable(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.strip(_OUTER)


def sha256(text: str) -> str:
    """Return the hash that identifies a normalised text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
