"""Read an article and say what in it looks like a quote or a figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from claims.extraction import figures, figures_german, quotes
from claims.extraction.findings import KnownSpeaker, Reading
from claims.extraction.languages import language_of


def read(
    text: str,
    *,
    published_at: dt.date | None = None,
    outlet: str | None = None,
    lang: str | None = None,
    known: Sequence[KnownSpeaker] = (),
) -> Reading:
    """Return the quotes and figures that the text seems to hold, in its order.

    Never raises for any text; the same text gives the same reading.
    """
    language = language_of(text, lang)
    found = quotes.find(
        text, language=language, published_at=published_at, outlet=outlet, known=known
    )
    if language.code == "de":
        counted = figures_german.find(text, found)
    else:
        counted = figures.find(text, published_at, found)
    return Reading(tuple(found), tuple(counted), language.code)
