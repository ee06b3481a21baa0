"""What changed between two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claims.domain.alignment import Block, align


class Change(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went or came."""

    change: Change
    text: str


def differences(old: str, new: str) -> list[Piece]:
    """Return the pieces of both texts in order.

    What stayed and went makes up ``old``, what stayed and came makes up ``new``.
    """
    return list(_pieces(old, new))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    old_at = new_at = 0
    for block in [*align(old, new), Block(len(old), len(new), 0)]:
        gone, come = old[old_at : block.old], new[new_at : block.new]
        shared = _common_blanks(gone, come)
        gone, come = gone[: len(gone) - shared], come[: len(come) - shared]
        same = old[block.old - shared : block.old_end]
        for change, text in (
            (Change.REMOVED, gone),
            (Change.ADDED, come),
            (Change.SAME, same),
        ):
            if text:
                yield Piece(change, text)
        old_at, new_at = block.old_end, block.new_end


def _common_blanks(gone: str, come: str) -> int:
    """Count the white space with which both end."""
    length = 0
    for one, other in zip(reversed(gone), reversed(come), strict=False):
        if one != other or not one.isspace():
            break
        length += 1
    return length
