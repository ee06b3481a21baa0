"""Which side of an incident the printed name of a body is on."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from claims.domain.number_words import listed
from claims.models import Incident

ANY = "any"
_LIKE = 90  # of 100: two printings of one name
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Words that any body may bear, or be spoken of by.
_ANYBODYS = frozenset(
    listed(
        """
        the of and for its their force forces fighters fighter troops men members member
        group groups people personnel police officers soldiers militants army military
        front alliance movement national united army guard guards government ministry
        council party organisation organization opposition side
        """
    )
)


class Parties:
    """The parties of an incident by all their names. Takes prefetched parties."""

    def __init__(self, incident: Incident | None) -> None:
        self._named: list[tuple[str, str]] = []
        for party in incident.parties.all() if incident is not None else ():
            names = [party.speaker.name, *(a.name for a in party.speaker.aliases.all())]
            self._named += [(_plain(name), party.side) for name in names if party.side]

    def side(self, *described: str) -> str:
        """Return the side that the first telling description is on, or “any”.

        A name as it stands tells more than one that has it among its words, and that
        more than a word in common; of two sides that fit equally well neither is meant.
        """
        for words in filter(None, map(_plain, described)):
            for found in (self._called(words), self._with(words), self._sharing(words)):
                if found:
                    return found.pop() if len(found) == 1 else ANY
        return ANY

    def _called(self, words: str) -> set[str]:
        return {side for name, side in self._named if name == words}

    def _with(self, words: str) -> set[str]:
        """Return the sides whose longest name stands among the words."""
        inside = [(len(name), side) for name, side in self._named if _has(words, name)]
        longest = max(inside, default=(0, ""))[0]
        return {side for size, side in inside if size == longest}

    def _sharing(self, words: str) -> set[str]:
        wanted = _telling(words)
        return {side for name, side in self._named if wanted & _telling(name)}


def are_alike(one: str, other: str) -> bool:
    """Say whether two printed names may be one body's: “Guard” and “the Orme Guard”."""
    one, other = _plain(one), _plain(other)
    return _has(one, other) or _has(other, one) or fuzz.ratio(one, other) >= _LIKE


def is_named_in(side: str, words: str) -> bool:
    """Say whether the name of a side stands among the words for a population."""
    return side != "" and _has(_plain(words), _plain(side))


def _plain(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold().removeprefix("the ")))


def _has(words: str, name: str) -> bool:
    return bool(_telling(name)) and f" {name} " in f" {words} "


def _telling(words: str) -> frozenset[str]:
    return frozenset(words.split()) - _ANYBODYS
