"""Parts and wholes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.domain.intervals import Interval, Number
from claims.domain.sets import high_end


@dataclass(frozen=True, slots=True)
class PartitionCheck:
    """The least sum of parts that do not overlap, held against the whole."""

    low: Number
    whole: Interval

    @property
    def is_too_much(self) -> bool:
        """Say whether the parts are more than the whole can be."""
        return self.low > high_end(self.whole)


def check_partition(whole: Interval, parts: Sequence[Interval]) -> PartitionCheck:
    """Add up disjoint parts, which are never more than the whole.

    That they are less says nothing: nobody knows whether a part is missing.
    """
    return PartitionCheck(sum((part.low for part in parts), start=0), whole)
