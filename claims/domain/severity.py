"""How urgently two figures ask for a person: the order of the queue, term by term."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10, sqrt

from claims.domain.figures import Locus
from claims.domain.intervals import Interval

PROMINENCE = {
    Locus.HEADLINE: 1.0,
    Locus.LEAD: 1.0,
    Locus.BODY: 0.5,
    Locus.CAPTION: 0.3,
    Locus.QUOTE: 0.5,
}
DENIAL, OWN_WORDS = 20, 15


@dataclass(frozen=True, slots=True)
class Severity:
    """The terms, so that a reviewer can see why a pair stands where it stands."""

    gap: float  # 0 for touching values, 1 for a factor of ten
    balance: float  # 1 if as many independent origins stand behind either side
    prominence: float
    denial: bool = False  # one says none, the other says some
    own_words: bool = False  # one speaker against itself
    soft: bool = False  # a tension, not a conflict

    @property
    def total(self) -> float:
        if not self.gap:
            return 0.0
        weight = 0.6 + 0.25 * self.balance + 0.15 * self.prominence
        points = 100 * sqrt(self.gap) * weight
        points += DENIAL * self.denial + OWN_WORDS * self.own_words
        return min(100.0, points / 2 if self.soft else points)

    @property
    def score(self) -> int:
        """Return the total as it is shown and stored."""
        return round(self.total)


NO_SEVERITY = Severity(0.0, 0.0, 0.0)


def gap_between(lower: Interval, upper: Interval) -> float:
    """Say how far apart two intervals are, 0 to 1; ``lower`` must end below ``upper``."""
    if lower.high is None or lower.high >= upper.low:
        return 0.0
    return min(1.0, log10((float(upper.low) + 1) / (float(lower.high) + 1)))


def balance_of(origins_a: int, origins_b: int) -> float:
    """Weigh the independent origins of either side; 0 if nobody stands behind any."""
    both = origins_a + origins_b
    return 2 * min(origins_a, origins_b) / both if both else 0.0
