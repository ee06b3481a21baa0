"""Through whom words came: "told the station", "citing a ministry", "GENEVA (AP) -"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.domain import names
from claims.extraction.lexicon.media import AGENCIES, MEDIA_WORDS
from claims.extraction.sentences import Sentence
from claims.extraction.subjects import Items

_DATELINE = re.compile(r"\A[^\n(]{0,60}[(/](?P<agency>\w{2,12})[)/]\.?\s*[-–—:.]?")
_LINKS = frozenset(["with", "to", "by", "told", "tells", "telling", "tell", "on", "via"])
_POSSESSIVE = re.compile("['’]s?$")
_NAME = re.compile("P[P&]*")
_KINDS = frozenset(["broadcaster", "newspaper", "channel", "station", "agency", "network"])
_NEAR = 3  # items between "interview with" and the name


def agency_of(text: str) -> str | None:
    """Return the agency that an article's dateline names."""
    match = _DATELINE.match(text)
    return match["agency"] if match and match["agency"] in AGENCIES else None


def is_medium(words: list[str]) -> bool:
    """Say whether a name is a paper's, a station's or an agency's."""
    return not MEDIA_WORDS.isdisjoint(map(names.fold, words))


def relays_in(sentence: Sentence, taken: list[Items]) -> Iterator[str]:
    """Yield the media to which a sentence says something was said.

    ``taken`` are the items of the quote and of its speaker: a medium among them
    is what the quote is about, or speaks for itself.
    """
    for match in _NAME.finditer(sentence.shape):
        first, end = match.span()
        words = sentence.words[first:end]
        named = first > 0 and names.fold(sentence.words[first - 1]) in _KINDS
        if not (named or is_medium(words)) or _is_among(first, end, taken):
            continue
        if _is_told(sentence, first):
            yield _POSSESSIVE.sub("", " ".join(words))


def _is_among(first: int, end: int, taken: list[Items]) -> bool:
    return any(start < end and first < stop for start, stop in taken)


def reporter_of(words: list[str]) -> str | None:
    """Return the medium in "Dagens TV's Brandt": the one whose reporter speaks."""
    for at, word in enumerate(words[:-1]):
        if word.endswith(("'s", "’s")):
            medium = [*words[:at], _POSSESSIVE.sub("", word)]
            return " ".join(medium) if is_medium(medium) else None
    return None


def _is_told(sentence: Sentence, first: int) -> bool:
    """Say whether "told", "with", "to" leads to the name."""
    for at in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if sentence.lower(at) in _LINKS:
            return True
        if sentence.shape[at] not in "DxPn'":
            return False
    return False
