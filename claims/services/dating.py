"""Days that figures can be compared by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from claims.domain.moments import EARLIEST, LATEST
from claims.errors import Impossible
from claims.models import Article, Figure, Quote, User
from claims.services import logging
from claims.services.logging import Line


def possible(day: dt.date | None) -> dt.date | None:
    """Return the day, or none; refuse one that no report can mean."""
    if day is not None and not EARLIEST <= day <= LATEST:
        raise Impossible(
            f"{day.isoformat()} is not a day between {EARLIEST.year} and {LATEST.year}."
        )
    return day


def dated(given: dt.date | None, quote: Quote | None, article: Article) -> dict[str, Any]:
    """Return the columns that say of which day a figure speaks.

    Where none is given it is the day on which it was said, or else printed, and marked
    as inferred.
    """
    if given is not None:
        return {"as_of": possible(given), "is_as_of_inferred": False}
    said_at = quote.said_at if quote else None
    day = said_at or (article.published_at.date() if article.published_at else None)
    return {"as_of": day, "is_as_of_inferred": day is not None}


def infer_again(figures: Iterable[Figure], *, by: User | None) -> list[Figure]:
    """Date anew what was never dated by anybody; return the figures that changed.

    Takes figures with their quote and article. The caller compares them again.
    """
    changed, lines = [], []
    for figure in figures:
        columns = dated(None, figure.quote, figure.revision.article)
        if columns["as_of"] == figure.as_of:
            continue
        before = {"as_of": figure.as_of}
        figure.as_of = columns["as_of"]
        figure.is_as_of_inferred = columns["is_as_of_inferred"]
        figure.version += 1
        changed.append(figure)
        lines.append(Line("figure.dated", figure, before, {"as_of": figure.as_of}))
    Figure.objects.bulk_update(changed, ["as_of", "is_as_of_inferred", "version"], 500)
    logging.write_all(lines, by=by)
    return changed
