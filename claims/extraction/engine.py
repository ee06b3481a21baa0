"""Read an article and say what in it looks like a quote or a figure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from claims.domain.spans import Span
from claims.extraction.findings import KnownSpeaker, QuoteFinding, QuoteType, Reading

_NAME = r"(?P<speaker>[A-Z]\w+(?: [A-Z]\w+)*|the \w+|[Hh]e|[Ss]he)"
_DIRECT = re.compile(
    rf"[“\"](?P<words>[^“”\"\n]+)[”\"],? (?:{_NAME} )?(?P<cue>said|says|told|added)\b"
)
_INDIRECT = re.compile(rf"{_NAME} (?P<cue>said|says) (?P<words>that [^.\n]+)")
_ACCORDING = re.compile(rf"(?P<cue>According to) {_NAME}, (?P<words>[^.\n]+)")


def read(
    text: str,
    *,
    published_at: dt.date | None = None,  # noqa: ARG001 - dates of figures need it
    outlet: str | None = None,  # noqa: ARG001 - the outlet's own reporter needs it
    lang: str | None = None,
    known: Sequence[KnownSpeaker] = (),  # noqa: ARG001 - resolving names needs it
) -> Reading:
    """Return the quotes and figures that the text seems to hold, in its order.

    Never raises for any text; the same text gives the same reading.
    """
    return Reading(tuple(sorted(_quotes(text), key=lambda q: q.span)), (), lang or "en")


def _quotes(text: str) -> Iterator[QuoteFinding]:
    for pattern, kind in (
        (_DIRECT, QuoteType.DIRECT),
        (_INDIRECT, QuoteType.INDIRECT),
        (_ACCORDING, QuoteType.INDIRECT),
    ):
        for match in pattern.finditer(text):
            yield _finding(match, kind)


def _finding(match: re.Match[str], kind: QuoteType) -> QuoteFinding:
    named = match["speaker"] is not None
    return QuoteFinding(
        pieces=(Span(*match.span("words")),),
        type=kind,
        cue=match["cue"],
        cue_span=Span(*match.span("cue")),
        speaker=match["speaker"],
        speaker_span=Span(*match.span("speaker")) if named else None,
        rule="pattern",
    )
