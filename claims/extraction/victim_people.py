"""Who the people of a text are that somebody harmed: named, described, or "he"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from claims.domain.spans import Span
from claims.extraction import victim_patterns as patterns
from claims.extraction.figures_sentences import Sentences
from claims.extraction.lexicon import english_victims as words
from claims.extraction.lexicon.english_people import BODY_WORDS
from claims.extraction.victim_names import attackers_in, is_given, last_of, surnames_in

PAIR = "murder-suicide"
ANOTHER, _LATEST = -1, -2
_SENTENCE = 200  # characters before "he" that name whom it means


class Harm(IntEnum):
    """What was done to somebody; who died of wounds was killed."""

    NONE = 0
    HURT = 1
    KILLED = 2


@dataclass(eq=False)
class Victim:
    """One person of a text, by name or by the word that describes who it is.

    ``place`` is 3 for "a third man", -1 for "another man"; ``apart`` tells somebody
    without a name who is told of beside a victim with one. ``told`` is where the text
    says what was done.
    """

    span: Span
    name: str = ""
    given: str = ""
    head: str = ""
    age: str = ""
    place: int = 0
    attacks: bool = False
    apart: bool = False
    harm: Harm = Harm.NONE
    told: Span | None = None


class People:
    """The people of a text, as they are met; ``last`` is who was harmed last."""

    def __init__(self, text: str, sentences: Sentences) -> None:
        self._text, self._sentences = text, sentences
        self.met: list[Victim] = []
        self.last: Victim | None = None
        self.attacking: Victim | None = None
        self._by_name: dict[str, Victim] = {}
        self._by_age: dict[str, Victim] = {}
        self._by_head: dict[tuple[str, int], Victim] = {}

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last names of the people whom the text names in full."""
        return surnames_in(self._text)

    @cached_property
    def _attackers(self) -> frozenset[str]:
        return attackers_in(self._text)

    def find(self, found: re.Match[str]) -> Victim | None:
        if found["name"]:
            return self._named(found["name"], found) if self._is_person(found) else None
        if found["who"]:
            return self._meant(found.start())
        head = (found["head"] or found["bare"] or "person").lower()
        if found["apposed"]:
            victim = self._named(found["apposed"].lstrip(", "), found)
            if head in words.ATTACKERS:
                self.accuse(victim)
            return victim
        if patterns.DID_IT.match(self._text, found.end()):
            return self.attacker(Span(*found.span()))
        which = found["which"] or found["other"] or "a"
        return self._described(head, which.lower(), found)

    def _is_person(self, found: re.Match[str]) -> bool:
        """Say whether a name is a person's: told with an age, known, or two words."""
        parts = found["name"].split()
        if found["aged"] or last_of(found["name"]) in self._surnames:
            return True
        if len(parts) == 1 or words.NO_NAMES & set(parts):
            return False
        return BODY_WORDS.isdisjoint(map(str.lower, parts))

    def _is_apart(self, victim: Victim) -> bool:
        """Say whether "a woman also died" is told right after a victim with a name."""
        last = self.last
        if victim.name or last is None or not last.name or last.attacks:
            return False
        end = self._sentences.at(victim.span.start).end
        return patterns.ALSO.search(self._text, victim.span.start, end) is not None

    def _meant(self, offset: int) -> Victim | None:
        """Return who "he" is: the first of the sentence before, or the last harmed."""
        sentence = self._sentences.at(offset)
        previous = self._sentences.at(max(0, sentence.start - 2))
        begin = max(previous.start, sentence.start - _SENTENCE)
        for found in patterns.PERSON.finditer(self._text, begin, sentence.start):
            if found["name"] or found["head"]:
                victim = self.find(found)
                if victim is not None:
                    return victim
        return self.last

    def _named(self, printed: str, found: re.Match[str]) -> Victim:
        """Return who bears the name; of "Orme" it is the one named last."""
        name = last_of(printed)
        victim = self._by_name.get(name) or self._nameless(_age_of(found), name)
        given = next(filter(is_given, printed.split()[:-1]), "")
        if victim is None or (given and victim.given and given != victim.given):
            attacks = name in self._attackers
            span = Span(*found.span())
            victim = self._new(Victim(span, name=name, given=given, attacks=attacks))
            self._by_name[name] = victim
            self._age(victim, found)
        return victim

    def _nameless(self, age: str, name: str) -> Victim | None:
        """Return who was described by that age so far, and give him the name."""
        victim = self._by_age.get(age)
        if victim is None or victim.name:
            return None
        victim.name = name
        self._by_name[name] = victim
        return victim

    def _age(self, victim: Victim, found: re.Match[str]) -> None:
        victim.age = _age_of(found)
        if victim.age:
            self._by_age[victim.age] = victim

    def _described(self, head: str, which: str, found: re.Match[str]) -> Victim:
        span = Span(*found.span())
        place = words.PLACES.get(which.rsplit(maxsplit=1)[-1], 0)
        if which in {"another", "the other"}:
            place = ANOTHER
        attacks = head in words.ATTACKERS
        if attacks and not place:
            return self.attacker(span)
        age = _age_of(found)
        if age:
            return self._aged(age, head, found)
        if which == "the" and not place:
            return self._known(head, span)
        known = self._by_head.get((head, place))
        return known or self._new(Victim(span, head=head, place=place, attacks=attacks))

    def _aged(self, age: str, head: str, found: re.Match[str]) -> Victim:
        """Return who is that old: ages tell people apart."""
        if age in self._by_age:
            return self._by_age[age]
        victim = self._new(Victim(Span(*found.span()), head=head))
        self._age(victim, found)
        return victim

    def _known(self, head: str, span: Span) -> Victim:
        """Return who "the woman" is, by the same word or as the last harmed."""
        known = self._by_head.get((head, _LATEST))
        if known is not None:
            return known
        last = self.last
        if last is None or last.attacks or {head, last.head} <= words.GENDERED:
            return self._new(Victim(span, head=head))
        return last

    def attacker(self, span: Span, head: str = "suspect") -> Victim:
        if self.attacking is not None:
            return self.attacking
        return self._new(Victim(span, head=head, attacks=True))

    def accuse(self, victim: Victim) -> None:
        victim.attacks = True
        self.attacking = self.attacking or victim

    def _new(self, victim: Victim) -> Victim:
        victim.apart = self._is_apart(victim)
        self.met.append(victim)
        if victim.attacks:
            self.accuse(victim)
        if victim.head:
            self._by_head[victim.head, victim.place] = victim
            self._by_head[victim.head, _LATEST] = victim
        return victim


def _age_of(found: re.Match[str]) -> str:
    """Return the age in a description, "" if there is none."""
    age = patterns.AGE.search(found[0])
    return (age[1] or age[2]) if age else ""
