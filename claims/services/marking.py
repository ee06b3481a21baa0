"""Marks: where words stand in a revision, checked against the revision itself."""

from __future__ import annotations

from claims.domain.spans import Span
from claims.errors import Misplaced
from claims.models import Figure, Quote, Revision

CONTEXT = 32  # code points kept on either side, as W3C text quote selectors do
LONGEST_CUE = 100  # characters of what attributes a quote


def placed(revision: Revision, start: int, end: int, exact: str) -> Span:
    """Return the span if ``exact`` stands there; refuse it otherwise."""
    text = revision.text
    if not 0 <= start < end <= len(text):
        raise Misplaced(
            f"Characters {start} to {end} are not in the text, which has {len(text)}."
        )
    if text[start:end] != exact:
        raise Misplaced(
            f"The words at characters {start} to {end} are “{text[start:end][:60]}”, "
            f"not “{exact[:60]}”."
        )
    return Span(start, end)


def marked(revision: Revision, span: Span) -> dict[str, object]:
    """Return the columns that pin a row to ``span``."""
    text = revision.text
    return {
        "revision": revision,
        "start": span.start,
        "end": span.end,
        "exact": span.of(text),
        "before": text[max(0, span.start - CONTEXT) : span.start],
        "after": text[span.end : span.end + CONTEXT],
    }


def place_cue(quote: Quote, span: Span, text: str) -> None:
    """Pin a quote to its cue, of which the first hundred characters are kept."""
    quote.cue_start = span.start
    quote.cue_end = min(span.end, span.start + LONGEST_CUE)
    quote.cue = text[quote.cue_start : quote.cue_end]


def lead_end(text: str) -> int:
    """Return where the first paragraph ends."""
    end = text.find("\n\n")
    return len(text) if end < 0 else end


def locus_of(start: int, lead: int) -> str:
    """Say whether a mark at ``start`` stands in the lead, which ends at ``lead``."""
    return Figure.Locus.LEAD if start < lead else Figure.Locus.BODY
