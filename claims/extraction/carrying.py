"""What each kind of reporting verb carries: a clause, a quotation, a number, a name."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.extraction.clauses import end_of, past_adjuncts, time_end
from claims.extraction.lexicon.frames import Frame
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items
from claims.extraction.verbs import Verb

# A clause: its subject, then a verb before anything subordinate.
_CLAUSE = re.compile(
    "[CSR,]{0,2}(?:[HhS]|[^SWtQ,;:AbFVvh]{1,14}?(?:[AbFVvh]|(?<=[xPnH])d(?=[DPIHxR#i.,])))"
    "|[^SWt,;:]{1,8}Q"
)
_ADDRESSEE = re.compile("D?[Pxn#M']+(?:I[DPxn#']+)*")
# What is counted right behind whom one told: "told Reuters (about, at least) 20 people".
_TOLL = re.compile("(?<=[Pxn])(?:Ix?)?#(?=[xAbFV])")
_ADJUNCTS = "(?:[TM#~R]|I[DPxndgRM#'TQo]*[Pxndg#'TQo])*"
_THAT = re.compile(
    "[R,]{0,3}t|(?:[TMR#~]|I|D?x?[TM])[^AbFVvHhQ;:SCgG]{0,20}?,?(?<!I)t|"
    + _ADJUNCTS
    + ",?(?<!I)t"
)
_TOLD_THAT = re.compile("[^AbFVvHhQ;:G]{0,25}?(?<!I)t")
_COLON = re.compile("[^:Q;VvGWt]{0,25}[:,]Q")
_OTHER_VERB = re.compile("C(?=R?[dFV])")
_NAMED_QUOTATION = re.compile("[^Q,]{0,14}Q")
_URGED = re.compile("(?:o|D?[Pxn#gdM']+(?:I[DPxn#']+)*)[TR]*(?P<words>X?i)")
_NUMBERED = re.compile("[DPxn#HIR]")
_TOPIC = re.compile("I[^Q,;:VAbF]{0,5}Q")
_LIVES = frozenset(["life", "lives"])  # what a flood claims
# Verbs of other things as well: a number has to stand right behind them, or a toll.
_ALSO_OTHERWISE = frozenset(
    ["report", "record", "register", "list", "give", "find", "cite"]
)
_RECORDS = frozenset(["report", "record", "register"])
_TOLLS = frozenset(
    ["number", "toll", "count", "total", "figure", "dead", "injured", "wounded", "rate"]
)
_PLACED = frozenset(["put", "place", "make", "bring"])  # these want "at" or "it"
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
    eighty ninety hundred thousand million billion dozens hundreds thousands scores
    several""".split()
)
_STARTS = "DHhPxnQ#gtSMWIRi'vpdC"
_REPORTS = (Frame.SAY, Frame.STATE, Frame.THAT, Frame.TELL, Frame.VOW)


def carried(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Return the words that follow a reporting verb, or None if none do.

    ``stops`` are the items of the sentence's reporting verbs.
    """
    shape, start = sentence.shape, verb.at + 1
    if verb.cue.lemma == "point" and sentence.lower(min(start, len(shape) - 1)) == "out":
        start += 1
    if verb.cue.lemma == "claim" and _LIVES & set(sentence.words[start : start + 6]):
        return None
    colon = _COLON.match(shape, start)
    if colon:
        return colon.end() - 1, end_of(sentence, colon.end() - 1, stops)
    that = (_TOLD_THAT if verb.cue.takes(Frame.TELL) else _THAT).match(shape, start)
    if that and verb.cue.takes(*_REPORTS) and not _is_day(sentence, that.end() - 1):
        return that.end() - 1, end_of(sentence, that.end() - 1, stops)
    for frame, read in _READERS.items():
        if verb.cue.takes(frame):
            words = read(sentence, verb, stops)
            if words is not None:
                return words
    return None


def _is_day(sentence: Sentence, that: int) -> bool:
    """Say whether "that" opens "that same day"."""
    return time_end(sentence, that) > that


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
    addressed = past_addressee(shape, verb.at + 1)
    start = _words_start(shape, past_adjuncts(sentence, addressed), verb)
    if start is None or addressed == verb.at + 1:
        return None
    end = end_of(sentence, start, stops)
    return (start, end) if shape[start] == "Q" or end - start > 2 else None


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
    elif not (
        _follows_what(shape, verb)
        or _likens(sentence, verb, start)
        or _NAMED_QUOTATION.match(shape, start)
    ):
        return None
    if start >= len(shape) or shape[start] not in "DPxQdgRit":
        return None
    end = end_of(sentence, start, stops)
    other = _OTHER_VERB.search(shape, start, end)
    return start, other.start() if other else end


def _likens(sentence: Sentence, verb: Verb, start: int) -> bool:
    """Say whether a verb compares one thing to another."""
    if verb.cue.lemma not in {"liken", "compare"}:
        return False
    return any(
        sentence.lower(at) in {"to", "with"}
        for at in range(start, min(start + 8, len(sentence.words)))
    )


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
    if end - start < 2 or not _gives_number(sentence, verb, start, end):
        return None
    return start, end


def _gives_number(sentence: Sentence, verb: Verb, start: int, end: int) -> bool:
    """Say whether the words are a count, as far as the verb leaves it open."""
    number = _first_number(sentence, start, end)
    if number is None:
        return False
    lemma = verb.cue.lemma
    said = {word.lower() for word in sentence.words[start:end]}
    if lemma in _PLACED:
        return _places(sentence, start, end)
    near = lemma in _RECORDS and number - start <= 1
    return lemma not in _ALSO_OTHERWISE or near or bool(said & _TOLLS)


def _first_number(sentence: Sentence, start: int, end: int) -> int | None:
    numbers = (at for at in range(start, min(end, start + 10)) if _is_number(sentence, at))
    return next(numbers, None)


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
    end = end_of(sentence, start, stops)
    return (start + 1, end) if end > start + 1 else None


def _asked(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    start = past_addressee(sentence.shape, verb.at + 1)
    if sentence.shape[start : start + 1] == "Q":
        return start, end_of(sentence, start, stops)
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
    return start + 1, end_of(sentence, start, stops)


def past_addressee(shape: str, at: int) -> int:
    """Return the item after "them", "the newspaper", "reporters in Bergen"."""
    if at < len(shape) and shape[at] in "oH":
        return at + 1
    match = _ADDRESSEE.match(shape, at)
    if match is None:
        return at
    toll = _TOLL.search(shape, at + 1, match.end() + 1)
    return toll.start() if toll else match.end()


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
