"""Which quantity each figure of a dossier belongs under."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from claims.domain.measures import Measure, counted
from claims.models import Quantity
from claims.services.filing import ScopeKey

Status = Quantity.PopulationStatus

# A march or a strike has a number for its day; a toll has one up to a day.
_OF_A_DAY = frozenset({Measure.CROWD, Measure.STRIKERS})
_STATUSES = {
    "civilian": Status.CIVILIAN,
    "civilians": Status.CIVILIAN,
    "child": Status.CHILD,
    "children": Status.CHILD,
    "minors": Status.CHILD,
    "women": Status.WOMAN,
    "men": Status.MAN,
    "combatants": Status.COMBATANT,
}
# Words that say what somebody is, not whose: "Taliban fighters" are the Taliban's.
_TROOPS = frozenset(
    {
        "army",
        "fighters",
        "forces",
        "members",
        "men",
        "militants",
        "personnel",
        "police",
        "soldiers",
        "the",
        "troops",
    }
)
_NAME = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*)*\Z")


class Scopes:
    """Reads the scope of a figure from its words and from the dossier around it."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        event = content["event"]
        self._date = event["date"] and dt.date.fromisoformat(event["date"])
        self._event_places = {part.strip() for part in event["place"].split(",")} - {""}
        figures = [each for row in content["articles"] for each in row["figures"]]
        self._places = self._event_places | _places(figures, self._event_places)
        self._sides = _sides(content["parties"])
        self._spelt: dict[str, str] = {}

    def of(self, figure: Mapping[str, Any], as_of: dt.date | None) -> ScopeKey:
        """Return the scope that the words of a figure give it."""
        what = counted(figure["measure"])
        population = " ".join(figure["population"].split())
        population = self._spelt.setdefault(population.casefold(), population)
        is_elsewhere = population in self._places and population not in self._event_places
        day = (as_of or self._date) if what.measure in _OF_A_DAY else None
        return ScopeKey(
            measure=what.measure,
            population=population,
            side=self._sides.get(_whose(population), "any"),
            population_status=_STATUSES.get(population.split()[-1].casefold(), Status.ANY),
            place=population if is_elsewhere else "",
            window_from=day,
            window_until=day,
            unit=what.unit,
        )


def exported(content: Mapping[str, Any]) -> dict[tuple[str, int], ScopeKey]:
    """Return the scope of each figure that an export says is under a quantity."""
    return {
        (article, number): scope_key(quantity)
        for quantity in content.get("quantities", ())
        for article, number in quantity["figures"]
    }


def scope_key(quantity: Mapping[str, Any]) -> ScopeKey:
    """Return the scope of a quantity as an export writes it."""
    scope = quantity["scope"]
    return ScopeKey(
        measure=counted(quantity["measure"]).measure,
        population=quantity["population"],
        side=scope["side"],
        population_status=scope["status"],
        place=scope["place"],
        window_from=_day(scope["from"]),
        window_until=_day(scope["until"]),
        unit=scope["unit"],
    )


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _places(figures: Sequence[Mapping[str, Any]], known: set[str]) -> set[str]:
    """Return the populations that are places: named beside one that is known to be."""
    by_measure: dict[str, set[str]] = {}
    for figure in figures:
        by_measure.setdefault(figure["measure"], set()).add(figure["population"])
    return {
        population
        for populations in by_measure.values()
        if populations & known
        for population in populations
        if _NAME.match(population) and population.istitle()
    }


def _sides(parties: Sequence[Mapping[str, Any]]) -> dict[frozenset[str], str]:
    sides: dict[frozenset[str], str] = {}
    for party in parties:
        for name in (party["name"], *party["aliases"]):
            whose = _whose(name)
            if party["side"] and whose:
                sides.setdefault(whose, party["side"])
    return sides


def _whose(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split()) - _TROOPS
