"""Words by their spelling, found again when a letter is left out, added or changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

_SHORTEST, _LONGEST = 5, 30  # letters of a word whose spelling may vary

Known = TypeVar("Known")


class Spellings(Generic[Known]):
    """What is known by a word, and by words one letter off.

    Two words that are one letter apart are the same with some letter left out of
    either: looking those up takes time by the length of the word, not by their number.
    """

    def __init__(self) -> None:
        self._known: dict[str, list[tuple[str, Known]]] = {}
        self._waiting: list[tuple[str, Known]] = []

    def add(self, word: str, known: Known) -> None:
        """Keep a word; its forms are made when one is first looked for."""
        self._waiting.append((word, known))

    def near(self, word: str) -> list[Known]:
        """Return what is known by words one letter off that start with the same letter.

        A last "s" is no other spelling: "Brandts" is a family.
        """
        for each in self._waiting:
            for form in _forms(each[0]):
                self._known.setdefault(form, []).append(each)
        self._waiting.clear()
        found: dict[int, Known] = {}
        for form in _forms(word):
            for other, known in self._known.get(form, ()):
                if _is_variant(word, other):
                    found[id(known)] = known
        return list(found.values())


def _forms(word: str) -> Iterator[str]:
    if not _SHORTEST <= len(word) <= _LONGEST:
        return
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _is_variant(word: str, other: str) -> bool:
    if word == other or word[0] != other[0] or abs(len(word) - len(other)) > 1:
        return False
    if word.removesuffix("s") == other.removesuffix("s"):
        return False
    short, long = sorted((word, other), key=len)
    at = next(
        (at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b),
        len(short),
    )
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]
