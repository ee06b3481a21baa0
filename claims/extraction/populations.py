"""Who is counted: words for people, and for what else is a unit of its own."""

from __future__ import annotations

import re

from claims.domain.number_words import listed

PEOPLE = frozenset(
    listed(
        """
        civilian civilians resident residents villager villagers passenger passengers
        bystander bystanders worshipper worshippers pilgrim pilgrims farmer farmers
        journalist journalists reporter reporters doctor doctors teacher teachers
        student students pupil pupils worker workers employee employees tourist tourists
        patient patients shopper shoppers driver drivers migrant migrants refugee
        refugees nurse nurses medic medics inmate inmates labourer labourers laborer
        laborers miner miners fisherman fishermen priest priests monk monks nun nuns
        mourner mourners soldier soldiers troop troops fighter fighters militant
        militants insurgent insurgents rebel rebels terrorist terrorists gunman gunmen
        attacker attackers assailant assailants policeman policemen officer officers
        police guard guards guardsmen commander commanders militia militiaman militiamen
        marine marines serviceman servicemen trooper troopers combatant combatants
        personnel bomber bombers operative operatives conscript conscripts recruit
        recruits paramilitary mercenary mercenaries jihadi jihadis jihadist jihadists
        separatists guerrillas pilots sailors airmen cadets infiltrators raiders
        hijackers child children boy boys girl girls baby babies infant infants toddler
        toddlers kids kid minor minors teenager teenagers teen teens youngster
        youngsters schoolchildren schoolgirls schoolboys juveniles juvenile woman women
        mother mothers wife wives daughter daughters sisters female females man men
        father fathers son sons brother brothers male males people person persons others
        other citizens citizen victims victim members member family relatives suspects
        suspect protesters protestors demonstrators marchers supporters activists
        inhabitants locals foreigners nationals individuals adults youths youth human
        humans souls rescuers firefighters hostages prisoners captives officials leaders
        staff crew colleagues neighbours neighbors occupants survivors participants
        attendees spectators fans customers guests lives casualties volunteers elders
        tribesmen lawmakers friends couple siblings cousins bodies dead wounded injured
        missing fatalities detainees evacuees engineers contractors households
        subscribers users voters pensioners shareholders
        """
    )
)


_AGENTS = re.compile(r"[a-z]{3,}(?:ers|ors|ists|ians|men|ees|ants)")
_NO_AGENTS = frozenset(
    listed(
        """
        numbers letters orders papers offers powers factors doors errors sectors towers
        covers matters centers computers containers trailers quarters shelters soldiers
        flowers rivers borders corners chapters waters winters fingers shoulders plants
        restaurants pants grants trees fees degrees committees guarantees coffees motors
        reactors tractors sensors monitors mirrors floors colors generators radiators
        servers printers lockers layers markers boosters rollers helicopters choppers
        mortars transformers elevators corridors filters trackers speakers cylinders
        """
    )
)


def seem_people(word: str) -> bool:
    """Say whether ``word`` is for people or is made like such words: "climbers"."""
    if word in PEOPLE:
        return True
    return word not in _NO_AGENTS and _AGENTS.fullmatch(word) is not None


def is_people(word: str) -> bool:
    """Say whether ``word``, in lower case, is a word for people."""
    return word in PEOPLE


# What a word for people says of their status, in the words of a quantity's scope.
_STATUSES = {
    "child": """child children boy boys girl girls baby babies infant infants toddlers kids
        minors pupils schoolchildren schoolgirls schoolboys""",
    "woman": "woman women mother mothers wives",
    "man": "man men fathers husbands",
    "civilian": """civilian civilians resident residents villager villagers bystanders
        passersby shoppers worshippers""",
    "combatant": """soldier soldiers troops fighter fighters militant militants gunman
        gunmen combatant combatants insurgent insurgents militiaman militiamen rebel rebels
        guerrillas terrorist terrorists jihadists extremists""",
}
_STATUS_OF = {word: status for status, words in _STATUSES.items() for word in listed(words)}
_ANYBODY = frozenset(
    listed(
        """
        people person persons men lives others other more victims casualties dead wounded
        injured bodies fatalities injuries deaths losses them members personnel
        """
    )
)
_LETTERS = re.compile(r"[^\W\d_]+")


def status_of(population: str) -> str:
    """Return the status that the words for a population name, or "any"."""
    words = _LETTERS.findall(population.lower())
    return next((_STATUS_OF[word] for word in words if word in _STATUS_OF), "any")


def is_anybody(population: str) -> bool:
    """Say whether the words for a population tell nothing of who they are."""
    return _ANYBODY.issuperset(_LETTERS.findall(population.lower()))


_UNITS = {
    "family": "family",
    "families": "family",
    "household": "household",
    "households": "household",
    "body": "body",
    "bodies": "body",
    "corpses": "body",
    "job": "job",
    "jobs": "job",
    "positions": "job",
    "posts": "job",
    "case": "case",
    "cases": "case",
    "vehicle": "vehicle",
    "vehicles": "vehicle",
    "cars": "vehicle",
    "trucks": "vehicle",
    "tanks": "vehicle",
    "house": "house",
    "houses": "house",
    "homes": "house",
    "building": "building",
    "buildings": "building",
    "hospitals": "hospital",
    "schools": "school",
}


def unit_word(head: str) -> str:
    """Return the unit that the noun ``head`` is counted in, empty for people."""
    return _UNITS.get(head, "")
