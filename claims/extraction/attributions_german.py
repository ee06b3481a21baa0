"""Which words of a German sentence are attributed to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.accounts_german import accounts, as_reported, so, told_as, whereby
from claims.extraction.attributions import Attribution
from claims.extraction.lexicon.frames import Language
from claims.extraction.lexicon.german import (
    PARTICLES,
    is_reported_mood,
)
from claims.extraction.phrases_german import (
    LEADING,
    SHORTEST,
    end_of,
    opening_end,
    phrase_at,
    words_before,
)
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

_AFTER_AUXILIARY = re.compile("[Q,]A(?P<who>[Dxd#]*P[P#'M]*|H)[^Q,;:.]{0,14}?V")
# What stands behind a speaker whose words are still to come.
_BEFORE_OWN_WORDS = re.compile("[^,:Q]*(?:,t|:)")
_ASIDE = re.compile(r"\([^()]{1,30}\)")
# "…, die Aufklärung voranzutreiben", "…, sofort die Polizei zu rufen".
_INFINITIVE = re.compile(
    r"(?:ab|an|auf|aus|bei|durch|ein|fest|her|hin|[a-z]*aus|los|mit|"
    r"nach|um|unter|vor|voran|weg|weiter|wieder|zurück|zusammen)zu[a-zäöüß]+e?n"
)
_ACTING = frozenset(["er", "sie"])
_LED = re.compile("[RCx]+[AV][oH]?")  # "Ähnlich äußerte sich …:"
_VERBAL = re.compile("[AVdH]|(?<=[PT#])x")
_PASSIVE = frozenset(["wird", "werden", "wurde", "wurden", "worden"])
_BY = frozenset(["von", "vom", "durch"])
_NEAR = 25  # items between a verb and its colon
_PLAIN = ("sag", "erklär", "mein", "beton", "teil", "berichte", "behaupt", "versicher")


def attributions_in_german(sentence: Sentence, language: Language) -> list[Attribution]:
    """Return what a German sentence attributes, in its order."""
    found: list[Attribution] = []
    for one in (
        *whereby(sentence),
        *accounts(sentence),
        *as_reported(sentence, language),
        *told_as(sentence, language),
        *_reports(sentence, language),
        *_led_up_to(sentence),
    ):
        if not any(one.overlaps(other) for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _reports(sentence: Sentence, language: Language) -> Iterator[Attribution]:
    yield from _with_auxiliary(sentence)
    for at, letter in enumerate(sentence.shape):
        one = None
        if letter in "VvnG" and sentence.lower(at) in language.cues:
            one = _of_verb(sentence, at)
        elif letter == "R" and sentence.lower(at) == "so":
            one = so(sentence, at)
        if one is not None:
            yield one


def _led_up_to(sentence: Sentence) -> Iterator[Attribution]:
    """Yield the quotation of "Ilse Brandt bekannte sich zur Brücke: „…“"."""
    colon = sentence.shape.find(":Q")
    if colon < SHORTEST:
        return
    subject = _who_leads(sentence, colon)
    if subject is not None or "V" in sentence.shape[:colon]:
        pieces = ((colon + 1, end_of(sentence.shape, colon + 1)),)
        yield Attribution(sentence, pieces, None, subject, "colon")


def _who_leads(sentence: Sentence, colon: int) -> Items | None:
    """Return who acts before a colon: "lehnt er ab:", else who opens the sentence."""
    shape = sentence.shape
    for at in range(colon - 1, 0, -1):
        if shape[at] == "H" and sentence.lower(at) in _ACTING:
            return at, at + 1
    first = phrase_at(sentence, opening_end(shape))
    verb = _LED.match(shape)
    return first or (phrase_at(sentence, verb.end()) if verb else None)


def _with_auxiliary(sentence: Sentence) -> Iterator[Attribution]:
    """Yield '„…“, hatte die Sprecherin am Montag erklärt'."""
    for match in _AFTER_AUXILIARY.finditer(sentence.shape):
        start, end = words_before(sentence, match.start() + 1)
        if sentence.shape[start] == "S" and "Q" not in sentence.shape[start:end]:
            continue
        if end - start >= SHORTEST or "Q" in sentence.shape[start:end]:
            cue = (match.end() - 1, match.end())
            pieces = ((start, end),)
            rule = "words, then verb"
            yield Attribution(sentence, pieces, cue, match.span("who"), rule)


def _of_verb(sentence: Sentence, at: int) -> Attribution | None:
    shape = sentence.shape
    follows = shape[at - 1 : at] in {"Q", ","} or shape[max(0, at - 2) : at] == "Q,"
    found = _after_words(sentence, at) if follows else None
    if found is not None or not _has_particle(sentence, at):
        return found
    if _is_passive(sentence, at):
        return _demanded(sentence, at)
    subject = _aside(sentence, at) if shape[at - 1 : at] == "," else _subject(sentence, at)
    words = _words_after(sentence, at, max(at + 1, subject[1])) if subject else None
    if words is None:
        return None
    rule = "speaker, then words"
    return Attribution(sentence, (words,), (at, at + 1), subject, rule)


def _is_passive(sentence: Sentence, at: int) -> bool:
    """Say whether others report: "wurde gefordert", "gefordert wird"; not "zitiert"."""
    if sentence.lower(at) == "zitiert" or "ge" not in sentence.lower(at)[:6]:
        return False
    start = max(sentence.shape.rfind(mark, 0, at) for mark in ",:;") + 1
    around = sentence.words[start:at] + sentence.words[at + 1 : at + 2]
    return any(word in _PASSIVE for word in around)


def _demanded(sentence: Sentence, at: int) -> Attribution | None:
    """Read "von der Stadt wird gefordert, dass …", "den Fahrern wurde geraten, …"."""
    words = _words_after(sentence, at, at + 1)
    if words is None:
        return None
    by = next((item for item in range(at) if sentence.lower(item) in _BY), None)
    subject = None if by is None else phrase_at(sentence, by + (sentence.shape[by] == "I"))
    return Attribution(sentence, (words,), (at, at + 1), subject, "passive")


def _has_particle(sentence: Sentence, at: int) -> bool:
    """Say whether a verb such as "gab" has what makes it report: "gab bekannt"."""
    verb = sentence.lower(at)
    needed = next(
        (words for stem, words in PARTICLES.items() if verb.startswith(stem)), None
    )
    if needed is None:
        return True
    near = range(at + 1, min(at + _NEAR, len(sentence.words)))
    return any(
        sentence.words[item] == ":" or sentence.lower(item) in needed for item in near
    )


def _aside(sentence: Sentence, at: int) -> Items | None:
    """Return the subject of "Ilse Brandt, die in Bergen lebt, sagte"."""
    phrase = phrase_at(sentence, opening_end(sentence.shape))
    if phrase is None or sentence.shape[phrase[1] : phrase[1] + 1] != ",":
        return None
    return phrase if phrase[1] < at - 1 else None


def _after_words(sentence: Sentence, at: int) -> Attribution | None:
    """Read '„…“, sagte die Sprecherin' and "…, sagte die Sprecherin"."""
    phrase = phrase_at(sentence, at + 1)
    start, end = words_before(sentence, at)
    words = sentence.shape[start:end]
    if phrase is None or ("Q" not in words and not _VERBAL.search(words)):
        return None
    if words[:1] == "S" and "," not in words and "Q" not in words:
        return None
    if "Q" not in words and _BEFORE_OWN_WORDS.match(sentence.shape, phrase[1]):
        return None
    rule = "words, then verb"
    pieces = ((start, end),)
    return Attribution(sentence, pieces, (at, at + 1), phrase, rule)


def _subject(sentence: Sentence, at: int) -> Items | None:
    """Return the subject: before the verb in first place, else right behind it."""
    shape = sentence.shape
    if at and sentence.words[0] == "Wie":
        return phrase_at(sentence, 1)
    if at and shape[at - 1] == "C":
        return phrase_at(sentence, opening_end(shape))  # "… und erklärte, dass"
    outside = _ASIDE.sub(lambda match: "P" * len(match[0]), shape)
    start = max(outside.rfind(mark, 0, at) for mark in ",:;-") + 1
    auxiliary = shape.find("A", start, at)
    stop = auxiliary if auxiliary > start else at
    if LEADING.match(shape[start:stop]):
        return phrase_at(sentence, start)
    behind = phrase_at(sentence, stop + 1)
    if behind is not None:
        return behind
    last = LEADING.search(shape[start:stop])
    return (start + last.start(), stop) if last else None


def _words_after(sentence: Sentence, verb: int, at: int) -> Items | None:
    """Return what follows "sagte (am Montag)": after a colon, a comma, "dass", "als"."""
    shape = sentence.shape
    colon = shape.find(":", at, at + _NEAR)
    if colon >= 0 and colon + 1 < len(shape):
        return colon + 1, end_of(shape, colon + 1)
    comma = shape.find(",", at, at + _NEAR)
    quotation = shape.find("Q", at, at + _NEAR)
    if shape[quotation + 1 : quotation + 3] == ",t" and shape[quotation - 1] == "D":
        quotation = -1  # sagte der „Berliner Zeitung“, dass …
    if quotation >= 0 and (comma < 0 or quotation < comma):
        return quotation, quotation + 1
    return _after_comma(sentence, verb, at, comma) if comma >= 0 else None


def _after_comma(sentence: Sentence, verb: int, at: int, comma: int) -> Items | None:
    start, end = comma + 1, end_of(sentence.shape, comma + 1)
    if end - start < SHORTEST and "Q" not in sentence.shape[start:end]:
        return None
    plain = sentence.lower(verb).startswith(_PLAIN)
    direct = plain and not re.search("[AVH]", sentence.shape[at:comma])
    return (start, end) if direct or _is_clause(sentence, start, end) else None


def _is_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a comma leads to reported words: "dass", the reported mood."""
    if sentence.shape[start] in "tQ":
        return True
    if any(is_reported_mood(sentence.words[at]) for at in range(start, end)):
        return True
    return any(_is_infinitive(sentence, at) for at in range(start, end))


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    if sentence.shape[at + 1 : at + 2] not in ("", ".", ",", ";", "?", "!", "C"):
        return False
    word = sentence.words[at]
    if at and sentence.lower(at - 1) == "zu" and word.islower():
        return word.endswith("n")
    return _INFINITIVE.fullmatch(word) is not None
