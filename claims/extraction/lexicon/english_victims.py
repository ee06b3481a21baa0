"""English words for one person who was killed or hurt: who it was, and what was done."""

from __future__ import annotations

import re

from claims.domain.number_words import any_of, listed


def _phrases(rows: str) -> str:
    """Return a pattern for phrases divided by strokes."""
    return any_of({" ".join(phrase.split()) for phrase in rows.split("|")})


# Heads of a description, by what they tell of the person.
MEN = listed(
    """
    man father husband boyfriend grandfather uncle gentleman male policeman fireman
    fisherman businessman stepfather brother
    """
)
WOMEN = listed(
    """
    woman mother wife girlfriend grandmother aunt lady female policewoman stepmother
    sister fiancee fiancée
    """
)
BOYS = listed("boy son grandson nephew stepson")
GIRLS = listed("girl daughter granddaughter niece stepdaughter")
CHILDREN = listed("child toddler infant baby newborn")
GENDERED = frozenset((*MEN, *WOMEN, *BOYS, *GIRLS))
ANYONE = listed(
    """
    person victim teenager teen youth child toddler infant baby newborn student resident
    bystander passer-by pedestrian neighbor neighbour friend passenger driver motorist
    officer deputy policeman trooper sergeant constable detective soldier guard ranger
    marine firefighter paramedic nurse doctor teacher worker employee colleague clerk
    customer tenant homeowner roommate tourist farmer journalist reporter cyclist
    motorcyclist hiker climber prisoner inmate protester civilian villager survivor
    """
)
# Who is one of these is no other of them for sure: "the driver ... a passenger".
GENERIC = frozenset(
    listed("person victim teenager teen youth resident neighbor neighbour friend bystander")
)
FORCES = frozenset(
    listed("officer deputy policeman trooper sergeant constable detective policewoman")
)
ATTACKERS = listed(
    """
    suspect gunman shooter attacker assailant robber intruder killer perpetrator
    assassin bomber knifeman
    """
)
# Several of whom a killer is none.
TARGETS = frozenset(
    listed(
        """
        officers deputies women children girls boys kids students victims teens teenagers
        residents soldiers troopers policemen bystanders guards neighbors neighbours
        passengers customers worshippers pupils
        """
    )
)
ATTACKER = re.compile(any_of(ATTACKERS))
SINGLE = any_of({*GENDERED, *ANYONE, *ATTACKERS})
PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
# Before a name: who bears it is a person.
TITLES = (
    r"(?:(?:[Oo]fficer|[Ss]uspect|[Gg]unman|[Ss]hooter|[Dd]eputy|[Ss]ergeant|[Cc]orporal|"
    r"[Cc]onstable|[Tt]rooper|[Dd]etective|[Ll]ieutenant|[Cc]aptain|[Aa]gent|[Pp]rivate|"
    r"[Ss]gt\.?|[Cc]pl\.?|[Dd]et\.?|[Ll]t\.?|[Cc]apt\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) )"
)
NO_NAMES = frozenset(
    listed(
        """
        The An In On At Police Officers Authorities Officials Witnesses Investigators
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
        April May June July August September October November December He She They It
        When After One Two Three But And As No Another That This
        """
    )
)

# Done to who stands before: "a man DIED", "she was FATALLY SHOT", "he was WOUNDED".
DIED = _phrases(
    """
    died|dies|passed away|succumbed|perished|drowned|bled to death|lost his life|
    lost her life
    """
)
KILLED = _phrases(
    """
    killed|dead|slain|murdered|executed|assassinated|shot dead|shot and killed|
    shot to death|stabbed to death|beaten to death|fatally shot|fatally wounded|
    fatally injured|fatally stabbed|fatally struck|mortally wounded|gunned down|
    run over and killed|hit and killed|struck and killed
    """
)
HURT = _phrases(
    """
    shot|wounded|injured|hurt|stabbed|hospitalized|hospitalised|struck|hit|grazed|maimed|
    burned|burnt|airlifted
    """
)
# Done to who stands behind: "FATALLY SHOT a man", "the DEATH OF a man".
KILLING = _phrases(
    """
    killed|killing|kills|claimed the lives of|took the lives of|claimed the life of|
    bodies of|body of|murdered|murdering|shot and killed|shooting and killing|
    murders of|killings of|slayings of|shooting deaths of|fatally shot|
    fatally shooting|fatally stabbed|fatally stabbing|shot dead|gunned down|
    stabbed to death|beat to death|death of|deaths of|killing of|
    murder of|slaying of|shooting death of|fatal shooting of|
    deadly shooting of|fatal stabbing of
    """
)
HURTING = _phrases(
    """
    shot|shooting|shoots|hitting|wounded|wounding|injured|injuring|stabbed|stabbing|hit|struck|
    striking|shooting of|stabbing of|wounding of
    """
)
# Done by who died of it.
SELF = _phrases(
    """
    shot himself|shot herself|killed himself|killed herself|killing himself|
    killing herself|shooting himself|shooting herself|hanged himself|
    took his own life|took her own life|taking his own life|taking her own life|
    committed suicide|commits suicide|died by suicide|turned the gun on himself|
    turned the gun on herself|turning the gun on himself|turning the gun on herself|
    and then himself|and then herself|then himself|then herself|before himself|
    wife, self|girlfriend, self|husband, self|self-inflicted gunshot wound|
    ruled a suicide|homicide and suicide|homicide, suicide
    """
)
