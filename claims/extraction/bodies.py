"""Bodies that a text describes without a name: "the interior ministry", "the unions"."""

from __future__ import annotations

import re

from claims.domain import names
from claims.extraction.cast import Entity
from claims.extraction.lexicon import english_people as words_for
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items
from claims.extraction.tokens import Tokens

_NAMED_HEADS = words_for.BODY_HEADS | words_for.OWN_HEADS | words_for.PLURAL_BODIES
# Heads that say nothing of their own: "the company" is no name.
_VAGUE = words_for.ANY_BODY_HEADS | {"body", "team", "office", "campaign", "platform"}
# Openings of what is not one certain body, or is not told by these words alone.
_NOT_OWN = frozenset(
    """
    a an one another some any no this that these those both his her its their our my
    four five six seven eight nine ten several many most other
    """.split()
)
_KIND = re.compile("[DxP]?[xnPg]{0,4}[xn]")


class Bodies:
    """Names a body by its own words, with the country that the text ties it to."""

    def __init__(self, tokens: Tokens) -> None:
        self._known: dict[str, Entity] = {}
        self._last: dict[str, Entity] = {}
        self._countries = _countries(tokens)

    def whole(self, sentence: Sentence, mention: Items) -> Entity | None:
        """Return the body of "the Brandt campaign", which is not called Brandt."""
        head, last = sentence.lower(mention[1] - 1), mention[1] - 2
        if last < mention[0] or sentence.shape[last] != "P":
            return None
        word = sentence.words[last]
        is_foreign = names.fold(word) in words_for.NATIONALITIES
        if head not in words_for.OWN_HEADS and not is_foreign:
            return None
        return self._called(sentence, mention) if _is_kind(sentence, mention) else None

    def described(self, sentence: Sentence, mention: Items) -> Entity | None:
        """Return the body that is named by nothing but its description."""
        first, end = mention
        head = sentence.lower(end - 1)
        if not _is_kind(sentence, mention) or sentence.lower(first) in _NOT_OWN:
            return None
        is_bare = {sentence.lower(at) for at in range(first, end)} <= {"the", head}
        if is_bare and head in self._last:
            return self._last[head]
        if head in _VAGUE and "P" not in sentence.shape[first:end]:
            return None
        return self._called(sentence, mention)

    def _called(self, sentence: Sentence, mention: Items) -> Entity:
        first, end = mention
        first += sentence.lower(first) == "the"
        name = " ".join(sentence.words[first:end])
        countries = self._countries.get(name.lower(), set())
        if len(countries) == 1:
            name = f"{next(iter(countries))} {name[0].lower()}{name[1:]}"
        entity = self._known.setdefault(names.fold(name), Entity(name, is_body=True))
        self._last[sentence.lower(end - 1)] = entity
        return entity


def _is_kind(sentence: Sentence, mention: Items) -> bool:
    """Say whether a phrase without "of" and "and" ends in a word such as "ministry"."""
    first, end = mention
    if not _KIND.fullmatch(sentence.shape, first, end):
        return False
    last = sentence.words[end - 1]
    return last[0].islower() and last in _NAMED_HEADS


def _countries(tokens: Tokens) -> dict[str, set[str]]:
    """Return the adjectives of country before each kind of body: "the French unions"."""
    found: dict[str, set[str]] = {}
    for at, word in enumerate(tokens.words[:-1]):
        if tokens.shape[at] != "P" or names.fold(word) not in words_for.NATIONALITIES:
            continue
        for length in (1, 2):
            kind = [each.lower() for each in tokens.words[at + 1 : at + 1 + length]]
            if kind[-1] in _NAMED_HEADS:
                found.setdefault(" ".join(kind), set()).add(word)
    return found
