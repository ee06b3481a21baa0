"""Where some words stand in a text."""

from __future__ import annotations

from dataclasses import dataclass

from claims.domain.spans import Span

AROUND = 40


@dataclass(frozen=True, slots=True)
class Place:
    """An occurrence, with what stands on either side of it."""

    span: Span
    words: str
    before: str
    after: str

    @property
    def selected(self) -> dict[str, str | int]:
        """Return the place as a form takes selected words."""
        return {"start": self.span.start, "end": self.span.end, "exact": self.words}


def places(text: str, words: str) -> list[Place]:
    """Return every occurrence of ``words``, overlapping ones too."""
    found = []
    at = text.find(words) if words else -1
    while at >= 0:
        span = Span(at, at + len(words))
        before, after = text[max(0, at - AROUND) : at], text[span.end : span.end + AROUND]
        found.append(Place(span, words, before, after))
        at = text.find(words, at + 1)
    return found
