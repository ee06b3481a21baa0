"""The subject of a toll, said before the number: "the death toll rose to 12"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.domain.number_intervals import ceiling, floor
from claims.domain.number_words import UNITS, listed
from claims.extraction.figures_cues import BREAKS, STATES, THINGS, TOLLS
from claims.extraction.figures_drafts import Draft, Phrasebook, Word, texts
from claims.extraction.figures_heads import head_of

_TOLLS = Phrasebook(TOLLS, reverse=True)
_LINKS = frozenset(
    listed(
        """
        at to is was are were of reached reaches reach hit hits passed as exceeded than
        topped from stands stood : reaching over came come comes comprised totalled
        totaled numbered pass passes past tops put has have had may might could would exceed
        """
    )
)
_ADJECTIVES = frozenset(listed("dead killed injured wounded missing arrested detained"))
_ESTIMATES = frozenset(listed("estimate estimates ranging ranged range"))
_PAST = frozenset(listed("pass passes passed past tops"))
_MAY = frozenset(listed("may might could"))


def take_toll(draft: Draft) -> bool:
    """Take the subject of a toll, "the death toll rose to 12"; say whether there is one."""
    before = draft.before
    if _take_opening(draft):
        return True
    if not before or before[0].text not in _LINKS or head_of(draft)[0] in THINGS:
        return False
    for place in range(1, len(before)):
        found = _TOLLS.at(before, place)
        if found and _is_subject(before, place, found[1]) and _is_linked(draft):
            draft.measure, draft.rule = found[0], "toll"
            draft.is_part = "among" in texts(before[place:], len(before))
            draft.cover(before[place + found[1] - 1].start, draft.end)
            if before[0].text in _PAST:
                _make_floor(draft)
            elif _MAY.intersection(texts(before, place)):
                _make_ceiling(draft)
            return True
        if _stops_toll(before, place):
            return False
    return False


def _is_linked(draft: Draft) -> bool:
    """Say whether a colon gives the toll: not in "two victims: one drove off"."""
    return draft.before[0].text != ":" or draft.value != 1


def _stops_toll(before: Sequence[Word], place: int) -> bool:
    word = before[place].text
    if word[0].isdecimal() or word in UNITS:  # but not in "risen by 1,204 to ..."
        return texts(before[place + 1 :], 1) != ["by"]
    return word in BREAKS or word in {";", ",", "."}


def _is_subject(before: Sequence[Word], place: int, size: int) -> bool:
    """Say whether the cue is a noun there: "the dead", "number of injured"."""
    if before[place].text not in _ADJECTIVES:
        return True
    first, second = [*texts(before[place + size :], 2), "", ""][:2]
    return first in {"the", "of", "their", "its"} or second in {"the", "of"}


def _take_opening(draft: Draft) -> bool:
    """Take "Of the dead, 12 were children"; say whether it is that."""
    comma, noun, article, link = [*texts(draft.before, 4), "", "", "", ""][:4]
    measure = TOLLS.get(noun)
    if (comma, article, link) != (",", "the", "of") or measure is None:
        return False
    draft.measure, draft.rule, draft.is_part = measure, "part", True
    return True


def _make_floor(draft: Draft) -> None:
    """Read "has passed 100" as more than 100."""
    phrase = draft.phrase
    if phrase.kind == "exact" and phrase.low is not None:
        hard, core = floor(phrase.low, above=True)
        draft.phrase = replace(
            phrase, kind="at_least", high=None, hard=hard, core=core, strict=True
        )


def _make_ceiling(draft: Draft) -> None:
    """Read "may reach 100" as up to 100."""
    phrase = draft.phrase
    value = phrase.high
    if value is None or phrase.kind not in {"exact", "approx", "range"}:
        return
    hard, core = ceiling(value, least=1)
    draft.phrase = replace(
        phrase, kind="at_most", low=None, high=value, hard=hard, core=core
    )


def take_estimate(draft: Draft) -> bool:
    """Take "how many were killed, with estimates of 3 to 6"; say whether it is that."""
    words = texts(draft.before, len(draft.before))
    if not _ESTIMATES.intersection(words[:2]) or head_of(draft)[1]:
        return False
    measure = next((STATES[word] for word in words if word in STATES), None)
    if measure is None:
        return False
    draft.measure, draft.rule = measure, "toll"
    return True
