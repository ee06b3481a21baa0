"""German words that say what a number counts: Tote, verletzt, festgenommen, Prozent."""

from __future__ import annotations

from claims.domain.measures import Measure

_M = Measure


def _table(rows: dict[Measure, str]) -> dict[str, Measure]:
    """Return phrase -> measure from phrases divided by strokes."""
    return {
        " ".join(phrase.split()): measure
        for measure, phrases in rows.items()
        for phrase in phrases.split("|")
    }


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns that are themselves the count: "12 TOTE", "190 VERLETZTE".
COUNTS = _table(
    {
        _M.KILLED: """tote|toten|toter|todesopfer|todesopfern|todesfälle|todesfällen|
            leichen|gefallene|gefallenen|getötete|getöteten|ermordete|ermordeten|
            menschenleben|leben|verkehrstote|verkehrstoten|tötungen|morde|morden|leichname""",
        _M.INJURED: """verletzte|verletzten|verletzter|schwerverletzte|schwerverletzten|
            leichtverletzte|leichtverletzten|verwundete|verwundeten|schwerverwundete""",
        _M.MISSING: "vermisste|vermissten|verschwundene|verschollene|verschollenen",
        _M.CAPTURED: """gefangene|gefangenen|kriegsgefangene|kriegsgefangenen|geiseln|
            entführte|entführten|entführungen""",
        _M.ARRESTED: """festnahmen|verhaftungen|festgenommene|festgenommenen|verhaftete|
            verhafteten|inhaftierte|inhaftierten|ingewahrsamnahmen""",
        _M.DISPLACED: """vertriebene|vertriebenen|flüchtlinge|flüchtlingen|obdachlose|
            obdachlosen|binnenflüchtlinge|evakuierte|evakuierten|geflüchtete|geflüchteten""",
        _M.CASUALTIES: "opfer|opfern",
        _M.CROWD: """demonstranten|demonstrantinnen|demonstrierende|demonstrierenden|
            kundgebungsteilnehmer|protestierende|protestierenden|gegendemonstranten|
            demonstrationsteilnehmer|protestteilnehmer|trauergäste|trauernde""",
        _M.STRIKERS: "streikende|streikenden",
        _M.RESCUED: "überlebende|überlebenden|gerettete|geretteten",
        _M.INFECTED: """infizierte|infizierten|neuinfektionen|infektionen|erkrankte|
            erkrankten|krankheitsfälle|krankheitsfällen|infektionsfälle|ansteckungen""",
        _M.LAID_OFF: "entlassungen|kündigungen",
        _M.HEADCOUNT: """mitarbeiter|mitarbeitern|mitarbeiterinnen|beschäftigte|
            beschäftigten|angestellte|angestellten|arbeitsplätze|arbeitsplätzen""",
        _M.STRENGTH: """einsatzkräfte|einsatzkräften|feuerwehrleute|feuerwehrleuten|helfer|
            helfern|polizisten|polizeibeamte|polizeibeamten|soldaten|beamte|beamten|
            rettungskräfte|rettungskräften""",
    }
)
# Adjectives before the noun: "15 GETÖTETE Journalisten".
ADJECTIVES = _table(
    {
        _M.KILLED: "getötet|tot|ermordet|gefallen|erschossen|verstorben|gestorben",
        _M.INJURED: "verletzt|schwerverletzt|leichtverletzt|verwundet",
        _M.MISSING: "vermisst|verschwunden|verschollen",
        _M.CAPTURED: "entführt|gefangen",
        _M.ARRESTED: "festgenommen|verhaftet|inhaftiert",
        _M.DISPLACED: "vertrieben|geflohen|geflüchtet|obdachlos",
        _M.INFECTED: "infiziert|erkrankt",
        _M.DESTROYED: "zerstört|ausgebrannt|abgebrannt",
        _M.DAMAGED: "beschädigt",
    }
)
# Said of the counted, mostly at the end of the clause: "12 Menschen wurden GETÖTET".
STATES = _table(
    {
        _M.KILLED: """getötet|ums leben|tot|starben|gestorben|sterben|umgekommen|umkamen|
            kamen um|ermordet|erschossen|erstochen|hingerichtet|ertranken|ertrunken|
            gefallen|fielen|umgebracht|erlagen|erlegen|verstorben|in den tod|
            in den tod gerissen|tot geborgen|tot aufgefunden|das leben gekostet|
            das leben verloren|ihr leben verloren|ihr leben|das leben|verbrannten|
            verbrannt|massakriert|enthauptet""",
        _M.INJURED: """verletzt|verwundet|schwerverletzt|leichtverletzt|verletzungen|
            im krankenhaus|in krankenhäusern|ins krankenhaus|in krankenhäuser|
            in kliniken|angeschossen|behandelt|verbrennungen|rauchvergiftungen""",
        _M.MISSING: "vermisst|verschwunden|verschollen|verschwanden",
        _M.CAPTURED: """gefangen genommen|gefangen|gefangengenommen|entführt|verschleppt|
            als geiseln|in gefangenschaft|ergaben sich|in geiselhaft""",
        _M.ARRESTED: """festgenommen|verhaftet|in gewahrsam|inhaftiert|fest|
            in untersuchungshaft|in haft|festgesetzt|abgeführt""",
        _M.DISPLACED: """vertrieben|evakuiert|auf der flucht|geflohen|flohen|flüchteten|
            geflüchtet|obdachlos|in sicherheit gebracht|
            verlassen|ihr zuhause|ihre häuser|ihre wohnungen""",
        _M.CROWD: """demonstriert|demonstrierten|demonstrieren|protestiert|protestierten|
            protestieren|versammelt|versammelten|teilgenommen|teil|teilnahmen|
            auf die straße|auf die straßen|auf der straße|auf den straßen|zogen durch|
            marschierten|marschiert|zusammengekommen|
            kamen zusammen|feierten""",
        _M.STRIKERS: "gestreikt|streikten|streiken|die arbeit nieder|im streik",
        _M.RESCUED: "gerettet|retten|überlebten|überlebt|geborgen|befreit|freigelassen",
        _M.TRAPPED: "eingeschlossen|verschüttet|eingeklemmt",
        _M.INFECTED: "infiziert|angesteckt|erkrankt|erkrankten|positiv getestet",
        _M.LAID_OFF: """entlassen|ihren arbeitsplatz|ihre arbeitsplätze|gekündigt|
            gestrichen|abgebaut|wegfallen""",
        _M.DESTROYED: """zerstört|ausgebrannt|niedergebrannt|eingestürzt|brannten aus|
            brannten ab|stürzten ein|dem erdboden""",
        _M.DAMAGED: "beschädigt|überschwemmt|überflutet|geplündert",
        _M.STRENGTH: "im einsatz|eingesetzt|vor ort|stationiert",
        _M.OTHER: "betroffen|ohne strom|ohne wasser|geimpft|unter quarantäne",
    }
)
# Before the counted: "TÖTETE zwölf Menschen", "STARBEN 43 Menschen".
ACTS = _table(
    {
        _M.KILLED: """tötete|töteten|tötet|töten|erschoss|erschossen|starben|starb|
            sterben|umgekommen|ermordete|ermordeten|getötet|
            ums leben kamen|tod von|tötung von|
            ermordung von|leichen von|ertranken|erstach|massakrierte|massakrierten|
            tod der""",
        _M.INJURED: """verletzte|verletzten|verletzt|verwundete|verwundeten|verwundet|
            erlitten|behandelten""",
        _M.MISSING: "vermisst|verschwanden",
        _M.CAPTURED: """entführte|entführten|verschleppte|verschleppten|entführung von|
            nahmen als geiseln|gefangennahme von""",
        _M.ARRESTED: """verhaftete|verhafteten|festgenommen|verhaftet|festnahme von|
            verhaftung von""",
        _M.DISPLACED: """evakuierte|evakuierten|flohen|flüchteten|vertrieb|vertrieben|
            evakuierung von|vertreibung von""",
        _M.CROWD: """demonstrierten|protestierten|versammelten|beteiligten|feierten|
            marschierten|mobilisierte|mobilisierten|
            kundgebung mit|
            demonstration kamen|kundgebung kamen|protest kamen|demonstrationen kamen|
            demonstration mit|demonstration von""",
        _M.STRIKERS: "streikten",
        _M.RESCUED: "rettete|retteten|befreite|befreiten|überlebten|rettung von",
        _M.LAID_OFF: """entließ|entlässt|entlassen|entließen|entlassung von|streicht|strich|
            abbau von|streichung von""",
        _M.DESTROYED: "zerstörte|zerstörten|zerstört|zerstörung von|einsturz von",
        _M.DAMAGED: "beschädigte|beschädigten|beschädigt|überflutete",
        _M.HEADCOUNT: "beschäftigt|beschäftigte|beschäftigten",
        _M.STRENGTH: "im einsatz|im einsatz waren|im einsatz sind",
    }
)
# These tell nothing without one of these verbs in the sentence: "nahm 12 Männer FEST".
NEEDED = {
    "fest": _words("nahm nahmen nimmt nehmen"),
    "gefangen": _words("nahm nahmen nimmt nehmen"),
    "teil": _words("nahm nahmen nimmt nehmen"),
    "das leben": _words("kostete kosteten kostet gekostet verloren verlor"),
    "ihr leben": _words("verloren verlor ließen"),
    "verlassen": _words("heimat häuser wohnungen dörfer dorf zuhause haus stadt"),
    "in den tod": _words("riss rissen gerissen stürzten sprangen"),
}
# Where the verb comes last: "wobei die Polizei elf Menschen TÖTETE".
LAST = _table(
    {
        _M.KILLED: "tötete|töteten|erschoss|erschossen|ermordete|ermordeten",
        _M.INJURED: "verletzte|verletzten|verwundete|verwundeten",
        _M.ARRESTED: "festnahm|festnahmen|verhaftete|verhafteten",
        _M.CAPTURED: "entführte|entführten|verschleppte|verschleppten",
        _M.CROWD: "teilnahmen|demonstrierten|protestierten",
    }
)
AUXILIARIES = _words("wurde wurden worden sind ist war waren werden wird haben hat seien")
# The subject of a toll: "die ZAHL DER TOTEN stieg auf 43".
TOLL_SUBJECTS = _table(
    {
        _M.KILLED: """toten|todesopfer|todesfälle|opfer|getöteten|leichen|menschenleben|
            opferzahl|totenzahl|todeszahl|todesopferzahl|gestorben|gestorbenen""",
        _M.INJURED: "verletzten|verwundeten|verletztenzahl|schwerverletzten",
        _M.MISSING: "vermissten|vermisstenzahl",
        _M.ARRESTED: "festgenommenen|festnahmen|verhafteten|verhaftungen",
        _M.DISPLACED: "flüchtlinge|vertriebenen|obdachlosen|flüchtlingszahl",
        _M.CROWD: "demonstranten|teilnehmer|demonstrierenden|teilnehmerzahl",
        _M.INFECTED: "infizierten|infektionen|erkrankten|krankheitsfälle|neuinfektionen",
        _M.HEADCOUNT: "mitarbeiter|beschäftigten|arbeitsplätze|belegschaft",
    }
)
TOLL_WORDS = _words(
    "zahl anzahl bilanz opferzahl totenzahl todeszahl todesopferzahl verletztenzahl "
    "vermisstenzahl flüchtlingszahl teilnehmerzahl belegschaft gesamtzahl"
)
TOLL_LINKS = _words("auf bei von mit über rund etwa insgesamt mindestens gegenwärtig")

# Things: a number of them is no toll of people.
THINGS = _words(
    """
    fahrzeuge fahrzeugen autos wagen häuser häusern gebäude gebäuden wohnungen bäume
    schulen kirchen moscheen geschäfte läden schiffe schiffen boote flugzeuge flugzeugen
    raketen bomben granaten schüsse schüssen panzer panzern brücken straßen städte städten
    distrikte distrikten stadtteile bezirke gemeinden regionen gebiete kreise viertel
    orte orten dörfer dörfern länder ländern staaten provinzen bundesländer bundesländern
    parteien unternehmen firmen organisationen gruppen teams mannschaften sitze sitzen
    mandate stimmen punkte punkten tore toren spiele spielen minuten stunden tage tagen
    wochen monate monaten jahre jahren prozent euro dollar kilometer meter tonnen liter
    hektar grad mal fälle fällen anschläge anschlägen angriffe angriffen explosionen
    demonstrationen waffen gewehre drogen tiere tieren schafe vögel hühner rinder pferde
    kühe schweine hunde artikel seiten bücher filme lieder titel medaillen runden plätze
    millionen milliarden busse züge zügen lastwagen hubschrauber quadratkilometer sterne
    """
)
BUILT = _words(
    """
    fahrzeuge fahrzeugen autos häuser häusern gebäude gebäuden wohnungen schulen kirchen
    moscheen geschäfte läden schiffe boote flugzeuge panzer brücken straßen dörfer busse
    züge lastwagen hubschrauber bäume
    """
)
PEOPLE = _words(
    """
    menschen mensch personen person leute männer frauen kinder jugendliche zivilisten
    zivilpersonen soldaten polizisten beamte rebellen kämpfer aufständische passagiere
    insassen einwohner bewohner schüler studenten studierende arbeiter mitarbeiter
    journalisten touristen urlauber reisende fahrgäste besucher teilnehmer demonstranten
    feuerwehrleute helfer ärzte pfleger patienten bürger bauern mönche gläubige häftlinge
    gefangene migranten flüchtlinge matrosen seeleute bergleute fahrer radfahrer fußgänger
    mitglieder angehörige mädchen jungen säuglinge babys terroristen extremisten attentäter
    angreifer täter verdächtige fans zuschauer gäste anwohner taliban israelis
    palästinenser deutsche
    """
)

# Words that end what a number counts, or the clause it stands in.
CLAUSE_ENDS = _words("; . ! ? : – —")
OPENERS = _words(
    """
    dass weil wenn als während nachdem bevor obwohl damit sodass wobei wo wie da ob aber
    sondern doch denn nur
    """
)
JOINTS = _words("und sowie oder ,")
PREPOSITIONS = _words(
    """
    in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über
    um unter von vom vor wegen zu zum zur zwischen trotz laut infolge innerhalb außerhalb
    """
)
NO_ADJECTIVES = PREPOSITIONS | _words(
    """
    und oder sowie wurden wurde sind waren ist war haben hatten werden seien worden der die
    das den dem des ein eine einen einem einer nicht auch noch sich dabei kamen starben es
    davon darunter
    """
)
PARTS = _words("darunter davon einschließlich inklusive")
PARTS_AFTER = (("davon",), ("von", "ihnen"), ("von", "denen"), ("unter", "ihnen"))
MORE = _words("weitere weiteren weiterer andere anderen")
NEGATIONS = _words("nicht nie niemals kaum ohne un")

LOSS = _words(
    """
    schaden schäden sachschaden kosten kostet verlust verluste hilfe hilfen hilfsgelder
    spenden spende entschädigung schadenersatz schadensersatz strafe geldstrafe bußgeld
    lösegeld wiederaufbau defizit schulden schuldenberg gekostet kostete soforthilfe
    schadenssumme verwüstungen beute
    """
)

DOUBTS = {
    "denied": _words("dementierte dementiert bestritt bestritten wies zurück"),
    "feared": _words(
        "befürchtet befürchten vermutlich möglicherweise womöglich wohl könnten"
    ),
    "reported": _words("angeblich soll sollen sollten mutmaßlich offenbar sei seien habe"),
}
BASES = {
    "bodies": _words("leichen leichname"),
    "hospital": _words("krankenhaus krankenhäuser ärzte sanitäter klinik kliniken"),
    "estimate": _words("schätzungen schätzung schätzt geschätzt schätzen"),
    "official": _words(
        "ministerium innenministerium polizei behörden behördenangaben regierung "
        "polizeiangaben"
    ),
}

UNITS = {
    "familien": "family",
    "haushalte": "household",
    "häuser": "house",
    "häusern": "house",
    "gebäude": "building",
    "gebäuden": "building",
    "fahrzeuge": "vehicle",
    "autos": "vehicle",
    "leichen": "body",
    "arbeitsplätze": "job",
    "schulen": "school",
}
RELATIVES = _words("die der welche welcher")
PARTICIPLES = _words(
    """
    getötet verletzt verwundet vermisst festgenommen verhaftet vertrieben entlassen
    zerstört beschädigt umgekommen ermordet erschossen entführt verschleppt
    """
)
ACT_ENDS = CLAUSE_ENDS | OPENERS | JOINTS
SUFFIXES = ("kräfte", "kräften", "leute", "leuten", "innen", "kinder", "männer", "frauen")
# "Zwölf Männer haben ... ermordet" did it themselves; "... sterben sollten" did not happen.
HAVE = _words("haben hatten hat hatte hätten habe")
PLANNED = _words("sollten sollen wollten wollen könnten")
