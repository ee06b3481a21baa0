"""Reports without a verb: "according to the mayor", "her claim that"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction import clauses, subjects
from claims.extraction.going_by import Report, going_by
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

_OPENING = re.compile("[CR,~]*$")
_CLAIM = re.compile("[PxD][xdR]{0,2}[xnG][ti]")
_OWNER = re.compile("(?:D[xd]{0,2}P*[Px]|P+|x)$")
_NOUNS = frozenset(
    """claim claims allegation allegations accusation accusations assertion assertions
    statement suggestion warning warnings argument contention promise pledge assurance
    announcement insistence admission prediction remark complaint""".split()
)
_PROMISES = frozenset(
    "promise promises pledge pledges vow vows threat threats plea pleas".split()
)
_WHO = frozenset(["his", "her", "their", "its"])
_TO = re.compile("Ii(?=.)")
_AND_NUMBER = re.compile(",?C#")
_AND = re.compile(",C")


def without_verb(sentence: Sentence) -> Iterator[tuple[Report, str]]:
    """Yield the words, the cue and the speaker of each, and the rule that found it."""
    for report in _according_to(sentence):
        yield report, "according to"
    for report in _whose_claim(sentence):
        yield report, "reporting noun"
    yield from going_by(sentence)


def _according_to(sentence: Sentence) -> Iterator[Report]:
    shape = sentence.shape
    taken = 0
    for match in _TO.finditer(shape):
        at = match.start()
        if sentence.lower(at) != "according":
            continue
        subject = subjects.after(sentence, at + 1)
        if subject is None:
            continue
        cue = (at, at + 2)
        for words in _words(sentence, taken, at, subject):
            taken = max(words[1], subject[1])
            yield words, cue, subject


def _words(sentence: Sentence, taken: int, at: int, subject: Items) -> Iterator[Items]:
    shape, end = sentence.shape, subject[1]
    if _OPENING.match(shape[:at]) or shape[at - 1] == "t":
        comma = shape.find(",", end)
        start = comma + 1 if comma >= 0 else end
        stop = clauses.end_of(sentence, start, []) if start < len(shape) else start
        if stop > start:
            yield start, stop
        return
    if shape[end : end + 1] in {",", "-"} and not clauses.has_verb(sentence, taken, at):
        stop = clauses.end_of(sentence, end + 1, [])
        if stop > end + 1 and clauses.is_said(sentence, end + 1, stop):
            yield end + 1, stop
            return
    number = _AND_NUMBER.match(shape, taken, at)
    if number is not None and number.end() == at:
        yield number.end() - 1, at  # "…, and 87,000 according to the police"
        return
    before = clauses.before(sentence, taken, at, None)
    if before is not None:
        yield before
    if _AND.match(shape, end) and clauses.end_of(sentence, end + 2, []) > end + 3:
        yield end + 2, clauses.end_of(sentence, end + 2, [])


def _whose_claim(sentence: Sentence) -> Iterator[Report]:
    """Yield what follows "Brandt's claim that", "their warning that"."""
    shape = sentence.shape
    for match in _CLAIM.finditer(shape):
        that = match.end() - 1
        nouns = _NOUNS if shape[that] == "t" else _PROMISES
        if sentence.lower(that - 1) not in nouns:
            continue
        owner = _owner(sentence, match.start(), that - 1)
        stop = clauses.end_of(sentence, that, [])
        if owner is not None and stop - that > 2:  # "that" and a clause
            yield (that, stop), (that - 1, that), owner


def _owner(sentence: Sentence, first: int, end: int) -> Items | None:
    """Return whose claim it is: "their", "Mayor Brandt's"."""
    for at in range(end - 1, first - 1, -1):
        if sentence.lower(at) in _WHO:
            return at, at + 1
        if sentence.words[at].endswith(("'s", "’s", "s’")):
            match = _OWNER.search(sentence.shape[: at + 1])
            return (match.start() if match else at), at + 1
    return None
