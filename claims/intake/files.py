"""A file of any kind that the desk reads, recognised by what is in it."""

from __future__ import annotations

import re

from claims.intake import html, plain
from claims.intake.documents import Document

_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)


def read(raw: bytes) -> Document:
    """Return what is in a file: a web page by its first tag, anything else as text."""
    return (
        html.read(raw)
        if _PAGE.match(raw.removeprefix(b"\xef\xbb\xbf"))
        else plain.read(raw)
    )
