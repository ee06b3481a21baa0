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
_LONGEST = len("approx.") + 1  # words that are longer are no short forms
_SHORT_GERMAN = re.compile(
    r"\b(?:dr|prof|st|nr|ca|bzw|usw|etc|inkl|zzgl|vgl|evtl|mio|mrd|tel|str|jan|feb|apr|aug|"
    r"sept?|okt|nov|dez|[a-zäöü]|z\.b|d\.h|u\.a)\.$"
)
# "Am 12. Mai" goes on; "stieg auf 43. Die Polizei" does not.
_ORDINAL = re.compile(r"[0-9]\.$")
_BEGINS = re.compile(
    r"\s+(?:Der|Die|Das|Den|Dem|Ein|Eine|Einer|Es|Er|Sie|Wir|In|Im|Am|An|Auf|Bei|Beim|Nach|Zu|"
    r"Zuvor|Auch|Dabei|Damit|Laut|Mindestens|Rund|Etwa|Mehr|Unter|Viele|Weitere|Dies|Diese|"
    r"Wie|Für|Mit|Seit|Aus|Als|Insgesamt|Zudem|Nun|Noch|Bisher|Darunter)\b"
)


class Sentences:
    """The sentences of a text, each made when it is asked for."""

    def __init__(self, text: str, lowered: str) -> None:
        starts = [0]
        for found in _END.finditer(text):
            mark = found.start()
            if text[mark] == "." and self._goes_on(text, lowered, mark + 1):
                continue
            starts.append(found.end())
        self._starts = starts
        self._lowered = lowered
        self._known: dict[int, Sentence] = {}

    @staticmethod
    def _goes_on(_text: str, lowered: str, end: int) -> bool:
        """Say whether the full stop before ``end`` is that of a short form."""
        if end > _LONGEST and lowered[end - _LONGEST : end - 1].isalpha():
            return False
        return _SHORT.search(lowered[max(0, end - 9) : end]) is not None

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


class GermanSentences(Sentences):
    """The sentences of a German text, where ordinals have a full stop."""

    @staticmethod
    def _goes_on(text: str, lowered: str, end: int) -> bool:
        before = lowered[max(0, end - 9) : end]
        if _ORDINAL.search(before):
            return _BEGINS.match(text, end) is None
        return _SHORT_GERMAN.search(before) is not None
