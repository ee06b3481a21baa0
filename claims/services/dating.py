"""Days that figures can be compared by."""

from __future__ import annotations

import datetime as dt

from claims.domain.moments import EARLIEST, LATEST
from claims.errors import Impossible


def possible(day: dt.date | None) -> dt.date | None:
    """Return the day, or none; refuse one that no report can mean."""
    if day is not None and not EARLIEST <= day <= LATEST:
        raise Impossible(
            f"{day.isoformat()} is not a day between {EARLIEST.year} and {LATEST.year}."
        )
    return day
