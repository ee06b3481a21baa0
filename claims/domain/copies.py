"""Who carries whom: near-identical passages between articles, found at scale."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from claims.domain.moments import Moment
from claims.domain.spans import Span

ALIKE = 0.8  # from here on two passages are one text
SHINGLE = 4  # words
SHORTEST = 12  # words: a shorter passage may be alike by chance
_SKETCH = 6  # smallest hashes by which a passage is looked up
_SHARED = 2  # of these, so many are shared by passages that are much alike
_FOREMOST = 40  # of the passages under one hash, those that are compared

_WORD = re.compile(r"\w+")
_PASSAGE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Report:
    """An article's text with what decides who carries whom."""

    id: str
    text: str
    published: Moment | None = None
    is_agency: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that carries passages of another one."""

    copy: str
    source: str
    likeness: float  # of the passages that are alike, the highest
    passages: tuple[tuple[Span, Span], ...]  # in the copy, in the source


@dataclass(frozen=True, slots=True)
class _Passage:
    report: int
    span: Span
    shingles: frozenset[int]


def likeness(a: str, b: str) -> float:
    """Return how much two texts share, 0 to 1: Jaccard of their runs of four words."""
    return _jaccard(shingles_of(a), shingles_of(b))


def contained(a: frozenset[int], b: frozenset[int]) -> float:
    """Return how much of the shorter of two texts stands in the other, 0 to 1.

    Takes their shingles. A report that a paper prints within a longer one of its own
    is all there.
    """
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter else 0.0


def copies(reports: Iterable[Report], *, alike: float = ALIKE) -> list[Copy]:
    """Return who carries whom, by passages that are at least ``alike``.

    The source is an agency if one of the two is, else the one published first. Each
    passage is laid to the foremost article that has it, so three papers with one
    agency report all point at the agency. Passages are found by the smallest hashes
    of their shingles, in time that grows with the texts and not with their pairs.
    """
    ranked = sorted(reports, key=_foremost_first)
    found: dict[tuple[int, int], list[tuple[float, Span, Span]]] = defaultdict(list)
    for copied, source, like in _alike_passages(ranked, alike):
        pair = copied.report, source.report
        found[pair].append((like, copied.span, source.span))
    return [
        Copy(
            copy=ranked[copied].id,
            source=ranked[source].id,
            likeness=max(like for like, _, _ in passages),
            passages=tuple((mine, theirs) for _, mine, theirs in passages),
        )
        for (copied, source), passages in sorted(found.items())
    ]


def _foremost_first(report: Report) -> tuple[bool, bool, int, str]:
    published = report.published
    return (
        not report.is_agency,
        published is None,
        published.start if published else 0,
        report.id,
    )


def _alike_passages(
    ranked: list[Report], alike: float
) -> Iterator[tuple[_Passage, _Passage, float]]:
    known: dict[int, list[_Passage]] = defaultdict(list)
    for number, report in enumerate(ranked):
        own = list(_passages(number, report.text))
        for passage in own:
            best = _most_alike(passage, known)
            if best and best[0] >= alike:
                yield passage, best[1], best[0]
        for passage in own:
            for key in sorted(passage.shingles)[:_SKETCH]:
                known[key].append(passage)


def _most_alike(
    passage: _Passage, known: dict[int, list[_Passage]]
) -> tuple[float, _Passage] | None:
    """Return the most alike known passage, the foremost of several."""
    near: dict[int, _Passage] = {}
    often: Counter[int] = Counter()
    for key in sorted(passage.shingles)[:_SKETCH]:
        there = known.get(key, [])[:_FOREMOST]
        near.update({id(other): other for other in there})
        often.update(map(id, there))
    near = {key: other for key, other in near.items() if often[key] >= _SHARED}
    likes = [(_jaccard(passage.shingles, other.shingles), other) for other in near.values()]
    return max(likes, key=lambda like: (like[0], -like[1].report), default=None)


def _passages(report: int, text: str) -> Iterator[_Passage]:
    for found in _PASSAGE.finditer(text):
        shingles = shingles_of(found.group())
        if len(shingles) + SHINGLE > SHORTEST:
            yield _Passage(report, Span(*found.span()), shingles)


def shingles_of(text: str) -> frozenset[int]:
    """Return the hashes of a text's runs of four words."""
    words = _WORD.findall(text.lower())
    known = [word.encode("utf-8", "surrogatepass") for word in words]
    runs = zip(*(known[start:] for start in range(SHINGLE)), strict=False)
    return frozenset(crc32(b" ".join(run)) for run in runs)


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)
