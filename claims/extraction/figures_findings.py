"""Figures as findings, in any language: tied to each other alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from claims.domain.spans import Span
from claims.extraction.figures_confidence import confidence_of
from claims.extraction.figures_drafts import Draft
from claims.extraction.figures_parts import DESCRIBING
from claims.extraction.findings import FigureFinding
from claims.extraction.spoken import Quoted


class Around(NamedTuple):
    """What the words around a number tell, each language by words of its own."""

    population: str | None
    unit: str | None
    epistemic: str
    basis: str | None
    side: str | None = None
    place: str | None = None
    as_of: dt.date | None = None


def forget_dropped(chosen: Sequence[Draft]) -> None:
    """Let no figure point at a number that is no figure after all."""
    kept = set(chosen)
    for draft in chosen:
        if draft.part_of not in kept:
            draft.part_of = None
            draft.rule = "part" if draft.rule == DESCRIBING else draft.rule
        if draft.update_of not in kept:
            draft.update_of = None


def finding_of(draft: Draft, text: str, around: Around, quoted: Quoted) -> FigureFinding:
    """Return a figure with what is told around it, and the quote it stands in."""
    span = Span(draft.start, draft.end)
    quote = quoted.around(span)
    phrase, part_of, update_of = draft.phrase, draft.part_of, draft.update_of
    return FigureFinding(
        span=span,
        text=span.of(text),
        kind=str(draft.measure) if draft.measure else None,
        population=around.population,
        hard=phrase.hard,
        core=phrase.core,
        low=phrase.low,
        high=phrase.high,
        printed=phrase.printed,
        number_kind=phrase.kind,
        hedge=phrase.hedge or None,
        unit=around.unit,
        side=around.side,
        place=around.place,
        as_of=around.as_of,
        additive=phrase.additive,
        part_of=Span(part_of.start, part_of.end) if part_of else None,
        describes=draft.rule == DESCRIBING,
        update_of=Span(update_of.start, update_of.end) if update_of else None,
        epistemic=around.epistemic,
        basis=around.basis,
        quote=quote,
        speaker_name=None if quote is None else quoted.speaker(quote),
        confidence=confidence_of(draft),
        rule=draft.rule,
    )
