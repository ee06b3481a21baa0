"""What a reviewer starts from when she settles, and what speaks against a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.domain import checks as method
from claims.domain.intervals import Number
from claims.domain.moments import Moment
from claims.domain.wording import Said, phrase, recommended
from claims.models import Quantity, Rating, Reliance, Settlement, Speaker
from claims.queries.evidence import Evidence
from claims.queries.quantity_entries import Entry, entries_of
from claims.queries.quantity_naming import counted
from claims.queries.quantity_observations import parts_of

# What the scale is likely to say of a figure that others contradict.
DISPUTED = 3


@dataclass(frozen=True, slots=True)
class Prefill:
    """A draft as the figures suggest it; a person corrects it and gives the reasons."""

    low: Number | None
    high: Number | None
    as_of: dt.date | None
    wording: str
    claim: str
    claimant: Speaker | None
    rating: Rating | None
    set_aside: dict[int, str]


@dataclass(frozen=True, slots=True)
class Proposed:
    """The values of a draft that the checks look at."""

    rationale: str = ""
    wording: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    best: Decimal | None = None
    as_of: dt.date | None = None
    set_aside: frozenset[int] = frozenset()


def prefill(known: Evidence, entries: Sequence[Entry]) -> Prefill:
    """Return the draft that the live figures suggest. One query for the rating."""
    aside = {
        entry.row.pk: reason for entry in entries if (reason := _reason_against(entry))
    }
    kept = [entry for entry in entries if entry.row.pk not in aside and entry.value.hard]
    envelope = known.envelope
    days = [entry.row.as_of for entry in kept if entry.row.as_of]
    first = kept[0] if kept else None
    return Prefill(
        low=envelope.outer.low if envelope else None,
        high=_high(known),
        as_of=max(days, default=None),
        wording=_wording(known.quantity, kept),
        claim=_claim(known.quantity, first) if first else "",
        claimant=_claimant(first),
        rating=Rating.objects.filter(value=DISPUTED).first(),
        set_aside=aside,
    )


def _high(known: Evidence) -> Number | None:
    envelope = known.envelope
    if envelope is None:
        return None
    named = [figure.named_high for figure in known.live if figure.named_high is not None]
    ends = [figure.allowed.high for figure in known.live if figure.allowed.high is not None]
    return max([*named, *ends], default=None)


def _reason_against(entry: Entry) -> str:
    """Return why a figure would usually be set aside, empty if it would not."""
    if entry.is_misquote:
        return Reliance.Reason.MISQUOTE.value
    if entry.superseded_by is not None:
        return Reliance.Reason.SUPERSEDED.value
    return ""


def _wording(quantity: Quantity, kept: Iterable[Entry]) -> str:
    said = [Said(_voice(entry), entry.value) for entry in kept]
    sentence = recommended(said, counted=counted(quantity))
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""


def _voice(entry: Entry) -> str:
    attribution = entry.row.attribution
    if attribution is None or attribution.voice == attribution.Voice.OWN:
        return entry.row.revision.article.outlet.name
    return " and ".join(link.label for link in attribution.origins)


def _claim(quantity: Quantity, entry: Entry) -> str:
    words = f"{phrase(entry.value)} {counted(quantity)}"
    return f"{words[0].upper()}{words[1:]}."


def _claimant(entry: Entry | None) -> Speaker | None:
    attribution = entry.row.attribution if entry else None
    named = [link.speaker for link in attribution.origins] if attribution else []
    return named[0] if named else None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a settlement made of each figure, and what has come or gone since."""

    relied_on: tuple[Entry, ...]
    set_aside: tuple[Entry, ...]
    new: tuple[Entry, ...]
    moved: tuple[Reliance, ...]


def weighed(known: Evidence, settlement: Settlement) -> Weighed:
    """Sort the figures of a quantity by how a settlement treats them."""
    entries = entries_of(known, settlement)
    rows = list(entries.values())
    aside = Reliance.Treatment.SET_ASIDE
    treated = [(entry, entry.treated) for entry in rows if entry.treated is not None]
    return Weighed(
        relied_on=tuple(entry for entry, how in treated if how.treatment != aside),
        set_aside=tuple(entry for entry, how in treated if how.treatment == aside),
        new=tuple(entry for entry in rows if entry.treated is None),
        moved=tuple(
            row for row in settlement.rests_on.all() if str(row.figure_id) not in entries
        ),
    )


def concerns(known: Evidence, proposed: Proposed) -> list[method.Check]:
    """Return what speaks against a draft, and what to do about it."""
    draft = method.Draft(
        rationale=proposed.rationale,
        wording=proposed.wording,
        low=proposed.low,
        high=proposed.high,
        best=proposed.best,
        as_of=Moment.on(proposed.as_of) if proposed.as_of else None,
        set_aside=frozenset(str(pk) for pk in proposed.set_aside),
    )
    setting = method.Setting(
        live=tuple(known.live),
        independent=known.independence.independent,
        severity=known.quantity.severity,
        parts=parts_of(known),
    )
    return method.checks(draft, setting)


def proposed_in(settlement: Settlement) -> Proposed:
    """Return the values of a settlement that the checks look at."""
    return Proposed(
        rationale=settlement.rationale,
        wording=settlement.wording,
        low=settlement.low,
        high=settlement.high,
        best=settlement.best,
        as_of=settlement.as_of,
        set_aside=frozenset(
            row.figure_id
            for row in settlement.rests_on.all()
            if row.treatment == Reliance.Treatment.SET_ASIDE
        ),
    )
