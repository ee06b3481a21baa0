"""Where sentences end, for reading the words around a number."""

from __future__ import annotations

import re
from bisect import bisect_right

from claims.extraction.figures_drafts import Sentence

_END = re.compile(
    r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[^\W\d_a-z]|\s+[\"“‘'«(\[]*[0-9]|\s*\Z)|\n"
)
_SHORT = re.compile(
    r"\b(?:mr|mrs|ms|dr|gen|col|lt|maj|sgt|capt|cmdr|gov|sen|rep|rev|hon|prof|st|no|nos|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|vs|etc|inc|ltd|co|corp|jr|sr|approx|"
    r"[a-z]|u\.s|u\.n|u\.k|a\.m|p\.m|d\.c)\.$"
)


class Sentences:
    """The sentences of a text, each made when it is asked for."""

    def __init__(self, text: str, lowered: str) -> None:
        starts = [0]
        for found in _END.finditer(text):
            mark = found.start()
            if text[mark] == "." and _SHORT.search(lowered[max(0, mark - 8) : mark + 1]):
                continue
            starts.append(found.end())
        self._starts = starts
        self._lowered = lowered
        self._known: dict[int, Sentence] = {}

    def at(self, offset: int) -> Sentence:
        """Return the sentence around ``offset``."""
        following = bisect_right(self._starts, offset)
        if following not in self._known:
            last = following >= len(self._starts)
            end = len(self._lowered) if last else self._starts[following]
            start = self._starts[following - 1]
            self._known[following] = Sentence(self._lowered, start, end)
        return self._known[following]

    def __len__(self) -> int:
        return len(self._starts)
