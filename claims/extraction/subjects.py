"""Which words beside a reporting verb name the one who speaks."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.extraction.sentences import Sentence

Items = tuple[int, int]  # from the first item up to, not including, the second

_NOUNS = frozenset("Pxn#dgM'")  # what a name or a noun phrase is made of
_LINKS = frozenset(["of", "for", "at", "from", "with", "in", "to", "on", "by"])
_LONGEST = 30  # items; beyond it nothing is a subject
# A segment between commas that is no subject: "In May", "When asked", "Speaking".
_ADVERBIAL = re.compile("[ISGgdRTMtiVpbAFX'CQ~h]")
_VERB = re.compile("[AbFVvHWh]")
_FULL_NAME = re.compile(r"[CR]{0,2}(?P<who>x?P{2,5})(?:\([^()]{1,8}\))?,")
_OPENS = re.compile("[CR,]{0,2}(?P<who>(?:D*[Pxn#]+|H)(?:ID?[Pxn#]+)*)(?=[WSVAbXi,])")
_RIGHT = re.compile("D?(?:R(?=[xd]))?(?:[Pxng#'MQ]|d(?=[Pxn]))*")
_ISSUED = re.compile("[xnP][dV]")
_PARTICIPLE = re.compile("[dV]I(?=[DPx])")  # "polls reported by the station"
_POSSESSIVES = ("'s", "’s", "s’", "s'")
_OFFICE_LINKS = frozenset(["for", "at", "with", "from", "in", "to", "by"])
_ANTECEDENTS = frozenset("xnPMTd")  # "a statement that said"
_TIMES = frozenset(
    ["week", "month", "year", "morning", "afternoon", "evening", "night", "weekend"]
)
_WHICH_TIME = frozenset(["this", "last", "past", "that", "the", "earlier", "previous"])
_SOME = frozenset(["some", "many", "several", "most", "both"])
_JOINS = frozenset(["and", "or", "&"])


def before(sentence: Sentence, verb: int) -> Items | None:
    """Return the subject left of the verb whose group starts at ``verb``, or None."""
    shape = sentence.shape
    last = _past_time(sentence, verb - 1)
    if last < 0:
        return None
    if last < verb - 1 and _ISSUED.match(shape, last - 1):
        last -= 1  # "a statement published on Monday"
    letter = shape[last]
    if letter in "HWh" or (letter == "t" and _is_relative(sentence, last)):
        return last, last + 1
    if letter in ",-":
        return _before_aside(sentence, last)
    return _phrase_before(sentence, last)


def _is_relative(sentence: Sentence, that: int) -> bool:
    """Say whether "that" stands for the noun before it, or for "those"."""
    if that == 0:
        return False
    before = sentence.shape[that - 1]
    return before in _ANTECEDENTS or sentence.lower(that - 1) == "those"


def _phrase_before(sentence: Sentence, last: int) -> Items | None:
    shape = sentence.shape
    if sentence.words[last].endswith(_POSSESSIVES):
        return None
    if shape[last] == ")":
        last = _before_bracket(shape, last)
    found = _phrase_ending(sentence, last) if last >= 0 else None
    if found is None or sentence.text_of(found) == "having":
        return None
    if _is_predicate(shape, found):
        return _opening(sentence)
    return _described(sentence, found) or _outside_relative(sentence, found)


def _is_predicate(shape: str, found: Items) -> bool:
    """Say whether "closed" ends what is told of somebody: "as it is not closed, told"."""
    first, end = found
    return (
        shape[end - 1] == "d"
        and set(shape[first:end]) == {"d"}
        and shape[first - 1 : first] in {"b", "X", "R"}
    )


def _opening(sentence: Sentence) -> Items | None:
    """Return who opens the sentence: the one of whom all that follows is told."""
    opening = _OPENS.match(sentence.shape)
    return opening.span("who") if opening else None


def _described(sentence: Sentence, found: Items) -> Items | None:
    """Return "Ilse Brandt" for "Ilse Brandt, the director of the board said"."""
    if sentence.shape[found[0] - 1 : found[0] + 1] != ",D":
        return None
    name = _FULL_NAME.match(sentence.shape)
    return name.span("who") if name and name.end() == found[0] else None


def _outside_relative(sentence: Sentence, found: Items) -> Items:
    """Return "Brandt" for "Brandt, who is on the ground in Bergen": the one described."""
    shape, first = sentence.shape, found[0]
    relative = shape.rfind(",W", 0, first)
    if relative < 1 or "," in shape[relative + 1 : first]:
        return found
    if shape[first - 1] not in "Ii" or not _VERB.search(shape, relative + 2, first):
        return found
    return _phrase_ending(sentence, relative - 1) or found


def _past_time(sentence: Sentence, last: int) -> int:
    """Return the item before "on Monday" and adverbs that part a subject and its verb."""
    shape = sentence.shape
    while last > 0:
        start = _time_start(sentence, last)
        if start == last and shape[last] not in "R~T":
            break
        last = start - 1
        if shape[start] == "T" and shape[last] == "I":
            last -= 1
    return last


def _time_start(sentence: Sentence, last: int) -> int:
    """Return where "this past week", "Wednesday morning" starts, or the item itself."""
    first = last
    if sentence.lower(last) in _TIMES:
        while first > 0 and sentence.lower(first - 1) in _WHICH_TIME:
            first -= 1
        if first == last and sentence.shape[first - 1] == "T":
            first -= 1
    return first


def nearest_noun(sentence: Sentence, phrase: Items) -> Items:
    """Return the last noun of a phrase: what "who" stands for in "a list of people who"."""
    return _core_start(sentence, phrase[1] - 1), phrase[1]


def _before_bracket(shape: str, closing: int) -> int:
    """Return the item before "(D-Ohio)", or -1."""
    return shape.rfind("(", max(0, closing - 8), closing) - 1


def _before_aside(sentence: Sentence, comma: int) -> Items | None:
    """Return the subject that an aside between commas parts from its verb.

    "Ilse Brandt, a nurse who works in Bergen, said …": the first segment between
    commas that can be a subject, going by its first letter and its lack of a verb.
    """
    shape = sentence.shape
    mark = shape[comma]
    start = max(_speech_end(shape, comma), shape.rfind(";", 0, comma)) + 1
    start = max(start, comma - 2 * _LONGEST)
    segments = _segments(shape, range(start, comma), mark)
    described = [
        one for one, aside in pairwise(segments) if shape[aside[0]] == "W" and one != aside
    ]
    for segment in [*described, *segments[:-1]]:
        first, end = _without_opening(shape, segment)
        if end > first and shape[end - 1] == ")":
            end = max(first, _before_bracket(shape, end - 1) + 1)
        if end - first == 1 and shape[first] in "HW":
            return first, end
        if first == end or _ADVERBIAL.match(shape[first]):
            continue
        if _VERB.search(shape, first, end):
            continue
        found = _phrase_ending(sentence, end - 1)
        if found is not None:
            return found
    return None


def _speech_end(shape: str, before: int) -> int:
    """Return the item of the last quotation that is not part of a phrase, or -1."""
    at = shape.rfind("Q", 0, before)
    while at > 0 and shape[at - 1] not in ",:.-":
        at = shape.rfind("Q", 0, at)
    return at


def _without_opening(shape: str, segment: Items) -> Items:
    first, end = segment
    while first < end and shape[first] in "CR":
        first += 1
    if shape[first : first + 1] == "S" and shape[first + 1 : first + 2] in {"D", "P"}:
        first += 1
    return first, end


def _segments(shape: str, part: range, mark: str) -> list[Items]:
    result = []
    first = part.start
    for at in range(part.start, part.stop + 1):
        if at == part.stop or shape[at] == mark:
            if at > first:
                result.append((first, at))
            first = at + 1
    return result


def _phrase_ending(sentence: Sentence, last: int) -> Items | None:
    """Return the noun phrase whose last item is ``last``."""
    shape = sentence.shape
    if shape[last] == "o" and last > 1 and shape[last - 1] in "Ii":
        close = _phrase_ending(sentence, last - 2)  # "a source close to him"
        return (close[0], last + 1) if close else None
    if shape[last] not in _NOUNS and shape[last] != "D" and not _is_gerund(shape, last):
        return None
    first = _core_start(sentence, last)
    while True:
        further = _further(sentence, first, last)
        if further is None or last - further > _LONGEST:
            break
        first = further
    first = _past_place(shape, first, last)
    if shape[first] == "R" and first < last:
        first += 1
    return (first, last + 1) if shape[last] != "M" or first < last else None


def _core_start(sentence: Sentence, last: int) -> int:
    """Return where the words before ``last`` stop being one noun's."""
    shape = sentence.shape
    at = last
    while at >= 0 and (
        shape[at] in _NOUNS or _is_word_in_marks(sentence, at) or _is_gerund(shape, at)
    ):
        at -= 1
    if at > 0 and shape[at] == "R" and shape[at - 1] == "D":
        at -= 1
    while at >= 0 and shape[at] == "D":
        at -= 1
    return at + 1


def _is_gerund(shape: str, at: int) -> bool:
    """Say whether a word in -ing is a noun: "his thinking"."""
    return shape[at] == "G" and at > 0 and shape[at - 1] == "D"


def _is_word_in_marks(sentence: Sentence, at: int) -> bool:
    """Say whether a quotation is but a word of the phrase: the "red" faction."""
    if sentence.shape[at] != "Q" or at == 0 or sentence.shape[at - 1] not in "DxP":
        return False
    if sentence.words[at][:1] in ",.?!":
        return False
    return len(sentence.quoted[at].inner) <= 3  # a word or two


def _further(sentence: Sentence, first: int, last: int) -> int | None:
    """Return where the phrase starts if what stands before belongs to it."""
    shape = sentence.shape
    if first < 2 or shape[first - 2] not in "Pxn'#)gdD":  # link and noun
        return None
    link, word = shape[first - 1], sentence.lower(first - 1)
    if link == "I" and word in _LINKS:
        return _core_start(sentence, first - 2)
    if link == "C" and word in _JOINS:
        start = _core_start(sentence, first - 2)
        return start if _joins(shape, start, first, last) else None
    return None


def _joins(shape: str, start: int, second: int, last: int) -> bool:
    """Say whether "and" joins two speakers rather than two clauses."""
    if start > 0 and shape[start - 1] not in ",Q;:-IR":
        return False
    both_named = shape[second - 2] == "P" and shape[last] == "P"
    return both_named or shape[second - 2] in "xnP"


def _past_place(shape: str, first: int, last: int) -> int:
    """Skip "After the meeting" before a bare name: the name alone speaks."""
    if first > 0 and shape[first - 1] in "IS" and shape[last] == "P":
        at = last
        while at > first and shape[at - 1] == "P":
            at -= 1
        if at > first and shape[at - 1] in "xdg#M":
            return at
    return first


def after(sentence: Sentence, verb: int) -> Items | None:
    """Return the subject right of the verb, as in '"…," said Ilse Brandt'."""
    shape = sentence.shape
    first = verb + 1
    if shape[first : first + 2] == "DI" and sentence.lower(first) in _SOME:
        return first, first + 1  # "according to some in the capital"
    while first < len(shape) and shape[first] == "~":
        first += 1
    if first < len(shape) and shape[first] == "H":
        return first, first + 1
    match = _RIGHT.match(shape, first)
    end = match.end() if match else first
    while end > first and shape[end - 1] in "QM":
        end -= 1
    if end == first or set(shape[first:end]) == {"D"}:
        return None
    while end - first < _LONGEST:
        longer = _longer(sentence, end)
        if longer == end:
            break
        end = longer
    return first, end


def _longer(sentence: Sentence, end: int) -> int:
    """Return where the phrase ends if what follows belongs to it."""
    shape = sentence.shape
    start = _link_end(sentence, end) if end + 1 < len(shape) else end
    match = _RIGHT.match(shape, start) if start > end else None
    if match is None or match.end() == start:
        return end
    joined = shape[start] in "PD" or shape[match.end() - 1] == "P"
    if sentence.lower(end) == "and" and not joined:
        return end  # "… and sales have fallen"
    return match.end()


def _link_end(sentence: Sentence, end: int) -> int:
    """Return the item after what ties more to a phrase: "of", "reported by"."""
    shape = sentence.shape
    if _PARTICIPLE.match(shape, end) and shape[end - 1] in "xnP":
        return end + 2
    word = sentence.lower(end)
    is_office = shape[end - 1] in "xng"
    ties = word in {"of", "and"} or (is_office and word in _OFFICE_LINKS)
    return end + 1 if ties and shape[end] in "IC" else end
