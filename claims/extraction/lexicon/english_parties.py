"""English words for the parties to a fight: bodies, their people and what they do."""

from __future__ import annotations

from claims.domain.number_words import listed

# A name that ends in one of these is a body's that can have people of its own.
BODIES = frozenset(
    listed(
        """
        alliance army battalion brigade brigades coalition command commando corps council
        force forces front gendarmerie guard guards legion militia military movement
        navy organisation organization party police regiment resistance rifles union
        """
    )
)
# After a name, these tell that it is a party's: "Taliban fighters".
PEOPLE = listed(
    """
    fighters fighter forces troops soldiers soldier militants militiamen gunmen insurgents
    rebels terrorists guerrillas combatants personnel members commanders recruits positions
    ranks loyalists
    """
)
# A name with one of these is another party than the name alone: "Orme police".
NAMED_WITH = listed("police army militia navy military guard guards brigade gendarmes")
# Parties that have no name: "the resistance forces", "the army".
UNNAMED = listed(
    """
    resistance rebel government security coalition army opposition allied separatist
    loyalist regime militia border peacekeeping paramilitary
    """
)
ALONE = listed(
    """
    resistance army police military rebels insurgents militia separatists guerrillas
    marines navy coalition
    """
)
# What a state sends: never those whom it calls militants.
OF_THE_STATE = frozenset(
    listed(
        """
        army police government security military coalition border peacekeeping marines
        navy regime
        """
    )
)
# What one side calls the fighters of the other.
EPITHETS = frozenset(
    listed(
        """
        terrorist terrorists militant militants insurgent insurgents extremist extremists
        jihadi jihadis jihadist jihadists infiltrators
        """
    )
)
ATTACKERS = frozenset(
    listed("attacker attackers assailant assailants raider raiders intruders invaders")
)
FIGHTERS = frozenset(
    listed(
        """
        fighter fighters soldier soldiers troops militiaman militiamen gunman gunmen
        combatant combatants guerrilla guerrillas rebel rebels personnel guardsmen
        """
    )
)
