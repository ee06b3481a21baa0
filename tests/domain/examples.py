"""The smallest figures, and strategies that make many of them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from claims.domain.figures import Figure
from claims.domain.intervals import Interval, Number
from claims.domain.moments import Moment
from claims.domain.scopes import Scope

SCOPE = Scope("killed", event=("ridge",))
OPEN = "open"


def figure(
    low: Number | None = 12, high: Number | str | None = None, **fields: Any
) -> Figure:
    """Return a figure of ``low``, or ``low`` to ``high``; ``high=OPEN`` is or more.

    ``core=(low, high)`` and ``day=3`` are short for an interval and a moment.
    """
    top = low if high is None else (None if high == OPEN else high)
    hard = None if low is None else Interval(low, top)
    core = fields.pop("core", None)
    day = fields.pop("day", None)
    fields.setdefault("id", "f")
    fields.setdefault("scope", SCOPE)
    if isinstance(fields.get("speakers"), str):
        fields["speakers"] = frozenset(fields["speakers"].split(", "))
    return Figure(
        hard=hard,
        core=Interval(*core) if core else hard,
        as_of=None if day is None else Moment(day, day),
        **fields,
    )


def scope(**fields: Any) -> Scope:
    """Return the usual scope with some components changed."""
    return Scope(**{"measure": "killed", "event": ("ridge",), **fields})


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Return a figure of the usual scope: small numbers, so that many of them meet."""
    number = st.integers(0, 12)
    core_low, core_high = sorted([draw(number), draw(number)])
    low = core_low - draw(st.integers(0, core_low))
    high = draw(st.none() | st.integers(core_high, 14))
    if draw(st.booleans()):
        low = high = core_low = core_high
    start = draw(st.none() | st.integers(0, 5))
    speakers = draw(st.sets(st.sampled_from("abc"), max_size=2))
    return Figure(
        id=draw(st.uuids()).hex,
        scope=SCOPE,
        hard=Interval(low, high),
        core=Interval(core_low, core_high),
        as_of=None if start is None else Moment(start, start + draw(st.integers(0, 2))),
        speakers=frozenset(speakers),
        corrects=draw(st.booleans()),
        additive=draw(st.integers(0, 9)) == 0,
        origin=draw(st.sampled_from(["", "a", "b", "c", "d"])),
    )


sets_of_figures = st.lists(figures(), max_size=9, unique_by=lambda each: each.id)
