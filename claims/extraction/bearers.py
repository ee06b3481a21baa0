"""Which person bears an office that the text ties to nobody by its words.

"The interior minister wrote" of an article that names one person without telling what
he does: whoever is named near by, and is not said to be something else, is meant.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from claims.domain import names
from claims.extraction.cast import Cast, Entity, Mention
from claims.extraction.lexicon import english_people as words_for
from claims.extraction.sentences import Sentence
from claims.extraction.tokens import Tokens

_BACK, _AHEAD = 4, 3  # sentences in which the bearer is named
_MOST = 20  # mentions to look at on either side
_FAR_AHEAD = 60  # mentions to look ahead for "the official, Ilse Brandt,"
_IDLE = 0.5  # sentences that one who does not act is further off
_SPEAKING = frozenset("VvnGp")
_ROLES = words_for.PERSON_HEADS | words_for.OFFICES


class Bearers:
    """Finds who bears an office, going by who near by is described in no other way."""

    def __init__(self, tokens: Tokens, cast: Cast, sentences: Sequence[Sentence]) -> None:
        self._tokens = tokens
        self._cast = cast
        self._bounds = [sentence.starts[0] for sentence in sentences]

    def of(self, start: int, end: int, gender: str | None) -> Entity | None:
        """Return who bears the office that is printed from ``start`` to ``end``."""
        near = [
            (away, mention.entity)
            for away, mention in self._near(start, end)
            if _is_open(mention, gender)
        ]
        return min(near, key=lambda one: one[0])[1] if near else None

    def described_later(self, end: int, head: str) -> Entity | None:
        """Return the person of "an official … . The official, Ilse Brandt, …"."""
        for mention in islice(self._after(end), _FAR_AHEAD):
            if self._is_the(mention, head) and not mention.entity.is_body:
                return mention.entity
        return None

    def _near(self, start: int, end: int) -> Iterator[tuple[float, Mention]]:
        """Yield how far off each mention is, those before and those named first behind."""
        here = self._sentence(start)
        token = bisect_left(self._tokens.starts, start)
        for mention in islice(self._cast.before(token), _MOST):
            away = here - self._at(mention)
            if away > _BACK:
                break
            yield self._distance(mention, away), mention
        for mention in islice(self._after(end), _MOST):
            away = self._at(mention) - here
            if away > _AHEAD:
                break
            if mention.is_first:
                yield self._distance(mention, away), mention

    def _distance(self, mention: Mention, away: int) -> float:
        return away if self._acts(mention) else away + _IDLE

    def _after(self, end: int) -> Iterator[Mention]:
        return self._cast.after(bisect_left(self._tokens.starts, end))

    def _acts(self, mention: Mention) -> bool:
        """Say whether somebody opens a sentence or stands beside a reporting verb."""
        shape = self._tokens.shape
        behind = shape[mention.end : mention.end + 1]
        before = shape[max(0, mention.first - 2) : mention.first]
        return mention.is_subject or behind in _SPEAKING or bool(_SPEAKING & set(before))

    def _is_the(self, mention: Mention, head: str) -> bool:
        words, first = self._tokens.words, mention.first
        before = [word.lower() for word in words[max(0, first - 3) : first]]
        return before == ["the", head, ","]

    def _at(self, mention: Mention) -> int:
        return self._sentence(self._tokens.starts[mention.first])

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._bounds, offset)


def _is_open(mention: Mention, gender: str | None) -> bool:
    """Say whether a full name may be the bearer's: of a person not yet described."""
    entity = mention.entity
    if entity.is_body or mention.is_quoted or mention.is_named_thing:
        return False
    if not entity.is_surely_person or " " not in entity.name:
        return False
    if gender not in {None, entity.gender or gender}:
        return False
    return not entity.is_described and not any(map(_is_role, entity.roles))


def _is_role(word: str) -> bool:
    """Say whether a word is an office or calling: "secretary-general" is."""
    return any(part in _ROLES or names.is_title(part) for part in word.split("-"))
