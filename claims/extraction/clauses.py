"""Where the words of a report begin and end in a sentence."""

from __future__ import annotations

import re

from claims.extraction.lexicon.frames import Frame
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items
from claims.extraction.verbs import Verb

_ADJUNCT = "TM~R"
_DATED = re.compile("I(?=#M)|#(?=M)|(?<=M)#|(?<=M#)#")  # "4 May", "May 4 2031"
# "in an interview with the station", "on Monday"
_PLACE = re.compile(
    "I(?:[TM]#?(?![Px])|(?:D+I)?D*[PxndgRM#'TQo]+(?:[IC]D*[Pxndg#M'T]+)*)(?:[Vd]I[DPxn#'TM]+)*"
)
_PHASED = re.compile("xI?[TM]")  # "late on Sunday"
_FINITE = re.compile("[AbFVvdnHhQ]")
_SPEAKER = re.compile("[DPHxnRA'C#]+(?:I[DPxn#W]+)?$")
_DATELINE = re.compile(r"P[P,.xM#z]{0,7}(?:\(P{1,2}\))?[:-]")  # "GENEVA (AP) -"
_MAIN_VERB = re.compile(",R?[AbFV]")
_TIMES = frozenset(
    """day days week weeks weekend month months year years morning afternoon evening night
    hour hours minute minutes moment moments today time""".split()
)
_THEN = frozenset(
    ["later", "earlier", "before", "ago", "after", "afterwards", "previously"]
)
_BEFORE_NUMBERS = frozenset(["about", "around", "over", "up", "between", "nearly"])
_AMOUNTS = frozenset(
    """half two three four five six seven eight nine ten twenty dozens hundreds thousands
    several""".split()
)
_FOLLOW_CLAUSES = (Frame.SAY, Frame.STATE, Frame.TELL, Frame.THINK)
_VERB = re.compile("[AbFVvhH]")
_VERBAL = re.compile("[AbFVvhHd]")
_ASIDES = "ISGgdRWC"
_OPENS_NO_CLAUSE = "ISTdgGpi"


def past_adjuncts(sentence: Sentence, at: int) -> int:
    """Return the item after "Monday", "in an interview with the station" and such."""
    shape = sentence.shape
    while at < len(shape) and not _is_count(sentence, at):
        if shape[at] in _ADJUNCT or _is_date(sentence, at):
            at += 1
            continue
        end = time_end(sentence, at)
        if end == at and shape[at] == "I":
            match = _PLACE.match(shape, at)
            end = match.end() if match else at
        if end == at:
            return at
        at = end
    return at


def _is_date(sentence: Sentence, at: int) -> bool:
    """Say whether "on" a date or a part of it is here: not the 7 of "4 May 7 died"."""
    if not _DATED.match(sentence.shape, at):
        return False
    has_day = at > 1 and sentence.shape[at - 2] == "#"
    return not has_day or len(sentence.words[at]) == 4


def _is_count(sentence: Sentence, at: int) -> bool:
    """Say whether "about 40" or "at least 40" begins here, which counts what is said."""
    shape, word = sentence.shape, sentence.lower(at)
    if word == "at" and at + 1 < len(shape):
        return sentence.lower(at + 1) in {"least", "most"} and shape[at + 2 : at + 3] == "#"
    if word not in _BEFORE_NUMBERS or at + 1 >= len(shape):
        return False
    return shape[at + 1] == "#" or sentence.lower(at + 1) in _AMOUNTS


def time_end(sentence: Sentence, at: int) -> int:
    """Return the item after "this week", "the day before", "a few hours later"."""
    if _PHASED.match(sentence.shape, at) and sentence.lower(at) in {"late", "early"}:
        return at + 1  # and "on Sunday" after it
    if sentence.shape[at] not in "Dxt" or sentence.lower(at) in {"each", "every"}:
        return at
    end = min(at + 4, len(sentence.shape))
    for item in range(at, end):
        if sentence.lower(item) in _TIMES:
            item += 1  # noqa: PLW2901 - one past the time
            while item < len(sentence.shape) and sentence.lower(item) in _THEN:
                item += 1  # noqa: PLW2901 - and past "later"
            return item
        if sentence.shape[item] not in "Dxt#R":
            break
    return at


def end_of(sentence: Sentence, start: int, stops: list[int]) -> int:
    """Return the item before which the words that begin at ``start`` end.

    They run to the end of the sentence unless something else begins: a dash that
    stays open, a second report ("…, adding that", "but she said", "according to").
    """
    shape = sentence.shape
    end = trimmed(shape, start, len(shape))
    dash = shape.find("-", start, end)
    if dash > start and shape.find("-", dash + 1, end) < 0:
        end = dash
    for at in range(start + 1, end):
        letter = shape[at]
        if letter in ",;GIC" and _breaks_off(sentence, at, stops):
            end = at
            break
    return trimmed(shape, start, end)


def _breaks_off(sentence: Sentence, at: int, stops: list[int]) -> bool:
    shape = sentence.shape
    letter = shape[at]
    if letter == ",":
        return _other_speaker(shape, at, stops)
    if letter == "G":
        return shape[at - 1] in ",Q" and at in stops
    if letter == "I":
        return sentence.lower(at) == "according"
    return letter == ";" or _second_report(sentence, at, stops)


def _other_speaker(shape: str, comma: int, stops: list[int]) -> bool:
    """Say whether a comma is followed by somebody else's report: ", critics say"."""
    for stop in stops:
        if comma + 1 < stop <= comma + 10:
            return _SPEAKER.match(shape, comma + 1, stop) is not None
    return False


def _second_report(sentence: Sentence, at: int, stops: list[int]) -> bool:
    """Say whether "and", "but" at ``at`` opens another report of the same sentence."""
    shape = sentence.shape
    following = at + 1
    while following < len(shape) and shape[following] in "AbRX":
        following += 1
    if following in stops and shape[following] == "V":
        return True
    if sentence.lower(at) in {"but", "yet"} or shape[at - 1] == ",":
        return any(
            following < stop <= following + 6 and shape[stop - 1] in "HPxnRAb"
            for stop in stops
        )
    return False


def relative(sentence: Sentence, words: Items) -> Items:
    """Return the words of "who said …" up to the verb of the clause around it."""
    main = _MAIN_VERB.search(sentence.shape, *words)
    return (words[0], main.start()) if main and main.start() > words[0] else words


def before(sentence: Sentence, start: int, end: int, verb: Verb | None) -> Items | None:
    """Return the words between ``start`` and ``end`` that come before their report.

    None if they are a mere opening: "In January", "As she left".
    """
    shape = sentence.shape
    start = _past_marks(shape, start, end)
    end = trimmed(shape, start, end)
    if end <= start:
        return None
    if shape[end - 1] == "Q":
        colon = shape.rfind(":", start, end)
        return (colon + 1 if colon > 0 else start), end
    if verb is not None and not verb.cue.takes(*_FOLLOW_CLAUSES):
        return None
    return (start, end) if _is_clause(sentence, start, end, verb) else None


def _is_clause(sentence: Sentence, start: int, end: int, verb: Verb | None) -> bool:
    shape, main = sentence.shape, start
    while main < end and shape[main] in "CR,":
        main += 1
    counts = main < end and sentence.lower(main) in _BEFORE_NUMBERS
    if shape[main : main + 1] in _OPENS_NO_CLAUSE and not counts:
        comma = shape.find(",", main, end - 2)
        if comma < 0 or _VERBAL.search(shape, main + 1, comma):
            return end - main > 5 and _VERBAL.search(shape, main + 1, end) is not None
        main = comma
    if verb is None or verb.cue.takes(Frame.SAY, Frame.TELL):
        return end - main > 2  # the shortest clause
    return _FINITE.search(shape, main + 1, end) is not None or end - main > 3


def has_verb(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether a stretch has a verb that makes it a clause."""
    return _VERB.search(sentence.shape, first, end) is not None


def is_main_clause(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether a stretch is more than a subject and what is said of it in asides.

    "Authorities in Bergen, the second city," has no verb of its own.
    """
    shape = sentence.shape[first:end]
    if "Q" in shape or "," not in shape:
        return True
    parts = [part for part in shape.split(",") if part and part[0] not in _ASIDES]
    return any(_VERBAL.search(part) for part in parts)


def closes(sentence: Sentence, at: int) -> bool:
    """Say whether nothing but adjuncts follows an item in its clause."""
    at = past_adjuncts(sentence, at)
    return at >= len(sentence.shape) or sentence.shape[at] in ".,;:-)!?~\"'"


def is_said(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether a stretch has a quotation or what may be its verb."""
    return re.search("[QAbFVvhHdnX]", sentence.shape[first:end]) is not None


def after_comma(sentence: Sentence, at: int) -> int | None:
    """Return where words go on after "…, she said on Monday," or None."""
    shape = sentence.shape
    at = past_adjuncts(sentence, at)
    if at + 1 >= len(shape) or shape[at] not in ",;:":
        return None
    return at + 1


def _past_marks(shape: str, start: int, end: int) -> int:
    if start == 0:
        dateline = _DATELINE.match(shape, 0, end)
        start = dateline.end() if dateline else 0
    while start < end and shape[start] in ",.;:-~)":
        start += 1
    return start


def trimmed(shape: str, start: int, end: int) -> int:
    """Return the end without the marks before it."""
    while end > start and shape[end - 1] in ",;:-.!?~()[]'\"":
        end -= 1
    return end
