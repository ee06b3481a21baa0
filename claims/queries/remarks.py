"""What colleagues said to each other, with the answers below each remark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claims.models import Comment


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment and the answers to it."""

    comment: Comment
    answers: tuple[Remark, ...]


def thread(comments: Iterable[Comment]) -> list[Remark]:
    """Return the first remarks in order, each with its answers below it."""
    below: dict[int | None, list[Comment]] = {}
    for row in comments:
        below.setdefault(row.answers_id, []).append(row)

    def remark(row: Comment) -> Remark:
        return Remark(row, tuple(remark(answer) for answer in below.get(row.pk, ())))

    return [remark(row) for row in below.get(None, ())]
