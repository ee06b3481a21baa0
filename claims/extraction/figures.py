"""The figures of a text: which numbers count something that a desk must check."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from claims.domain.measures import Measure
from claims.domain.number_forms import Form
from claims.domain.numbers import NumberPhrase, lower, scan
from claims.domain.spans import Span
from claims.extraction.dates import Times, as_of, times_in
from claims.extraction.figures_choosing import choose, is_scenery, name_crowds
from claims.extraction.figures_details import (
    basis_of,
    epistemic_of,
    place_of,
    population_of,
    unit_in,
)
from claims.extraction.figures_drafts import Draft, Note
from claims.extraction.figures_findings import Around, finding_of, forget_dropped
from claims.extraction.figures_heads import head_of
from claims.extraction.figures_parts import raise_floor
from claims.extraction.figures_reading import read_own
from claims.extraction.figures_relating import CARRIED, relate
from claims.extraction.figures_sentences import Sentences
from claims.extraction.figures_shares import drop_loose_shares
from claims.extraction.figures_sides import Sides
from claims.extraction.figures_unprinted import unprinted
from claims.extraction.figures_victims import count_victims
from claims.extraction.findings import FigureFinding, QuoteFinding
from claims.extraction.spoken import Quoted

# What is read in a passage that somebody picked: every number but names and dates.
_MEASURED = frozenset(
    {
        Form.COUNT,
        Form.SHARE,
        Form.MONEY,
        Form.MEASURE,
        Form.TIMES,
        Form.DURATION,
        Form.AGE,
    }
)
# A toll is counted after the day that its sentence speaks of.
_COUNTED_LATER = CARRIED - {Measure.CROWD, Measure.STRIKERS, Measure.LAID_OFF}
_NAME = re.compile(r"\b[A-Z][\w’'-]* ?\(?$")
_NAME_REACH = 40
_VICTIMS = re.compile(r"\b(?:kill(?:ed|s|ing)|wounded|injured|casualties)\b")
_PASSAGE_SENTENCES, _PASSAGE_SIZE = 3, 800


def find(
    text: str,
    published_at: dt.datetime | dt.date | None = None,
    said: Sequence[QuoteFinding] = (),
) -> list[FigureFinding]:
    """Return the figures of ``text`` in order; ``said`` are the quotes it holds.

    An article holds many numbers and few figures; a passage of a sentence or two that
    tells of no people at all was picked for its numbers, and all of them are read.
    """
    phrases = list(scan(text))
    lowered = lower(text)
    sentences = Sentences(text, lowered)
    drafts = sorted(_drafts(text, lowered, phrases, sentences), key=_place)
    _read(drafts)
    chosen = [draft for draft in drafts if draft.measure and not is_scenery(draft)]
    if _is_passage(lowered, sentences) and not any(
        draft.measure in CARRIED for draft in chosen
    ):
        chosen = _measured(drafts)
    else:
        chosen = drop_loose_shares(chosen, lowered)
    chosen = _without_twins(chosen)
    forget_dropped(chosen)
    for draft in chosen:
        raise_floor(draft)
    chosen += count_victims(text, lowered, sentences, chosen)
    chosen.sort(key=_place)
    times = times_in(text, published_at)
    sides = Sides(text, sentences, said).of(chosen) if chosen else {}
    quoted = Quoted(said)
    return [
        finding_of(draft, text, _around(draft, text, times, sides.get(draft)), quoted)
        for draft in chosen
    ]


def _is_passage(lowered: str, sentences: Sentences) -> bool:
    """Say whether a text is a passage that somebody picked, of anything but victims."""
    is_short = len(sentences) <= _PASSAGE_SENTENCES and len(lowered) < _PASSAGE_SIZE
    return is_short and _VICTIMS.search(lowered) is None


def _without_twins(chosen: Sequence[Draft]) -> list[Draft]:
    """Leave one figure at one place: of "two men and a boy were hurt" it is the three."""
    by_place: dict[tuple[int, int], Draft] = {}
    for draft in chosen:
        twin = by_place.get(_place(draft))
        if twin is None or draft.value > twin.value:
            by_place[_place(draft)] = draft
    return sorted(by_place.values(), key=_place)


def _place(draft: Draft) -> tuple[int, int]:
    return draft.start, draft.end


def _drafts(
    text: str, lowered: str, phrases: Sequence[NumberPhrase], sentences: Sentences
) -> Iterator[Draft]:
    for phrase in phrases:
        draft = Draft(phrase, sentences.at(phrase.span.start))
        if _follows_name(draft, text):
            draft.notes.add(Note.AFTER_NAME)
        yield draft
    for count in unprinted(text, lowered):
        draft = Draft(count.phrase, sentences.at(count.phrase.span.start))
        if count.note is not None:
            draft.notes.add(count.note)
        if count.measure is not None:
            draft.measure, draft.rule = count.measure, "fold"
        yield draft


def _follows_name(draft: Draft, text: str) -> bool:
    """Say whether a word with a capital precedes the number within its sentence."""
    start = draft.phrase.span.start
    begin = max(draft.sentence.start, start - _NAME_REACH)
    word = text[begin:start].rstrip(" (").rpartition(" ")[2]
    if word == word.lower():
        return False
    found = _NAME.search(text, begin, start)
    return found is not None and found.start() > draft.sentence.first


def _read(drafts: Sequence[Draft]) -> None:
    """Find what each draft counts, sentence by sentence."""
    done = 0
    for _, group in groupby(drafts, key=lambda draft: draft.sentence.start):
        sentence = list(group)
        for draft in sentence:
            if draft.measure is None and draft.phrase.form in {Form.COUNT, Form.ABSENCE}:
                read_own(draft)
        relate(sentence, drafts[max(0, done - 6) : done])
        for draft in sentence:
            choose(draft)
        done += len(sentence)
    name_crowds(drafts)


def _measured(drafts: Sequence[Draft]) -> list[Draft]:
    """Return every number of a passage that measures something."""
    chosen = [
        draft for draft in drafts if draft.phrase.form in _MEASURED and not _is_loose(draft)
    ]
    for draft in chosen:
        draft.rule = draft.rule or "passage"
    return chosen


def _is_loose(draft: Draft) -> bool:
    """Say whether a number measures nothing: "several times", "the same one"."""
    phrase = draft.phrase
    if Note.BOTH in draft.notes:
        return True
    if phrase.form is Form.TIMES:
        return phrase.kind == "vague"
    return phrase.text.lower() == "one" and head_of(draft) == ("", 0)


def _around(draft: Draft, text: str, times: Times, side: str | None) -> Around:
    needs_telling = draft.measure in _COUNTED_LATER
    return Around(
        population=population_of(draft, text),
        unit=unit_in(draft),
        epistemic=epistemic_of(draft),
        basis=basis_of(draft),
        side=side,
        place=place_of(draft, text),
        as_of=as_of(
            times,
            Span(draft.start, draft.end),
            draft.sentence,
            needs_telling=needs_telling,
        ),
    )
