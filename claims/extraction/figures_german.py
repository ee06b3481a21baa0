"""The figures of a German text: which numbers count something that a desk must check."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from claims.domain.measures import unit_of
from claims.domain.number_forms import Form
from claims.domain.numbers import lower
from claims.extraction.figures_drafts import Draft, texts
from claims.extraction.figures_findings import Around, finding_of, forget_dropped
from claims.extraction.figures_german_parts import relate
from claims.extraction.figures_german_reading import is_scenery, read
from claims.extraction.figures_parts import raise_floor
from claims.extraction.figures_sentences import GermanSentences
from claims.extraction.figures_shares import drop_loose_shares
from claims.extraction.findings import FigureFinding, QuoteFinding
from claims.extraction.lexicon import german_figures as words
from claims.extraction.numbers_german import scan
from claims.extraction.spoken import Quoted

_NEAR = 8


def find(text: str, said: Sequence[QuoteFinding] = ()) -> list[FigureFinding]:
    """Return the figures of a German ``text`` in order; ``said`` are its quotes.

    Sides, places and days are not read in German.
    """
    lowered = lower(text)
    sentences = GermanSentences(text, lowered)
    drafts = [
        Draft(phrase, sentences.at(phrase.span.start)) for phrase in scan(text, lowered)
    ]
    for _, group in groupby(drafts, key=lambda draft: draft.sentence.start):
        sentence = list(group)
        for draft in sentence:
            read(draft, text)
        relate(sentence)
    chosen = drop_loose_shares(
        [draft for draft in drafts if draft.measure and not is_scenery(draft)], lowered
    )
    forget_dropped(chosen)
    for draft in chosen:
        raise_floor(draft)
    quoted = Quoted(said)
    return [finding_of(draft, text, _around(draft, text), quoted) for draft in chosen]


def _around(draft: Draft, text: str) -> Around:
    return Around(
        population=text[draft.noun[0] : draft.noun[1]] if draft.noun else None,
        unit=_unit_of(draft),
        epistemic=_told_by(words.DOUBTS, draft) or "stated",
        basis=_told_by(words.BASES, draft),
    )


def _unit_of(draft: Draft) -> str | None:
    if draft.phrase.form is Form.SHARE:
        return "percent"
    if draft.phrase.form is Form.MONEY:
        return draft.phrase.currency.upper() or draft.next_word
    return words.UNITS.get(draft.head) or (
        unit_of(draft.measure) if draft.measure else None
    )


def _told_by(table: dict[str, frozenset[str]], draft: Draft) -> str | None:
    """Return the first row of ``table`` with a word near the number."""
    near = {*texts(draft.before, _NEAR), *texts(draft.after, _NEAR)}
    return next((name for name, row in table.items() if row & near), None)
