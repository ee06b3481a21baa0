"""Which shares a desk would file: of people or of what was lost, not polls or prices."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from claims.domain.measures import Measure
from claims.domain.number_words import listed
from claims.extraction.figures_cues import COUNTS, THINGS
from claims.extraction.figures_drafts import Draft, texts
from claims.extraction.figures_relating import CARRIED
from claims.extraction.populations import is_people

_POLL = re.compile(
    r"\b(?:polls?|polled|pollsters?|surveys?|surveyed|respondents|approval|favou?rab\w+|"
    r"unfavou?rab\w+|percentage points?|margin of error|umfragen?|befragten?|befragung|"
    r"wähler\w*|stimmen|wahl|wahlen|prozentpunkte?)\b"
)
_PARTS = frozenset(
    listed(
        """
        workforce staff population electorate payroll force territory land area homes
        buildings houses capacity stock crop crops harvest beschäftigten mitarbeiter
        belegschaft bevölkerung einwohner gebäude häuser menschen schüler lehrer
        """
    )
)
_LOST = frozenset(
    listed(
        """
        destroyed damaged killed wounded injured displaced missing lost flooded burned
        strike laid cut walked struck arrested evacuated infected vaccinated affected cuts
        zerstört beschädigt getötet verletzt vertrieben streik streikten entlassen
        überflutet infiziert geimpft evakuiert
        """
    )
)
_NEAR = 8
_NEXT, _CLOSE = 80, 1200  # characters
_POLLS = 2  # words of polling that make a text one about a poll


def drop_loose_shares(drafts: Sequence[Draft], lowered: str) -> list[Draft]:
    """Return ``drafts`` without the shares that no desk would file.

    A share stays if it says what was lost, or of whom it is, or stands close to a count
    of people. In a text about a poll only what was lost stays: the others are answers.
    """
    if all(draft.measure is not Measure.SHARE for draft in drafts):
        return list(drafts)
    is_poll = len(_POLL.findall(lowered)) >= _POLLS
    counted = [] if is_poll else [each for each in drafts if each.measure in CARRIED]
    starts = [each.start for each in counted]
    kept: list[Draft] = []
    for draft in drafts:
        if (
            draft.measure is not Measure.SHARE
            or _is_of_the_lost(draft)
            or _is_beside(draft, starts)
            or _goes_on(draft, kept[-1:])
            or (not is_poll and _is_of_people(draft))
        ):
            kept.append(draft)
    return kept


def _goes_on(draft: Draft, last: Sequence[Draft]) -> bool:
    """Say whether another share stands right before: "15% of its people, here 50%"."""
    return any(
        each.measure is Measure.SHARE and draft.start - each.end < _NEXT for each in last
    )


def _is_of_the_lost(draft: Draft) -> bool:
    near = texts(draft.after, _NEAR) + texts(draft.before, _NEAR)
    return not _LOST.isdisjoint(near)


def _is_beside(draft: Draft, starts: Sequence[int]) -> bool:
    """Say whether people are counted close by; ``starts`` is where, in order."""
    place = bisect_left(starts, draft.start - _CLOSE)
    return place < len(starts) and starts[place] < draft.end + _CLOSE


def _is_of_people(draft: Draft) -> bool:
    return any(
        word in _PARTS or word in THINGS or word in COUNTS or is_people(word)
        for word in texts(draft.after, _NEAR)
    )
