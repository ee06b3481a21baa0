"""German reports without a verb of their own clause: "laut", "so", "wie … mitteilte"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.attributions import Attribution
from claims.extraction.lexicon.frames import Language
from claims.extraction.lexicon.german import (
    ALWAYS,
    BEFORE_ACCOUNTS,
    POSSESSIVES,
    is_account,
)
from claims.extraction.phrases_german import (
    LEADING,
    SHORTEST,
    end_of,
    phrase_at,
    words_before,
)
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

# "Wie (aus) … mitteilte, ist …".
# "…, wie (aus) … am Montag mitteilte".
_TOLD_AS = re.compile("[,~Q-](?P<as>S)(?=[DPxHQI])[^,;:]{2,14}?(?P<cue>[VvnGx])[,.;Q)-]")
_OPENS = re.compile("[RC]*$")
_TO_VERB = re.compile("[DPIx#Q'TMd()]{0,10}(?:,[DPIx#Q'()]{1,12},)?(?=A)")
_THOSE = (["denen"], ["dem"], ["deren"])  # "Pläne, laut denen"
_WHEREBY = re.compile("(?<=P),(?P<cue>S|I[DP])")
_BY_WHICH = (
    ["wonach"],
    ["nach", "denen"],
    ["nach", "der"],
    ["nach", "dem"],
    ["laut", "denen"],
    ["laut", "der"],
    ["laut", "dem"],
)
_SHORT = 2  # items of a clause behind what it goes by
_AND = re.compile("CD?P+(?=[APxD#.,])")
_RELATIVE = re.compile(",(?:[DS]|ID)[HRxo]{0,2}$")  # ", die nach Angaben …"
_AS = re.compile("(?P<as>SI?)(?=[DPxHQ]).*?[VvnGx],(?=[AVvnGxd])")


def accounts(sentence: Sentence) -> Iterator[Attribution]:
    """Yield what is said "laut Polizei", "nach Angaben der Behörde", "ihm zufolge"."""
    for at in range(len(sentence.shape)):
        span = _account(sentence, at)
        if span is None:
            continue
        start, end = span
        opens = sentence.shape[start] == "I"
        subject = (start + 1, end) if opens else (start, end)
        if not opens and sentence.lower(end - 1) == "nach":
            subject = (start, start + 1)  # "ihrer Meinung nach"
        pieces = _of_clause(sentence, start, end) or _around(sentence, start, end)
        if pieces:
            yield Attribution(sentence, pieces, (at, at + 1), subject, "account")


def whereby(sentence: Sentence) -> Iterator[Attribution]:
    """Read "eine Studie, wonach …", "Berichte, nach denen …": the noun speaks."""
    for match in _WHEREBY.finditer(sentence.shape):
        opening, start = match.start("cue"), match.end()
        if [sentence.lower(at) for at in range(opening, start)] not in _BY_WHICH:
            continue
        stop = sentence.shape.find(",", start)
        stop = end_of(sentence.shape, start) if stop < 0 else stop
        subject = LEADING.search(sentence.shape[: match.start()])
        if subject is not None and stop - start >= SHORTEST:
            cue = (opening, start)
            yield Attribution(sentence, ((start, stop),), cue, subject.span(), "account")


def told_as(sentence: Sentence, language: Language) -> Iterator[Attribution]:
    """Read "Die Brücke wird gesperrt, wie der Verband am Montag mitteilte"."""
    for match in _TOLD_AS.finditer(sentence.shape):
        opening, last = match.start("as"), match.start("cue")
        if sentence.lower(opening) != "wie" or sentence.lower(last) not in language.cues:
            continue
        first = opening + 1 + (sentence.shape[opening + 1] == "I")
        subject = phrase_at(sentence, first)
        start, end = words_before(sentence, opening)
        if subject is None or subject[1] > last or end - start < SHORTEST:
            continue
        cue, rule = (last, last + 1), "as reported"
        yield Attribution(sentence, ((start, end),), cue, subject, rule)


def as_reported(sentence: Sentence, language: Language) -> Iterator[Attribution]:
    """Read "Wie Ilse Brandt, die Leiterin des Amtes, mitteilte, ist die Brücke sicher"."""
    match = _AS.match(sentence.shape)
    if match is None:
        return
    comma = match.end() - 1
    last = comma - 1
    cued = [
        at for at in range(max(2, last - 2), comma) if sentence.lower(at) in language.cues
    ]
    subject = phrase_at(sentence, match.end("as"))
    start, end = comma + 1, end_of(sentence.shape, comma + 1)
    if cued and subject is not None and subject[1] <= cued[0] and end - start >= SHORTEST:
        pieces = ((start, end),)
        yield Attribution(sentence, pieces, (cued[0], comma), subject, "as reported")


def _account(sentence: Sentence, at: int) -> Items | None:
    word = sentence.lower(at)
    if word == "zufolge":
        first = LEADING.search(sentence.shape[:at])
        return (first.start(), at) if first else None
    if word == "nach" and _is_own_view(sentence, at):
        return at - 2, at + 1
    phrase = _source(sentence, at) if word in ALWAYS | BEFORE_ACCOUNTS else None
    return (at, _joined(sentence, _past_account(sentence, phrase))) if phrase else None


def _source(sentence: Sentence, at: int) -> Items | None:
    """Return who stands behind "laut", or behind "nach" if it is an account."""
    those = sentence.words[at + 1 : at + 2] in _THOSE
    phrase = (at + 1, at + 2) if those else phrase_at(sentence, at + 1)
    if phrase is None or sentence.lower(at) in ALWAYS:
        return phrase
    told = any(is_account(each) for each in sentence.words[slice(*phrase)])
    return phrase if told else None


def _past_account(sentence: Sentence, phrase: Items) -> int:
    """Return where "laut Polizeiangaben" ends: no noun follows such a word bare."""
    for at in range(*phrase):
        bare = sentence.shape[at + 1 : at + 2] == "P" and at + 1 < phrase[1]
        if bare and is_account(sentence.words[at]):
            return at + 1
    return phrase[1]


def _joined(sentence: Sentence, end: int) -> int:
    """Return where "nach Angaben von AFP" ends, "und Reuters" included."""
    joint = _AND.match(sentence.shape, end) if sentence.shape[end - 1] == "P" else None
    is_and = joint is not None and sentence.lower(end) == "und"
    return joint.end() if joint and is_and else end


def _is_own_view(sentence: Sentence, at: int) -> bool:
    """Say whether "nach" follows "ihrer Meinung"."""
    if at < 2 or not is_account(sentence.words[at - 1]):
        return False
    return sentence.lower(at - 2) in POSSESSIVES


def _of_clause(sentence: Sentence, start: int, end: int) -> tuple[Items, ...]:
    """Return the words of the clause in "die Polizei, die nach Angaben … zu spät kam"."""
    shape = sentence.shape
    relative = _RELATIVE.search(shape[:start])
    if relative is None:
        return ()
    stop = shape.find(",", end)
    stop = end_of(shape, end) if stop < 0 else stop
    if stop - end < _SHORT:
        return ()
    return ((relative.start() + 1, start), (end, stop))


def _around(sentence: Sentence, start: int, end: int) -> tuple[Items, ...]:
    """Return the words before and after a phrase that stands in a sentence."""
    shape = sentence.shape
    if end < len(shape) and sentence.lower(end) == "zufolge":
        end += 1
    end = _past_source(shape, start, end)
    while end < len(shape) and shape[end] in ",~":
        end += 1
    stop = end_of(shape, end)
    first = max(shape.rfind(";", 0, start), shape.rfind(":", 0, start)) + 1
    further = shape.find(";", end)
    stop = min(stop, further) if further >= 0 else stop
    pieces = []
    if start - first > 1:
        pieces.append((first, start))
    if stop - end > 0:
        pieces.append((end, stop))
    return tuple(pieces)


def _past_source(shape: str, start: int, end: int) -> int:
    """Return the item of the verb behind a source that opens a sentence.

    "Nach Angaben der Stadt in Norwegen, Ilse Brandt, ist": the source is longer than
    its first nouns.
    """
    if not _OPENS.match(shape[:start]):
        return end
    verb = _TO_VERB.match(shape, end)
    return verb.end() if verb else end


def so(sentence: Sentence, at: int) -> Attribution | None:
    """Read "Die Brücke sei, so die Sprecherin, gesperrt"."""
    if at == 0 or sentence.shape[at - 1] not in ",Q-":
        return None
    phrase = phrase_at(sentence, at + 1)
    if phrase is None:
        return None
    first, end = words_before(sentence, at)
    rest = phrase[1] + 1
    stop = end_of(sentence.shape, rest)
    pieces = [(first, end)] if end > first else []
    if sentence.shape[phrase[1] : rest] == "," and stop - rest >= SHORTEST:
        pieces.append((rest, stop))
    if not pieces:
        return None
    return Attribution(sentence, tuple(pieces), (at, at + 1), phrase, "so")
