"""The last names by which a text goes on to call people, and those of killers."""

from __future__ import annotations

from claims.extraction import victim_patterns as patterns
from claims.extraction.lexicon import english_victims as words
from claims.extraction.lexicon.english_people import BODY_WORDS
from claims.extraction.lexicon.given_names import HE, SHE

_GENERATIONS = frozenset(["II", "III", "IV", "Jr", "Sr", "Jr.", "Sr."])


def last_of(name: str) -> str:
    words_of = [word for word in name.split() if word not in _GENERATIONS]
    return (words_of or [name])[-1].removesuffix("’s").removesuffix("'s")


def surnames_in(text: str) -> frozenset[str]:
    """Return the last names of the people whom a text names in full."""
    return (
        frozenset(
            last_of(found["last"])
            for found in patterns.FULL_NAME.finditer(text)
            if (found["age"] or found["title"] or is_given(found["first"]))
            and found["last"].lower() not in BODY_WORDS
        )
        - words.NO_NAMES
    )


def attackers_in(text: str) -> frozenset[str]:
    names = (
        found["name"] or found["before"] for found in patterns.ATTACKER_NAME.finditer(text)
    )
    return frozenset(map(last_of, names))


def is_given(word: str) -> bool:
    """Say whether ``word`` is a given name."""
    return word.lower() in HE or word.lower() in SHE
