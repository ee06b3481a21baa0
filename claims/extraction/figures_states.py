"""The state that the counted are in, said after the number: "12 people were killed"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.domain.measures import Measure
from claims.domain.number_words import UNITS, listed
from claims.extraction.figures_cues import (
    ACTS,
    AUXILIARIES,
    BETWEEN,
    BREAKS,
    PREPOSITIONS,
    STATES,
)
from claims.extraction.figures_drafts import Phrasebook, Word, is_digits

BOOK = Phrasebook(STATES)
_TRANSITIVE = frozenset(word for word in STATES if word in ACTS) - {"gathered"}
# Too much else is released, saved or shut to be a state without "was" or "were".
_PASSIVE = frozenset(listed("released freed saved diverted suspended tested affected"))
_OBJECTS = frozenset(
    listed(
        """
        a an the his her its their our my him them himself themselves it more dozens
        several some another nearly about around one hundreds scores many up people
        civilians
        """
    )
)
_CLOSING = {"(": ")", "[": "]", ",": ",", "–": "–", "—": "—", "-": "-"}
_STOPS = frozenset([";", ":", ".", "among", "amongst"])
_INCLUDED = 8  # words that "including ..." may take before the verb
_BEFORE_NUMBER = frozenset(listed("and or in of from on at least"))

Found = tuple[int, Measure, int]


def state_after(after: Sequence[Word]) -> Found | None:
    """Return place, measure and length of the words that tell the state, if any do."""
    return _Search(after).run()


class _Search:
    """One walk over the words after a number."""

    def __init__(self, after: Sequence[Word]) -> None:
        self._after = after
        self._place = 0
        self._in_verb = False
        self._acts = False  # "hundreds marching": they do something themselves

    def run(self) -> Found | None:
        while 0 <= self._place < len(self._after):
            found = BOOK.at(self._after, self._place)
            if found and self._is_state(found[1]):
                return self._place, *found
            if found and not self._in_verb and self._place:
                return None
            self._place = self._next()
        return None

    def _text(self, place: int) -> str:
        return self._after[place].text if 0 <= place < len(self._after) else ""

    def _is_state(self, size: int) -> bool:
        """Say whether the cue describes the counted, and is not what they did."""
        last, following = self._text(self._place + size - 1), self._place + size
        before = self._text(self._place - 1)
        if not self._in_verb and (self._acts or before in {"and", "but"}):
            return False
        if last in _PASSIVE and not self._in_verb:
            return False
        if last not in _TRANSITIVE:
            return True
        if self._in_verb:
            return before not in {"have", "has", "had", "having"}
        return not self._is_object(following)

    def _is_object(self, place: int) -> bool:
        """Say whether somebody to whom it is done follows: "two men killed a guard"."""
        word = self._text(place)
        if word == "at":
            return self._text(place + 1) == "least"
        return word in _OBJECTS or word in UNITS or word.isdecimal()

    def _next(self) -> int:
        """Return the place to look at next, -1 where what is counted ends."""
        word = self._text(self._place)
        if word in _CLOSING:
            return self._past_mark(word)
        if word in {"whom", "which"} and self._place == 1:
            return self._place + 1
        if word == "including" and not self._in_verb:
            return self._past_included()
        if word in AUXILIARIES:
            self._in_verb = True
        elif self._is_end(word):
            return -1
        else:
            self._acts = self._acts or word.endswith("ing")
        return self._place + 1

    def _is_end(self, word: str) -> bool:
        if word in BREAKS or word == ".":
            return word != "it" or self._text(self._place - 1) not in PREPOSITIONS
        if self._in_verb:
            return word not in BETWEEN and not word.endswith("ly")
        return word in _STOPS or self._is_new_number(word)

    def _past_mark(self, mark: str) -> int:
        """Return the place after an inserted remark, -1 if it does not come back."""
        if mark == "," and self._text(self._place + 1) in AUXILIARIES:
            return self._place + 1
        closing = _CLOSING[mark]
        for place in range(self._place + 1, len(self._after)):
            word = self._text(place)
            if word in {";", ":"}:
                return -1
            if word == closing:
                return (
                    place + 1 if closing in {")", "]"} or self._resumes(place + 1) else -1
                )
        return -1

    def _past_included(self) -> int:
        """Return the place of the verb after "nine people including four women", or -1."""
        for place in range(self._place + 1, min(self._place + _INCLUDED, len(self._after))):
            if self._text(place) in AUXILIARIES:
                return place
            if self._text(place) in _CLOSING or self._text(place) in _STOPS:
                return -1
        return -1

    def _resumes(self, place: int) -> bool:
        """Say whether the sentence goes on at ``place`` with what was done."""
        if place >= len(self._after):
            return False
        return self._text(place) in AUXILIARIES or BOOK.at(self._after, place) is not None

    def _is_new_number(self, word: str) -> bool:
        if not is_digits(word) and word not in UNITS:
            return False
        before = self._text(self._place - 1)
        if self._text(0) == "of" and (before == "the" or before.endswith(("'s", "’s"))):
            return False  # "none of the 40 passengers"
        return before not in _BEFORE_NUMBER
