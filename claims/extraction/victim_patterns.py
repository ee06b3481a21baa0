"""Where a text tells of one person, and of what was done to one person."""

from __future__ import annotations

import re

from claims.extraction.lexicon import english_victims as words

_CAPITAL = r"\b[A-Z][\w’'-]{1,30}"
_MIDDLE = rf"(?:[A-Z]\.|[\"“(][^\"”)\n]{{1,20}}[\"”)]|{_CAPITAL})"
# A full name, which makes its last word known as a person's.
FULL_NAME = re.compile(
    rf"(?P<title>{words.TITLES})?(?P<first>{_CAPITAL})(?: {_MIDDLE}){{0,2}} "
    r"(?P<last>[A-Z][a-z][\w’-]*)(?P<age>,? (?:an? )?\(?[0-9]{1,2}\b)?"
)
# A name that is said to be the killer's.
ATTACKER_NAME = re.compile(
    rf"\b(?:[Ss]uspect(?:ed)?|[Gg]unman|[Ss]hooter|[Aa]ttacker|[Aa]ssailant)(?: \w+)?"
    r"(?:,| (?:has been|was|is|been|identified|as|later|by|police|named)){0,6}"
    rf" (?:[0-9-]+-year-old )?(?P<name>{_CAPITAL}(?: (?:[A-Z]\.|{_CAPITAL})){{1,3}})"
    rf"|(?P<before>{_CAPITAL})(?:, [0-9]{{1,2}})?,? (?:is |was )?(?:the|a) "
    r"(?:\w+ )?(?:suspect|gunman|shooter)\b"
)
# One person: described, "he" or "she", named, or as in a headline.
PERSON = re.compile(
    r"\b(?P<which>[Aa]nother|[Tt]he other|(?:[Aa]|[Tt]he|[Hh]is|[Hh]er) (?:second|third|"
    r"fourth|fifth|sixth)|[Aa]n?|[Oo]ne|[Tt]he|[Hh]is|[Hh]er|[Tt]heir) "
    r"(?:(?!(?:and|or|of|in|who|was|were|to|that|by|with|for|at|on|an?|the|his|her|their|"
    r"left|found|killed)\b)[\w’'-]+,? ){0,4}?"
    rf"(?P<head>{words.SINGLE}|[0-9]{{1,3}}-year-old(?! (?:[a-z-]+ ){{0,2}}{words.SINGLE}))"
    rf"\b(?!-|[’']s)"
    rf"(?:,? (?:[0-9]{{1,3}}-year-old )?(?P<apposed>{_CAPITAL}(?: {_MIDDLE}){{1,3}}))?"
    r"|\b(?P<other>[Aa]nother|[Tt]he other)(?=\s(?:$|(?:was|is|had|has|died)\b))"
    r"|\b(?P<who>[Hh]e|[Ss]he)\b"
    rf"|(?:{words.TITLES})?(?P<name>(?!(?:The|A|An|His|Her|Another|One|Their)\b){_CAPITAL}"
    rf"(?: (?![JS]r\b){_MIDDLE}){{0,3}})(?:,? [JS]r\.)?"
    r"(?P<aged>,? (?:age )?\(?[0-9]{1,3}\b(?=[,.)]| years))?"
    r"|\b(?P<bare>man|woman|boy|girl|teen|teenager|gunman|suspect|officer|deputy|shooter|"
    r"wife|husband|girlfriend|boyfriend)\b"
)
_BE = r"(?:was|is|were|being|been|be|got|are|lay|lies|remained|remains|remain)"
_ADVERBS = (
    r"(?:(?:also|later|then|both|reportedly|found|pronounced|declared|apparently|"
    r"accidentally|critically|seriously|severely|slightly|badly|allegedly|shot|fatally|"
    r"being|now|confirmed|presumed|still|first|himself|herself|lying|discovered|among|the|"
    r"believed|to|have|been|mortally|subsequently|ultimately|and|only)\s){0,4}"
)
_HAVE = r"(?:(?:has|have|had|may|might|reportedly|later|also|then|who|apparently)\s){0,3}"
# What was done to somebody, or what somebody did to somebody.
HARM = re.compile(
    rf"\b(?:{_HAVE}(?:{_BE}\s{_ADVERBS}(?:(?P<killed>{words.KILLED})|{words.HURT})"
    rf"|(?P<died>{words.DIED})"
    r"|(?:suffered|suffering|sustained|has|with|receiv(?:ed|ing))\s(?:[\w-]+\s){0,4}?"
    r"(?:wounds?|injur(?:y|ies)|burns)"
    r"|(?:is|are|was|were|remains?|remained|listed)\s(?:\w+\s)?in\s(?:an?\s)?(?:[\w-]+\s){1,4}?"
    r"condition"
    r"|(?:is|are|was|were|remains?|remained)\s(?:\w+\s)?in\s(?:the\s|a\s)?hospital"
    r"|(?:is|are|was|were)\s(?:not\s)?expected\sto\s(?:survive|recover|live)"
    rf")|(?:fatally\s|then\s|later\s){{0,2}}(?P<self>{words.SELF})|(?P<pair>murder-suicide)"
    r"|(?P<first>(?:Killed|Dead|Wounded|Injured|[Tt]he (?:dead|injured|wounded))\s"
    r"(?:were|was|are|is)(?=:?\s[A-Z]))"
    r"|(?P<as>(?:identified|identifies|named)\s(?:[\w’'-]+\s){0,8}?as(?=:?\s))"
    r"|(?P<left>(?:dead|wounded|injured|hurt)(?!\s(?:a|an|the|[0-9]+|two|three)\b))"
    rf"|(?P<killing>{words.KILLING})|(?P<hurting>{words.HURTING}))\b"
)
# Between a person and what was done: an age, an apposition, a place.
APPOSED = re.compile(
    r"(?:,? (?:an? )?\(?[0-9]{1,2}\)?(?:,|\b)?)?(?:[,(][^,.;:()\n]{1,70}[,)])?"
    r"(?: (?:of|from|in|inside|at|near|on|named|identified as|accused of|suspected of|"
    r"found|believed|whose|outside|behind|lying|suffering|bleeding|who)\b[^,.;:\n]{1,60})?"
    r",?\s*"
)
BEFORE_ANOTHER = re.compile(
    r"(?: years old)?(?:,? (?:of|from) [^,.;\n]{1,40})?(?:, (?!and\b)[^,.;\n]{1,30},?)??"
    r"(?:[,;]? and |[,;] )"
)
AGE = re.compile(r"([0-9]{1,3})-year-old|\b([0-9]{1,3})\b")
# "They FOUND a man dead", "it LEFT a woman wounded".
LEAVING = re.compile(
    r"\b(?:found|finding|discovered|left|leaving|leaves|leave)\s(?:\w+\s)?$"
)
VICTIMS = re.compile(
    r"\b(?:victims?|dead|deceased|killed|slain|wounded|injured|couple|pair|men|women|girls|"
    r"boys|teens|teenagers|officers|deputies|students|brothers|sisters)\b"
)
THEY = re.compile(r"\b(?:they|both|the two|the three|the pair)\b")
DEATH = re.compile(
    r"\b(?:dead|deceased|killed|slain|died|homicides?|murders?|bodies|death)\b"
)
JOINED = re.compile(
    r"(?:,? (?:of|from) [^,.;\n]{1,40})?(?:,? (?:an? )?\(?[0-9]{1,2}\)?,?)?"
    r"(?:[,;]| and|[,;] and) (?:[0-9]{1,3}-year-old )?"
)
BEHIND_ACT = re.compile(
    r"\s(?:(?:also|then|a further|at least|dead|and killed|in the \w+)\s){0,2}"
)
# "A man shot IN ...": nobody stands behind the verb.
NOBODY_BEHIND = re.compile(
    r"\s(?:in|at|on|by|near|outside|during|multiple|several|dead|and|inside|while|after|"
    r"for|[0-9]+ (?:minutes|hours|days))\b|[,.]"
)
DID_IT = re.compile(
    r"\s(?:who|that)\s(?:(?:had|has|allegedly|then)\s)?(?:shot|killed|stabbed|attacked|fired|"
    r"opened\sfire)\b"
)
ALSO = re.compile(r"\b(?:also|as well|too)\b")
OF_PLACE = re.compile(r"\b(?:of|from|in|at|near) $")
OF_OWN = re.compile(r"[^.;]{0,40}\s(?:of|from|by|following|after|with)\san?\s(?:\w+\s)?")
# What is told of another year is another story.
ELSEWHEN = re.compile(
    r"\b(?:in|since|until|of|a|the) 20[0-9]{2}\b|\b1[0-9]{3}\b|\byears? (?:ago|earlier)\b|"
    r"\b(?:last|previous|that) year\b|"
    r"\b(?:only|be|was|is|becoming) the (?:second|third|fourth)\b"
)
# A sentence without any of these tells of no harm.
ANY_HARM = re.compile(
    r"killed|killing|kills|shot|shoot|wound|dead|died|dies|death|injur|stab|suicide|"
    r"murder|slain|hurt|hospitali|struck|strik|hit\b|graz|critical|surviv|executed|"
    r"identified as|named as|own life|lost h|gunned|perished|drowned|succumbed|passed away"
)
