"""The people of a text who were killed or hurt one by one: a man, a second, Mr Orme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.domain.spans import Span
from claims.extraction import victim_patterns as patterns
from claims.extraction.figures_drafts import Sentence
from claims.extraction.figures_sentences import Sentences
from claims.extraction.lexicon import english_victims as words
from claims.extraction.victim_people import PAIR, Harm, People, Victim

# Words for a suicide that stand behind another person than the one who died.
_NOBODYS = (
    *("self", "ruled", "homicide", "and then", "then", "before", "wife", "girlfriend"),
    "husband",
)
_DEAD = ("killed were", "dead were", "dead are", "killed was", "dead was", "dead is")
_BEHIND, _AHEAD, _NEAR, _LIST, _PLACE = 130, 110, 150, 500, 6


def victims_of(text: str, lowered: str, sentences: Sentences) -> list[Victim]:
    """Return those of whom the text says one by one that they were killed or hurt."""
    return [victim for victim in _Reader(text, lowered, sentences).read() if victim.harm]


class _Reader:
    """One walk over what was done to people."""

    def __init__(self, text: str, lowered: str, sentences: Sentences) -> None:
        self._text, self._lowered, self._sentences = text, lowered, sentences
        self._people = People(text, sentences)

    def read(self) -> list[Victim]:
        done = 0
        for found in patterns.ANY_HARM.finditer(self._lowered):
            if found.start() >= done:
                sentence = self._sentences.at(found.start())
                start, done = sentence.start, sentence.end
                for told in patterns.HARM.finditer(self._text, start, done):
                    self._see(told, sentence)
        return self._people.met

    def _see(self, told: re.Match[str], sentence: Sentence) -> None:
        begin = max(sentence.start, told.start() - _BEHIND)
        end = min(sentence.end, told.end() + _AHEAD)
        if patterns.ELSEWHEN.search(self._text, begin, end) is None:
            self._take(told, begin, end)

    def _take(self, told: re.Match[str], begin: int, end: int) -> None:
        if told["pair"]:
            self._harm(self._people.attacker(Span(*told.span()), PAIR), Harm.KILLED, told)
        elif told["self"]:
            self._take_own(told, begin)
        elif told["as"]:
            self._take_identified(told, begin)
        elif told["first"]:
            is_dead = told["first"].lower().endswith(_DEAD)
            self._take_listed(told, Harm.KILLED if is_dead else Harm.HURT)
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
        victim = self._of_own_wound(told)
        is_told = not told["self"].startswith(_NOBODYS)
        if is_told and not (self._people.attacking and self._is_pronoun(told)):
            victim = victim or next(self._before(told.start(), begin), None)
        if victim is None:
            victim = self._people.attacker(Span(*told.span()))
        self._people.accuse(victim)
        self._harm(victim, Harm.KILLED, told)

    def _of_own_wound(self, told: re.Match[str]) -> Victim | None:
        """Return who "died of a self-inflicted gunshot wound"."""
        last = self._people.last
        if last is None or last.told is None or last.told.end > told.start():
            return None
        between = last.told.end, told.start()
        return last if patterns.OF_OWN.fullmatch(self._text, *between) else None

    def _take_identified(self, told: re.Match[str], begin: int) -> None:
        """Take the names of "the dead were identified as Ada Lund, 40, and ..."."""
        subject = self._text[begin : told.end()].lower()
        if patterns.THEY.search(subject):
            subject = self._text[max(0, begin - _BEHIND) : told.end()].lower()
        if patterns.VICTIMS.search(subject) is None or words.ATTACKER.search(subject):
            return
        is_dead = patterns.DEATH.search(subject) is not None
        self._take_listed(told, Harm.KILLED if is_dead else Harm.HURT)

    def _take_listed(self, told: re.Match[str], harm: Harm) -> None:
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
                victim = self._people.find(found)
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
        self._people.last = victim
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
            victim = self._people.find(found)
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
                joined = (found, *self._joined(people[:place], found.start()))
                victims = [self._people.find(each) for each in joined]
                yield from _together([victim for victim in victims if victim])
                return

    def _joined(self, people: list[re.Match[str]], end: int) -> Iterator[re.Match[str]]:
        """Yield those who are joined by commas and "and" to whoever starts at ``end``."""
        for found in reversed(people):
            start = found.start()
            if patterns.OF_PLACE.search(self._text, max(0, start - _PLACE), start):
                continue
            if patterns.JOINED.fullmatch(self._text, found.end(), end) is None:
                return
            yield found
            end = start


def _together(victims: list[Victim]) -> list[Victim]:
    """Set those without a name apart from those with one in the same list."""
    named = any(victim.name for victim in victims)
    for victim in victims:
        victim.apart = victim.apart or (named and not victim.name)
    return victims
