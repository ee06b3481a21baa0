"""The noun after a number: which word says what is counted, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from claims.domain.number_words import UNITS, listed
from claims.extraction.figures_cues import (
    AUXILIARIES,
    BREAKS,
    COUNTS,
    PREPOSITIONS,
    STATES,
    THINGS,
)
from claims.extraction.figures_drafts import Draft, Word, texts
from claims.extraction.populations import is_people

_DEFINITE = frozenset(listed("the them those these whom its their his our her"))
_ENDERS = frozenset(
    listed(
        """
        and or also not nationwide worldwide alone overall altogether today yesterday now
        there here who that which so were each every all both a an the this these those
        his her their its our my earlier later ago out still back away alive aboard inside
        outside online
        """
    )
)
_ADJECTIVAL = frozenset(listed("confirmed reported believed feared"))
_DID = frozenset(
    listed(
        """
        lost went came took left fled fell began made saw met won gave stood sat ran
        broke fought felt sought brought bought caught thought built spent paid heard
        led rose drove flew grew threw drew knew wore spoke chose lay lined became
        remain live work need face use vote stay held kept sent set got go come take
        """
    )
)


def head_of(draft: Draft, limit: int | None = None) -> tuple[str, int]:
    """Return the last word of what is counted, and how many words it takes.

    ``limit`` is how many words after the number it may take.
    """
    after = draft.after[:limit]
    size = _past_of(draft, after)
    if size < 0:
        return "", 0
    head = ""
    while size < len(after):
        word = after[size].text
        if _divides(after, size):
            size += 1
            continue
        if _ends_noun(word) or (head and _is_verb(word, head)):
            break
        head = word
        size += 1
    return head, size if head or _is_pronoun(after) else 0


def _is_pronoun(after: Sequence[Word]) -> bool:
    return texts(after, 2) in (["of", "them"], ["of", "whom"], ["of", "those"])


def _past_of(draft: Draft, after: Sequence[Word]) -> int:
    """Return how many words "of the" takes, -1 where "of" opens something else."""
    if draft.next_word != "of" or not after[1:]:
        return 0
    if draft.phrase.kind in {"vague", "unknown"}:
        return 1
    return 2 if after[1].text in _DEFINITE else -1


def _ends_noun(word: str) -> bool:
    return (
        not word[0].isalpha()
        or word in PREPOSITIONS
        or word in AUXILIARIES
        or word in BREAKS
        or word in _ENDERS
        or word in UNITS
        or (word.endswith("ly") and word != "family")
    )


def is_counted(word: str) -> bool:
    """Say whether ``word`` is a noun for people or for something that is counted."""
    return word in COUNTS or is_people(word)


def _is_verb(word: str, noun: str) -> bool:
    """Say whether ``word`` after the noun tells what they did: "households lost power"."""
    if not is_counted(noun) and noun not in THINGS:
        return False
    return word in _DID or (word.endswith(("ed", "ing")) and word not in STATES)


def _divides(after: Sequence[Word], place: int) -> bool:
    """Say whether a comma or a word such as "confirmed" stands before the noun."""
    if after[place].text == ",":
        return _goes_on(after, place)
    return after[place].text in _ADJECTIVAL and any(
        map(is_counted, texts(after[place + 1 :], 1))
    )


def _goes_on(after: Sequence[Word], comma: int) -> bool:
    """Say whether the comma only divides adjectives: "90 armed, masked men"."""
    if not comma or is_counted(after[comma - 1].text):
        return False
    adjective, noun = [*texts(after[comma + 1 :], 2), "", ""][:2]
    return adjective != "" and not _ends_noun(adjective) and is_counted(noun)
