"""Cut a text with overlapping marks into runs that HTML can nest."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from claims.domain.spans import Span

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Segment(Generic[Key]):
    """A run of text that lies under the same marks from end to end."""

    text: str
    start: int
    marks: tuple[Key, ...]


def segments(text: str, marks: Iterable[tuple[Span, Key]]) -> Iterator[Segment[Key]]:
    """Yield ``text`` in order, cut at every edge of every mark.

    Joining the text of the segments gives ``text`` back. Within a segment the outer
    marks come first. The cost is n log n and the length of the answer.
    """
    placed = sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end))
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for rank, (span, _) in enumerate(placed):
        if span.end > len(text):
            raise ValueError(f"a mark ends at {span.end}, after the text does")
        opening[span.start].append(rank)
        closing[span.end].append(rank)
    over: list[int] = []
    for start, end in pairwise(sorted({0, len(text)} | opening.keys() | closing.keys())):
        for rank in closing[start]:
            del over[bisect_left(over, rank)]
        for rank in opening[start]:
            insort(over, rank)
        yield Segment(text[start:end], start, tuple(placed[rank][1] for rank in over))
