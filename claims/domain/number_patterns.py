"""The words around a number, as patterns: ranges, hedges after it, additions, moves."""

from __future__ import annotations

import re

from claims.domain.number_forms import Form
from claims.domain.number_words import AFTER, UNITS, any_of

RANGE = re.compile(
    r"(?:\s?(?:%|per\s?cent|percent))?(?:\s+\([^()]{1,40}\)(?=\s+to\s))?"
    r"(?:\s?[-–—‒]\s?|\s+to\s+|\s+or\s+|-to-|\s+to\s+-)"
)
LISTED = re.compile(rf",\s+(?:[0-9]{{1,6}}|{any_of(UNITS)}),?\s+or\s+(?=[0-9a-z])")
BRACKET = re.compile(r"[^()\d.;]*\((?:[^()\d.;]*/\s?)?")
CONVERTED = 40  # characters that a unit and its bracket may take
UNCONVERTED = {Form.COUNT, Form.YEAR, Form.DATE, Form.NAME, Form.AGE}
SHARE = re.compile(r"\s?(?:%|percentage\s+points?|per\s?cent|percent|pct|pc\b)")
AND = re.compile(r"(?:\s?(?:%|per\s?cent|percent))?\s+(?:and|to)\s+|\s?[-–—]\s?")
# Takes nothing from a number and adds nothing to it, but belongs to it.
EXACTLY = re.compile(r"\b(?:exactly|precisely)\s$")
BETWEEN = re.compile(r"\b(?:in\s+)?between\s+$")
FROM = re.compile(r"\bfrom\s+$")
MOVED = re.compile(
    r"\b(?:ro[sd]e|risen|rises|rising|fell|fallen|falls|falling|grew|grown|grows|growing|"
    r"jump(?:ed|s|ing)|climb(?:ed|s|ing)|dropp(?:ed|ing)|drops|increas(?:ed|es|ing)|"
    r"rais(?:ed|es|ing)|"
    r"reduc(?:ed|es|ing)|cut|revis(?:ed|es|ing)|lower(?:ed|s|ing)|declin(?:ed|es|ing)|"
    r"chang(?:ed|es|ing)|shrank|up|down|soar(?:ed|s|ing)|surg(?:ed|es|ing)|went|gone|"
    r"expand(?:ed|s|ing)|slash(?:ed|es|ing)|slipp(?:ed|ing))\b[^.;]{0,40}$"
)
HEDGE_AFTER = re.compile(
    r"(?P<plus>\+(?![\w])|-?\s?plus\b(?!\s+(?:[0-9]|an?\b))|-odd\b|-ish\b)"
    rf"|\s+(?P<phrase>{any_of(phrase for phrase in AFTER if phrase != 'plus')})"
    r"(?![\w])(?!\s+(?:[0-9]|one\b|two\b|three\b))"
    r"|\s+(?!and\b|or\b|with\b|including\b|as\b)[a-z]+\s+(?P<late>at\s+least)(?![\w])"
    rf"(?!\s+(?:[0-9]|{any_of(UNITS)}\b))"
)
MORE_BEFORE = re.compile(r"\b(?:another|a\s+further|further|additional|the\s+other)\s+$")
MORE_AFTER = re.compile(
    r"\s+(?:others?\b|more\b(?!\s+than)|additional\b|further\b|extra\b|else\b)"
)
HAPPENED = re.compile(
    r"[^.;:!?]{0,60}?\b(?:killed|died|dead|die|dies|injured|wounded|hurt|missing|"
    r"captured|arrested|detained|displaced|deaths|injuries|fatalities|casualties)\b"
)
DID = re.compile(
    r"\b(?:kill(?:ed|s|ing)|claimed|claiming|left|leaving|wound(?:ed|ing)|"
    r"injur(?:ed|ing))\s+$"
)
