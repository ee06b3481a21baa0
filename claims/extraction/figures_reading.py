"""What a number counts, read from the words next to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.domain.measures import Measure
from claims.domain.number_intervals import ceiling
from claims.domain.number_words import UNITS, listed
from claims.extraction.figures_cues import (
    ACTS,
    BREAKS,
    COUNTS,
    FILLERS,
    THINGS,
    TOLLS,
)
from claims.extraction.figures_drafts import Draft, Note, Phrasebook, Word, texts
from claims.extraction.figures_heads import head_of
from claims.extraction.figures_parts import is_of_them
from claims.extraction.figures_states import BOOK as STATES_BOOK
from claims.extraction.figures_states import state_after
from claims.extraction.populations import is_people, seem_people

_COUNTS = Phrasebook(COUNTS)
_ACTS = Phrasebook(ACTS, reverse=True)
_TOLLS = Phrasebook(TOLLS, reverse=True)
_BUILT = frozenset({Measure.DESTROYED, Measure.DAMAGED})
_LINKS = frozenset(
    listed(
        """
        at to is was are were of reached reaches reach hit hits passed as exceeded than
        topped from stands stood : reaching over came come comes comprised totalled
        totaled numbered put has have had may might could would exceed
        """
    )
)
# Acts that say something of people only with a word for people after the number.
_WEAK = frozenset(
    listed(
        """
        lost losing lose loses claimed claiming claims claim hit struck cut cutting cuts
        fired firing forced forcing driven driving drew drawing counted sent sending
        released releasing buried burying bury mourned loss gathered gathering attracted
        hired hiring shed shedding dismissed dismissing slash slashing eliminated
        eliminating crowd attracting saved saving freed captured capturing seized seizing
        treated treating admitted shot release freeing
        """
    )
)
# Of these, the ones that stand alone too: "killed 60 soldiers and captured 12".
_TAKEN = frozenset(listed("captured capturing freed saved saving seized"))
_LIVES = frozenset(listed("lives life victims"))
_BODIES = frozenset(listed("bodies body corpses corpse"))
_ADJECTIVES = frozenset(listed("dead killed injured wounded missing arrested detained"))
_MAY = frozenset(listed("may might could"))
_JOBS_LOST = frozenset(
    listed(
        """
        cut cuts cutting lose loses lost losing shed sheds shedding axe axed axing slash
        slashed slashing eliminate eliminated eliminating go going gone layoffs redundant
        reduction reductions cutbacks disappear disappeared
        """
    )
)
_DISEASE = frozenset(
    listed(
        """
        covid covid-19 coronavirus virus infection infections infected outbreak cholera
        measles ebola polio flu influenza disease epidemic pandemic confirmed new positive
        dengue malaria mpox meningitis plague typhoid diphtheria
        """
    )
)
_FAR, _ACT_REACH, _NEAR = 5, 5, 10
_HARM = frozenset({Measure.KILLED, Measure.INJURED})
_NO_TOLL = 100_000  # "hurt millions of savers" is a figure of speech
_CROWD = 10


def read_own(draft: Draft) -> None:
    """Find what ``draft`` counts from its own words, if they tell."""
    adjacent = bool(draft.after) and STATES_BOOK.at(draft.after, 0) is not None
    if not adjacent and Note.BOTH not in draft.notes and _take_toll(draft):
        return
    if draft.phrase.kind == "zero":
        _take_absence(draft)
    if draft.phrase.kind == "no_report":
        _take_noun(draft)
    if draft.measure or draft.phrase.kind == "no_report":
        return
    state = state_after(draft.after)
    act = _act_before(draft)
    if state and act and state[0] > 0 and act[1] == 0:
        state = None
    if state:
        _take_state(draft, *state)
    elif act:
        _take_act(draft, *act)
    else:
        _take_noun(draft)


def _suits(measure: Measure, head: str) -> bool:
    """Say whether ``head`` can be what ``measure`` counts; a bare number can."""
    if measure is Measure.OTHER:
        return head in THINGS or is_people(head)
    return (head in THINGS) is (measure in _BUILT)


def _is_base(draft: Draft, place: int) -> bool:
    """Say whether the number is that of all: "none of the 40 were hurt", "all but 3"."""
    words = texts(draft.before, 2)
    return words == ["but", "all"] or (place > 0 and words == ["the", "of"])


def _take_absence(draft: Draft) -> None:
    """Take the measure that "no casualties" names itself."""
    last = draft.phrase.text.lower().split()[-1]
    if last in COUNTS:
        draft.measure, draft.rule, draft.head = COUNTS[last], "noun", last


def _take_state(draft: Draft, place: int, measure: Measure, size: int) -> None:
    head, length = head_of(draft, place)
    if _is_base(draft, place) or not _suits(measure, head):
        return
    if draft.value == 1 and head and not (seem_people(head) or head in THINGS):
        return  # "one obstacle disappeared"
    if measure is Measure.CROWD and draft.value < _CROWD:
        return
    if draft.value == 1 and draft.after[place].text == "shot" and not is_people(head):
        return
    noun_after = draft.after[place + size].text if place + size < len(draft.after) else ""
    if head in _BODIES or noun_after in _BODIES:
        measure = Measure.KILLED
    draft.measure, draft.rule = measure, "state"
    draft.name(head, length)
    draft.reach(place + size)
    draft.is_part = is_of_them(draft.after)
    if place > _FAR:
        draft.notes.add(Note.FAR)


def _take_noun(draft: Draft) -> None:
    """Take a noun that is itself a count: "12 deaths"."""
    head, length = head_of(draft)
    for place in range(length):
        found = _COUNTS.at(draft.after, place)
        if found and place + found[1] >= length:
            draft.measure, draft.rule = _meant(draft, found[0]), "noun"
            draft.name(head, length)
            draft.reach(place + found[1])
            return
    if is_people(head):
        draft.name(head, length)
        draft.reach(length)


def _meant(draft: Draft, measure: Measure) -> Measure | None:
    """Return what jobs and cases are counted for: the words near them tell.

    Jobs are counted as lost or for themselves, cases as infections or not at all.
    """
    if measure not in {Measure.OTHER, Measure.INFECTED}:
        return measure
    near = {*texts(draft.before, _NEAR), *texts(draft.after, _NEAR)}
    if measure is Measure.INFECTED:
        return measure if near & _DISEASE else None
    return Measure.LAID_OFF if near & _JOBS_LOST else measure


def _act_before(draft: Draft) -> tuple[Measure, int, int] | None:
    """Return the act done to the counted: measure, place and length."""
    for place, word in enumerate(draft.before[:_ACT_REACH]):
        found = _ACTS.at(draft.before, place)
        if found:
            return found[0], place, found[1]
        if word.text not in FILLERS:
            return None
    return None


def _take_act(draft: Draft, measure: Measure, place: int, size: int) -> None:
    head, length = head_of(draft)
    cue = draft.before[place + size - 1]
    if cue.text in _WEAK:
        if head in _LIVES:
            measure = Measure.KILLED
        elif _is_toll_noun(head):
            _take_noun(draft)
            return
        elif not seem_people(head) and (head or cue.text not in _TAKEN):
            return
    if not _suits(measure, head):
        return
    if measure in _HARM and draft.phrase.kind == "vague" and draft.value >= _NO_TOLL:
        return
    draft.measure, draft.rule = measure, "act"
    draft.name(head, length)
    draft.reach(length)
    draft.cover(cue.start, draft.end)


def _is_toll_noun(head: str) -> bool:
    return COUNTS.get(head) not in {None, Measure.STRENGTH, Measure.HEADCOUNT}


def _take_toll(draft: Draft) -> bool:
    """Take the subject of a toll, "the death toll rose to 12"; say whether there is one."""
    before = draft.before
    if not before or before[0].text not in _LINKS:
        return False
    for place in range(1, len(before)):
        found = _TOLLS.at(before, place)
        if found and _is_subject(before, place, found[1]) and _is_linked(draft):
            draft.measure, draft.rule = found[0], "toll"
            draft.is_part = "among" in texts(before[place:], len(before))
            draft.cover(before[place + found[1] - 1].start, draft.end)
            if _MAY.intersection(texts(before, place)):
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


def _make_ceiling(draft: Draft) -> None:
    """Read "may reach 100" as up to 100."""
    phrase = draft.phrase
    if phrase.kind == "at_least":
        return
    value = phrase.printed[-1]
    hard, core = ceiling(value, least=1)
    draft.phrase = replace(
        phrase, kind="at_most", low=None, high=value, hard=hard, core=core
    )
