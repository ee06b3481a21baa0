"""What each kind of reporting verb carries: a clause, a quotation, a number, a name."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.extraction.clauses import end_of, past_adjuncts, time_end
from claims.extraction.counted import counted
from claims.extraction.lexicon.frames import Frame
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items
from claims.extraction.verbs import Verb

# A clause: its subject, then a verb before anything subordinate.
_CLAUSE = re.compile(
    "[CSR,]{0,2}(?:[HhS]|[^SWtQ,;:AbFVvh]{1,14}?(?:[AbFVvh]|(?<=[xPnH])d(?=[DPIHxR#i.,])))"
    "|[^SWt,;:]{1,8}Q"
)
_ADDRESSEE = re.compile("D?[Pxn#M']+(?:ID?[Pxn#']+)*")
# What is counted right behind whom one told: "told Reuters (about, at least) 20 people".
_TOLL = re.compile("(?<=[Pxn])(?P<about>Ix?)?#(?=[xAbFV])")
_ADJUNCTS = "(?:[TM#~R]|I[DPxndgRM#'TQo]*[Pxndg#'TQo])*"
_THAT = re.compile(
    "[R,]{0,3}t|(?:[TMR#~]|I|D?x?[TM])[^AbFVvHhQ;:SCgG]{0,20}?,?(?<!I)t|"
    + _ADJUNCTS
    + ",?(?<!I)t"
)
_TOLD_THAT = re.compile("[^AbFVvHhQ;:G]{0,25}?(?<!I)t")
_COLON = re.compile("[^:Q;VvGWt]{0,25}[:,]Q")
_OTHER_VERB = re.compile("C(?=R?[dFV])")
_NAMED_QUOTATION = re.compile("[^Q,VAbF]{0,14}Q")
_URGED = re.compile("(?:o|D?[Pxn#gdM']+(?:I[DPxn#']+)*)[TR]*(?P<words>X?i)")
_CHARGED = re.compile("(?:o|D?[PxndM#']+(?:[IC]D?[Pxnd#']+)*?)R?[IS]")
_TOPICS = frozenset(["of", "about", "against", "for"])
_OF_WHAT = re.compile("ID?R?[xPndg#]")
_AS = frozenset(["as"])
_CHARGES = {
    "accuse": frozenset(["of"]),
    "blame": frozenset(["for", "on"]),
    "criticize": frozenset(["for", "over"]),
    "criticise": frozenset(["for", "over"]),
    "fault": frozenset(["for"]),
}
_TOPIC = re.compile("I[^Q,;:VAbF]{0,5}Q")
_LIVES = frozenset(["life", "lives"])  # what a flood claims
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
    if _is_aside(sentence, verb, start):
        return None
    if verb.cue.takes(Frame.STATE) and _CLAUSE.match(sentence.shape, start, end):
        return start, end
    return None


def _is_aside(sentence: Sentence, verb: Verb, start: int) -> bool:
    """Say whether what follows is no statement: "maintained since", "added 0.1"."""
    if verb.cue.lemma == "add" and sentence.shape[start] == "#":
        return True
    return sentence.lower(start) in {"since", "as", "while", "until"}


def _told(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read "told reporters the bridge was shut"."""
    shape = sentence.shape
    addressed = past_addressee(sentence, verb.at + 1)
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
    """Read "urged the two sides (not) to withdraw", "called on them to withdraw"."""
    start = verb.at + 1
    if verb.cue.lemma == "call":
        if start >= len(sentence.words) or sentence.lower(start) not in {"on", "upon"}:
            return None
        start += 1
    to = _URGED.match(sentence.shape, start)
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


def _called_for(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    start = verb.at + 1
    if start >= len(sentence.words) or sentence.lower(start) != "for":
        return None
    end = end_of(sentence, start, stops)
    return (start + 1, end) if end > start + 1 else None


def _asked(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    start = past_addressee(sentence, verb.at + 1)
    if sentence.shape[start : start + 1] == "Q":
        return start, end_of(sentence, start, stops)
    if sentence.shape[start : start + 1] != "S":
        return None
    if sentence.lower(start) in {"when", "while", "as", "after", "before", "because"}:
        return None
    return start, end_of(sentence, start, stops)


def _charged(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read "accused the board of closing it", "described the closure as a mistake"."""
    start = verb.at + 1
    if verb.first and sentence.shape[verb.first - 1] in "Wt":
        return None  # "two of those who have accused them of fraud": no news
    charged = _CHARGED.match(sentence.shape, start)
    if charged is None or sentence.lower(charged.end() - 1) not in _charges(verb):
        return None
    return start, end_of(sentence, start, stops)


def _charges(verb: Verb) -> frozenset[str]:
    return _CHARGES.get(verb.cue.lemma, _AS)


def _spoke_of(sentence: Sentence, verb: Verb, stops: list[int]) -> Items | None:
    """Read 'spoke of a "catastrophe"'."""
    start = verb.at + 1
    if start >= len(sentence.words) or sentence.lower(start) not in _TOPICS:
        return None
    warns = verb.cue.lemma == "warn" and sentence.lower(start) != "for"
    is_warning = warns and _OF_WHAT.match(sentence.shape, start)
    if not _TOPIC.match(sentence.shape, start) and not is_warning:
        return None
    return start + 1, end_of(sentence, start, stops)


def past_addressee(sentence: Sentence, at: int) -> int:
    """Return the item after "them", "the newspaper", "reporters in Bergen"."""
    shape = sentence.shape
    if at < len(shape) and shape[at] in "oH":
        return at + 1
    match = _ADDRESSEE.match(shape, at)
    if match is None:
        return at
    toll = _TOLL.search(shape, at + 1, match.end() + 1)
    if toll is None or (toll["about"] and sentence.lower(toll.start()) == "of"):
        return match.end()  # "a panel of 12 people"
    return toll.start()


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
    Frame.COUNT: counted,
    Frame.CALL: _called_for,
    Frame.CHARGE: _charged,
    Frame.TOPIC: _spoke_of,
}
