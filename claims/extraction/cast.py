"""Who and what a text names: people and bodies, each with all its mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from claims.domain import names
from claims.extraction.lexicon import english_people as words_for
from claims.extraction.name_words import (
    INITIALS,
    POSSESSIVE,
    core_of,
    gender_of_given,
    gender_of_title,
    initials_of,
    is_body,
    key_of,
)
from claims.extraction.quotations import Quotation
from claims.extraction.spellings import Spellings
from claims.extraction.tokens import Tokens

_RUN = re.compile("[Pn]+(?:x{1,2}P+)*")
_INNER_CAPITAL = re.compile(r"(?<=[a-zDI#,'HCxAbFVdRSg])P")
_VERBS = frozenset("AbFVvnRd")
_PRONOUNS = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
_ROLE_REACH = 8  # words before and after a name that tell what somebody is
_MOST_INITIALS = 6
_FAR_BACK = 200  # mentions to look back over for an office
_LAST_HOLDERS = 20  # holders of an office among whom one is looked for
_GENDER_REACH = 30  # words after a name in which its first pronoun is looked for


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something named, with the fullest form of the name."""

    name: str
    is_body: bool = False
    gender: str | None = None
    is_surely_person: bool = False
    is_described: bool = False  # by an apposition: "Ilse Brandt, a nurse from Bergen"
    roles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens that name an entity."""

    first: int
    end: int
    entity: Entity
    is_subject: bool
    is_quoted: bool
    is_first: bool
    is_named_thing: bool  # after "the": no person


class Cast:
    """The entities of one text."""

    def __init__(self, tokens: Tokens, quotations: Sequence[Quotation]) -> None:
        self._tokens = tokens
        self._by_key: dict[str, Entity] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._spellings: Spellings[Entity] = Spellings()
        self._inner = {
            tokens.words[match.start()] for match in _INNER_CAPITAL.finditer(tokens.shape)
        }
        runs = list(self._runs())
        for first, end in runs:
            self._learn(tokens.words[first:end])
        for first, end in runs:
            self._learn_initials(tokens.words[first:end])
            self._learn_employer(first, end)
        self.mentions = list(self._mentions(runs, quotations))
        self._firsts = [mention.first for mention in self.mentions]
        for mention in self.mentions:
            self._learn_roles(mention)
        self._learn_genders()
        self._holders, self._called = self._index()

    def is_proper(self, word: str) -> bool:
        """Say whether a word has its capital letter not only to open a sentence."""
        return word in self._inner

    def entity(self, words: Sequence[str]) -> Entity | None:
        """Return who these printed words name, a surname alone included."""
        name = core_of(words)
        if not name:
            return None
        exact = self._by_key.get(key_of(name))
        if exact is not None:
            return exact
        found = self._by_word.get(names.fold(name[-1]), [])
        if len(name) > 1:
            printed = " ".join(name)
            return next((e for e in found if names.is_short_form(printed, e.name)), None)
        gender = gender_of_title(words)
        fit = [entity for entity in found if not gender or entity.gender in (gender, None)]
        return next(iter(fit or found), None) or self._spelled_otherwise(name[0])

    def _spelled_otherwise(self, word: str) -> Entity | None:
        """Return whose family name is printed a letter off elsewhere: Dashti, Dashty."""
        if not self.is_proper(word):
            return None
        near = self._spellings.near(names.fold(word))
        return near[0] if len(near) == 1 else None

    def body_called(self, word: str) -> Entity | None:
        """Return the first body whose name has the word: "the commission"."""
        return self._called.get(names.fold(word))

    def holders(self, office: str) -> Sequence[Entity]:
        """Return the people named with an office, the last one first."""
        return self._holders.get(names.fold(office), ())

    def appoint(self, entity: Entity, offices: Iterable[str]) -> None:
        """Let somebody hold an office from now on."""
        for office in offices:
            entity.roles.add(office)
            holders = self._holders.setdefault(office, [])
            if entity not in holders[:_LAST_HOLDERS]:
                holders.insert(0, entity)

    def last_before(self, entities: Sequence[Entity], token: int) -> Entity | None:
        """Return the one of some entities that is named last before a token."""
        wanted = {id(entity) for entity in entities}
        for count, mention in enumerate(self.before(token)):
            if count > _FAR_BACK:
                break
            if id(mention.entity) in wanted:
                return mention.entity
        return next(iter(entities), None)

    def before(self, token: int) -> Iterator[Mention]:
        """Yield the mentions before a token, nearest first."""
        at = bisect_left(self._firsts, token)
        while at > 0:
            at -= 1
            yield self.mentions[at]

    def after(self, token: int) -> Iterator[Mention]:
        """Yield the mentions from a token on, nearest first."""
        for at in range(bisect_left(self._firsts, token), len(self.mentions)):
            yield self.mentions[at]

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield each run of capitalised words, parted at possessives."""
        words, shape = self._tokens.words, self._tokens.shape
        for match in _RUN.finditer(shape):
            first = match.start()
            for at in range(match.start(), match.end()):
                lower = words[at][0].islower()
                is_inside = names.fold(words[at]) in names.PARTICLES and shape[at] == "x"
                if lower and not is_inside:
                    end = at
                elif POSSESSIVE.search(words[at]):
                    end = at + 1
                else:
                    continue
                if end > first:
                    yield first, end
                first = at + 1
            if first < match.end():
                yield first, match.end()

    def _learn(self, words: Sequence[str]) -> None:
        name = core_of(words)
        if len(name) == 1 and not is_body(name):
            return
        if not name or all(len(word) > 1 and word.isupper() for word in name):
            return
        entity = self._by_key.get(key_of(name)) or self._same_person(name)
        if entity is None:
            entity = self._add(name)
        titles = {names.fold(word) for word in words[: len(words) - len(name)]}
        entity.roles |= titles & names.TITLES
        entity.gender = gender_of_title(words) or entity.gender
        entity.is_surely_person = entity.is_surely_person or bool(entity.roles)

    def _same_person(self, name: Sequence[str]) -> Entity | None:
        """Return who bears the same first name, and a family name but a letter off."""
        if names.fold(name[0]) not in self._by_word or len(name) == 1 or is_body(name):
            return None
        for entity in self._spellings.near(names.fold(name[-1])):
            if names.fold(entity.name.split()[0]) == names.fold(name[0]):
                self._by_key[key_of(name)] = entity
                return entity
        return None

    def _learn_initials(self, words: Sequence[str]) -> None:
        """Take "the BBC" for a body unless it is short for one that has its full name."""
        word = POSSESSIVE.sub("", words[-1])
        if len(words) != 1 or len(word) > _MOST_INITIALS or not INITIALS.match(word):
            return
        if names.fold(word) not in self._by_word:
            self._by_key.setdefault(key_of([word]), Entity(word, is_body=True))

    def _learn_employer(self, first: int, end: int) -> None:
        """Take Fjordline for a body in "Fjordline's employees": people have none."""
        words = self._tokens.words
        printed, following = words[end - 1], words[end : end + 1]
        name = POSSESSIVE.sub("", printed)
        is_owner = end - first == 1 and name != printed
        if (
            is_owner
            and set(following) & words_for.BELONGINGS
            and self.entity([name]) is None
        ):
            self._by_key[key_of([name])] = Entity(name, is_body=True)

    def _add(self, name: list[str]) -> Entity:
        gender = gender_of_given(name[0])
        body = is_body(name) and not (gender and len(name) == 2)  # names
        entity = Entity(" ".join(name), body, None if body else gender, bool(gender))
        self._by_key[key_of(name)] = entity
        known_by = [name[-1], name[0]] if not body else [name[0], initials_of(name)]
        if not body and len(name) > 1:
            self._spellings.add(names.fold(name[-1]), entity)
        for word in known_by:
            if word and (not body or len(name) > 1):
                self._by_word.setdefault(names.fold(word), []).append(entity)
        return entity

    def _mentions(
        self, runs: list[tuple[int, int]], quotations: Sequence[Quotation]
    ) -> Iterator[Mention]:
        quoted = _quoted(quotations, len(self._tokens.words))
        seen: set[int] = set()
        for first, end in runs:
            entity = self.entity(self._tokens.words[first:end])
            if entity is not None:
                new = id(entity) not in seen
                seen.add(id(entity))
                subject = self._is_subject(first, end)
                thing = first > 0 and self._tokens.words[first - 1].lower() == "the"
                yield Mention(first, end, entity, subject, bool(quoted[first]), new, thing)

    def _is_subject(self, first: int, end: int) -> bool:
        shape = self._tokens.shape
        before = shape[first - 1] if first else "\n"
        return shape[end : end + 1] in _VERBS or before in "\n."

    def _learn_roles(self, mention: Mention) -> None:
        """Remember what stands before and behind a name: "the mayor, Ilse Brandt"."""
        words, shape = self._tokens.words, self._tokens.shape
        roles = mention.entity.roles
        for at in range(mention.first, mention.end - 1):
            if names.is_title(words[at]):
                roles.add(names.fold(words[at]))
        if mention.is_quoted:
            return
        start = max(0, mention.first - _ROLE_REACH)
        before = _BEFORE.search(shape, start, mention.first)
        if before:
            roles.update(names.fold(word) for word in words[before.start() : mention.first])
        behind = _BEHIND.match(shape, mention.end, mention.end + _ROLE_REACH + 2)
        if behind:
            roles.update(names.fold(word) for word in words[mention.end : behind.end()])
            is_told = set(behind.group()) & {"x", "n"}
            mention.entity.is_described = mention.entity.is_described or bool(is_told)

    def _index(self) -> tuple[dict[str, list[Entity]], dict[str, Entity]]:
        holders: dict[str, list[Entity]] = {}
        called: dict[str, Entity] = {}
        seen: set[int] = set()
        for mention in reversed(self.mentions):
            entity = mention.entity
            if entity.is_body and " " in entity.name:
                called |= dict.fromkeys(names.fold(entity.name).split(), entity)
            elif entity.is_body:
                continue
            elif id(entity) not in seen:
                seen.add(id(entity))
                for role in entity.roles:
                    holders.setdefault(role, []).append(entity)
        return holders, called

    def _learn_genders(self) -> None:
        """Let the first "he" or "she" after a lone name tell which it is."""
        words = self._tokens.words
        for mention, following in zip_longest(self.mentions, self.mentions[1:]):
            entity = mention.entity
            if entity.gender or entity.is_body or mention.is_quoted:
                continue
            stop = following.first if following else len(words)
            near = words[mention.end : min(stop, mention.end + _GENDER_REACH)]
            pronoun = next((word.lower() for word in near if word.lower() in _PRONOUNS), "")
            entity.gender = _PRONOUNS.get(pronoun)


_BEFORE = re.compile("(?:[xnPdg#],?)+$")
_BEHIND = re.compile(",(?:Wb)?(?:[xnDPdg#C]|I(?=[DPx]))+")


def _quoted(quotations: Sequence[Quotation], total: int) -> bytearray:
    marks = bytearray(total + 1)
    for quotation in quotations:
        inner = quotation.inner
        marks[inner.start : inner.stop] = b"\1" * len(inner)
    return marks
