"""The values that a figure's words allow: closed intervals, open above where stated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

# Counts are int. Decimal is for shares, money and other measured values.
Number = int | Decimal

LARGEST = 10**15  # above every count and sum of money that news reports


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Every value from ``low`` to ``high``, both included; ``high=None`` is open.

    Raises ValueError for what no figure can be: a low above the high, a negative
    bound, a value that is no number or beyond ``LARGEST``.
    """

    low: Number
    high: Number | None

    def __post_init__(self) -> None:
        for bound in (self.low, self.high):
            if bound is not None and not _is_possible(bound):
                raise ValueError(f"not a value that a figure can have: {bound}")
        if self.high is not None and self.low > self.high:
            raise ValueError(
                f"the low value {self.low} is above the high value {self.high}"
            )

    def is_below(self, other: Interval) -> bool:
        """Say whether every value here is smaller than every value of ``other``."""
        return self.high is not None and self.high < other.low

    def is_apart_from(self, other: Interval) -> bool:
        """Say whether no value lies in both."""
        return self.is_below(other) or other.is_below(self)

    def contains(self, other: Interval) -> bool:
        """Say whether every value of ``other`` lies in this interval."""
        if self.low > other.low:
            return False
        return self.high is None or (other.high is not None and other.high <= self.high)

    def meet(self, other: Interval) -> Interval | None:
        """Return the values that lie in both, or None if there are none."""
        if self.is_apart_from(other):
            return None
        highs = [high for high in (self.high, other.high) if high is not None]
        return Interval(max(self.low, other.low), min(highs, default=None))

    def in_words(self) -> str:
        """Return the interval as a reviewer would say it: ``9 or more``, ``7 to 8``."""
        if self.high is None:
            return f"{spelt(self.low)} or more"
        if self.low == self.high:
            return spelt(self.low) if self.low else "none"
        return f"{spelt(self.low)} to {spelt(self.high)}"


def spelt(number: Number) -> str:
    """Return a number as it is printed: ``1,200``, ``1.5``, ``10 billion``."""
    for size, name in _SCALES:
        if number >= size and number % (size // 100) == 0:
            return f"{(Decimal(number) / size).normalize():f} {name}"
    if number == int(number):
        return f"{int(number):,}"
    return f"{Decimal(number).normalize():,f}"


# From here on noughts are no longer read, they are counted.
_SCALES = ((10**12, "trillion"), (10**9, "billion"))


def _is_possible(bound: Number) -> bool:
    if isinstance(bound, Decimal) and not bound.is_finite():
        return False
    return 0 <= bound <= LARGEST
