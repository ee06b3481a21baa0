"""What a number is a number of, told from the few words on either side of it."""

from __future__ import annotations

import re
from enum import StrEnum

from claims.domain.number_words import any_of, listed


class Form(StrEnum):
    """The use of a number; only a COUNT says how many there were."""

    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    MEASURE = "measure"
    TIMES = "times"
    DURATION = "duration"
    AGE = "age"
    DATE = "date"
    YEAR = "year"
    CLOCK = "clock"
    ORDINAL = "ordinal"
    STRENGTH = "strength"
    SCORE = "score"
    NAME = "name"
    ABSENCE = "absence"


MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|"
    "december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_MONEY = any_of(
    listed(
        """
        dollars dollar euros euro pounds sterling rupees rupee yen yuan renminbi cents
        cent pence shekels shekel roubles rubles francs francs krona kronor crowns
        kroner pesos rand naira dirhams riyals rials lira won ringgit baht afghanis
        bitcoin usd eur gbp chf inr pkr
        """
    )
)
_LENGTHS = any_of(
    listed(
        """
        km kms kilometer kilometers kilometre kilometres mile miles meter meters metre
        metres feet foot ft inch inches cm mm yard yards acre acres hectare hectares kg
        kgs kilo kilos kilogram kilograms kilogramme kilogrammes gram grams grammes ton
        tons tonne tonnes megaton kiloton lb lbs ounce ounces oz litre litres liter
        liters gallon gallons barrel barrels mph kph knots degrees celsius fahrenheit
        volts watts kilowatts megawatts gigawatts kw mw gw kwh mwh gwh hp bhp horsepower
        rpm mb gb tb gigabytes megabytes hz khz mhz ghz mah nm lb-ft ml cc g l v w
        megapixel megapixels bpd mmbtu cubic square
        """
    )
)
_SPANS = any_of(
    listed(
        """
        second seconds minute minutes min mins hour hours day days week weeks month
        months year years yr yrs decade decades century centuries night nights fortnight
        generations
        """
    )
)
_AFTER = re.compile(
    r"(?P<share>\s?%|[\s-]?(?:percentage\s+points?|per\s?cent|percent|pct|pc)\b)"
    r"|(?P<age>[\s-]*(?:years?|months?|weeks?|days?)?[\s-]+olds?\b|\s+(?:yo|yoa)\b"
    r"|\s+years?\s+of\s+age\b|\s+(?:and|or|to)\s+[0-9]{1,3}[\s-]+"
    r"(?:years?|months?|weeks?|days?)[\s-]+olds?\b)"
    r"|(?P<ordinal>(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?" + MONTH + r"\b))"
    r"|(?P<clock>\s?[ap]\.?m\b|:[0-9]{2}|\s?o['’]clock|\s?(?:gmt|utc|hrs)\b)"
    r"|(?P<date>(?:st|nd|rd|th)?,?\s+(?:of\s+)?" + MONTH + r"\b(?!\s+(?:be|have|not)\b)"
    r"|[-/.][0-9]{1,2}[-/.][0-9]{2,4}\b)"
    r"|(?P<strength>[-\s]strong\b|-(?:member|man|person|woman|seat|seater|bed|story|storey|"
    r"page|part|point|game|match|team|party|way|lane|state|nation|member)\b)"
    r"|(?P<times>\s?x\b|[\s-]times\b|-?fold\b)"
    r"|(?P<duration>(?:\s+(?:more|full|consecutive|straight|further|additional|long|"
    r"whole))?[\s-]" + _SPANS + r"\b)"
    r"|(?P<measure>(?:\s?°|[\s-]?(?:nautical\s+|metric\s+|short\s+|long\s+)?"
    + _LENGTHS
    + r"\b|\s?m\s+(?:wide|long|deep|high|tall|above|below|away|from|race|sprint)\b))"
    r"|(?P<money>p\b|\s+(?:[a-z]+\s+)?" + _MONEY + r"\b|\s?[€£])"
    r"|(?P<name>/[0-9]|-[a-z]?[0-9]|(?<=[0-9])[a-z]\w{5,})"
    r"|(?P<year>(?<=[0-9]0)s\b)|(?P<serial>(?<=[0-9])(?:s\b|[a-z]\w{0,8}[0-9])|\)\s?[0-9]{3}-)"
    r"|(?P<attached>(?<=[0-9])[a-z]\w*)"
)
_FORMS = {form.value: form for form in Form} | {
    "attached": Form.MEASURE,
    "serial": Form.NAME,
}
_BEFORE = re.compile(
    r"(?P<age>\b(?:(?:aged?|ages|aged\s+between|age\s+of|turned|turning)\s+|aged\s+"
    r"(?:between\s+)?[0-9]{1,2}(?:,\s+[0-9]{1,2}){0,6},?\s+(?:and|to|or)\s+))\Z"
    r"|(?P<date>\b(?:" + MONTH + r"|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.)\s+"
    r"(?:the\s+)?)\Z"
    r"|(?P<name>[a-z0-9][-–_/.]|[a-z]:|\#\s?|[@_&=]|\b(?:no|nos|number|numbers|route|flight|"
    r"chapter|article|section|resolution|page|pages|apartment|apt|room|suite|building|"
    r"game|gate|phase|version|channel|level|grade|category|magnitude|top|big|formula|"
    r"area|district|ward|zone|sector|highway|interstate|line|platform|episode|season|"
    r"volume|vol|step|rule|title|boeing|airbus|type|model|mark|mk|tier|round|world\s+war|"
    r"appendix|exhibit|paragraph|verse|lot|box|bus|car|lane|terminal|track|item|stage|"
    r"group|division|league|windows|s&p|sp|s p|iphone|galaxy|note|pro|series|class|"
    r"bst|case|codenamed|catch)\.?\s+)\Z"
)
# "Tuesday 7 and Friday 10", but not "on Tuesday 7 people".
_WEEKDAY_BEFORE = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+$")
_NOTHING_AFTER = re.compile(r"\s*(?:[,.;)]|(?:and|or|to)\b|$)")
_CLOCK_BEFORE = re.compile(r"[0-9]:")
_YEARS = r"(?:1[5-9]|20)[0-9]{2}"
_YEAR = re.compile(rf"{_YEARS}(?:\s?(?:-|–|and|to)\s?(?:{_YEARS}|[0-9]{{2}}))?")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|from|until|till|during|of|before|after|between|early|late|mid|"
    r"year|circa|spring|summer|autumn|fall|winter|"
    + MONTH
    + r"|[0-9]{1,2}(?:st|nd|rd|th)?,?"
    r"|and|to|to the)[\s-]+(?:the\s+)?$|\($|[-–/]$"
)
_COUNTED_NOUNS = any_of(
    listed(
        """
        people persons men women children workers employees troops soldiers fighters
        civilians police officers victims residents refugees protesters protestors
        demonstrators supporters students homes houses families households buildings jobs
        dead killed injured wounded missing arrested others deaths injuries casualties
        cases units calories more vehicles bodies passengers tests members marchers
        """
    )
)
_COUNTED_NEXT = re.compile(rf"\s+{_COUNTED_NOUNS}\b")
_COUNTED = re.compile(
    rf"\s+(?:(?!(?:that|which|who|in|of|by|and)\b)[a-z-]+\s+){{0,2}}?{_COUNTED_NOUNS}\b|\s+(?:were|come|-)\b"
)


def form_of(text: str, start: int, end: int, *, hedged: bool) -> Form:
    """Say what the number at ``text[start:end]`` is used for; ``text`` in lower case.

    ``hedged`` tells that words such as "more than" stand before it: then it is no
    year and no name.
    """
    if _CLOCK_BEFORE.match(text, max(0, start - 2), start):
        return Form.CLOCK
    after = _AFTER.match(text, end)
    if after and not (hedged and after.lastgroup == "date"):
        return _FORMS[after.lastgroup or ""]
    before = text[max(0, start - 24) : start]
    if hedged:
        return Form.AGE if before.endswith(("aged ", "age of ")) else Form.COUNT
    return _form_before(text, start, end, before)


def _form_before(text: str, start: int, end: int, before: str) -> Form:
    """Say what the words before the number make it."""
    if _WEEKDAY_BEFORE.search(before) and _NOTHING_AFTER.match(text, end):
        return Form.DATE
    found = _BEFORE.search(before)
    if found and not (found.lastgroup == "date" and end - start > _DATE_SIZE):
        return _FORMS[found.lastgroup or ""]
    return Form.YEAR if _is_year(text, start, end, before) else Form.COUNT


_AFTER_NAME = re.compile(r"[A-Z][^\W\d_’']+(?:,?\s(?:Jr|Sr)\.?)?,?\s(?:an?\s)?\(?$")
_AGE_ENDS = re.compile(r"\)?(?:[,;.)\]]|\s+(?:and|was|were|of|from|who|is|has|had)\b|\s*$)")
_ADDRESS = re.compile(
    r"(?:[-\s]block\b|th\b|(?:\s+[NSEW]\.?|\s+(?:North|South|East|West))?"
    r"(?:\s+[A-Z0-9][\w’'.]*){1,3}\s+(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Drive|"
    r"Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Terrace|Highway|Hwy|Parkway|Pkwy|Square)\b)"
)
_OLDEST = 110
_MARKER_SIZE = len("10")
_DATE_SIZE = len("10-11")


def _is_marker(text: str, start: int, end: int) -> bool:
    """Say whether a number is that of a list, as in "(2)", or a name, as in "Big One"."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return end - start <= _MARKER_SIZE
    word = text[start:end]
    return word[0].isupper() and text[max(0, start - 2) : start - 1].islower()


def form_by_capitals(text: str, start: int, end: int) -> Form:
    """Tell an age after a name and the number of a house from a count."""
    digits = text[start:end]
    if _ADDRESS.match(text, end) or _is_marker(text, start, end):
        return Form.NAME
    if not digits.isdecimal() or int(digits) > _OLDEST or not _AGE_ENDS.match(text, end):
        return Form.COUNT
    before = text[max(0, start - 30) : start]
    if before.endswith((", ", "(", ", a ", ", an ")) and _AFTER_NAME.search(before):
        return Form.AGE
    return Form.COUNT


def _is_year(text: str, start: int, end: int, before: str) -> bool:
    digits = text[start:end]
    if not _YEAR.fullmatch(digits):
        return False
    named = _YEAR_BEFORE.search(before) is not None
    if (_COUNTED_NEXT if named else _COUNTED).match(text, end):
        return False
    return named or digits >= "1900"
