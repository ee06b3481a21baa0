"""A text as it was found, with what is known of where it stood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its metadata; ``guessed`` names what the file does not say itself."""

    text: str
    raw: bytes
    raw_type: str
    extractor: str
    headline: str = ""
    byline: str = ""
    outlet: str = ""
    domain: str = ""
    url: str = ""
    published_at: dt.datetime | None = None
    is_day_only: bool = False
    language: str = ""
    retrieved_at: dt.datetime | None = None
    guessed: frozenset[str] = frozenset()

    def corrected(self, text: str) -> Document:
        """Return it with its text as a person left it, and saying so."""
        if text == self.text:
            return self
        return replace(self, text=text, extractor=f"{self.extractor}, corrected by hand")
