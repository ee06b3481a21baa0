"""What the engine would tell of a number that an editor picked."""

from __future__ import annotations

from claims.domain.measures import Measure
from claims.domain.numbers import lower, scan
from claims.domain.spans import Span
from claims.extraction.figures_drafts import Draft
from claims.extraction.figures_reading import read_own
from claims.extraction.figures_sentences import Sentences
from claims.extraction.figures_sides import Sides


def side_of(text: str, span: Span, measure: str) -> str:
    """Return whose people the number in ``span`` counts, empty where none is told."""
    sentences = Sentences(text, lower(text))
    picked = (phrase for phrase in scan(text) if span.start <= phrase.span.start < span.end)
    phrase = next(picked, None)
    if phrase is None or measure not in set(map(str, Measure)):
        return ""
    draft = Draft(phrase, sentences.at(phrase.span.start))
    read_own(draft)
    draft.measure = Measure(measure)
    return Sides(text, sentences).of([draft]).get(draft, "")
