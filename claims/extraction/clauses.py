"""Where the words that a reporting verb carries begin and end in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.extraction.lexicon.frames import Frame
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items
from claims.extraction.verbs import Verb

_ADJUNCT = "TM#~R"
_PLACE = re.compile("I(?:[DPxndgRM#'T]*[Pxndg#'TQo])(?:[IC][DPxndg#M'T]+)*")
_FINITE = re.compile("[AbFVvdnHhQ]")
# A clause: its subject, then a verb before anything subordinate.
_CLAUSE = re.compile(
    "[CSR,]{0,2}(?:[HhS]|[^SWtQ,;:AbFVvh]{1,14}?(?:[AbFVvh]|(?<=[xPnH])d(?=[DPIHxR#i.,])))"
    "|[^SWt,;:]{1,8}Q"
)
_ADDRESSEE = re.compile("D?[Pxn#M']+(?:I[DPxn#']+)*")
_ADJUNCTS = "(?:[TM#~R]|I[DPxndgRM#'TQo]*[Pxndg#'TQo])*"
_THAT = re.compile(_ADJUNCTS + ",?R?,?(?<!I)t")
_TOLD_THAT = re.compile("(?:o|H|D?[Pxn#M'dgR]*)" + _ADJUNCTS + ",?(?<!I)t")
_COLON = re.compile("[^:Q;VvGW]{0,25}[:,]Q")
_NAMED_QUOTATION = re.compile("[^Q,]{0,14}Q")
_SPEAKER = re.compile("[DPHxnRA'C]+$")
_URGED = re.compile("(?:o|D?[Pxn#gdM']+(?:I[DPxn#']+)*)[TR]*(?P<words>X?i)")
_NUMBERED = re.compile("[DPxn#H]")
_TOPIC = re.compile("I[^Q,;:VAbF]{0,5}Q")
_PLACED = frozenset(["put", "place", "make", "bring"])  # these want "at" or "it"
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
    eighty ninety hundred thousand million billion dozens hundreds thousands scores
    several""".split()  # noqa: SIM905 - a list to be read
)
_TIMES = frozenset(
    """day days week weeks weekend month months year years morning afternoon evening night
    hour hours minute minutes moment moments today time""".split()  # noqa: SIM905
)
_THEN = frozenset("later earlier before ago after afterwards afterward previously".split())  # noqa: SIM905
_STARTS = "DHhPxnQ#gtSMWIRi'vpdC"
_REPORTS = (Frame.SAY, Frame.STATE, Frame.THAT, Frame.TELL, Frame.VOW)
_FOLLOW_CLAUSES = (Frame.SAY, Frame.STATE, Frame.THAT, Frame.TELL, Frame.THINK)
_VERB = re.compile("[AbFVvhH]")
_VERBAL = re.compile("[AbFVvhHd]")
_OPENS_NO_CLAUSE = "ISTdgGpi"


def after(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Return the words that follow a reporting verb, or None if none do.

    ``stops`` are the items of the sentence's reporting verbs.
    """
    shape, start = sentence.shape, verb.at + 1
    if verb.cue.lemma == "point" and sentence.lower(min(start, len(shape) - 1)) == "out":
        start += 1
    colon = _COLON.match(shape, start)
    if colon:
        return colon.end() - 1, end_of(sentence, colon.end() - 1, stops)
    that = (_TOLD_THAT if verb.cue.takes(Frame.TELL) else _THAT).match(shape, start)
    if that and verb.cue.takes(*_REPORTS):
        return that.end() - 1, end_of(sentence, that.end() - 1, stops)
    for frame, read in _READERS.items():
        if verb.cue.takes(frame):
            words = read(sentence, verb, stops)
            if words is not None:
                return words
    return None


def _clause(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read "said (on Monday) the bridge was shut" and "said "…""."""
    start = _words_start(sentence.shape, past_adjuncts(sentence, verb.at + 1), verb)
    if start is None:
        return None
    end = end_of(sentence, start, stops)
    if sentence.shape[start] == "Q" or (verb.cue.takes(Frame.SAY) and end - start > 1):
        return start, end
    if verb.cue.takes(Frame.STATE) and _CLAUSE.match(sentence.shape, start, end):
        return start, end
    return None


def _told(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read "told reporters the bridge was shut"."""
    shape = sentence.shape
    addressed = _past_addressee(shape, verb.at + 1)
    start = _words_start(shape, past_adjuncts(sentence, addressed), verb)
    if start is None or addressed == verb.at + 1:
        return None
    end = end_of(sentence, start, stops)
    return (start, end) if shape[start] == "Q" or end - start > 2 else None  # noqa: PLR2004


def _words_start(shape: str, start: int, verb: Verb) -> int | None:
    """Return where words can start behind a verb's adjuncts, past a comma."""
    at = start
    while at < len(shape) and shape[at] in ",:-~":
        at += 1
    if at >= len(shape) or shape[at] not in _STARTS:
        return None
    if at > start and shape[at] not in "Qt" and start == verb.at + 1:
        return None
    return at if at == start or shape[at] in "QtHDPx" else None


def _named(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read "called it a mistake", "described the plan as "reckless""."""
    shape, start = sentence.shape, verb.at + 1
    if start < len(shape) and shape[start] in "oH":
        start += 1
        if start < len(shape) and sentence.lower(start) == "as":
            start += 1
    elif not _follows_what(shape, verb) and not _NAMED_QUOTATION.match(shape, start):
        return None
    if start >= len(shape) or shape[start] not in "DPxQdgRi":
        return None
    return start, end_of(sentence, start, stops)


def _follows_what(shape: str, verb: Verb) -> bool:
    return "S" in shape[max(0, verb.first - 3) : verb.first]


def _vowed(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    start = past_adjuncts(sentence, verb.at + 1)
    if sentence.shape[start : start + 1] != "i":
        return None
    return start, end_of(sentence, start, stops)


def _urged(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read "urged the two sides (not) to withdraw"."""
    to = _URGED.match(sentence.shape, verb.at + 1)
    if to is None:
        return None
    start = to.start("words")
    return start, end_of(sentence, start, stops)


def _ruled_out(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    start = verb.at + 1
    if verb.cue.lemma == "rule":
        if sentence.lower(min(start, len(sentence.words) - 1)) != "out":
            return None
        start += 1
    elif sentence.shape[start : start + 1] != "g":
        return None
    if start >= len(sentence.shape) or sentence.shape[start] not in "DPxg":
        return None
    return start, end_of(sentence, start, stops)


def _counted(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read "counted 300 marchers", "put the dead at more than 70", "made it 12"."""
    shape, start = sentence.shape, verb.at + 1
    if not _NUMBERED.match(shape, start):
        return None
    end = end_of(sentence, start, stops)
    numbered = any(_is_number(sentence, at) for at in range(start, min(end, start + 10)))
    if verb.cue.lemma in _PLACED and not _places(sentence, start, end):
        return None
    return (start, end) if numbered and end - start > 1 else None


def _is_number(sentence: Sentence, at: int) -> bool:
    return sentence.shape[at] == "#" or sentence.lower(at) in _NUMBERS


def _places(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a number is set: "at 12", "it 12", "it down to 12"."""
    if sentence.lower(start) == "it":
        return True
    return any(sentence.lower(at) == "at" for at in range(start, min(end, start + 8)))


def _called_for(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    start = verb.at + 1
    if start >= len(sentence.words) or sentence.lower(start) != "for":
        return None
    return start, end_of(sentence, start, stops)


def _asked(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    start = _past_addressee(sentence.shape, verb.at + 1)
    if sentence.shape[start : start + 1] != "S":
        return None
    if sentence.lower(start) in {"when", "while", "as", "after", "before", "because"}:
        return None
    return start, end_of(sentence, start, stops)


def _spoke_of(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read 'spoke of a "catastrophe"'."""
    start = verb.at + 1
    if not _TOPIC.match(sentence.shape, start):
        return None
    if sentence.lower(start) not in {"of", "about", "against", "for"}:
        return None
    return start, end_of(sentence, start, stops)


def _past_addressee(shape: str, at: int) -> int:
    if at < len(shape) and shape[at] in "oH":
        return at + 1
    match = _ADDRESSEE.match(shape, at)
    return match.end() if match else at


def past_adjuncts(sentence: Sentence, at: int) -> int:
    """Return the item after "Monday", "in an interview with the station" and such."""
    shape = sentence.shape
    while at < len(shape):
        if shape[at] in _ADJUNCT:
            at += 1
            continue
        end = _time_end(sentence, at)
        if end == at and shape[at] == "I":
            match = _PLACE.match(shape, at)
            end = match.end() if match else at
        if end == at:
            return at
        at = end
    return at


def _time_end(sentence: Sentence, at: int) -> int:
    """Return the item after "this week", "the day before", "a few hours later"."""
    if sentence.shape[at] not in "Dx" or sentence.lower(at) in {"each", "every"}:
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
        if comma + 1 < stop <= comma + 8:
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
            following < stop <= following + 6 and shape[stop - 1] in "HPxn"
            for stop in stops
        )
    return False


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
    return (start, end) if _is_clause(shape, start, end, verb) else None


def _is_clause(shape: str, start: int, end: int, verb: Verb | None) -> bool:
    main = start
    while main < end and shape[main] in "CR,":
        main += 1
    if shape[main : main + 1] in _OPENS_NO_CLAUSE:
        comma = shape.find(",", main, end - 2)
        if comma < 0:
            return end - main > 5 and _VERBAL.search(shape, main + 1, end) is not None  # noqa: PLR2004
        main = comma
    if verb is None or verb.cue.takes(Frame.SAY, Frame.TELL):
        return end - main > 2  # noqa: PLR2004 - the shortest clause
    return _FINITE.search(shape, main + 1, end) is not None or end - main > 5  # noqa: PLR2004


def has_verb(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether a stretch has a verb that makes it a clause."""
    return _VERB.search(sentence.shape, first, end) is not None


def is_said(sentence: Sentence, first: int, end: int) -> bool:
    """Say whether a stretch has a quotation or what may be its verb."""
    return re.search("[QAbFVvhHdn]", sentence.shape[first:end]) is not None


def after_comma(sentence: Sentence, at: int) -> int | None:
    """Return where words go on after "…, she said on Monday," or None."""
    shape = sentence.shape
    at = past_adjuncts(sentence, at)
    if at + 1 >= len(shape) or shape[at] not in ",;:":
        return None
    return at + 1


def _past_marks(shape: str, start: int, end: int) -> int:
    while start < end and shape[start] in ",.;:-~)":
        start += 1
    return start


def trimmed(shape: str, start: int, end: int) -> int:
    """Return the end without the marks before it."""
    while end > start and shape[end - 1] in ",;:-.!?~()[]'\"":
        end -= 1
    return end


_READERS: dict[Frame, Callable[[Sentence, Verb, list[int]], Items | None]] = {
    Frame.VOW: _vowed,
    Frame.URGE: _urged,
    Frame.TELL: _told,
    Frame.SAY: _clause,
    Frame.STATE: _clause,
    Frame.THAT: _clause,
    Frame.VOICE: _clause,
    Frame.NAME: _named,
    Frame.RULE: _ruled_out,
    Frame.ASK: _asked,
    Frame.COUNT: _counted,
    Frame.CALL: _called_for,
    Frame.TOPIC: _spoke_of,
}
