"""What a quantity is called: in a headline, and after a number."""

from __future__ import annotations

import datetime as dt

from claims.domain.measures import Measure, unit_of
from claims.models import Quantity

# Measures that are said of people or things: "workers killed", not "crowd: Northport".
SAID_OF_THEM = frozenset(
    (
        *(Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.CAPTURED),
        *(Measure.ARRESTED, Measure.DISPLACED, Measure.LOST, Measure.TRAPPED),
        *(Measure.RESCUED, Measure.INFECTED, Measure.LAID_OFF, Measure.DAMAGED),
        *(Measure.DESTROYED, Measure.DEAD_OR_MISSING),
    )
)
# Populations that say already what became of those who are counted: "unidentified dead".
_SAID_ALREADY = {
    Measure.KILLED: frozenset(("dead", "deaths", "fatalities", "bodies", "killed")),
    Measure.INJURED: frozenset(("injured", "wounded", "hurt")),
    Measure.MISSING: frozenset(("missing",)),
    Measure.DEAD_OR_MISSING: frozenset(("dead", "missing")),
    Measure.ARRESTED: frozenset(("arrested", "detainees")),
    Measure.CAPTURED: frozenset(("captives", "prisoners")),
    Measure.DISPLACED: frozenset(("displaced", "evacuees")),
}
_UNITS = {"percent": "per cent"}
# Of these the population is as often where people were as who they were.
_TAKING_PART = {Measure.CROWD: "were in the crowd", Measure.STRIKERS: "were on strike"}


def headline(quantity: Quantity) -> str:
    """Return a quantity as a headline: ``Dock workers killed, Northport``."""
    measure = quantity.measure.replace("_", " ")
    words = f"{measure}: {quantity.population}"
    if _is_said_already(quantity):
        words = quantity.population
    elif quantity.measure in SAID_OF_THEM:
        words = f"{quantity.population} {measure}"
    is_usual = quantity.unit == unit_of(quantity.measure)
    parts = (
        f"{words[0].upper()}{words[1:]}",
        "" if quantity.place == quantity.population else quantity.place,
        days(quantity.window_from, quantity.window_until),
        "" if is_usual else f"in {_UNITS.get(quantity.unit, quantity.unit)}",
    )
    return ", ".join(part for part in parts if part)


def _is_said_already(quantity: Quantity) -> bool:
    if quantity.measure not in SAID_OF_THEM:
        return False
    words = _SAID_ALREADY.get(Measure(quantity.measure), frozenset())
    return not words.isdisjoint(quantity.population.casefold().split())


def counted(quantity: Quantity) -> str:
    """Return what follows a number in a sentence: ``dock workers were killed``."""
    measure = quantity.measure.replace("_", " ")
    if _is_said_already(quantity):
        return quantity.population
    if quantity.measure in SAID_OF_THEM:
        return f"{quantity.population} were {measure}"
    if quantity.measure in _TAKING_PART:
        return f"{_TAKING_PART[Measure(quantity.measure)]} ({quantity.population})"
    return f"({measure}: {quantity.population})"


def days(first: dt.date | None, last: dt.date | None) -> str:
    """Return a window as it is read: ``31 Jan 2023``, ``1 Jan to 4 Feb 2023``."""
    if first is None:
        return ""
    end = f"{(last or first).day} {(last or first):%b %Y}"
    if last is None or last == first:
        return end
    begin = f"{first.day} {first:%b}"
    return (
        f"{begin} to {end}" if first.year == last.year else f"{begin} {first:%Y} to {end}"
    )
