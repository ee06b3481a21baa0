"""What the words of a mention tell: a name at its end, an office, whose it is."""

from __future__ import annotations

from claims.domain import names
from claims.extraction import subjects
from claims.extraction.lexicon import english_people as words_for
from claims.extraction.name_words import core_of, is_body
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

_NO_MODIFIERS = frozenset(["former", "then", "new", "old", "outgoing", "acting", "late"])


def owners(sentence: Sentence, mention: Items) -> list[str]:
    """Return the words that tell whose an office is: "the board's head of safety"."""
    words = sentence.words[mention[0] : mention[1] - 1]
    return [word for word in words if word.endswith(("'s", "’s", "s’"))]


def is_calling(head: str) -> bool:
    """Say whether a word tells what somebody is: an office, a calling."""
    return head in words_for.OFFICES or head in words_for.PERSON_HEADS


def gender_of(head: str) -> str | None:
    """Return "he" or "she" if a calling tells: "spokeswoman"."""
    if head in words_for.HE_HEADS:
        return "he"
    return "she" if head in words_for.SHE_HEADS else None


def modifiers(sentence: Sentence, first: int, end: int) -> frozenset[str]:
    """Return the words that tell one minister from another: "the health minister"."""
    link = sentence.shape.find("I", first, end)
    stop = (link if link > first else end) - 1
    return frozenset(
        names.fold(sentence.words[at])
        for at in range(first, stop)
        if sentence.shape[at] == "x" and _parts_offices(sentence.lower(at))
    )


def _parts_offices(word: str) -> bool:
    return word not in _NO_MODIFIERS and not word.endswith(("'s", "’s", "s’"))


def ends_in_name(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether words end in a full name: "professor Ilse Brandt"."""
    run = name_start(sentence, first, end)
    words = sentence.words[run:end]
    if names.is_title(words[-1]) if words else True:  # "U.S. Secretary" of State
        return False
    return len(core_of(words)) > 1 and not is_body(words) and "P" in sentence.shape[run:end]


def start_of(sentence: Sentence, end: int) -> int:
    """Return where the noun before ``end`` starts."""
    return subjects.nearest_noun(sentence, (0, end))[0]


def name_start(sentence: Sentence, first: int, end: int) -> int:
    """Return where the capitalised words that end a phrase start."""
    at = end
    while at > first and (sentence.shape[at - 1] == "P" or _joins(sentence, first, at - 1)):
        at -= 1
    return at


def _joins(sentence: Sentence, first: int, at: int) -> bool:
    """Say whether a small word stands inside a name: "Ursula von der Leyen"."""
    shape = sentence.shape
    if not first < at or shape[at] not in "xI":
        return False
    return names.fold(sentence.words[at]) in names.PARTICLES and shape[at - 1] in "Px"
