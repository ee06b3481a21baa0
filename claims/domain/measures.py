"""The measures: what a figure counts, and the words that name it in print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What is counted. A dossier may bring a word of its own beside these."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    CASUALTIES = "casualties"
    LOST = "lost"
    DEAD_OR_MISSING = "dead_or_missing"
    TRAPPED = "trapped"
    RESCUED = "rescued"
    INFECTED = "infected"
    ATTACKERS = "attackers"
    ATTACKS = "attacks"
    CROWD = "crowd"
    STRIKERS = "strikers"
    STRENGTH = "strength"
    HEADCOUNT = "headcount"
    LAID_OFF = "laid_off"
    HOUSEHOLDS = "households"
    VEHICLES = "vehicles"
    DAMAGED = "damaged"
    DESTROYED = "destroyed"
    DAMAGE = "damage"
    MONEY = "money"
    SHARE = "share"
    OTHER = "other"


# A level can fall without anybody being wrong: the missing are found, the displaced
# go home. Every other measure is a toll, which only grows.
LEVELS = frozenset({Measure.MISSING, Measure.DISPLACED, Measure.TRAPPED, Measure.STRENGTH})

SYNONYMS: dict[Measure, tuple[str, ...]] = {
    Measure.KILLED: (
        *("dead", "died", "deaths", "death", "fatalities", "fatality", "slain"),
        *("martyrs", "martyred", "bodies", "toll", "death toll", "lives", "murdered"),
        *("executed", "shot dead", "perished", "drowned", "victims killed"),
    ),
    Measure.INJURED: (
        *("wounded", "hurt", "injuries", "injury", "wounds", "hospitalised"),
        *("hospitalized", "maimed"),
    ),
    Measure.MISSING: ("unaccounted for", "disappeared", "unaccounted"),
    Measure.CAPTURED: (
        *("taken prisoner", "prisoners", "taken hostage", "hostages", "abducted"),
        *("kidnapped", "surrendered", "seized"),
    ),
    Measure.ARRESTED: ("detained", "detentions", "arrests", "in custody", "held"),
    Measure.DISPLACED: ("evacuated", "evacuees", "refugees", "fled", "homeless"),
    Measure.CASUALTIES: (
        *("killed or injured", "killed or wounded", "dead or injured", "victims"),
        *("killed and injured", "killed and wounded", "dead and wounded"),
    ),
    Measure.LOST: ("losses", "lost in action"),
    Measure.DEAD_OR_MISSING: ("killed or missing", "dead and missing"),
    Measure.TRAPPED: ("buried", "stranded"),
    Measure.RESCUED: ("saved", "pulled out", "freed"),
    Measure.INFECTED: ("infections", "cases", "sickened", "ill"),
    Measure.ATTACKERS: ("assailants", "gunmen", "bombers"),
    Measure.ATTACKS: ("assaults", "strikes", "raids", "offensives"),
    Measure.CROWD: (
        *("demonstrators", "protesters", "protestors", "marchers", "participants"),
        *("attendance", "turnout", "crowd size", "supporters"),
    ),
    Measure.STRIKERS: ("on strike", "striking"),
    Measure.STRENGTH: (
        *("troops", "soldiers deployed", "police deployed", "deployed", "fighters"),
        *("force",),
    ),
    Measure.HEADCOUNT: ("employees", "workforce", "staff", "workers"),
    Measure.LAID_OFF: (
        *("layoffs", "lay-offs", "dismissed", "made redundant", "job cuts"),
        *("fired", "jobs lost", "redundancies"),
    ),
    Measure.HOUSEHOLDS: ("families", "homes", "households affected"),
    Measure.VEHICLES: ("cars", "tanks", "trucks"),
    Measure.DAMAGED: ("buildings damaged", "houses damaged", "homes damaged"),
    Measure.DESTROYED: ("buildings destroyed", "houses destroyed", "homes destroyed"),
    Measure.DAMAGE: ("losses in money", "cost", "damages"),
    Measure.MONEY: ("sum", "price", "funds", "budget", "spending"),
    Measure.SHARE: ("percentage", "per cent", "percent", "proportion", "rate"),
    Measure.OTHER: (),
}

DEFAULT_UNITS: dict[str, str] = {
    Measure.ATTACKS: "attack",
    Measure.HOUSEHOLDS: "family",
    Measure.VEHICLES: "vehicle",
    Measure.DAMAGED: "building",
    Measure.DESTROYED: "building",
    Measure.DAMAGE: "USD",
    Measure.MONEY: "USD",
    Measure.SHARE: "percent",
    Measure.OTHER: "item",
}
UNIT_SIGNS = {"%": "percent", "$": "USD", "€": "EUR", "£": "GBP"}

_MEASURES_BY_WORD = {
    word: measure
    for measure, words in SYNONYMS.items()
    for word in (measure.value.replace("_", " "), *words)
}
_WITH_UNIT = re.compile(r"\A([^()]+?) *\(([^()]+)\)\Z")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted and in what: ``laid off (%)`` is laid_off in percent."""

    measure: str
    unit: str


def measure_of(words: str) -> Measure | None:
    """Return the measure that ``words`` name, or None if they are not known."""
    plain = " ".join(words.lower().replace("_", " ").split())
    return _MEASURES_BY_WORD.get(plain)


def counted(words: str) -> Counted:
    """Read the measure of a dossier; a word that is not known stays, in lower case.

    Raises ValueError if there is nothing to read.
    """
    found = _WITH_UNIT.match(words.strip())
    name, sign = found.groups() if found else (words.strip(), "")
    if not name:
        raise ValueError("the measure is empty")
    measure = measure_of(name) or "_".join(name.lower().split())
    return Counted(str(measure), UNIT_SIGNS.get(sign, sign) or unit_of(measure))


def unit_of(measure: str) -> str:
    """Return what a measure is counted in unless somebody says otherwise."""
    return DEFAULT_UNITS.get(measure, "person")
