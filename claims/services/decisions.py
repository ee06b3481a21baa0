"""What a file says that people had decided on an incident."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.services.borrowing import GivenEstimate, GivenVerdict
from claims.services.filing import ScopeKey

# A quote or figure: the article it stands in, and its number there.
MarkAt = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a decision: who proposed it when, and who decided."""

    number: int
    status: str
    rationale: str
    proposed_by: str
    proposed_at: dt.datetime
    decided_by: str | None = None
    decided_at: dt.datetime | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Treated:
    """What a settlement made of a figure; ``is_changed`` since it was weighed."""

    figure: MarkAt
    treatment: str
    reason: str = ""
    note: str = ""
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """One version of a settlement; ``columns`` are its own, ``quantity`` a number."""

    quantity: int
    version: Version
    columns: Mapping[str, Any]
    treated: tuple[Treated, ...] = ()


@dataclass(frozen=True, slots=True)
class Rated:
    """One version of a verdict; ``settlement`` is the number of the one it came with."""

    version: Version
    rating: str
    evidence: str = ""
    settlement: int | None = None


@dataclass(frozen=True, slots=True)
class Estimated:
    """What another recorder has for a quantity."""

    quantity: int
    estimate: GivenEstimate


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim with where it appears and how it was rated."""

    slug: str
    text: str
    claimant: str | None = None
    quantities: tuple[int, ...] = ()
    appearances: tuple[tuple[MarkAt, str], ...] = ()
    verdicts: tuple[Rated, ...] = ()
    elsewhere: tuple[GivenVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Dismissed:
    """That a pair is no conflict; ``is_lifted`` since one of the two changed."""

    pair: tuple[MarkAt, MarkAt]
    reason: str
    by: str
    at: dt.datetime
    is_lifted: bool = False


@dataclass(frozen=True, slots=True)
class Remarked:
    """A remark on a quantity or on a claim; ``answers`` is the number of another."""

    text: str
    by: str
    at: dt.datetime
    quantity: int | None = None
    claim: int | None = None
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Likened:
    """What somebody said of two articles that are alike."""

    article: str
    original: str
    likeness: float
    status: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Scoped:
    """A quantity; ``merged_into`` is the number of the one that it was merged into."""

    key: ScopeKey
    merged_into: int | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that people had decided; numbers count in these very lists."""

    quantities: tuple[Scoped, ...] = ()
    copies: tuple[Likened, ...] = ()
    dismissals: tuple[Dismissed, ...] = ()
    settlements: tuple[Settled, ...] = ()
    claims: tuple[Stated, ...] = ()
    remarks: tuple[Remarked, ...] = ()
    estimates: tuple[Estimated, ...] = ()
