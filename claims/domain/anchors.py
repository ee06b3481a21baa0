"""Find marked words again in a new text, and never guess."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from claims.domain.alignment import WORD, Block, align
from claims.domain.spans import Span

CONTEXT = 32  # characters kept on either side of a mark


class Outcome(StrEnum):
    UNCHANGED = "unchanged"
    MOVED = "moved"
    REWORDED = "reworded"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Marked words and what stands on either side of them."""

    exact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a mark; ``span`` is its place in the new text unless it is lost."""

    outcome: Outcome
    span: Span | None


LOST = Carried(Outcome.LOST, None)

# The same words elsewhere are the same mark only with this many characters of their
# surroundings on both sides, or if they are some words and stand once in either text.
_ENOUGH_CONTEXT = 8
_ENOUGH_WORDS = 3
_TOO_COMMON = 200
# Words between two kept stretches are a new wording of the mark up to this length.
_GROWTH, _ROOM = 3, 40


def anchor(text: str, span: Span) -> Anchor:
    """Return the words at ``span`` and their surroundings."""
    _refuse_outside(text, span)
    return Anchor(
        exact=span.of(text),
        before=text[max(0, span.start - CONTEXT) : span.start],
        after=text[span.end : span.end + CONTEXT],
    )


def carry(old: str, new: str, marks: Iterable[Span]) -> list[Carried]:
    """Say for each mark on ``old`` what became of it in ``new``, in their order.

    Unchanged: the same words at the same place. Moved: the same words elsewhere.
    Reworded: other words between what stood around. Everything else is lost.
    """
    carrier = _Carrier(old, new, align(old, new))
    return [carrier.carry(span) for span in marks]


def _refuse_outside(text: str, span: Span) -> None:
    if span.end > len(text):
        raise ValueError(f"a mark ends at {span.end}, after the text does")


class _Carrier:
    """Two texts, where they are alike, and where their words stand."""

    def __init__(self, old: str, new: str, blocks: list[Block]) -> None:
        self.old, self.new, self.blocks = old, new, blocks
        self.starts = [block.old for block in blocks]
        self.old_words = _places_of_words(old)
        self.new_words = _places_of_words(new)

    def carry(self, span: Span) -> Carried:
        _refuse_outside(self.old, span)
        block = self._block_at(span.start)
        if block and span.end <= block.old_end:
            start = span.start - block.old + block.new
            outcome = Outcome.UNCHANGED if start == span.start else Outcome.MOVED
            return Carried(outcome, Span(start, start + len(span)))
        if self.old == self.new:
            return Carried(Outcome.UNCHANGED, span)
        return self._elsewhere(span) or self._reworded(span) or LOST

    def _block_at(self, at: int) -> Block | None:
        """Return the last block that starts at or before ``at`` in the old text."""
        number = bisect_right(self.starts, at)
        return self.blocks[number - 1] if number else None

    def _block_after(self, at: int) -> Block | None:
        number = bisect_right(self.starts, at)
        return self.blocks[number] if number < len(self.blocks) else None

    def _elsewhere(self, span: Span) -> Carried | None:
        """Find the very words where only they can be meant."""
        wanted = anchor(self.old, span)
        places = _places(wanted.exact, self.new, self.new_words)
        if not places:
            return None
        kept = sorted((self._context_at(wanted, at), at) for at in places)
        context, start = kept[-1]
        is_best = len(places) == 1 or kept[-2][0] < context
        is_known = is_best and context[0] >= _ENOUGH_CONTEXT
        if not (is_known or self._is_unmistakable(wanted.exact, places)):
            return None
        outcome = Outcome.UNCHANGED if start == span.start else Outcome.MOVED
        return Carried(outcome, Span(start, start + len(span)))

    def _is_unmistakable(self, words: str, places: list[int]) -> bool:
        if len(places) > 1 or len(words.split()) < _ENOUGH_WORDS:
            return False
        return len(_places(words, self.old, self.old_words)) == 1

    def _context_at(self, wanted: Anchor, at: int) -> tuple[int, int]:
        """Count the old surroundings kept at a place: on the worse side, and in all."""
        end = at + len(wanted.exact)
        reversed_before = self.new[max(0, at - CONTEXT) : at][::-1]
        before = _common_start(reversed_before, wanted.before[::-1])
        after = _common_start(self.new[end : end + CONTEXT], wanted.after)
        return min(before, after), before + after

    def _reworded(self, span: Span) -> Carried | None:
        """Find what now stands between the words that stood around the mark."""
        left, right = self._start(span), self._end(span)
        if left is None or right is None or right <= left or not self.blocks:
            return None
        words, exact = self.new[left:right], span.of(self.old)
        if words.count(exact) == 1:
            start = left + words.index(exact)
            return Carried(Outcome.MOVED, Span(start, start + len(exact)))
        if len(words) > _GROWTH * len(span) + _ROOM:
            return None
        start = left + len(words) - len(words.lstrip())
        end = left + len(words.rstrip())
        return Carried(Outcome.REWORDED, Span(start, end)) if start < end else None

    def _start(self, span: Span) -> int | None:
        """Return where the mark now begins, if the words there or before it are kept."""
        block = self._block_at(span.start)
        if block is None:
            return 0 if not self.old[: span.start].strip() else None
        if span.start < block.old_end:
            return block.new + span.start - block.old
        gap = self.old[block.old_end : span.start]
        return None if gap.strip() else block.new_end

    def _end(self, span: Span) -> int | None:
        block = self._block_at(span.end - 1)
        if block and span.end <= block.old_end:
            return block.new + span.end - block.old
        following = self._block_after(span.end - 1)
        if following is None:
            return len(self.new) if not self.old[span.end :].strip() else None
        gap = self.old[span.end : following.old]
        return None if gap.strip() else following.new


def _places_of_words(text: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for found in WORD.finditer(text):
        places[found.group()].append(found.start())
    return places


def _places(exact: str, text: str, words: dict[str, list[int]]) -> list[int]:
    """Return where ``exact`` stands as whole words; nothing if it is too common."""
    within = list(WORD.finditer(exact))
    # The mark may cut the first and the last word.
    whole = within[1:-1] or within
    if not whole:
        return []
    rarest = min(whole, key=lambda found: len(words.get(found.group(), ())))
    places = words.get(rarest.group(), [])
    if len(places) > _TOO_COMMON:
        return []
    starts = [at - rarest.start() for at in places]
    return [at for at in starts if at >= 0 and text.startswith(exact, at)]


def _common_start(one: str, other: str) -> int:
    length = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        length += 1
    return length
