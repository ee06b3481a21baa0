"""How likely a proposed figure is to be right, by the rule that found it."""

from __future__ import annotations

from claims.domain.measures import Measure
from claims.extraction.figures_drafts import Draft, Note

# Shares of right findings by rule, rounded, on the development data named in
# docs/figures-engine.md; what is peculiar about a finding lowers its rule's share.
_BY_RULE = {
    "state": 0.88,
    "act": 0.78,
    "toll": 0.9,
    "noun": 0.85,
    "including": 0.8,
    "part": 0.8,
    "whole": 0.8,
    "joined": 0.85,
    "companion": 0.4,
    "moved": 0.85,
    "bare": 0.85,
    "like": 0.85,
    "share": 0.9,
    "money": 0.85,
    "goods": 0.7,
    "people": 0.7,
    "fold": 0.5,
    "passage": 0.8,
    "victims counted": 0.5,
}
_LOWER = {Note.FAR: 0.8, Note.BOTH: 0.6, Note.LISTED: 0.6, Note.NAMES: 0.8}
_BY_NOUN = {
    Measure.OTHER: 0.6,
    Measure.STRENGTH: 0.5,
    Measure.HEADCOUNT: 0.6,
    Measure.HOUSEHOLDS: 0.5,
    Measure.VEHICLES: 0.4,
    Measure.ATTACKS: 0.4,
}


def confidence_of(draft: Draft) -> float:
    value = _BY_RULE[draft.rule]
    if draft.rule == "noun" and draft.measure in _BY_NOUN:
        value = _BY_NOUN[draft.measure]
    for note in draft.notes:
        value *= _LOWER.get(note, 1.0)
    return round(value, 3)
