"""The parties to a fight as a text names them: where, who attacks, who is spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.domain.number_words import listed
from claims.extraction.lexicon import english_parties as words_for

_WORD = r"[A-Z][\w-]*(?:[’'](?!s\b)\w+)*"
_RUN = re.compile(rf"{_WORD}(?: (?:of (?:the )?)?{_WORD})*")
# What opens a sentence with a capital and is no part of a name.
_OPENING = re.compile(
    r"(?:(?:The|A|An|In|On|At|By|For|From|Of|But|And|When|While|After|Before|Two|Three|Four|"
    r"Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|"
    r"Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|One|"
    r"Some|Several|Many|Most|Dozens|Scores|Hundreds|Thousands|Both|All|Other|Another|That|"
    r"This|Its|Their|His|Her|Our|Confirming|According|Meanwhile|Yesterday|Last|Earlier)"
    r"(?:-\w+)?(?: of)?(?: the)? )+"
)
# "Two guards" are some of a party, and no name of one.
_COUNTS = frozenset(
    listed(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
        eighty ninety some several many most both another other
        """
    )
)
_PEOPLE = "|".join(words_for.PEOPLE)
_WITH_PEOPLE = re.compile(rf" (?:{_PEOPLE})\b")
_WITH_BODY = re.compile(rf" (?:{'|'.join(words_for.NAMED_WITH)})\b")
_ARTICLE = re.compile(r"\bal[- ]\Z")
_INITIALS = re.compile(r"[A-Z]{3,7}(?:-[A-Z])?\Z")
_PLURAL = re.compile(r" (?:have|were|are)\b")
_PLACED = re.compile(
    r"\b(?:in|at|near|into|towards?|outside|across|around|for|to) ((?:[A-Z][\w’'-]*)"
    r"(?: [A-Z][\w’'-]*)*)(?=[,.;:)\n]|['’]s\b| (?:on|and|by|at|in|to|where|when|were|was|"
    r"have|had|as|from|for|that|after|before|with|over)\b)"
)
_LOWER = re.compile(
    rf"(?:({'|'.join(words_for.UNNAMED)})[ -](?:led |backed )?(?:{_PEOPLE})"
    rf"|({'|'.join(words_for.ALONE)}))\b"
)
_ADVERBS = (
    r"(?:(?: fighters| forces| troops| militants| soldiers| gunmen)?"
    r"(?: (?:also|again|reportedly|allegedly|had|have|has|then|later|first|now|were|was|"
    r"who|which|that|once|never|even|been))*)"
)
_ASIDE = r"(?:, [^,.;!?\n]{1,90},)?"
_ACTS = re.compile(
    _ASIDE
    + _ADVERBS
    + r" (?:(?:attempted|tried|sought|planned|began|moved|came|wanted) (?:to )?)?"
    r"(?:attack(?:ed|ing)?|raid(?:ed)?|storm(?:ed)?|assault(?:ed)?|struck|ambush(?:ed)?|"
    r"invaded?|shell(?:ed)?|against|advanced on|stormed|overran|"
    r"(?:launched|mounted|staged|carried out|began) (?:\w+ ){0,3}"
    r"(?:attacks?|assaults?|raids?|offensives?|ambush(?:es)?|push|incursions?))\b"
)
_ATTACK = (
    r"(?:attacks?|assaults?|raids?|offensives?|ambush(?:es)?|push|incursions?|advance)"
)
_OWN_ATTACK = re.compile(rf"(?:['’]s?)? (?:\w+ )?{_ATTACK}\b")
_IN_ATTACK = re.compile(r"\b(?:in|during|by|after|from) (?:an? |the )?(?:\w+ )?$")
_BY = re.compile(
    rf"\b(?:{_ATTACK}|attacked|raided|ambushed|stormed)(?: launched)? by (?:the )?$"
)
_VERB = re.compile(
    _ASIDE + _ADVERBS + r" (?:\w+ly )?(?:is|are|was|were|has|have|had|will|would|did|do|"
    r"lost|loses?|fled|took|struck|fell|left|broke|fought|held|drove|withdrew|made|began|"
    r"came|went|put|shot|set|cut|beat|locked|(?!need|feed|seed)[a-z]+ed)\b"
)
_SPEECH = re.compile(
    _ASIDE + _ADVERBS + r" (?:\w+ly )?(?:said|says|told|claim(?:ed|s)|announced|added|"
    r"confirmed|reported|stated|tweeted|denied|admitted|insisted|acknowledged|put)\b"
)
_OTHERS = re.compile(
    r"\s*[\"“‘']?(?:(?:The |Some |Two |Several |Many |Most |Local )?[A-Za-z]+s|"
    r"(?:The )?(?!It |He |She |They |We |I )[A-Z]\w+|"
    r"(?:The|A) (?:[\w-]+ ){0,3}(?:group|band|crowd|family|movement|team|unit)) "
    r"(?:were|are|have|had|has|fled|lost|[a-z]+ed)\b"
)
_NEAR = 200  # characters that are looked at around a name


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a party is named; ``key`` is the same for all its mentions."""

    start: int
    end: int
    key: str


class Parties:
    """The parties that a text names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, str] = {}
        self._printed: dict[str, str] = {}
        runs = list(self._runs())
        known: set[str] = set()
        for start, end, name in runs:
            key = _key(name)
            if key not in known and self._tells(start, end, name):
                known.add(key)
        placed = _PLACED.finditer(text) if known else ()
        places = Counter(_key(found[1]) for found in placed)
        self._learn_initials({name: None for _, _, name in runs})
        named = (self._mention(*run, known, places) for run in runs)
        mentions = [mention for mention in named if mention is not None]
        mentions += self._unnamed()
        self._mentions = sorted(mentions, key=lambda each: each.start)
        self._starts = [mention.start for mention in self._mentions]
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._attackers: dict[int, frozenset[str]] = {}

    def name(self, key: str) -> str:
        """Return the name of a party as the text prints it, the fullest form."""
        return self._printed[key]

    def key(self, name: str) -> str | None:
        """Return the key of the party with this name, if the text has it."""
        key = _key(name)
        key = self._full.get(key, key)
        return key if key in self._printed else None

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin from ``start`` up to ``end``."""
        return self._mentions[
            bisect_left(self._starts, start) : bisect_left(self._starts, end)
        ]

    def subjects(self, start: int, end: int, *, speaking: bool) -> list[str]:
        """Return who does something between the two, each once, in order.

        Who only says something counts if ``speaking``.
        """
        found = []
        for mention in self.within(start, end):
            stop = min(end, mention.end + _NEAR)
            if _SPEECH.match(self._text, mention.end, stop):
                does = speaking
            else:
                does = _VERB.match(self._text, mention.end, stop) is not None
            if does and not self._is_object(mention):
                found.append(mention.key)
        return list(dict.fromkeys(found))

    def has_other_subject(self, start: int, end: int) -> bool:
        """Say whether a sentence opens with others who do something: "Villagers fled"."""
        return _OTHERS.match(self._text, start, end) is not None

    def attackers(self, offset: int) -> frozenset[str]:
        """Return who attacked, as the paragraph around ``offset`` tells."""
        place = bisect_right(self._breaks, offset)
        if place not in self._attackers:
            start = self._breaks[place - 1] if place else 0
            end = self._breaks[place] if place < len(self._breaks) else len(self._text)
            self._attackers[place] = frozenset(
                mention.key for mention in self.within(start, end) if self._attacks(mention)
            )
        return self._attackers[place]

    def _is_object(self, mention: Mention) -> bool:
        before = self._text[max(0, mention.start - 12) : mention.start]
        return (
            re.search(r"\b(?:by|against|of|with|from|to|on|for)(?: the)? $", before)
            is not None
        )

    def _attacks(self, mention: Mention) -> bool:
        text, stop = self._text, mention.end + _NEAR
        before = text[max(0, mention.start - 40) : mention.start]
        if _BY.search(before):
            return True
        if _OWN_ATTACK.match(text, mention.end, stop):
            return _IN_ATTACK.search(before) is None
        return not self._is_object(mention) and (
            _ACTS.match(text, mention.end, stop) is not None
        )

    def _runs(self) -> Iterable[tuple[int, int, str]]:
        """Yield each run of capitalised words without what only opens a sentence."""
        for found in _RUN.finditer(self._text):
            start = found.start()
            before = self._text[max(0, start - 5) : start]
            if before[-1:].isalnum() or before == "anti-":
                continue
            opening = _OPENING.match(self._text, start, found.end())
            start = opening.end() if opening else start
            name = _body_of(self._text[start : found.end()])
            if not name:
                continue
            if _ARTICLE.search(before):  # "al Corva"
                start, name = start - len("al "), f"{before[-3:]}{name}"
            yield start, start + len(name), name

    def _tells(self, start: int, end: int, name: str) -> bool:
        """Say whether what stands at this place shows that the name is a party's."""
        if _is_body(name) or _INITIALS.match(name):
            return True
        if _WITH_PEOPLE.match(self._text, end) is not None:
            return True
        is_alone = " " not in name and not name.endswith("s")
        opens = self._text[max(0, start - 4) : start].lower() == "the "
        if not is_alone or not opens:
            return False
        following = _PLURAL.match(self._text, end) or _ACTS.match(self._text, end)
        return following is not None

    def _learn_initials(self, every: Iterable[str]) -> None:
        """Take "NRF" for a name of the text with these initials."""
        for name in every:
            letters = "".join(word[0] for word in name.split(" ") if word[0].isupper())
            if len(letters) > 2:  # two letters are anybody's
                self._full.setdefault(letters.casefold(), _key(name))

    def _mention(
        self, start: int, end: int, name: str, known: set[str], places: Counter[str]
    ) -> Mention | None:
        body = _WITH_BODY.match(self._text, end)
        if body is not None and _key(name) in _COUNTS:
            return None
        if body is not None and not _is_body(name):
            end = body.end()
            name = self._text[start:end]
        elif _key(name) not in known or self._is_place(end, name, places):
            return None
        key = self._full.get(_key(name), _key(name))
        if len(name) > len(self._printed.get(key, "")):
            self._printed[key] = name
        return Mention(start, end, key)

    def _is_place(self, end: int, name: str, places: Counter[str]) -> bool:
        """Say whether a name is that of a place, with nobody's people behind it."""
        return places[_key(name)] > 0 and _WITH_PEOPLE.match(self._text, end) is None

    def _unnamed(self) -> Iterable[Mention]:
        for found in _LOWER.finditer(self._text):
            key, start = found[1] or found[2], found.start()
            before = self._text[max(0, start - 4) : start]
            if before[-1:].isalnum() or (found[2] and before.lower() != "the "):
                continue
            printed = self._text[start : found.end()]
            known = self._printed.get(key)
            if known is None or (known == key and printed.endswith("forces")):
                self._printed[key] = printed if printed.endswith("forces") else key
            yield Mention(start, start + len(key), key)


def is_of_the_state(key: str) -> bool:
    """Say whether a party is an army, a police or the like."""
    return not words_for.OF_THE_STATE.isdisjoint(listed(key))


def _key(name: str) -> str:
    return name.casefold()


@lru_cache(maxsize=4096)
def _body_of(run: str) -> str:
    """Return a run of capitals up to the word that says it is a body, or all of it."""
    if "-led" in run or "-backed" in run:
        return ""
    words = run.split(" ")
    last = _last_body(words)
    return " ".join(words[: last + 1]) if last > 0 else run


@lru_cache(maxsize=4096)
def _is_body(name: str) -> bool:
    return _last_body(name.split(" ")) > 0


def _last_body(words: Sequence[str]) -> int:
    """Return the place of the last word such as "Front", or -1."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].casefold() in words_for.BODIES:
            return at
    return -1
