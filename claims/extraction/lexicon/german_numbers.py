"""German words that print numbers, hedge them, and tell what they are numbers of."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.domain.number_words import any_of

ONES = {
    "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9,
}  # fmt: skip
TEENS = {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50,
    "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
HALVES = {
    "anderthalb": Decimal("1.5"), "eineinhalb": Decimal("1.5"),
    "zweieinhalb": Decimal("2.5"), "dreieinhalb": Decimal("3.5"),
}  # fmt: skip
SCALES = {
    "million": 10**6, "millionen": 10**6, "mio": 10**6, "mio.": 10**6,
    "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "mrd.": 10**9,
    "billion": 10**12, "billionen": 10**12, "tausend": 1000, "hundert": 100,
    "dutzend": 12,
}  # fmt: skip
VAGUE = {
    "dutzende": "dozens", "dutzenden": "dozens", "hunderte": "hundreds",
    "hunderten": "hundreds", "tausende": "thousands", "tausenden": "thousands",
    "tausender": "thousands", "hunderter": "hundreds",
    "zehntausende": "tens of thousands", "zehntausenden": "tens of thousands",
    "hunderttausende": "hundreds of thousands",
    "hunderttausenden": "hundreds of thousands", "millionen": "millions",
    "mehrere": "several", "mehreren": "several", "mehrerer": "several",
    "einige": "a few", "einigen": "a few", "ein paar": "a few", "etliche": "several",
    "zahlreiche": "a large number", "zahlreichen": "a large number",
}  # fmt: skip
BASES = {
    "dutzend": 12, "hundert": 100, "tausend": 1000, "zehntausend": 10_000,
    "hunderttausend": 100_000, "millionen": 10**6,
}  # fmt: skip

_ONE = any_of(ONES)
_BELOW_HUNDRED = f"(?:{any_of(TEENS)}|(?:{_ONE}und)?{any_of(TENS)}|{_ONE})"
_BELOW_THOUSAND = f"(?:(?:{_ONE})?hundert(?:und)?(?:{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
_SPELLED = (
    f"(?:(?:{_BELOW_THOUSAND})?tausend(?:und)?(?:{_BELOW_THOUSAND})?|{_BELOW_THOUSAND})"
)
_SCALE = (
    r"(?P<scale>millionen|million|mio\.?|milliarden?|mrd\.?|billionen?|tausend|dutzend)"
)
_ALONE = (
    r"(?:mensch|menschen|person|toter|tote|todesopfer|verletzter|schwerverletzter|"
    r"leichtverletzter|vermisster|verletzte|zivilist|soldat|polizist)\b"
)
_NUMBER = (
    rf"(?:(?P<digits>[0-9]{{1,3}}(?:[.\u00a0\u202f][0-9]{{3}})+(?![0-9])|"
    rf"[0-9]{{1,12}})(?:,(?P<places>[0-9]{{1,4}}))?(?:\s{_SCALE}\b)?"
    r"|(?P<of_scale>(?:mehreren?|einigen?|ein paar) (?:dutzend|hundert|tausend|"
    r"zehntausend|hunderttausend|millionen)\b)"
    rf"|(?P<half>{any_of(HALVES)})\s{_SCALE.replace('scale', 'half_scale')}\b"
    r"|(?P<one>einer?|eine) (?P<one_scale>million|milliarde|dutzend)\b"
    rf"|(?P<alone>ein|eine|einer|einen)(?=\s{_ALONE})"
    rf"|(?P<vague>{any_of(VAGUE)})\b"
    rf"|(?P<spelled>(?!ein(?:e[rmns]?|s)?\b){_SPELLED})(?:er)?\b"
    rf"(?:\s{_SCALE.replace('scale', 'word_scale')}\b)?"
    rf"|(?P<none>keinerlei|keiner|keine|keinen|kein|niemand|niemanden)\b"
    rf"|(?P<both>beide|beiden)\b)"
)
ATOM = re.compile(rf"(?<![\w.,:/§#-]){_NUMBER}")
SECOND = re.compile(_NUMBER)  # behind "12-" and "12 bis "
HEDGES = {
    "mindestens": "at_least", "wenigstens": "at_least", "zumindest": "at_least",
    "nicht weniger als": "at_least", "mehr als": "more_than", "über": "more_than",
    "weit über": "more_than", "deutlich mehr als": "more_than",
    "bis zu": "at_most", "höchstens": "at_most", "maximal": "at_most",
    "nicht mehr als": "at_most", "weniger als": "less_than", "unter": "less_than",
    "rund": "about", "etwa": "about", "ungefähr": "about", "circa": "about",
    "ca.": "about", "zirka": "about", "um die": "about", "schätzungsweise": "about",
    "in etwa": "about", "an die": "about",
    "fast": "nearly", "beinahe": "nearly", "nahezu": "nearly", "annähernd": "nearly",
    "knapp": "just_under", "gut": "just_over", "etwas mehr als": "just_over",
    "etwas weniger als": "just_under",
}  # fmt: skip
HEDGE = re.compile(rf"(?<!\w)(?P<hedge>{any_of(HEDGES)})\s(?:insgesamt\s)?\Z")
EXACTLY = re.compile(r"(?<!\w)(?:genau|exakt)\s\Z")
BETWEEN = re.compile(r"(?<!\w)zwischen\s\Z")
RANGE = re.compile(r"\s?(?:-|–|bis(?: zu)?\b|oder)\s?")
AND = re.compile(r"\sund\s")
MORE_BEFORE = re.compile(r"(?<!\w)(?:weitere[nrs]?|andere[nr]?|zusätzlich)\s(?:\w+\s)?\Z")
MORE_AFTER = re.compile(r"\s(?:weitere|weiteren|weiterer|andere|anderen)\b")
_MONTH = (
    r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|"
    r"november|dezember)\b"
)
AFTER = re.compile(
    r"(?P<share>\s?(?:%|prozent(?!punkt)\w*\b))"
    r"|(?P<money>\s?(?:€|\$|euro\b|us-dollar\b|dollar\b|franken\b|pfund\b|yen\b|rubel\b|"
    r"mark\b|cent\b|kronen\b|rupien\b))"
    r"|(?P<age>\s?-?(?:jähr|monatig)\w*|\sjahren?\salt\b)"
    r"|(?P<clock>\suhr\b|:[0-9]{2}\b|\.[0-9]{2}\suhr\b)"
    rf"|(?P<date>\.\s?{_MONTH}|\.[0-9]{{1,2}}\.|\s{_MONTH})"
    r"|(?P<score>:[0-9]\b)"
    r"|(?P<times>\s?-?mal\b|-?fach\b|\s?x\b)"
    r"|(?P<duration>\s?-?(?:jahrzehnt|jahrhundert|jahr|monat|woche|tag|stunde|minute|"
    r"sekunde|nächt|nacht)(?:e|en|n|s|es)?\b|\s(?:volle|ganze|weitere|lange)[nr]?\s(?:jahre|"
    r"monate|tage|wochen|stunden)n?\b|-?(?:tägig|stündig|wöchig|minütig)\w*)"
    r"|(?P<measure>\s?-?(?:km/h|km²|km|cm|mm|m²|m\b|kg|tonnen?|kilometern?|metern?|"
    r"litern?|hektar|quadrat\w+|grad|kilogramm|gramm|meilen|fuß|seemeilen|kilowatt\w*|"
    r"megawatt\w*|volt|barrel|millimetern?|zentimetern?|prozentpunkte\w?)\b)"
    r"|(?P<name>[/_-][0-9a-z]|er\b|[a-z])"
)
ORDINAL = re.compile(r"\.\s?[a-zäöü]")
NAMED = re.compile(
    r"\b(?:nummer|nr\.|platz|rang|artikel|paragraf|paragraph|absatz|flug|route|linie|"
    r"autobahn|bundesstraße|gruppe|boeing|airbus|typ|modell|klasse|stufe|stärke|kapitel|"
    r"seite|band|version|windows|ausgabe|teil|halle|gleis|formel|jahrgang|auflage)\s\Z"
)
AGED = re.compile(r"\b(?:alter von|altersgruppe|alter zwischen)\s\Z")
# "12. Mai" was told by the month; "der 3. Tag" by its article.
ARTICLE = re.compile(
    r"\b(?:am|vom|zum|im|beim|den|dem|des|der|die|das|ein|eine|einem|einer|ihr|ihre|ihrem|"
    r"sein|seine|seinem|jeder|jede|jedes)\s\Z"
)
COUNTED = re.compile(
    r"(?i)\s(?:\w+e[nr]?\s){0,2}(?:menschen|personen|tote|toten|verletzte|verletzten|soldaten|"
    r"zivilisten|demonstranten|flüchtlinge|todesopfer|polizisten|einwohner|frauen|kinder)\b"
)


CURRENCIES = {
    "€": "eur", "euro": "eur", "$": "usd", "dollar": "usd", "us-dollar": "usd",
    "franken": "chf", "pfund": "gbp", "yen": "jpy", "rubel": "rub",
}  # fmt: skip
