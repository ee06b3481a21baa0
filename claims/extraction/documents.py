"""Who is behind a document that speaks: "her statement", "a report by the board"."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.extraction import mentions, subjects
from claims.extraction.bodies import Bodies
from claims.extraction.lexicon import english_people as words_for
from claims.extraction.recency import Recency
from claims.extraction.sentences import Sentence
from claims.extraction.speaking import Speaker, speaker_of
from claims.extraction.subjects import Items

_FILER = re.compile("D?[xnP]+(?=[AbV])")
_ISSUED = frozenset(
    "sent released issued posted published wrote circulated tweeted filed".split()
)
_WHOSE = frozenset(["his", "her", "its", "their"])

Resolve = Callable[[Sentence, Items], Speaker]


class Documents:
    """Finds the makers of documents; ``of`` resolves any other mention."""

    def __init__(self, recency: Recency, bodies: Bodies, of: Resolve) -> None:
        self._recency = recency
        self._bodies = bodies
        self._of = of

    def maker(self, sentence: Sentence, mention: Items) -> Speaker:
        """Return who is behind "her statement", "Brandt's book", "a report by the IMF"."""
        first, end = mention
        is_owned = sentence.words[first].endswith(("'s", "’s"))
        if sentence.lower(first) in _WHOSE or (sentence.shape[first] == "P" and is_owned):
            return self._of(sentence, (first, first + 1))
        link = sentence.shape.find("I", first, end)
        noun = link if link > first else end
        if noun - first > 1 and sentence.lower(noun - 2) in words_for.BODY_HEADS:
            return self._body(sentence, (first, noun - 1))
        by = next((at for at in range(first, end) if sentence.lower(at) == "by"), None)
        if by is not None and by + 1 < end:
            return self._of(sentence, (by + 1, _author_end(sentence, by + 1, end)))
        return self._filer(sentence, mention)

    def _filer(self, sentence: Sentence, mention: Items) -> Speaker:
        """Return who filed "notices that the board filed", who sent "a letter"."""
        first, end = mention
        if sentence.lower(min(end, len(sentence.words) - 1)) in {"that", "which"}:
            filer = _FILER.match(sentence.shape, end + 1)
            if filer is not None:
                return self._of(sentence, filer.span())
        if first and sentence.lower(first - 1) in _ISSUED:
            sender = subjects.before(sentence, first - 1)
            return self._of(sentence, sender) if sender else Speaker()
        head = sentence.lower(end - 1)
        if head in words_for.FILINGS:
            return speaker_of(self._recency.nearest_body(sentence.starts[first]))
        is_bare = sentence.lower(first) == "the" and end - first == 2
        is_spoken = is_bare and head in words_for.STATEMENTS
        return speaker_of(self._recency.last) if is_spoken else Speaker()

    def _body(self, sentence: Sentence, whose: Items) -> Speaker:
        """Return the ministry of "a ministry statement"."""
        first, end = whose
        if sentence.lower(end - 1) == "court":  # filed with it, not by it
            return Speaker()
        named = self._recency.body(sentence.starts[first], sentence.lower(end - 1))
        first += sentence.shape[first] == "D"
        return speaker_of(named or self._bodies.described(sentence, (first, end)))


def _author_end(sentence: Sentence, first: int, end: int) -> int:
    """Return where the author ends in "a report by the board for the ministry"."""
    if mentions.name_start(sentence, first, end) == first:
        return end  # a name, whatever stands in it
    for at in range(first + 1, end):
        if sentence.shape[at] == "I" and sentence.lower(at) != "of":
            return at
    return end
