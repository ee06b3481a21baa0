"""German: reporting verbs, the small words of a sentence, and the reported mood."""

from __future__ import annotations

from claims.extraction.lexicon.frames import Cue, Form, Frame, Language


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Weak verbs by their stem: "erklär" makes erklärt, erklärte, erklärten, erklären.
_STEMS = """
    sag erklär beton mein berichte teil kündig führ bekräftig bestätig behaupt versicher
    warn mahn kritisier forder vermut glaub schätz hoff ergänz füg begründ bemerk
    verkünd kommentier äußer antworte erwider entgegn erinner erläuter vermeld meld
    bemängel beklag beschuldig verlang urteil resümier prognostizier spekulier befürcht
    beton twitter stell räum wend verweis deut beschwer versprech gesteh wert jubel
    scherz zitier präzisier konstatier unterstreich rechtfertig dementier schilder
    vermut erzähl frag zeig beschreib lob würdig rechn nenn bezeichn appellier verlaut
    mitteil ankündig ausführ feststell einräum hinzufüg klarstell bedauer signalisier
    besag argumentier bezweifel fürcht bitt aufforder verlautbar wünsch droh darleg
    plädier schlussfolger anmerk bestreit hinweis ausrechn"""
_IRREGULAR = """
    gab gaben gibt geben schrieb schrieben schreibt schreiben sprach sprachen spricht
    wies wiesen weist weisen nannte nannten nennt hieß heißt hielt hielten hält ging gehen
    geht gingen bot befand befanden rief riefen ruft lautete lautet stritt bat baten
    schloss schlug sah sieht sehen warf wirft versprach verspricht wandte ließ meinten
    unterstrich unterstreicht beschrieb beschreibt gestand gesteht hob gesagt erklärt
    betont mitgeteilt angekündigt berichtet bekräftigt bestätigt behauptet versichert
    gewarnt kritisiert gefordert geschrieben angegeben bekanntgegeben hingewiesen
    angab angibt bekanntgab bekanntgaben bekanntgibt hinwies vorwarf vorwirft riet
    ergab ergaben ergibt geheißen stand steht bestritt bestritten empfahl empfahlen
    empfiehlt empfohlen gebeten gewünscht gedroht aufgerufen aufgefordert beklagt
    angedroht zugesichert ausgerechnet dargelegt zugab zugegeben versprochen hingewiesen
    rieten rät geäußert gesprochen entschieden beschlossen entschied beschloss"""
_ENDINGS = ("t", "te", "ten", "en", "et", "ete", "eten", "n")
_CLASSES: dict[str, str] = {
    "D": """der die das den dem des ein eine einen einem einer eines kein keine keinen
        keinem keiner mein meine seine seinen seinem seiner seines sein ihr ihre ihren
        ihrem ihrer ihres unser unsere dieser diese dieses diesen diesem jener jede jeder
        jedes alle allen aller einige einigen mehrere mehreren viele vielen zwei drei vier
        fünf sechs sieben acht neun zehn beide beiden""",
    "H": "er sie es wir ich man ihr",
    "t": "dass daß",
    "o": "sich",
    "S": """ob wenn weil als wie während nachdem bevor da obwohl damit sodass indem sobald
        solange falls wer was wo warum weshalb wonach""",
    "I": """in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit
        über um unter von vom vor während wegen zu zum zur zwischen trotz gegenüber laut
        gemäß zufolge aufgrund anlässlich angesichts innerhalb außerhalb ins ans""",
    "C": "und oder aber sondern denn sowie doch",
    "A": """ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können
        konnte konnten muss müssen musste soll sollen sollte sollten will wollen wollte
        wollten darf dürfen durfte mag sei seien wäre wären habe hätte hätten werde würde
        würden könne könnte könnten müsse müsste solle wolle dürfe möge bin""",
    "X": "nicht nie niemals kaum",
    "i": "",
    "R": """auch heute gestern morgen später dann nun jetzt bereits schon noch nur erneut
        zudem weiter weiterhin außerdem ferner daraufhin dazu darauf davon hierzu so sehr
        wieder allerdings jedoch deshalb daher dabei zuvor zuletzt kürzlich unterdessen
        hingegen dagegen indes indessen inzwischen darüber offenbar offiziell vorerst
        ähnlich damals schließlich zunächst danach anschließend insgesamt bislang
        bisher ebenfalls ebenso immerhin vielmehr dort hier hierbei trotzdem dennoch somit
        offensichtlich angeblich möglicherweise wahrscheinlich vermutlich natürlich
        tatsächlich seitdem mittlerweile wörtlich sogar lediglich ausdrücklich unklar
        kurz weiters abschließend damit dadurch zugleich zusätzlich gleichzeitig""",
    "T": """Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag""",
    "M": """Januar Februar März April Mai Juni Juli August September Oktober November
        Dezember""",
}
_TITLES = _words("Dr Prof Hr Fr St")
_ABBREVIATIONS = _TITLES | _words(
    "bzw ca etc evtl ggf inkl Mio Mrd Nr Str usw vgl z.B d.h u.a"
)
# The mood of what others said: a sentence in it goes on with the report before.
REPORTED_MOOD = _words(
    """
    sei seien habe werde könne müsse solle wolle dürfe gebe gehe komme stehe bleibe
    bestehe liege mache nehme sehe wisse brauche lasse halte führe finde handele laufe
    hätten wären würden könnten müssten sollten
    """
)
# … and what no other mood looks like.
SURELY_REPORTED = _words("sei seien habe werde könne müsse solle wolle dürfe gebe wisse")
REPORTING_AUXILIARIES = SURELY_REPORTED | {"soll", "sollen", "hätte", "hätten"}
POINTERS = _words("das dies dieses")  # "that was reported by"
# "Nach Angaben der Polizei": what reports without a verb.
ACCOUNTS = _words(
    """
    Angaben Angabe Ansicht Auffassung Aussage Aussagen Auskunft Bericht Berichten
    Einschätzung Informationen Meinung Darstellung Worten Mitteilung Schätzung Schätzungen
    Überzeugung Erkenntnissen Medienberichten Polizeiangaben Behördenangaben Medienangaben
    Zeugenaussagen Presseberichten Vorstellung Behauptung Bewertung Urteil
    Bestandsaufnahme Studie Studien Umfrage Umfragen Untersuchung Untersuchungen Ergebnis
    Ergebnissen Endergebnis Ermittlungen Prognose Prognosen Meldung Meldungen Statistik
    Statistiken Berechnung Berechnungen Sicht Recherchen Lesart Beobachtungen Quelle
    Quellen Dafürhalten Ermittlungsstand Hochrechnung Hochrechnungen Rechnung
    Stellungnahme Erklärung Eigenangaben Bekunden Erfahrung Erfahrungen
    """
)
# What opens such a phrase: always, and only before one of the words above.
POSSESSIVES = _words("seiner ihrer meiner unserer deren dessen")
ALWAYS, BEFORE_ACCOUNTS = _words("laut gemäß"), _words("nach")


# "Medienberichten", "NASA-Angaben".
_ACCOUNT_ENDS = ("angaben", "berichten", "aussagen", "informationen", "erkenntnissen")
# What joins a second noun to the first: "der Sprecher des Amtes", "Angaben von Ärzten".
# Verbs that report only with one of these words: "gab bekannt", "ging davon aus".
PARTICLES: dict[str, frozenset[str]] = {
    "geh": _words("aus hervor"),
    "ging": _words("aus hervor"),
    "führ": _words("aus an"),
    "gab": _words("an bekannt zu preis"),
    "gib": _words("an bekannt zu preis"),
    "geb": _words("an bekannt zu preis"),
    "stell": _words("fest klar dar"),
    "räum": _words("ein"),
    "füg": _words("hinzu an"),
    "teil": _words("mit"),
    "ruf": _words("auf"),
    "rief": _words("auf"),
    "droh": _words("damit an"),
}
GENITIVES = _words(
    "der des eines einer dieser dieses seines seiner ihres ihrer von vom aus beim für"
)
# How nouns end that tell who speaks only by his calling: "die Behörde", "Augenzeugen".
_GROUP_ENDS = tuple(
    """
    zeugen experten kritiker kritikern beobachter beobachtern medien berichte behörde
    behörden anwohner anwohnern forschern ärzte ärzten politikern quellen kreise kreisen
    ermittler ermittlern leute leuten menschen opfer opfern gegner gegnern reporter
    reportern ministerium gericht staatsanwaltschaft unternehmen konzern firma zeitung
    verband verein gewerkschaft organisation agentur studie magazin blatt sender
    jährige jähriger regierung kommission feuerwehr vertreter vertretern
    gerichtshof
    """.split()
)
_GROUPS = frozenset(["amt", "mann", "frau"])


def is_group(word: str) -> bool:
    """Say whether a noun tells only of what calling a speaker is."""
    lower = word.lower()
    return lower in _GROUPS or lower.endswith(_GROUP_ENDS)


def is_account(word: str) -> bool:
    """Say whether a noun is what somebody states: "Angaben", "Medienberichten"."""
    return word in ACCOUNTS or word.lower().endswith(_ACCOUNT_ENDS)


def is_reported_mood(word: str) -> bool:
    """Say whether a word is a verb in the mood of reports: "sei", "resultiere"."""
    return word in REPORTED_MOOD or (word.endswith("iere") and word.islower())


def is_surely_reported(word: str) -> bool:
    return word in SURELY_REPORTED


def _cues() -> dict[str, Cue]:
    say = frozenset([Frame.SAY])
    cues = {word: Cue(word, Form.PAST, say) for word in _IRREGULAR.split()}
    for stem in _STEMS.split():
        for ending in _ENDINGS:
            cues.setdefault(stem + ending, Cue(stem, Form.PAST, say))
    return cues


GERMAN = Language(
    code="de",
    cues=_cues(),
    classes={word: kind for kind, text in _CLASSES.items() for word in text.split()},
    abbreviations=_ABBREVIATIONS,
    titles=_TITLES,
    has_capital_nouns=True,
    has_ordinal_dots=True,
    pronouns={"er": "he", "sie": "she", "es": "it"},
)
