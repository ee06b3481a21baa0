"""Who of those named before is meant by "he", "the ministry", "the mayor"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from claims.domain import names
from claims.extraction.cast import Cast, Entity, Mention
from claims.extraction.chains import is_medium
from claims.extraction.lexicon import english_people as words_for
from claims.extraction.sentences import Sentence
from claims.extraction.tokens import Tokens

_REACH = 60  # mentions to look back over
_MOST_HOLDERS = 20  # people of one office to choose among
_FAR_AHEAD = 20  # mentions to look ahead for the name of "the group"
_FAR = 8  # mentions to look back over for "the company"
_PER_SENTENCE, _SUBJECT, _SURE, _LAST, _NEW, _PERSON = 0.55, 1.0, 0.6, 1.0, 0.8, 0.8
_STALE = 0.15  # what the last speaker loses with each sentence
_LEAST = -4.0  # below this nobody is near enough


class Recency:
    """Knows who was named and who spoke before each place of a text."""

    def __init__(self, tokens: Tokens, cast: Cast, sentences: Sequence[Sentence]) -> None:
        self._tokens = tokens
        self._cast = cast
        self._bounds = [sentence.starts[0] for sentence in sentences]
        self.last: Entity | None = None
        self._last_at = 0

    def spoke(self, entity: Entity, offset: int) -> None:
        """Remember who spoke last."""
        self.last, self._last_at = entity, self._sentence(offset)

    def forget(self) -> None:
        """Remember that somebody without a name spoke last."""
        self.last = None

    def person(self, offset: int, gender: str | None) -> Entity | None:
        """Return the person that "he" or "she" most likely is."""
        here = self._sentence(offset)
        best, top = self._last_person(gender), _LEAST
        token = bisect_right(self._tokens.starts, offset) - 1
        for count, mention in enumerate(self._cast.before(token)):
            if count > _REACH:
                break
            entity = mention.entity
            if entity.is_body or mention.is_quoted or not _fits(entity, gender):
                continue
            if mention.is_named_thing and not entity.is_surely_person:
                continue
            score = self._score(mention, here, gender)
            if score > top:
                best, top = entity, score
        if best is not None:
            best.gender = best.gender or gender
        return best

    def body(self, offset: int, head: str) -> Entity | None:
        """Return the body that "the ministry" or "the company" most likely is."""
        named = self._cast.body_called(head)
        if named is not None:
            return named
        if head not in words_for.ANY_BODY_HEADS:
            return None
        return self.nearest_body(offset, is_private=head in words_for.PRIVATE_HEADS)

    def nearest_body(self, offset: int, *, is_private: bool = False) -> Entity | None:
        """Return the body that acted last, or else was named last."""
        token = bisect_right(self._tokens.starts, offset) - 1
        near = [
            mention
            for mention in islice(self._cast.before(token), _FAR)
            if mention.entity.is_body and not mention.is_quoted
        ]
        acting = [mention for mention in near if mention.is_subject]
        for mention in acting + near:
            if _is_place(mention.entity):
                continue
            if not (is_private and _is_public(mention.entity)):
                return mention.entity
        return None

    def next_body(self, offset: int) -> Entity | None:
        """Return the body named next: that of "the group" in an article's first line."""
        token = bisect_right(self._tokens.starts, offset)
        for mention in islice(self._cast.after(token), _FAR_AHEAD):
            entity = mention.entity
            told = mention.is_quoted or _is_place(entity) or is_medium(entity.name.split())
            if entity.is_body and not told:
                return entity
        return None

    def office(
        self, head: str, offset: int, modifiers: frozenset[str] = frozenset()
    ) -> Entity | None:
        """Return the person with this office who spoke or was named last."""
        holders = self._cast.holders(head)[:_MOST_HOLDERS]
        fitting = [one for one in holders if modifiers <= one.roles]
        if self.last in fitting:
            return self.last
        token = bisect_right(self._tokens.starts, offset) - 1
        return self._cast.last_before(fitting, token)

    def _last_person(self, gender: str | None) -> Entity | None:
        last = self.last
        fits = last is not None and not last.is_body and _fits(last, gender)
        return last if fits else None

    def _score(self, mention: Mention, here: int, gender: str | None) -> float:
        entity = mention.entity
        there = self._sentence(self._tokens.starts[mention.first])
        score = -_PER_SENTENCE * (here - there)
        score += _SUBJECT * mention.is_subject
        score += _SURE * (gender is not None and entity.gender == gender)
        score += _PERSON * (entity.is_surely_person or bool(entity.roles))
        score += _NEW * (mention.is_first and there > self._last_at - 1)
        if entity is self.last:
            score += max(0.0, _LAST - _STALE * (here - self._last_at))
        return score

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._bounds, offset)


def _is_place(entity: Entity) -> bool:
    return names.fold(entity.name.split()[-1]) in words_for.PLACES


def _is_public(entity: Entity) -> bool:
    """Say whether a body is the state's or a party: no company."""
    return any(names.fold(word) in words_for.PUBLIC for word in entity.name.split())


def _fits(entity: Entity, gender: str | None) -> bool:
    return gender is None or entity.gender in (gender, None)
