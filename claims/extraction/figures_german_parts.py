"""German figures beside each other: parts, pairs, and what a number was before."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures_drafts import Draft, texts
from claims.extraction.figures_parts import DESCRIBING
from claims.extraction.lexicon import german_figures as words

_UNDER_THEM = (["ihnen", "unter"], ["diesen", "unter"])
_GAP = 60
_MEMORY = 6  # numbers before that a number may refer to


def relate(drafts: Sequence[Draft]) -> None:
    """Complete the ``drafts`` of one sentence by each other."""
    for place, draft in enumerate(drafts):
        before = drafts[max(0, place - _MEMORY) : place]
        whole = next((each for each in reversed(before) if each.measure), None)
        if whole is None:
            continue
        if is_part(draft):
            _take_part(draft, whole)
        elif draft.measure is None and _is_joined(draft, whole):
            draft.measure, draft.rule = whole.measure, "joined"
            if whole.rule == DESCRIBING:
                draft.part_of, draft.rule = whole.part_of, DESCRIBING
        _note_update(draft, whole)


def is_part(draft: Draft) -> bool:
    """Tell "darunter zwei Kinder", "zwei davon" and "sieben von ihnen"."""
    first = texts(draft.before, 2)
    if (first[:1] and first[0] in words.PARTS) or first in _UNDER_THEM:
        return True
    after = tuple(texts(draft.after, 2))
    return any(after[: len(phrase)] == phrase for phrase in words.PARTS_AFTER)


def _take_part(draft: Draft, whole: Draft) -> None:
    if draft.measure not in {None, whole.measure} and draft.rule != "noun":
        return
    draft.measure, draft.part_of = whole.measure, whole
    is_described = bool(draft.head) or draft.next_word in words.PARTS
    draft.rule = DESCRIBING if is_described else "part"


def _is_joined(draft: Draft, whole: Draft) -> bool:
    """Say whether ``draft`` is another thing done to: "36 Kinder sowie neun Frauen"."""
    if texts(draft.before, 1)[:1] not in (["und"], ["sowie"], ["oder"], [","]):
        return False
    gap = draft.start - whole.end
    if gap > _GAP or whole.rule not in {"act", "joined", "toll", DESCRIBING, "state"}:
        return False
    return bool(draft.head) and draft.head not in words.THINGS


def _note_update(draft: Draft, last: Draft) -> None:
    """Note which of "von 27 auf 43" and "auf 43 von 27" is the later number."""
    if draft.measure is not last.measure or draft.start - last.end > _GAP:
        return
    pair = texts(last.before, 1), texts(draft.before, 1)
    if pair == (["von"], ["auf"]):
        draft.update_of = last
    elif pair == (["auf"], ["von"]):
        last.update_of = draft
