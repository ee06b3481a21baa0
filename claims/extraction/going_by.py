"""Words that go by somebody's count or view: "by her count", "if the unions are right"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction import clauses, subjects
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

Report = tuple[Items, Items, Items]  # the words, the cue, the speaker

_VIEW = re.compile("(?:^|(?<=[,-]))(?P<cue>ID?[xnPdM']*[xnGgv])(?=[,.:;])")
_VIEWS = frozenset(
    """view words opinion reckoning account estimate estimates telling count counts
    figures tally""".split()
)
_WHO = frozenset(["his", "her", "their", "its"])
_COUNT = re.compile("[xnv](?=(?:R?A?R?b)R?(?:Ix?)?D?#)")
_COUNTS = frozenset(["estimate", "estimates", "count", "toll", "tally", "figure"])
_WORDS = _VIEWS | _COUNTS | {"if", "If"}  # without one of these nothing is read
_OWNER = re.compile("(?:D[xd]{0,2}P*[Px]|P+|x)$")
_IF = re.compile("S(?P<who>D?[Px]+)bi[bA]?[bVd]")  # "if the police are to be believed"
_MAY_BE_BELIEVED = re.compile("S(?=D?[Px]+bi|[DxH][xV]I)")
_IF_ONE = re.compile("S[DxH][xV]I")  # "if one goes by the police"


def going_by(sentence: Sentence) -> Iterator[tuple[Report, str]]:
    """Yield the words, the cue and the speaker of each, and the rule that found it."""
    if _WORDS.isdisjoint(sentence.words):
        return
    for report in _by_a_view(sentence):
        yield report, "in whose words"
    for report in _if_believed(sentence):
        yield report, "in whose words"
    for report in _whose_count(sentence):
        yield report, "whose count"


def _by_a_view(sentence: Sentence) -> Iterator[Report]:
    """Yield what is so "in his view", "by the ministry's count", set off by commas."""
    for match in _VIEW.finditer(sentence.shape):
        at, end = match.span("cue")
        if sentence.lower(end - 1) not in _VIEWS:
            continue
        who = _who(sentence, at + 1, end - 1)
        if who is None or sentence.lower(at) not in {"by", "in"}:
            continue
        for words in _around(sentence, at, end):
            yield words, (at, end), who


def _who(sentence: Sentence, first: int, end: int) -> Items | None:
    """Return whose view it is: "his", "the ministry's", "police"."""
    if end <= first:
        return None
    if sentence.lower(first) in _WHO:
        return first, first + 1
    is_owner = sentence.words[end - 1].endswith(("'s", "’s", "s’"))
    is_bare = end - first == 1 and sentence.shape[first] in "xP"
    return (first, end) if is_owner or is_bare else None


def _around(sentence: Sentence, at: int, end: int) -> Iterator[Items]:
    """Yield the words before a phrase that commas set off, and those behind it."""
    before = clauses.before(sentence, 0, at - 1, None) if at else None
    if before is not None and clauses.is_said(sentence, *before):
        yield before
    start = end + 1
    behind = sentence.shape[end : end + 2]
    if behind[:1] in {",", ":", ";"} and behind[1:] not in {"", "W"}:
        stop = clauses.end_of(sentence, start, [])
        if stop > start + 1:
            yield start, stop


def _if_believed(sentence: Sentence) -> Iterator[Report]:
    """Yield what is so "if the police are to be believed", "if one goes by them"."""
    shape = sentence.shape
    for match in _MAY_BE_BELIEVED.finditer(shape):
        at = match.start()
        found = _believed(sentence, at) if sentence.lower(at) == "if" else None
        if found is None or (at and shape[at - 1] != ","):
            continue
        who, end = found
        for words in _around(sentence, at, end):
            yield words, (at, at + 1), who


def _believed(sentence: Sentence, at: int) -> tuple[Items, int] | None:
    """Return who is to be believed, and where the clause that says so ends."""
    believed = _IF.match(sentence.shape, at)
    if believed is not None and sentence.lower(believed.end() - 1) == "believed":
        return believed.span("who"), believed.end()
    one = _IF_ONE.match(sentence.shape, at)
    if one is None or [sentence.lower(i) for i in range(at + 2, one.end())] not in (
        ["goes", "by"],
        ["go", "by"],
    ):
        return None
    who = subjects.after(sentence, one.end() - 1)
    return (who, who[1]) if who else None


def _whose_count(sentence: Sentence) -> Iterator[Report]:
    """Yield the number of "the ministry's estimate had been about 1.1 million"."""
    shape = sentence.shape
    for match in _COUNT.finditer(shape):
        noun = match.start()
        if sentence.lower(noun) not in _COUNTS or noun == 0:
            continue
        owner = _owner(sentence, noun)
        start = shape.index("b", noun) + 1
        if owner is not None:
            words = start, clauses.end_of(sentence, start, [])
            yield words, (noun, noun + 1), owner


def _owner(sentence: Sentence, noun: int) -> Items | None:
    if sentence.lower(noun - 1) in _WHO:
        return noun - 1, noun
    if not sentence.words[noun - 1].endswith(("'s", "’s", "s’")):
        return None
    owner = _OWNER.search(sentence.shape[:noun])
    return (owner.start() if owner else noun - 1), noun
