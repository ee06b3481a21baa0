"""What a number counts, read from the figures before it: pairs, places, updates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.domain.measures import Measure
from claims.domain.number_forms import Form
from claims.domain.number_words import listed
from claims.extraction.figures_cues import COUNTS
from claims.extraction.figures_drafts import Draft, Note, texts
from claims.extraction.figures_heads import head_of
from claims.extraction.figures_parts import (
    DESCRIBING,
    inherit,
    is_among,
    is_described,
    is_introduced,
    is_named_among,
    is_part,
    take_among,
    take_companions,
    take_part,
    take_whole,
    whole_after,
    whole_named,
)
from claims.extraction.populations import PEOPLE, is_people

# What a number without a noun may count again.
CARRIED = frozenset(
    {
        Measure.KILLED,
        Measure.INJURED,
        Measure.MISSING,
        Measure.CAPTURED,
        Measure.ARRESTED,
        Measure.DISPLACED,
        Measure.CASUALTIES,
        Measure.DEAD_OR_MISSING,
        Measure.CROWD,
        Measure.STRIKERS,
        Measure.RESCUED,
        Measure.TRAPPED,
        Measure.INFECTED,
        Measure.LAID_OFF,
        Measure.STRENGTH,
        Measure.HEADCOUNT,
    }
)
# Told by a noun alone, these give way to what the figures around tell.
_WEAK = frozenset(
    {Measure.STRENGTH, Measure.HEADCOUNT, Measure.HOUSEHOLDS, Measure.CROWD, Measure.OTHER}
)
_JOINS = re.compile(
    r"(?:,?\s+(?:and|as\s+well\s+as|plus|or|but)\s+|,\s+)"
    r"(?:also\s+|another\s+|a\s+further\s+|the\s+other\s+)?$"
)
_JOINING_RULES = frozenset(["act", "joined", "part", "companion", DESCRIBING, "toll"])
# What stands before the old number, and before the new one.
_FROM_OLD = (
    ("from", "up"),
    ("from", "down"),
    ("with", "compared"),
    ("to", "compared"),
    ("than", "rather"),
    ("from", "revised"),
    ("of", "instead"),
    ("not", ","),
)
_TO_NEW = (("to", "down"), ("to", "up"), ("to", "revised"))
_BARE_AFTER = frozenset(
    listed(
        """
        , . ; ) according by in at near on from for the a who and but nationwide this last
        while across outside of to – — : as or
        """
    )
)
_GIVEN = frozenset(
    listed(
        """
        it was is had has been says say now reported claimed counted gave said saw
        put than reached were
        estimated reports reporting with and ( , counts count : figure total number police
        organisers organizers unions about
        """
    )
)
_STANDS = frozenset(
    listed(
        """
        rose risen climbed increased fell revised grew jumped dropped came went swelled
        total estimate steady estimated put figure number toll stood stands stand remained
        count set spoke speaks spoken talked earlier previous
        """
    )
)
_LINKING = frozenset(listed("at of as to"))
_LARGE, _CROWD = 2000, 100
_GAP, _JOIN_WORDS, _FAR = 90, 9, 400
_MEMORY = 6  # numbers on either side that a number may refer to


def relate(drafts: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """Complete the ``drafts`` of one sentence by each other and by ``earlier`` ones."""
    for place, draft in enumerate(drafts):
        if draft.phrase.form is Form.COUNT:
            before = drafts[max(0, place - _MEMORY) : place]
            following = drafts[place + 1 : place + _MEMORY]
            _relate(draft, earlier[-_MEMORY:], before, following)


def _relate(
    draft: Draft,
    earlier: Sequence[Draft],
    before: Sequence[Draft],
    following: Sequence[Draft],
) -> None:
    here = _last(before)
    last = here or _last(earlier)
    if Note.LIKE in draft.notes:
        _copy_value(draft, last)
    elif draft.is_part and last and last.measure is draft.measure:
        draft.part_of, draft.rule = last, DESCRIBING
    elif here and is_introduced(draft):
        if draft.measure is here.measure or draft.rule in {"", "state"} or _is_open(draft):
            take_part(draft, here)
        draft.part_of = here
    elif last and _is_open(draft) and is_named_among(draft):
        take_part(draft, last)
    elif _is_open(draft) and not _take_in_sentence(draft, before, following):
        _take_from(draft, whole_named(draft, [*earlier, *before]), last, here)


def _is_open(draft: Draft) -> bool:
    """Say whether the number's own words leave open what it counts."""
    return draft.measure is None or (draft.measure in _WEAK and draft.rule == "noun")


def _last(drafts: Sequence[Draft]) -> Draft | None:
    for draft in reversed(drafts):
        if draft.measure in CARRIED and draft.value:
            return draft
    return None


def _copy_value(draft: Draft, last: Draft | None) -> None:
    """Give "as many wounded" the number of the figure before."""
    if last is None or draft.measure is None:
        draft.measure = None
        return
    own = draft.phrase
    draft.phrase = replace(
        last.phrase, span=own.span, text=own.text, number=own.number, additive=False
    )
    draft.rule = "like"


def _take_in_sentence(
    draft: Draft, before: Sequence[Draft], following: Sequence[Draft]
) -> bool:
    """Take what the other numbers of the sentence tell; say whether they did."""
    whole = whole_after(following)
    if whole and whole.measure in CARRIED and is_among(draft, whole):
        inherit(draft, whole, DESCRIBING)
        draft.part_of = whole
        return True
    return take_companions(draft) or take_whole(draft, before) or take_among(draft)


def _take_from(
    draft: Draft, named: Draft | None, last: Draft | None, here: Draft | None
) -> None:
    if named is not None:
        inherit(draft, named, "part")
        draft.part_of = named
    elif last is not None:
        _take_from_last(draft, last, here)


def _take_from_last(draft: Draft, last: Draft, here: Draft | None) -> None:
    joined = here is not None and _is_joined(draft, here)
    if joined and last.rule == DESCRIBING:
        inherit(draft, last, DESCRIBING)
        draft.part_of = last.part_of
    elif is_part(draft):
        inherit(draft, last, DESCRIBING if is_described(draft) else "part")
        draft.part_of = last
    elif joined:
        inherit(draft, last, "joined")
    elif _move(draft, last):
        inherit(draft, last, "moved")
    elif _is_bare(draft, last):
        inherit(draft, last, "bare")


def _is_joined(draft: Draft, last: Draft) -> bool:
    """Say whether ``draft`` is another thing done to: "killed 3 women and 5 children"."""
    gap = draft.sentence.lowered[last.phrase.span.end : draft.phrase.span.start]
    if len(gap) > _GAP or not _JOINS.search(gap):
        return False
    head, _ = head_of(draft)
    if last.end > draft.phrase.span.start:  # "3 women and 5 children were killed"
        return not head or is_people(head)
    if last.rule not in _JOINING_RULES or len(gap.split()) > _JOIN_WORDS:
        return False
    return is_people(head) or head in COUNTS or _is_nation(head)


def _is_nation(word: str) -> bool:
    return word.endswith(("ans", "ese", "ish", "is", "os", "ns"))


def _move(draft: Draft, last: Draft) -> bool:
    """Say whether the number is what ``last`` was or became, and note which is later.

    With nothing but "to" or "from" between, as in "from 27 to 43", that is enough.
    """
    head, _ = head_of(draft)
    if head and not is_people(head) and head not in {"time", "day"}:
        return False
    if draft.start - last.end > _FAR:
        return False
    words = tuple(texts(draft.before, 2))
    follows = draft.before[0].start - last.phrase.span.end == 1 if words else False
    if words in _FROM_OLD or (words[:1] == ("from",) and follows):
        last.update_of = draft
        return True
    if words in _TO_NEW or (words[:1] == ("to",) and follows):
        draft.update_of = last
        return True
    return False


def _is_bare(draft: Draft, last: Draft) -> bool:
    """Say whether a number with nothing to count repeats what ``last`` counted."""
    _, length = head_of(draft)
    if length or last.measure in {Measure.STRENGTH, Measure.HEADCOUNT}:
        return False
    small = draft.phrase.kind == "vague" and draft.value < _CROWD
    if draft.value == 1 or small or _is_age(draft) or draft.start - last.end > _FAR:
        return False
    if last.measure is Measure.CROWD and draft.value < _CROWD:
        return False
    if draft.next_word and draft.next_word not in _BARE_AFTER:
        return False
    return _is_given(draft)


def _is_age(draft: Draft) -> bool:
    """Tell the age in "a second victim, 32, also died"."""
    comma, noun = [*texts(draft.before, 2), "", ""][:2]
    is_single = noun in PEOPLE and not noun.endswith(("s", "men", "women", "people"))
    return is_single and (comma, draft.next_word) == (",", ",")


def _is_given(draft: Draft) -> bool:
    """Say whether the words before the number give it as a count."""
    first = texts(draft.before, 2)
    if not first:
        return True
    if first[0] in _LINKING:
        return first[-1] in _STANDS
    return first[0] in _GIVEN or draft.value >= _LARGE or Note.AFTER_NAME in draft.notes
