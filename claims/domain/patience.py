"""When to try again what another machine did not take, and when to give it up."""

from __future__ import annotations

import datetime as dt

FIRST = dt.timedelta(minutes=1)
LONGEST = dt.timedelta(hours=12)
MOST_ATTEMPTS = 8
_GROWTH = 3
# How far chance may move a pause, so that those who failed together do not come
# back together.
_SPREAD = 0.2


def pause_after(attempts: int, *, chance: float) -> dt.timedelta | None:
    """Return how long to wait after so many attempts; None is to give up.

    ``chance`` lies between 0 and 1.
    """
    if attempts < 1 or not 0 <= chance <= 1:
        raise ValueError("attempts begin with 1, and chance lies between 0 and 1")
    if attempts >= MOST_ATTEMPTS:
        return None
    growth: int = _GROWTH ** (attempts - 1)
    pause = min(FIRST * growth, LONGEST)
    return pause * (1 + _SPREAD * (2 * chance - 1))
