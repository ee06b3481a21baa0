"""Whose people a figure counts: the party that the words around it tell, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from claims.domain.measures import Measure
from claims.domain.number_forms import Form
from claims.domain.number_words import listed
from claims.extraction.figures_details import population_span
from claims.extraction.figures_drafts import Draft, Note
from claims.extraction.figures_sentences import Sentences
from claims.extraction.findings import QuoteFinding
from claims.extraction.lexicon.english_parties import (
    ALONE,
    ATTACKERS,
    EPITHETS,
    FIGHTERS,
    PEOPLE,
)
from claims.extraction.parties import Parties, is_of_the_state
from claims.extraction.populations import is_anybody, is_people
from claims.extraction.spoken import Speech, Spoken

_HARM = frozenset(
    {
        Measure.KILLED,
        Measure.INJURED,
        Measure.MISSING,
        Measure.CAPTURED,
        Measure.CASUALTIES,
        Measure.LOST,
        Measure.DEAD_OR_MISSING,
    }
)
_SAME = frozenset(["", "others", "other", "more"])
_OF_PARTIES = FIGHTERS | frozenset(PEOPLE) | frozenset(ALONE) | {"officers", "men"}
_LOSSES = frozenset(listed("lost lose loses losing suffered suffers sustained"))
_COSTS = frozenset(listed("cost costs costing"))
_PRONOUN = re.compile(
    r"\b(they|it|we|who|which)(?:[’']ve)?(?: (?:have|had|has|also|already|then|reportedly|"
    r"later|themselves|may|might|could|only|just))* $",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\bof (their|its|our)\b|\b(their|its|our)\b", re.IGNORECASE)
_OURS = frozenset(listed("we our"))
_BEATEN = re.compile(
    r"\b(?:(?:were|was|been|are|is) [a-z]+(?: (?:off|back|away))?|retreated|withdrew|fled|"
    r"fell back|pulled back|pulled out|escaped) with $"
)
_BY = re.compile(r"\bby (?:the )?$")
_SIDE_BEFORE = re.compile(r"\b(?:from|on|among) (?:the )?$", re.IGNORECASE)
_SIDE_AFTER = re.compile(r"(?:[’']s?)? side\b")
_TOLL_AFTER = re.compile(
    r"(?:[’']s?)? (?:dead|casualties|losses|deaths|wounded|death toll)\b"
)
# Either of them, before the whole text is searched for parties; "30 wounded" is none.
_MARK = re.compile(
    r" (?:side|(?<! [0-9] )(?<! [0-9]{2} )(?<! [0-9]{3} )"
    r"(?:dead|casualties|losses|deaths|wounded|death toll))\b"
)
_NAME = re.compile(
    r"(?:\bal[- ])?[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of(?= [A-Z])|al-[A-Z]\w*))*"
)
_PEOPLE_OF = re.compile(r"[a-z]+(?:ans?|ese|ish|is|i)\Z")
_REACH = 250  # characters of a sentence that are looked at
_GAP = 60  # characters between two figures of one side
_BACK = 3  # sentences to look back over for whom "they" stands


class Sides:
    """Tells the side of each figure of a text, in the order of the text."""

    def __init__(
        self, text: str, sentences: Sentences, said: Sequence[QuoteFinding] = ()
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._said = said

    @cached_property
    def _parties(self) -> Parties:
        return Parties(self._text)

    @cached_property
    def _speech(self) -> Speech:
        return Speech(self._said)

    def of(self, drafts: Iterable[Draft]) -> dict[Draft, str]:
        """Return the side of each draft that has one, as the text prints its name."""
        told: dict[Draft, str] = {}
        before: Draft | None = None
        for draft in drafts:
            if draft.phrase.form not in {Form.COUNT, Form.ABSENCE}:
                continue
            side = self._named(draft)
            if side is None and draft.measure in _HARM:
                side = self._shared(draft, before, told) or self._inferred(draft)
            if side is not None:
                told[draft] = side
            before = draft
        return told

    def _named(self, draft: Draft) -> str | None:
        """Return the party that the words for the counted name: "Orme Guard men"."""
        span = population_span(draft, self._text)
        if span is None or not _may_name(draft, self._text[slice(*span)]):
            return None
        for mention in self._parties.within(*span):
            return self._parties.name(mention.key)
        return _whose(self._text[slice(*span)], draft.head)

    def _shared(
        self, draft: Draft, before: Draft | None, told: dict[Draft, str]
    ) -> str | None:
        """Return the side of the figure that this one goes on from: "... and 5 wounded"."""
        if draft.part_of in told:
            return told[draft.part_of]
        if before is None or before not in told or before.sentence is not draft.sentence:
            return None
        if before.part_of is draft or (
            draft.head not in _SAME and Note.LIKE not in draft.notes
        ):
            return None
        gap = draft.start - before.end
        if gap > _GAP or self._parties.within(before.end, draft.start):
            return None
        return told[before]

    def _inferred(self, draft: Draft) -> str | None:
        """Return the side that the sentence or the paragraph tells."""
        key = self._owned(draft) or self._lost(draft)
        if key is None and is_anybody(draft.head):
            key = self._marked(draft) or self._beaten(draft)
        if key is None and draft.head in EPITHETS | ATTACKERS:
            key = self._attacking(draft)
        return None if key is None else self._parties.name(key)

    def _owned(self, draft: Draft) -> str | None:
        """Return whose they are in "eight of their fighters"."""
        if draft.noun is None:
            return None
        found = _POSSESSIVE.search(self._text, draft.phrase.span.end, draft.noun[1])
        if found is None:
            return None
        return self._meant(found[1] or found[2], found.start())

    def _lost(self, draft: Draft) -> str | None:
        """Return who lost them: "they lost seven men", "it cost the Guard seven lives"."""
        for place, word in enumerate(draft.before[:6]):
            if word.text in _COSTS:
                return _only(
                    mention.key
                    for mention in self._parties.within(word.end, draft.phrase.span.start)
                )
            if word.text in _LOSSES and place < 3:  # "lost some of its 7"
                return self._loser(draft, word.start)
        return None

    def _loser(self, draft: Draft, verb: int) -> str | None:
        start = max(draft.sentence.start, verb - _REACH)
        pronoun = _PRONOUN.search(self._text, start, verb)
        if pronoun and pronoun[1].lower() not in {"who", "which"}:
            return self._meant(pronoun[1], pronoun.start())
        quote = self._speech.around(verb)
        start = max(start, quote.start) if quote else start
        subjects = self._parties.subjects(start, verb + 4, speaking=False)
        if len(subjects) > 1:
            near = self._parties.within(max(start, verb - 30), verb)
            return near[-1].key if near and near[-1].key in subjects else None
        return _only(subjects)

    def _marked(self, draft: Draft) -> str | None:
        """Return the party of "on the Guard side" or "the Guard dead came to"."""
        start = max(draft.sentence.start, draft.start - _REACH)
        stop = min(draft.sentence.end, draft.end + _GAP)
        if _MARK.search(self._text, start, stop + _REACH) is None:
            return None
        return _only(
            mention.key
            for mention in self._parties.within(start, stop)
            if self._marks(mention.start, mention.end)
        )

    def _marks(self, start: int, end: int) -> bool:
        before = self._text[max(0, start - 12) : start]
        if _SIDE_BEFORE.search(before) and _SIDE_AFTER.match(self._text, end):
            return True
        return _TOLL_AFTER.match(self._text, end) is not None

    def _beaten(self, draft: Draft) -> str | None:
        """Return who was "driven off with 7 dead"."""
        start = max(draft.sentence.start, draft.start - _REACH)
        if not _BEATEN.search(self._text, start, draft.phrase.span.start):
            return None
        return _only(self._parties.subjects(start, draft.start, speaking=False))

    def _attacking(self, draft: Draft) -> str | None:
        """Return who attacked here, if "the militants" can be nobody else."""
        killers = self._killers(draft)
        attackers = self._parties.attackers(draft.start) - killers
        if draft.head in ATTACKERS:
            return _only(attackers)
        return _only(key for key in attackers if not is_of_the_state(key))

    def _killers(self, draft: Draft) -> set[str]:
        """Return the parties that the sentence has do the killing."""
        stop = min(draft.sentence.end, draft.end + _GAP)
        killers = {
            mention.key
            for mention in self._parties.within(draft.end, stop)
            if _BY.search(self._text, max(0, mention.start - 10), mention.start)
        }
        if draft.rule == "act":
            start = max(draft.sentence.start, draft.start - _REACH)
            killers |= {each.key for each in self._parties.within(start, draft.start)}
        return killers

    def _meant(self, pronoun: str, offset: int) -> str | None:
        """Return the party that "they", "its" or "we" stands for, if it is clear."""
        quote = self._speech.around(offset)
        if pronoun.lower() in _OURS:
            return self._speaker(quote) if quote else None
        start = max(self._sentences.at(offset).start, offset - _REACH)
        start = max(start, quote.start) if quote else start
        here = self._parties.subjects(start, offset, speaking=quote is None)
        if here:
            return _only(here)
        return self._named_before(start, is_quoted=quote is not None)

    def _named_before(self, offset: int, *, is_quoted: bool) -> str | None:
        """Return the only party that is the subject of the nearest sentence with any."""
        left = _BACK
        while offset > 0 and left:
            start = max(self._sentences.at(offset - 1).start, offset - _REACH)
            subjects = self._parties.subjects(start, offset, speaking=False)
            if not subjects and not is_quoted:
                subjects = self._parties.subjects(start, offset, speaking=True)
            if subjects:
                return _only(subjects)
            if self._parties.has_other_subject(start, offset):
                return None
            left -= bool(self._text[start:offset].strip())
            offset = start
        return None

    def _speaker(self, quote: Spoken) -> str | None:
        if quote.name and (key := self._parties.key(quote.name)):
            return key
        if quote.mention is None:
            return None
        return _only(each.key for each in self._parties.within(*quote.mention))


def _may_name(draft: Draft, population: str) -> bool:
    """Say whether a party may be named here, before the whole text is searched for it."""
    if Note.NAMES in draft.notes:
        return False
    return population != population.lower() or draft.head in _OF_PARTIES


def _only(keys: Iterable[str]) -> str | None:
    """Return the one key there is; of several none is meant surely."""
    found = set(keys)
    return found.pop() if len(found) == 1 else None


def _whose(population: str, head: str) -> str | None:
    """Return the name in a population that says whose they are, not where they live."""
    found = _NAME.search(population)
    if found is None:
        return None
    name = found[0]
    words = name.lower().split()
    before = population[: found.start()].rstrip().rpartition(" ")[2]
    is_headline = is_people(words[-1])  # "Two Teen Girls Dead"
    is_somebody = is_people(before.lower()) or (name == population and len(words) > 1)
    if is_headline or is_somebody:
        return None
    is_theirs = found.end() == len(population) or head in _OF_PARTIES
    return name if is_theirs or _PEOPLE_OF.search(name.lower()) else None
