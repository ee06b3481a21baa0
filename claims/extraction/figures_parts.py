"""Wholes and parts: "12 killed, including two children", "four of them"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.domain.intervals import Interval
from claims.domain.number_words import listed
from claims.extraction.figures_cues import BREAKS, COUNTS, STATES
from claims.extraction.figures_drafts import Draft, Word, texts
from claims.extraction.figures_heads import head_of
from claims.extraction.populations import is_people

DESCRIBING = "including"  # the rule of a part that only says who was among the whole
_INCLUDING = frozenset(listed("including inlcuding includes include included namely"))
_THEM = frozenset(listed("them whom these those"))
_GAP, _NEAR = len(" the total "), 8


def inherit(draft: Draft, other: Draft, rule: str) -> None:
    """Let ``draft`` count what ``other`` counts."""
    draft.measure, draft.rule = other.measure, rule
    head, length = head_of(draft)
    draft.name(head, length)
    draft.reach(length)


def whole_after(drafts: Sequence[Draft]) -> Draft | None:
    """Return the next number that is not itself there to describe something."""
    for draft in drafts:
        if not _INCLUDING.intersection(texts(draft.before, 1)):
            return draft
    return None


def is_among(draft: Draft, following: Draft) -> bool:
    """Say whether ``draft`` is some "among" those that ``following`` counts."""
    start = following.phrase.span.start
    for word in draft.after:
        if word.start >= start:
            return False
        if word.text in {"among", "amongst", "of"} and start - word.end <= _GAP:
            return True
    return False


def take_whole(draft: Draft, before: Sequence[Draft]) -> bool:
    """Take the whole after its part, "five killed among 12 men"; say whether it is one."""
    words = texts(draft.before, 2)
    if words[:1] != ["among"] or words[-1] not in STATES or not before:
        return False
    part = before[-1]
    inherit(draft, part, "whole")
    part.part_of, part.rule = draft, DESCRIBING
    return True


def take_companions(draft: Draft) -> bool:
    """Take "killed along with 12 others"; say whether it is that."""
    words = texts(draft.before, 5)
    if not words or words[0] not in {"with", "alongside"}:
        return False
    rest = [word for word in words[1:] if word not in {"along", "together", "with"}]
    measure = STATES.get(rest[0]) if rest else None
    head, length = head_of(draft)
    if measure is None or (head and not is_people(head)):
        return False
    draft.measure, draft.rule = measure, "companion"
    draft.phrase = replace(draft.phrase, additive=True)
    draft.name(head, length)
    draft.reach(length)
    return True


def take_part(draft: Draft, whole: Draft) -> None:
    """Make ``draft`` a part of ``whole`` that was introduced by "including"."""
    head, _ = head_of(draft)
    described = is_people(head)
    inherit(draft, whole, DESCRIBING if described else "part")
    draft.part_of = whole


def is_introduced(draft: Draft) -> bool:
    """Say whether "including" or "among them" stands before the number."""
    if is_named_among(draft):
        return True
    first = texts(draft.before, 1)
    if first == [":"]:  # "14 lives: nine rebels, four soldiers"
        return is_people(head_of(draft)[0])
    return bool(_INCLUDING.intersection(first))


def is_named_among(draft: Draft) -> bool:
    """Tell "among them three women" and "the dead include three women"."""
    first = texts(draft.before, 2)
    if first in (["them", "among"], ["those", "among"]):
        return True
    return bool(first) and first[0] in {"include", "included", "includes"}


def is_described(draft: Draft) -> bool:
    """Say whether the part is only described: "four of them civilians"."""
    return is_of_them(draft.after) and is_people([*texts(draft.after, 3), ""][2])


def is_part(draft: Draft) -> bool:
    """Say whether the number is told to be of those counted before."""
    if texts(draft.before, 2) in (["whom", "of"], ["them", "of"], ["which", "of"]):
        return True
    return is_of_them(draft.after) or among(draft) == "them"


def is_of_them(after: Sequence[Word]) -> bool:
    """Tell "of them" and "of the wounded"."""
    first, second, third = [*texts(after, 3), "", "", ""][:3]
    if first != "of":
        return False
    if second in _THEM:
        return True
    return second == "the" and third in STATES


def whole_named(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return the figure that "75 of the 1,300" names by its number."""
    first, second, third = [*texts(draft.after, 3), "", "", ""][:3]
    if (first, second) != ("of", "the"):
        return None
    named = (
        whole for whole in before if third and whole.phrase.text.lower().endswith(third)
    )
    return next(named, None)


def among(draft: Draft) -> str:
    """Return "them" or "dead" of "are among them" and "are among the dead", or ""."""
    after = texts(draft.after, _NEAR + 2)
    for place, word in enumerate(after[:_NEAR]):
        if word in BREAKS:
            return ""
        if word == "among":
            second, third = [*after[place + 1 :], "", ""][:2]
            if second == "them":
                return second
            return third if second in {"the", "those"} else ""
    return ""


def take_among(draft: Draft) -> bool:
    """Take "12 soldiers are among the dead"; say whether it is that."""
    word = among(draft)
    measure = STATES.get(word) or COUNTS.get(word)
    head, length = head_of(draft)
    if measure is None or (head and not is_people(head) and not head.endswith("s")):
        return False
    draft.measure, draft.rule = measure, "part"
    draft.name(head, length)
    draft.reach(length)
    return True


def raise_floor(part: Draft) -> None:
    """Let a part lift the floor of "up to 12": a whole is no smaller than its part."""
    whole, low = part.part_of, part.phrase.low
    if whole is None or low is None or part.rule != DESCRIBING:
        return
    own = whole.phrase
    if own.kind != "at_most" or own.hard is None or own.core is None:
        return
    high = own.hard.high
    if high is None or not own.hard.low < low <= high:
        return
    core = Interval(max(own.core.low, low), own.core.high)
    whole.phrase = replace(own, low=low, hard=Interval(low, high), core=core)
