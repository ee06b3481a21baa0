"""What a number counts, read from the words next to it."""

from __future__ import annotations

from claims.domain.measures import Measure
from claims.domain.number_forms import Form
from claims.domain.number_words import listed
from claims.extraction.figures_cues import (
    ACTS,
    AUXILIARIES,
    COUNTS,
    FILLERS,
    PREPOSITIONS,
    THINGS,
)
from claims.extraction.figures_drafts import Draft, Note, Phrasebook, texts
from claims.extraction.figures_heads import head_of
from claims.extraction.figures_parts import is_of_them
from claims.extraction.figures_states import BOOK as STATES_BOOK
from claims.extraction.figures_states import state_after
from claims.extraction.figures_tolls import take_estimate, take_toll
from claims.extraction.populations import is_people, seem_people

_COUNTS = Phrasebook(COUNTS)
_ACTS = Phrasebook(ACTS, reverse=True)
_BUILT = frozenset({Measure.DESTROYED, Measure.DAMAGED})
# Acts that say something of people only with a word for people after the number.
_WEAK = frozenset(
    listed(
        """
        lost losing lose loses claimed claiming claims claim hit struck cut cutting cuts
        fired firing forced forcing driven driving drew drawing counted sent sending
        released releasing buried burying bury mourned loss gathered gathering attracted
        hitting striking
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
        dengue malaria mpox meningitis plague typhoid diphtheria deaths notified suspected
        """
    )
)
_FAR, _ACT_REACH, _NEAR = 5, 5, 10
_BASE = 3  # words before "of the village's 1,800" that tell the number of all
_INSIDE = frozenset(listed("in at across from aboard inside"))
_HARM = frozenset({Measure.KILLED, Measure.INJURED})
_NO_TOLL = 100_000  # "hurt millions of savers" is a figure of speech
_CROWD = 10


def read_own(draft: Draft) -> None:
    """Find what ``draft`` counts from its own words, if they tell."""
    adjacent = bool(draft.after) and STATES_BOOK.at(draft.after, 0) is not None
    if not adjacent and Note.BOTH not in draft.notes and take_toll(draft):
        return
    if draft.phrase.form is Form.ABSENCE and _take_absence(draft):
        return
    state = state_after(draft.after)
    act = _act_before(draft)
    if state and state[0] > 0 and (_is_done(act) or _is_idle(draft)):
        state = None
    if state:
        _take_state(draft, *state)
    elif act:
        _take_act(draft, *act)
    elif not take_estimate(draft):
        _take_noun(draft)


def _is_done(act: tuple[Measure, int, int] | None) -> bool:
    """Say whether the act stands right before the number."""
    return act is not None and act[1] == 0


def _is_idle(draft: Draft) -> bool:
    """Say whether "nobody" does something of its own: "nobody knows how many died"."""
    if draft.phrase.kind != "zero":
        return False
    return draft.next_word not in AUXILIARIES and draft.next_word not in PREPOSITIONS | {
        "else"
    }


def _suits(measure: Measure, head: str) -> bool:
    """Say whether ``head`` can be what ``measure`` counts; a bare number can."""
    if measure is Measure.OTHER:
        return head in THINGS or is_people(head)
    return (head in THINGS) is (measure in _BUILT)


def _is_base(draft: Draft, place: int) -> bool:
    """Say whether the number is that of all: "none of the 40 were hurt", "all but 3"."""
    words = texts(draft.before, _BASE)
    if place > 0 and words and words[0] in _INSIDE:
        return True  # "four million people in 10,000 villages have been hit"
    if words[:2] in (["but", "all"], ["of", "population"]):
        return True
    owned = bool(words) and (words[0] == "the" or words[0].endswith(("'s", "’s")))
    return place > 0 and owned and "of" in words


def _take_absence(draft: Draft) -> bool:
    """Take the measure that "no casualties" names itself; say whether that is all."""
    if draft.phrase.kind == "no_report":
        _take_noun(draft)
        return True
    last = draft.phrase.text.lower().split()[-1]
    if draft.phrase.kind != "zero" or last not in COUNTS:
        return False
    draft.measure, draft.rule, draft.head = COUNTS[last], "noun", last
    return True


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
    if cue.text in _WEAK and (size == 1 or draft.before[place].text == "of"):
        if head in _LIVES:
            measure = Measure.KILLED
        elif _is_toll_noun(head):
            _take_noun(draft)
            return
        elif not _seem_people(draft, head) and (head or cue.text not in _TAKEN):
            return
    if not _suits(measure, head):
        return
    if measure in _HARM and draft.phrase.kind == "vague" and draft.value >= _NO_TOLL:
        return
    draft.measure, draft.rule = measure, "act"
    draft.name(head, length)
    draft.reach(length)
    draft.cover(cue.start, draft.end)


def _seem_people(draft: Draft, head: str) -> bool:
    return seem_people(head) or Note.LISTED in draft.notes


def _is_toll_noun(head: str) -> bool:
    return COUNTS.get(head) not in {None, Measure.STRENGTH, Measure.HEADCOUNT}
