"""What stands around selected words: the likely speaker, kind, measure and population."""

from __future__ import annotations

import re

from claims.domain import numbers
from claims.domain.measures import Measure, measure_of
from claims.domain.spans import Span
from claims.models import Attribution, Figure, Quote, Revision

_QUOTATION_MARKS = '“”"«»„‟‘’'
_AROUND = 200
_NEAR = 8
_END = re.compile(r"[.!?][”\"]?\s|\n\n")
_WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NO_PART_OF_A_POPULATION = frozenset(
    """
    were was are is have has had been being of the a an at on in by and who that their
    his her our its others other more further least most some about nearly over
    """.split()  # noqa: SIM905  a list to be read
)

Row = Quote | Figure


def quote_around(revision: Revision, span: Span) -> Quote | None:
    """Return the narrowest quote that holds ``span``, with its chain."""
    quotes = revision.quotes.exclude(status=Quote.Status.REJECTED)
    around = quotes.filter(start__lte=span.start, end__gte=span.end)
    return around.with_attribution().order_by("-start", "end").first()


def attribution_near(revision: Revision, span: Span) -> Attribution | None:
    """Return who speaks in the nearest quote of the paragraph, or in the last before it."""
    first = revision.text.rfind("\n\n", 0, span.start) + 1
    last = revision.text.find("\n\n", span.end)
    last = len(revision.text) if last < 0 else last
    quotes = revision.quotes.exclude(status=Quote.Status.REJECTED).filter(
        attribution__isnull=False, start__lt=last
    )
    rows = list(quotes.with_attribution().order_by("-start")[:_NEAR])
    here = [row for row in rows if row.end > first] or rows[:1]
    nearest = min(here, key=lambda row: _distance(row, span), default=None)
    return nearest.attribution if nearest is not None else None


def rows_near(revision: Revision, span: Span) -> dict[str, Row]:
    """Return the quotes and figures nearest to ``span``, by the key of their card."""
    quotes = revision.quotes.exclude(status=Quote.Status.REJECTED).with_attribution()
    figures = (
        revision.figures.exclude(status=Quote.Status.REJECTED)
        .select_related("attribution", "quantity")
        .prefetch_related("attribution__links__speaker")
    )
    rows: list[tuple[str, Row]] = [
        *((f"quote-{row.pk}", row) for row in quotes),
        *((f"figure-{row.pk}", row) for row in figures),
    ]
    rows.sort(key=lambda each: _distance(each[1], span))
    return dict(rows[:_NEAR])


def kind_of(text: str, span: Span) -> str:
    """Say how words are quoted: between marks, retold, or both."""
    words = span.of(text)
    outside = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if words[0] in _QUOTATION_MARKS or any(each in _QUOTATION_MARKS for each in outside):
        return Quote.Kind.DIRECT
    if any(each in _QUOTATION_MARKS.replace("’", "") for each in words):
        return Quote.Kind.MIXED
    return Quote.Kind.INDIRECT


def words_around(text: str, span: Span) -> str:
    """Return the sentence or so that ``span`` stands in."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    sentence = _END.split(before)[-1] + span.of(text) + _END.split(after)[0]
    return sentence.strip()


def measure_in(words: str, around: str) -> str:
    """Return the measure that ``words`` or else the words around name."""
    for text in (words, around):
        for word in _WORDS.findall(text.casefold()):
            found = measure_of(word)
            if found is not None and found not in (Measure.OTHER, Measure.STRENGTH):
                return found.value
    return Measure.KILLED.value


def population_in(words: str) -> str:
    """Return the words after the number that say whom it counts."""
    phrases = numbers.read(words)
    rest = words[phrases[0].span.end :] if phrases else ""
    kept: list[str] = []
    for word in _WORDS.findall(rest):
        if measure_of(word.casefold()) not in (None, Measure.STRENGTH, Measure.HEADCOUNT):
            break
        if word.casefold() in _NO_PART_OF_A_POPULATION:
            if kept:
                break
            continue
        kept.append(word)
    return " ".join(kept[:6])


def _distance(row: Row, span: Span) -> int:
    return max(0, row.start - span.end, span.start - row.end)
