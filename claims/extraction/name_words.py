"""What the words of a printed name tell: titles, a body, he or she."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.domain import names
from claims.extraction.lexicon import english_people as words_for
from claims.extraction.lexicon.given_names import HE, SHE

POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_OWNING = frozenset("s'’")  # how a possessive ends
INITIALS = re.compile("[A-Z]{3,}$")


def core_of(words: Sequence[str]) -> list[str]:
    """Return the words of a name without titles: all that follows the last title."""
    kept = [POSSESSIVE.sub("", word) if word[-1:] in _OWNING else word for word in words]
    for at in range(len(kept) - 2, -1, -1):
        if names.is_title(kept[at]):
            rest = kept[at + 1 :]
            return kept if is_body(rest) or names.is_title(rest[0]) else rest
    return kept


def is_body(name: Sequence[str]) -> bool:
    """Say whether a name is a body's: by a word such as "Council", by its initials."""
    return any(
        names.fold(word) in words_for.BODY_WORDS or INITIALS.match(word) for word in name
    )


def key_of(name: Sequence[str]) -> str:
    return " ".join(map(names.fold, name))


def initials_of(name: Sequence[str]) -> str:
    letters = "".join(word[0] for word in name if word[0].isupper())
    return letters if len(letters) > 1 else ""


def gender_of_title(words: Sequence[str]) -> str | None:
    folded = {names.fold(word) for word in words[:-1]}
    if folded & words_for.HE_TITLES or folded & words_for.HE_HEADS:
        return "he"
    if folded & words_for.SHE_TITLES or folded & words_for.SHE_HEADS:
        return "she"
    return next(filter(None, map(names.gender_of_title, words[:-1])), None)


def gender_of_given(word: str) -> str | None:
    given = names.fold(word).split("-")[0]
    if given in HE:
        return "he"
    return "she" if given in SHE else None
