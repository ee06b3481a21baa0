"""Which words of a German sentence are attributed to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.extraction.attributions import Attribution
from claims.extraction.lexicon.frames import Language
from claims.extraction.lexicon.german import (
    ALWAYS,
    BEFORE_ACCOUNTS,
    GENITIVES,
    PARTICLES,
    is_account,
    is_reported_mood,
)
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

_CORE = re.compile(r"(?:[Dxd#]*[PQ][P#'MQ]*(?:\([^()]{1,30}\))?|D#|H)")
_MORE = re.compile(r"[DI]D?[xd]*P[P'M]*(?:\([^()]{1,30}\))?")
_LEADING = re.compile(
    r"(?:[Dxd#]*[PQ][P#'MQ]*(?:\([^()]{1,30}\))?|D#|H)(?:[DI]D?[xd]*P[P'M]*(?:\([^()]{1,30}\))?)*$"
)
_AFTER_AUXILIARY = re.compile("[Q,]A(?P<who>[Dxd#]*P[P#'M]*|H)[^Q,;:.]{0,14}?V")
# As in "Wie (aus) … mitteilte, ist …".
_AS = re.compile("(?P<as>SI?)(?=[DPxHQ]).*?[VvnGx],(?=[AVvnGxd])")
# What stands behind a speaker whose words are still to come.
_BEFORE_OWN_WORDS = re.compile("[^,:Q]*(?:,t|:)")
_ASIDE = re.compile(r"\([^()]{1,30}\)")
# "…, die Aufklärung voranzutreiben", "…, sofort die Polizei zu rufen".
_INFINITIVE = re.compile(
    r"(?:ab|an|auf|aus|bei|durch|ein|fest|her|hin|[a-z]*aus|los|mit|"
    r"nach|um|unter|vor|voran|weg|weiter|wieder|zurück|zusammen)zu[a-zäöüß]+e?n"
)
_SHORTEST = 3  # items of words that are reported
_NEAR = 25  # items between a verb and its colon
_PLAIN = ("sag", "erklär", "mein", "beton", "teil", "berichte", "behaupt", "versicher")


def attributions_in_german(sentence: Sentence, language: Language) -> list[Attribution]:
    """Return what a German sentence attributes, in its order."""
    found = list(_accounts(sentence)) + list(_as_reported(sentence, language))
    for one in _reports(sentence, language):
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
            one = _so(sentence, at)
        if one is not None:
            yield one


def _with_auxiliary(sentence: Sentence) -> Iterator[Attribution]:
    """Yield '„…“, hatte die Sprecherin am Montag erklärt'."""
    for match in _AFTER_AUXILIARY.finditer(sentence.shape):
        start, end = _words_before(sentence, match.start() + 1)
        if sentence.shape[start] == "S" and "Q" not in sentence.shape[start:end]:
            continue
        if end - start >= _SHORTEST or "Q" in sentence.shape[start:end]:
            cue = (match.end() - 1, match.end())
            pieces = ((start, end),)
            rule = "words, then verb"
            yield Attribution(sentence, pieces, cue, match.span("who"), rule)


def reported_on(
    read: Sequence[tuple[Sentence, list[Attribution]]],
) -> Iterator[Attribution]:
    """Yield the sentences that go on with a report, told by their mood.

    "Die Brücke sei sicher." after "…, sagte die Sprecherin."
    """
    last: Attribution | None = None
    for sentence, found in read:
        if last is not None and sentence.paragraph != last.sentence.paragraph:
            last = None
        if found:
            last = found[-1].origin
        elif last is not None and not sentence.quoted and _is_reported(sentence):
            pieces = ((0, _end(sentence.shape, 0)),)
            yield Attribution(sentence, pieces, None, None, "reported mood", last)


def _phrase(sentence: Sentence, at: int) -> Items | None:
    """Return the noun phrase that starts at an item, genitives included."""
    core = _CORE.match(sentence.shape, at)
    if core is None:
        return None
    end = core.end()
    while end < len(sentence.words) and sentence.lower(end) in GENITIVES:
        more = _MORE.match(sentence.shape, end)
        if more is None:
            break
        end = more.end()
    return at, end


def _is_reported(sentence: Sentence) -> bool:
    return any(is_reported_mood(word) for word in sentence.words)


def _accounts(sentence: Sentence) -> Iterator[Attribution]:
    """Yield what is said "laut Polizei", "nach Angaben der Behörde", "ihm zufolge"."""
    for at in range(len(sentence.shape)):
        span = _account(sentence, at)
        if span is None:
            continue
        start, end = span
        opens = sentence.shape[start] == "I"
        subject = (start + 1, end) if opens else (start, end)
        pieces = _around(sentence, start, end)
        if pieces:
            yield Attribution(sentence, pieces, (at, at + 1), subject, "account")


def _as_reported(sentence: Sentence, language: Language) -> Iterator[Attribution]:
    """Read "Wie Ilse Brandt, die Leiterin des Amtes, mitteilte, ist die Brücke sicher"."""
    match = _AS.match(sentence.shape)
    if match is None:
        return
    comma = match.end() - 1
    last = comma - 1
    cued = [
        at for at in range(max(2, last - 2), comma) if sentence.lower(at) in language.cues
    ]
    subject = _phrase(sentence, match.end("as"))
    start, end = comma + 1, _end(sentence.shape, comma + 1)
    if cued and subject is not None and subject[1] <= cued[0] and end - start >= _SHORTEST:
        pieces = ((start, end),)
        yield Attribution(sentence, pieces, (cued[0], comma), subject, "as reported")


def _account(sentence: Sentence, at: int) -> Items | None:
    word = sentence.lower(at)
    if word == "zufolge":
        first = _LEADING.search(sentence.shape[:at])
        return (first.start(), at) if first else None
    if word not in ALWAYS and word not in BEFORE_ACCOUNTS:
        return None
    phrase = _phrase(sentence, at + 1)
    if phrase is None:
        return None
    if word in BEFORE_ACCOUNTS and not any(
        is_account(each) for each in sentence.words[slice(*phrase)]
    ):
        return None
    return at, phrase[1]


def _around(sentence: Sentence, start: int, end: int) -> tuple[Items, ...]:
    """Return the words before and after a phrase that stands in a sentence."""
    shape = sentence.shape
    if end < len(shape) and sentence.lower(end) == "zufolge":
        end += 1
    while end < len(shape) and shape[end] in ",~":
        end += 1
    stop = _end(shape, end)
    pieces = []
    if start > 1:
        pieces.append((0, start))
    if stop - end > 0:
        pieces.append((end, stop))
    return tuple(pieces)


def _of_verb(sentence: Sentence, at: int) -> Attribution | None:
    shape = sentence.shape
    follows = shape[at - 1 : at] in {"Q", ","} or shape[max(0, at - 2) : at] == "Q,"
    if follows and _phrase(sentence, at + 1):
        found = _after_words(sentence, at)
        if found is not None:
            return found
    if not _has_particle(sentence, at):
        return None
    subject = _aside(sentence, at) if shape[at - 1 : at] == "," else _subject(sentence, at)
    if subject is None:
        return None
    words = _words_after(sentence, at, max(at + 1, subject[1]))
    if words is None:
        return None
    rule = "speaker, then words"
    return Attribution(sentence, (words,), (at, at + 1), subject, rule)


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
    phrase = _phrase(sentence, 0)
    if phrase is None or sentence.shape[phrase[1] : phrase[1] + 1] != ",":
        return None
    return phrase if phrase[1] < at - 1 else None


def _words_before(sentence: Sentence, end: int) -> Items:
    while end > 0 and sentence.shape[end - 1] in ",-":
        end -= 1
    start = 0
    if end and sentence.shape[end - 1] == "Q":
        start = _quotation_start(sentence.shape, end)
    return start, end


def _after_words(sentence: Sentence, at: int) -> Attribution | None:
    """Read '„…“, sagte die Sprecherin' and "…, sagte die Sprecherin"."""
    phrase = _phrase(sentence, at + 1)
    start, end = _words_before(sentence, at)
    words = sentence.shape[start:end]
    if phrase is None or ("Q" not in words and not re.search("[AVd]", words)):
        return None
    if words[:1] in "SI" and "," not in words and "Q" not in words:
        return None
    if "Q" not in words and _BEFORE_OWN_WORDS.match(sentence.shape, phrase[1]):
        return None
    rule = "words, then verb"
    pieces = ((start, end),)
    return Attribution(sentence, pieces, (at, at + 1), phrase, rule)


def _so(sentence: Sentence, at: int) -> Attribution | None:
    """Read "Die Brücke sei, so die Sprecherin, gesperrt"."""
    if at == 0 or sentence.shape[at - 1] not in ",Q-":
        return None
    phrase = _phrase(sentence, at + 1)
    if phrase is None:
        return None
    first, end = _words_before(sentence, at)
    rest = phrase[1] + 1
    stop = _end(sentence.shape, rest)
    pieces = [(first, end)] if end > first else []
    if sentence.shape[phrase[1] : rest] == "," and stop - rest >= _SHORTEST:
        pieces.append((rest, stop))
    if not pieces:
        return None
    return Attribution(sentence, tuple(pieces), (at, at + 1), phrase, "so")


def _quotation_start(shape: str, end: int) -> int:
    colon = shape.rfind(":", 0, end)
    return colon + 1 if colon >= 0 else (end - 1 if set(shape[:end]) <= set("Q,") else 0)


def _subject(sentence: Sentence, at: int) -> Items | None:
    """Return the subject: before the verb in first place, else right behind it."""
    shape = sentence.shape
    if at and sentence.words[0] == "Wie":
        return _phrase(sentence, 1)
    outside = _ASIDE.sub(lambda match: "P" * len(match[0]), shape)
    start = max(outside.rfind(mark, 0, at) for mark in ",:;-") + 1
    auxiliary = shape.find("A", start, at)
    stop = auxiliary if auxiliary > start else at
    if _LEADING.match(shape[start:stop]):
        return _phrase(sentence, start)
    behind = _phrase(sentence, stop + 1)
    if behind is not None:
        return behind
    last = _LEADING.search(shape[start:stop])
    return (start + last.start(), stop) if last else None


def _words_after(sentence: Sentence, verb: int, at: int) -> Items | None:
    """Return what follows "sagte (am Montag)": after a colon, a comma, "dass", "als"."""
    shape = sentence.shape
    colon = shape.find(":", at, at + _NEAR)
    if colon >= 0 and colon + 1 < len(shape):
        return colon + 1, _end(shape, colon + 1)
    comma = shape.find(",", at, at + _NEAR)
    quotation = shape.find("Q", at, at + _NEAR)
    if shape[quotation + 1 : quotation + 3] == ",t" and shape[quotation - 1] == "D":
        quotation = -1  # sagte der „Berliner Zeitung“, dass …
    if quotation >= 0 and (comma < 0 or quotation < comma):
        return quotation, quotation + 1
    return _after_comma(sentence, verb, at, comma) if comma >= 0 else None


def _after_comma(sentence: Sentence, verb: int, at: int, comma: int) -> Items | None:
    start, end = comma + 1, _end(sentence.shape, comma + 1)
    if end - start < _SHORTEST:
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


def _end(shape: str, start: int) -> int:
    end = len(shape)
    while end > start and shape[end - 1] in ".!?,;:-~":
        end -= 1
    return end
