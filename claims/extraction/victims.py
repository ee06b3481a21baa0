"""The people of a text who were killed or hurt one by one: a man, a second, Mr Orme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from claims.domain.spans import Span
from claims.extraction import victim_patterns as patterns
from claims.extraction.figures_drafts import Sentence
from claims.extraction.figures_sentences import Sentences
from claims.extraction.lexicon import english_victims as words
from claims.extraction.victim_names import attackers_in, last_of, surnames_in

PAIR = "murder-suicide"
_ANOTHER, _LATEST = -1, -2
_BEHIND, _AHEAD, _SENTENCE, _NEAR, _LIST = 130, 110, 200, 150, 500


class Harm(IntEnum):
    """What was done to somebody; who died of wounds was killed."""

    NONE = 0
    HURT = 1
    KILLED = 2


@dataclass(eq=False)
class Victim:
    """One person of a text, by name or by the word that describes who it is.

    ``place`` is 3 for "a third man", -1 for "another man". ``told`` is where the text
    says what was done.
    """

    span: Span
    name: str = ""
    given: str = ""
    head: str = ""
    age: str = ""
    place: int = 0
    attacks: bool = False
    harm: Harm = Harm.NONE
    told: Span | None = None


def victims_of(text: str, lowered: str, sentences: Sentences) -> list[Victim]:
    """Return those of whom the text says one by one that they were killed or hurt."""
    return [victim for victim in _Reader(text, lowered, sentences).read() if victim.harm]


class _Reader:
    """One walk over what was done to people."""

    def __init__(self, text: str, lowered: str, sentences: Sentences) -> None:
        self._text, self._lowered, self._sentences = text, lowered, sentences
        self._people: list[Victim] = []
        self._by_name: dict[str, Victim] = {}
        self._by_age: dict[str, Victim] = {}
        self._by_head: dict[tuple[str, int], Victim] = {}
        self._attacking: Victim | None = None
        self._last: Victim | None = None

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last names of the people whom the text names in full."""
        return surnames_in(self._text)

    @cached_property
    def _attackers(self) -> frozenset[str]:
        return attackers_in(self._text)

    def read(self) -> list[Victim]:
        done = 0
        for found in patterns.ANY_HARM.finditer(self._lowered):
            if found.start() >= done:
                sentence = self._sentences.at(found.start())
                start, done = sentence.start, sentence.end
                for told in patterns.HARM.finditer(self._text, start, done):
                    self._see(told, sentence)
        return self._people

    def _see(self, told: re.Match[str], sentence: Sentence) -> None:
        begin = max(sentence.start, told.start() - _BEHIND)
        end = min(sentence.end, told.end() + _AHEAD)
        if patterns.ELSEWHEN.search(self._text, begin, end) is None:
            self._take(told, begin, end)

    def _take(self, told: re.Match[str], begin: int, end: int) -> None:
        if told["pair"]:
            self._harm(self._attacker(Span(*told.span()), PAIR), Harm.KILLED, told)
        elif told["self"]:
            self._take_own(told, begin)
        elif told["as"]:
            self._take_identified(told, begin)
        elif told["left"]:
            self._take_left(told, begin)
        elif told["killing"] or told["hurting"]:
            self._take_acted(told, begin, end)
        else:
            is_dead = told["killed"] or told["died"]
            harm = Harm.KILLED if is_dead else Harm.HURT
            for victim in self._before(told.start(), begin):
                self._harm(victim, harm, told)

    def _take_own(self, told: re.Match[str], begin: int) -> None:
        """Take who "shot himself"; a suicide that nobody is named for is the killer's."""
        victim = None
        is_noun = told["self"].startswith(("self", "ruled", "homicide"))
        if not is_noun and not (self._attacking and self._is_pronoun(told)):
            victim = next(self._before(told.start(), begin), None)
        if victim is None:
            victim = self._attacker(Span(*told.span()))
        self._accuse(victim)
        self._harm(victim, Harm.KILLED, told)

    def _take_identified(self, told: re.Match[str], begin: int) -> None:
        """Take the names of "the dead were identified as Ada Lund, 40, and ..."."""
        subject = self._text[begin : told.end()].lower()
        if patterns.VICTIMS.search(subject) is None or words.ATTACKER.search(subject):
            return
        harm = Harm.KILLED if patterns.DEATH.search(subject) else Harm.HURT
        sentence = self._sentences.at(told.start())
        for victim in self._behind(told.end(), min(sentence.end, told.end() + _LIST)):
            self._harm(victim, harm, told)

    def _take_left(self, told: re.Match[str], begin: int) -> None:
        """Take who was "found dead" or "left wounded" with the person in between."""
        harm = Harm.KILLED if told["left"] == "dead" else Harm.HURT
        for found in patterns.PERSON.finditer(self._text, begin, told.start()):
            is_left = patterns.LEAVING.search(self._text, begin, found.start())
            if is_left and patterns.APPOSED.fullmatch(
                self._text, found.end(), told.start()
            ):
                victim = self._victim(found)
                if victim is not None:
                    self._harm(victim, harm, told)
                return

    def _is_pronoun(self, told: re.Match[str]) -> bool:
        before = self._text[max(0, told.start() - len("she ")) : told.start()]
        return before.lower().strip() in {"he", "she"}

    def _take_acted(self, told: re.Match[str], begin: int, end: int) -> None:
        """Take who stands behind "killed", or before it in "a man killed in ..."."""
        harm = Harm.KILLED if told["killing"] else Harm.HURT
        victims = list(self._behind(told.end(), end))
        is_active = told[0].endswith((" of", "ing"))
        is_passive = patterns.NOBODY_BEHIND.match(self._text, told.end()) and not is_active
        if not victims and is_passive:
            victims = list(self._before(told.start(), begin))
        for victim in victims:
            self._harm(victim, harm, told)

    def _harm(self, victim: Victim, harm: Harm, told: re.Match[str]) -> None:
        self._last = victim
        if harm <= victim.harm:
            return
        victim.harm, victim.told = harm, Span(*told.span())
        if abs(victim.span.start - told.start()) < _NEAR:
            start = min(victim.span.start, told.start())
            victim.told = Span(start, max(victim.span.end, told.end()))

    def _behind(self, place: int, end: int) -> Iterator[Victim]:
        link = patterns.BEHIND_ACT.match(self._text, place)
        found = patterns.PERSON.match(self._text, link.end() if link else place, end)
        while found:
            victim = self._victim(found)
            if victim is None:
                return
            yield victim
            another = patterns.BEFORE_ANOTHER.match(self._text, found.end(), end)
            found = another and patterns.PERSON.match(self._text, another.end(), end)
            if another and found and found["head"] and not another[0].endswith("and "):
                return  # "Ada Lund, a nurse" is one

    def _before(self, end: int, begin: int) -> Iterator[Victim]:
        """Yield who stands before ``end``, and those who are joined by "and"."""
        people = list(patterns.PERSON.finditer(self._text, begin, end))
        for place, found in enumerate(people):
            if patterns.APPOSED.fullmatch(self._text, found.end(), end):
                for each in (found, *self._joined(people[:place], found.start())):
                    victim = self._victim(each)
                    if victim is not None:
                        yield victim
                return

    def _joined(self, people: list[re.Match[str]], end: int) -> Iterator[re.Match[str]]:
        """Yield those who are joined by commas and "and" to whoever starts at ``end``."""
        for found in reversed(people):
            if patterns.JOINED.fullmatch(self._text, found.end(), end) is None:
                return
            yield found
            end = found.start()

    def _victim(self, found: re.Match[str]) -> Victim | None:
        if found["name"]:
            is_known = found["aged"] or last_of(found["name"]) in self._surnames
            return self._named(found["name"], found) if is_known else None
        if found["who"]:
            return self._meant(found.start())
        head = (found["head"] or found["bare"]).lower()
        if found["apposed"]:
            victim = self._named(found["apposed"].lstrip(", "), found)
            if head in words.ATTACKERS:
                self._accuse(victim)
            return victim
        return self._described(head, (found["which"] or "a").lower(), found)

    def _meant(self, offset: int) -> Victim | None:
        """Return who "he" is: the first of the sentence before, or the last harmed."""
        sentence = self._sentences.at(offset)
        previous = self._sentences.at(max(0, sentence.start - 2))
        begin = max(previous.start, sentence.start - _SENTENCE)
        for found in patterns.PERSON.finditer(self._text, begin, sentence.start):
            if found["name"] or found["head"]:
                victim = self._victim(found)
                if victim is not None:
                    return victim
        return self._last

    def _named(self, printed: str, found: re.Match[str]) -> Victim:
        """Return who bears the name; of "Orme" it is the one named last."""
        name = last_of(printed)
        victim = self._by_name.get(name) or self._nameless(_age_of(found), name)
        given = printed.split(maxsplit=1)[0] if " " in printed else ""
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
            place = _ANOTHER
        attacks = head in words.ATTACKERS
        if attacks and not place:
            return self._attacker(span)
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
        last = self._last
        if last is None or last.attacks or {head, last.head} <= words.GENDERED:
            return self._new(Victim(span, head=head))
        return last

    def _attacker(self, span: Span, head: str = "suspect") -> Victim:
        if self._attacking is not None:
            return self._attacking
        return self._new(Victim(span, head=head, attacks=True))

    def _accuse(self, victim: Victim) -> None:
        victim.attacks = True
        self._attacking = self._attacking or victim

    def _new(self, victim: Victim) -> Victim:
        self._people.append(victim)
        if victim.attacks:
            self._accuse(victim)
        if victim.head:
            self._by_head[victim.head, victim.place] = victim
            self._by_head[victim.head, _LATEST] = victim
        return victim


def _age_of(found: re.Match[str]) -> str:
    """Return the age in a description, "" if there is none."""
    age = patterns.AGE.search(found[0])
    return (age[1] or age[2]) if age else ""
