"""Where two texts are word for word the same, in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

# "7-8" and "1,200" are one word each: nobody reads "7-8-9" as a change to "8-9".
WORD = re.compile(r"\d+(?:[-–.,:]\d+)+|\w+|[^\w\s]")
# Above this many pairs of words a stretch without a landmark counts as rewritten.
_CLOSE_READING = 40_000
# What stands once in either text is a landmark: a word, else so many words in a row.
_LANDMARK_LENGTHS = (1, 3, 8)


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of ``length`` characters that stands in both texts."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        return self.old + self.length

    @property
    def new_end(self) -> int:
        return self.new + self.length


@dataclass(frozen=True, slots=True)
class _Range:
    """Words of either text that stand between two landmarks."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def is_empty(self) -> bool:
        return self.old == self.old_end or self.new == self.new_end


def align(old: str, new: str) -> list[Block]:
    """Return the stretches of whole words that both texts share, in order.

    Words and phrases that stand once in either text are the landmarks; only the short
    stretches between them are read closely. So long texts take little more than linear
    time, and words that changed their order are found on one of their places only.
    """
    old_words = [(found.group(), found.start()) for found in WORD.finditer(old)]
    new_words = [(found.group(), found.start()) for found in WORD.finditer(new)]
    pairs = sorted(
        _matching([word for word, _ in old_words], [word for word, _ in new_words])
    )
    blocks: list[Block] = []
    for old_at, new_at in pairs:
        word, old_start = old_words[old_at]
        block = Block(old_start, new_words[new_at][1], len(word))
        joined = blocks and _joined(blocks[-1], block, old, new)
        if joined:
            blocks[-1] = joined
        else:
            blocks.append(block)
    return [
        _with_blanks(block, old, new, following)
        for block, following in pairwise([*blocks, Block(len(old), len(new), 0)])
    ]


def _with_blanks(block: Block, old: str, new: str, following: Block) -> Block:
    """Lengthen a block by the white space that follows in both texts."""
    room = min(following.old - block.old_end, following.new - block.new_end)
    length = block.length
    for step in range(room):
        blank = old[block.old_end + step]
        if blank != new[block.new_end + step] or not blank.isspace():
            break
        length += 1
    return Block(block.old, block.new, length)


def _joined(block: Block, further: Block, old: str, new: str) -> Block | None:
    gap = old[block.old_end : further.old]
    if gap != new[block.new_end : further.new]:
        return None
    return Block(block.old, block.new, further.old_end - block.old)


def _matching(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    waiting = [_Range(0, len(old), 0, len(new))]
    while waiting:
        whole = waiting.pop()
        inner = _without_common_ends(old, new, whole)
        yield from zip(
            range(whole.old, inner.old), range(whole.new, inner.new), strict=True
        )
        yield from zip(
            range(inner.old_end, whole.old_end),
            range(inner.new_end, whole.new_end),
            strict=True,
        )
        if inner.is_empty:
            continue
        landmarks = _landmarks(old, new, inner)
        if landmarks:
            waiting.extend(_between(landmarks, inner))
            yield from landmarks
        else:
            yield from _close_reading(old, new, inner)


def _without_common_ends(old: Sequence[str], new: Sequence[str], whole: _Range) -> _Range:
    start_old, start_new = whole.old, whole.new
    end_old, end_new = whole.old_end, whole.new_end
    while start_old < end_old and start_new < end_new and old[start_old] == new[start_new]:
        start_old, start_new = start_old + 1, start_new + 1
    while start_old < end_old and start_new < end_new:
        if old[end_old - 1] != new[end_new - 1]:
            break
        end_old, end_new = end_old - 1, end_new - 1
    return _Range(start_old, end_old, start_new, end_new)


def _landmarks(
    old: Sequence[str], new: Sequence[str], stretch: _Range
) -> list[tuple[int, int]]:
    """Return the longest row of landmarks: single words if possible, or phrases."""
    for length in _LANDMARK_LENGTHS:
        olds = _phrases(old[stretch.old : stretch.old_end], length)
        news = _phrases(new[stretch.new : stretch.new_end], length)
        pairs = _once_in_either(olds, news)
        if pairs:
            row = _longest_rising(pairs)
            return [(a + stretch.old, b + stretch.new) for a, b in row]
    return []


def _phrases(words: Sequence[str], length: int) -> Sequence[Hashable]:
    if length == 1:
        return words
    return list(zip(*(words[start:] for start in range(length)), strict=False))


def _once_in_either(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> list[tuple[int, int]]:
    old_counts, new_counts = Counter(old), Counter(new)
    places = {phrase: at for at, phrase in enumerate(new) if new_counts[phrase] == 1}
    return [
        (at, places[phrase])
        for at, phrase in enumerate(old)
        if old_counts[phrase] == 1 and phrase in places
    ]


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tails: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for number, (_, new_at) in enumerate(pairs):
        length = bisect_left(tails, new_at)
        before.append(rows[length - 1] if length else -1)
        if length == len(tails):
            tails.append(new_at)
            rows.append(number)
        else:
            tails[length], rows[length] = new_at, number
    found: list[tuple[int, int]] = []
    at = rows[-1] if rows else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _between(landmarks: list[tuple[int, int]], stretch: _Range) -> Iterator[_Range]:
    old_at, new_at = stretch.old, stretch.new
    for old_mark, new_mark in landmarks:
        yield _Range(old_at, old_mark, new_at, new_mark)
        old_at, new_at = old_mark + 1, new_mark + 1
    yield _Range(old_at, stretch.old_end, new_at, stretch.new_end)


def _close_reading(
    old: Sequence[str], new: Sequence[str], stretch: _Range
) -> Iterator[tuple[int, int]]:
    old_words = old[stretch.old : stretch.old_end]
    new_words = new[stretch.new : stretch.new_end]
    if len(old_words) * len(new_words) > _CLOSE_READING:
        return
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            yield stretch.old + block.a + step, stretch.new + block.b + step
