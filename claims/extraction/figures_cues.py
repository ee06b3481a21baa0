"""The words that say what a number counts: killed, wounded, marched, arrested ..."""

from __future__ import annotations

from claims.domain.measures import Measure
from claims.domain.number_words import listed

_M = Measure


def _table(rows: dict[Measure, str]) -> dict[str, Measure]:
    """Return phrase -> measure from phrases divided by strokes."""
    return {
        " ".join(phrase.split()): measure
        for measure, phrases in rows.items()
        for phrase in phrases.split("|")
        if phrase.strip()
    }


# After what is counted: "seven guards were KILLED", "12 DEAD", "300 people MARCHED".
STATES = _table(
    {
        _M.KILLED: """killed|dead|died|die|dies|deceased|slain|murdered|executed|
            assassinated|
            massacred|shot dead|shot and killed|shot, killed|fatally shot|shot to death|
            fatally|fatally wounded|fatally injured|fatally stabbed|stabbed to death|
            beaten to death|burned to death|burnt to death|gunned down|beheaded|lynched|
            drowned|perished|martyred|lost their lives|lost his life|lost her life|
            lose their lives|found dead|pronounced dead|declared dead|confirmed dead|
            feared dead|presumed dead|reported dead|killed themselves|
            succumbed|died at the scene|dying|eliminated|who lost their lives""",
        _M.INJURED: """injured|wounded|hurt|maimed|shot|stabbed|hospitalised|hospitalized|
            shot and wounded|shot and injured|critically injured|critically wounded|
            in critical condition|in serious condition|in stable condition|
            in a critical condition|in a serious condition|in fair condition|
            in good condition|in critical but stable condition|
            sustained injuries|sustained wounds|suffered injuries|suffered wounds|
            suffered gunshot wounds|suffering from gunshot wounds|suffering gunshot wounds|
            suffered burns|suffered minor injuries|suffered serious injuries|
            sustained minor injuries|taken to hospital|taken to hospitals|
            taken to the hospital|taken to a hospital|rushed to hospital|struck by gunfire|
            taken to area hospitals|taken to a local hospital|taken to a nearby hospital|
            taken to nearby hospitals|taken to local hospitals|treated for injuries|
            treated in hospital|being treated|treated|in hospital|in hospitals|
            in intensive care|hit by gunfire|critically hurt|
            seriously hurt|grazed by bullets|struck by bullets|with gunshot wounds|
            with injuries|expected to survive|recovering|wounding|
            left injured|left wounded|bruised|burned|burnt|poisoned|sickened""",
        _M.MISSING: """missing|unaccounted for|disappeared|not been found|
            reported missing|still missing|lost at sea|feared missing|looked for|
            searched for""",
        _M.CAPTURED: """captured|taken prisoner|taken hostage|taken captive|kidnapped|
            abducted|surrendered|held hostage|held captive|laid down their arms""",
        _M.ARRESTED: """arrested|detained|in custody|taken into custody|rounded up|
            under arrest|picked up|jailed|imprisoned|apprehended|placed in custody|
            held for questioning|questioned by police""",
        _M.DISPLACED: """displaced|evacuated|homeless|fled|flee|uprooted|
            lost their homes|without a roof|without homes|without a home|
            made homeless|left homeless|left without shelter|without shelter|
            forced from their homes|driven from their homes|forced out of their homes|
            forced to flee|forced to leave|not able to return|unable to return|
            seeking shelter|sought refuge|seeking refuge|moved to safety|
            crossed the border|sleeping rough|in shelters|internally displaced""",
        _M.CASUALTIES: """killed or injured|killed or wounded|dead or injured|
            dead or wounded|killed and injured|killed and wounded|dead and wounded|
            dead and injured|wounded or killed|injured or killed|killed or hurt|
            dead or hurt|killed, wounded|wounded and killed|killed or maimed""",
        _M.DEAD_OR_MISSING: """dead or missing|killed or missing|dead and missing|
            missing or dead|missing and presumed dead|missing or killed""",
        _M.CROWD: """marched|demonstrated|protested|rallied|gathered|turned out|
            took to the streets|took part|taken to the streets|take part|taking part|
            attended|filed through|in the streets|in the street|thronged|
            were in attendance|on the streets|joined the march|joined the protest|
            joined the rally|assembled|poured into the streets|marching|protesting|
            demonstrating|packed the square|packed the streets|paraded|lined the streets|
            blocked the road|blocked roads|had marched|came out|showed up|turned up""",
        _M.STRIKERS: """on strike|went on strike|stopped work|walked out|struck|
            joined the strike|downed tools|stayed away from work""",
        _M.RESCUED: "rescued|survived|saved|pulled out alive|pulled alive|pulled from|"
        "freed|released|dug out",
        _M.TRAPPED: "trapped|buried under|buried alive|stranded|cut off",
        _M.INFECTED: "infected|tested positive|fell ill|fallen ill|contracted",
        _M.LAID_OFF: """laid off|let go|made redundant|lost their jobs|sacked|dismissed|
            lose their jobs|losing their jobs|fired|out of work|given notice|
            asked to leave""",
        _M.STRENGTH: """deployed|on duty|mobilised|mobilized|stationed|sent in|
            called up|drafted in|called in|in the ranks|under arms""",
        _M.DESTROYED: """destroyed|razed|flattened|levelled|leveled|gutted|collapsed|
            completely destroyed|burned down|burnt down|reduced to rubble|torched|
            knocked out|put out of action|in ruins|wrecked|swept away|demolished""",
        _M.DAMAGED: """damaged|partly destroyed|hit by|flooded|vandalised|vandalized|looted|
            under water|underwater|submerged|inundated""",
        _M.OTHER: """cancelled|canceled|delayed|closed|shut|grounded|suspended|sunk|
            shot down|intercepted|downed|diverted|affected|without power|without water|
            without electricity|quarantined|vaccinated|tested""",
    }
)
# Nouns that are themselves the count: "12 DEATHS", "400 PROTESTERS".
COUNTS = _table(
    {
        _M.KILLED: """deaths|death|fatalities|fatality|bodies|body|corpses|corpse|martyrs|
            martyr|killings|homicides|homicide|murders|lives|dead bodies|drownings|
            executions|dead|killed|slain|murder victims|homicide victims""",
        _M.INJURED: """injuries|injury|wounded|injured|gunshot victims|shooting victims|
            stabbing victims""",
        _M.MISSING: "disappearances|missing",
        _M.CAPTURED: """hostages|hostage|captives|prisoners of war|prisoners|pows|
            kidnappings|abductions""",
        _M.ARRESTED: "arrests|arrest|detentions|detainees|arrestees",
        _M.DISPLACED: "refugees|evacuees|displaced|idps|asylum seekers|homeless",
        _M.CASUALTIES: "casualties|casualty|victims|victim|losses",
        _M.CROWD: """demonstrators|demonstrator|protesters|protestors|protester|marchers|
            rioters|picketers|mourners|ralliers""",
        _M.STRIKERS: "strikers",
        _M.RESCUED: "survivors|survivor",
        _M.INFECTED: """infections|cases|new cases|confirmed cases|coronavirus cases|
            patients""",
        _M.LAID_OFF: """layoffs|lay-offs|redundancies|job cuts|job losses|dismissals""",
        _M.HEADCOUNT: """employees|workers|staff|staffers|contractors|engineers|
            full-timers|part-timers|staff members|jobholders|teachers|nurses|
            civil servants|miners|dockers|drivers""",
        _M.STRENGTH: """troops|soldiers|police officers|officers|policemen|gendarmes|
            fighters|militants|insurgents|guards|guardsmen|firefighters|rescuers|
            rescue workers|peacekeepers|personnel|militiamen|police|recruits|
            reservists|servicemen|combatants|gunmen|rebels|volunteers""",
        _M.OTHER: "jobs|positions|posts",
        _M.HOUSEHOLDS: "families|households|family",
        _M.VEHICLES: "vehicles|tanks|armoured vehicles|armored vehicles|trucks|lorries",
        _M.ATTACKS: """attacks|offensives|strikes|air strikes|airstrikes|raids|assaults|
            bombings|explosions|blasts|rockets|missiles|shells|drones|clashes|
            incidents|shootings|ambushes""",
        _M.DESTROYED: "",
        _M.DAMAGED: "",
    }
)
# Before what is counted: "KILLING seven guards", "ARRESTED 12".
ACTS = _table(
    {
        _M.KILLED: """killed|kills|killing|kill|slew|murdered|murders|murdering|executed|
            executing|massacred|massacring|shot dead|shooting dead|shot and killed|
            fatally shot|fatally shooting|gunned down|gunning down|claimed the lives of|
            claimed|claiming|claims|claim|taken the lives of|took the lives of|
            deaths of|death of|killing of|killings of|murder of|murders of|bodies of|
            fatally wounding|fatally wounded|fatally stabbed|slaying|slaughtered|
            eliminated|eliminating|cost the lives of|loss of|beheaded|beheading|
            drowning|drowned|assassinated|assassinating|shooting to death|fatally injured|
            lost|losing|lose|loses|buried|burying|mourned|bury""",
        _M.INJURED: """injured|injures|injuring|injure|wounded|wounds|wounding|wound|hurt|
            hurting|hurts|maimed|maiming|shot|shot and wounded|shot and injured|stabbed|
            stabbing|wounding of|injuring of|injuries to|injury to|hospitalised|
            hospitalized|hospitalising|hospitalizing|hit|hitting|striking|grazed|grazing|struck|
            treated|treating|admitted""",
        _M.CAPTURED: """captured|capturing|captures|kidnapped|kidnapping|kidnaps|abducted|
            abducting|seized|seizing|took prisoner|taking hostage|took hostage|
            capture of|abduction of|kidnapping of|taken prisoner|take captive""",
        _M.ARRESTED: """arrested|arresting|arrests|arrest|detained|detaining|detains|
            rounded up|rounding up|arrest of|arrests of|detention of|jailed|jailing|
            apprehended""",
        _M.DISPLACED: """displaced|displacing|displaces|evacuated|evacuating|uprooted|
            uprooting|displacement of|evacuation of|made homeless|forced|forcing|
            driven|driving""",
        _M.RESCUED: "rescued|rescuing|saved|saving|freed|freeing|released|releasing|"
        "rescue of|release of",
        _M.TRAPPED: "trapped|trapping|stranded|stranding",
        _M.INFECTED: "infected|infecting|sickened|sickening|infection of",
        _M.CROWD: """drew|drawing|attracted|attracting|gathered|gathering|a crowd of|
            crowd of|crowds of|attendance of|turnout of|attended by|brought together|
            mobilised|mobilized|counted""",
        _M.LAID_OFF: """laid off|laying off|lay off|lays off|let go|sacked|sacking|
            dismissed|dismissing|fired|firing|cut|cutting|cuts|axed|axing|shed|shedding|
            sheds|eliminating|eliminated|letting go of|layoff of|layoffs of|
            redundancy of|slashing|slash""",
        _M.STRENGTH: """deployed|deploying|mobilising|stationed|sent|sending|
            a force of|force of|army of|garrison of|deployment of|team of|contingent of""",
        _M.HEADCOUNT: "employs|employed|employing|staff of|workforce of|hired|hiring",
        _M.DESTROYED: "destroyed|destroying|destroys|razed|razing|flattened|flattening|"
        "levelled|wrecked|demolished|knocked out|torched|destruction of|gutted",
        _M.DAMAGED: """damaged|damaging|damages|damage to|flooded|looted|looting|inundated|
            inundating|submerged|submerging|swamped|swamping""",
        _M.OTHER: """cancel|cancelled|canceled|cancelling|canceling|close|closed|closing|
            launched|
            launching|intercepted|intercepting|shot down|shooting down|downed|downing|
            grounded|grounding|sank|sinking|quarantined|vaccinated|tested""",
    }
)
# The subject of a toll: "the DEATH TOLL rose to 12", "put the INJURED at 5,000".
TOLLS = _table(
    {
        _M.KILLED: """death toll|toll|body count|dead|number of dead|number of deaths|
            number of fatalities|fatalities|deaths|number killed|killed|death count|
            number of people killed|number of victims|bodies|number of bodies""",
        _M.INJURED: """injured|wounded|injuries|injury toll|number of injured|
            number of wounded""",
        _M.MISSING: "missing|number of missing",
        _M.CASUALTIES: "casualties|casualty toll|casualty figure|losses|victims",
        _M.ARRESTED: "arrests|detentions|arrested|detained",
        _M.DISPLACED: "displaced|homeless|evacuees|refugees",
        _M.CROWD: """demonstrators|protesters|marchers|turnout|attendance|crowd|
            participants|number of people in the streets""",
        _M.INFECTED: "cases|infections",
        _M.ATTACKERS: "attackers|assailants",
        _M.LAID_OFF: "layoffs|job cuts|redundancies|job losses",
        _M.HEADCOUNT: "headcount|workforce|staff|employees|payroll",
    }
)

AUXILIARIES = frozenset(
    listed(
        """
        were was are is am be been being have has had may might could would will can
        must should got gets get who that which remain remained remains lay feared
        believed reported confirmed said left
        """
    )
)
# What may stand between an auxiliary and the state: "are now known to have died".
BETWEEN = frozenset(
    listed(
        """
        been be being to have has had now also all later then still not both either
        reported known believed thought feared presumed confirmed said understood listed
        considered declared pronounced found among shot stabbed and or were was are is as
        already so far yet more since soon subsequently ever seriously critically badly
        slightly severely fatally reportedly believed estimated counted taken left getting
        get got forced hospitalized hospitalised instantly each together in at least only
        even well nearly almost another may might could would will themselves currently
        just up too recorded beaten burned burnt said no who wounded injured
        """
    )
)
# Words that end a stretch that is being counted.
BREAKS = frozenset(
    listed(
        """
        said says say told tells but while whereas after before when because since until
        if though although than he she it they we i you this these his
        saying adding according then where whose whom although though despite
        killing wounding injuring leaving including
        """
    )
)
PREPOSITIONS = frozenset(
    listed(
        """
        of in on at from with by for near outside inside across during through throughout
        around under over against between among amid into onto along behind within
        to aboard across per as about off toward towards belonging
        """
    )
)
FILLERS = frozenset(
    listed(
        """
        a an the about some another further additional total of nearly as many around
        between only just least at other those these all their its more possibly
        reportedly perhaps probably also even almost what estimated over allegedly
        his her our than both roughly approximately apparently
        """
    )
)
# Heads that are not people; a number of them is no toll.
THINGS = frozenset(
    listed(
        """
        vehicle vehicles car cars truck trucks pickup pickups motorcycle motorcycles bus
        buses train trains plane planes aircraft helicopter helicopters jet jets ship ships
        boat boats missile missiles rocket rockets bomb bombs shell shells mortar mortars
        round rounds shot shots bullet bullets gun guns rifle rifles pistol pistols weapon
        weapons drone drones tank tanks house houses home homes compound compounds building
        buildings school schools hospital hospitals mosque mosques church churches shop
        shops store stores apartment apartments room rooms block blocks street streets road
        roads bridge bridges city cities town towns village villages district districts
        province provinces state states country countries region regions area areas place
        places site sites camp camps base bases position positions post posts checkpoint
        checkpoints target targets strike strikes attack attacks raid raids blast blasts
        explosion explosions incident incidents shooting shootings clash clashes operation
        operations offensive offensives battle battles war wars round side sides party
        parties group groups team teams unit units  agency agencies company
        companies firm firms union unions organisation organisations organization
        organizations outlet outlets newspaper newspapers report reports source sources
        account accounts statement statements time times day days week weeks month months
        year years hour hours minute minutes second seconds night nights mile miles meter
        meters metres kilometers kilometres foot feet inch inches ton tons tonne tonnes
        kilogram kilograms pound pounds dollar dollars euro euros percent case count counts
        charge charges question questions reason reasons way ways thing things issue issues
        point points step steps part parts piece pieces item items phase phases stage stages
        floor floors story storey stories storeys door doors window windows level levels
        lane lanes crore lakh animal animals cow cows sheep goat goats horse horses dog dogs
        camel camels cattle livestock pig pigs bird birds fish tree trees acre acres hectare
        hectares goal goals game games match matches season seasons point vote votes seat
        seats page pages book books film films song songs word words line lines phone phones
        call calls tweet tweets post email emails message messages photo photos video videos
        computer computers account bag bags box boxes container containers barrel barrels
        silo silos warehouse warehouses plant plants factory factories farm farms field
        fields office offices court courts law laws bill bills talk talks meeting meetings
        election elections term terms rights page number numbers figure figures estimate
        estimates theory theories scenario scenarios option options version versions type
        types kind kinds form forms occasion occasions location locations device devices
        magazine magazines clip clips casing casings wound wounds entry injury ambulance
        ambulances flight flights route routes copy copies crime crimes robbery robberies
        burglary burglaries homicide investigation investigations sample samples test tests
        """
    )
)
