"""Claims in a list, one claim with its evidence, and claims like it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Prefetch, Q

from claims.models import (
    Appearance,
    Claim,
    OutsideVerdict,
    Quantity,
    Quote,
    Settlement,
    Verdict,
)
from claims.queries.remarks import Remark, thread

PAGE_SIZE = 50
SIMILAR_SHOWN = 6
_MOST_TO_LINK = 50
_WORD = re.compile(r"\w+")
_NO_SENSE = frozenset(
    ("the", "and", "was", "were", "that", "for", "with", "from", "have", "has")
)
_SHORTEST = 3  # letters: shorter words say little
_ALIKE = 0.25  # of all words of two claims that are shown as alike


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Everything that the page of a claim shows."""

    claim: Claim
    quantities: Sequence[Quantity]
    verdicts: Sequence[Verdict]
    appearances: Sequence[Appearance]
    settlements: Sequence[Settlement]
    remarks: Sequence[Remark]
    elsewhere: Sequence[OutsideVerdict]

    @property
    def current(self) -> Verdict | None:
        """Return the approved verdict."""
        return next((row for row in self.verdicts if row.status == "approved"), None)

    @property
    def proposed(self) -> Verdict | None:
        return next((row for row in self.verdicts if row.is_open), None)

    @property
    def sealed(self) -> list[Verdict]:
        """Return the versions that were approved once, newest first."""
        return [row for row in self.verdicts if row.status in ("approved", "superseded")]


def listed(*, words: str = "", number: int | str = 1) -> Page[Claim]:
    """Return one page of the claims, newest first, with their verdicts."""
    rows = Claim.objects.for_list().annotate(
        is_awaiting=Exists(Verdict.objects.filter(claim=OuterRef("pk"), status="proposed"))
    )
    if words:
        rows = rows.filter(text__icontains=words)
    approved = Verdict.objects.filter(status="approved").select_related("rating")
    rows = rows.prefetch_related(
        Prefetch("verdicts", approved, to_attr="approved"), "outside_verdicts"
    )
    return Paginator(rows, PAGE_SIZE).get_page(number)


def of(claim: Claim) -> ClaimPage:
    """Load the page of one claim."""
    verdicts = claim.verdicts.select_related(
        "rating", "proposed_by", "decided_by", "settlement__quantity"
    )
    quantities = list(claim.quantities.select_related("incident"))
    settlements = Settlement.objects.current().for_publication()
    return ClaimPage(
        claim=claim,
        quantities=quantities,
        verdicts=list(verdicts),
        appearances=_appearances(claim),
        settlements=list(settlements.filter(quantity__in=quantities)),
        remarks=thread(claim.comments.select_related("written_by")),
        elsewhere=list(OutsideVerdict.objects.filter(claim=claim)),
    )


def _appearances(claim: Claim) -> list[Appearance]:
    return list(
        claim.appearances.select_related(
            "quote__revision__article__outlet", "quote__attribution"
        )
        .defer("quote__revision__text", "quote__revision__raw")
        .prefetch_related("quote__attribution__links__speaker")
    )


def quotes_to_tie(claim: Claim, words: str) -> list[Quote]:
    """Return accepted quotes that hold ``words`` and are not tied to the claim yet."""
    if not words.strip():
        return []
    rows = (
        Quote.objects.accepted().with_attribution().filter(exact__icontains=words.strip())
    )
    if claim.incident_id is not None:
        near = rows.filter(
            revision__figures__quantity__incident=claim.incident_id
        ).distinct()
        rows = near if near.exists() else rows
    tied = claim.appearances.values("quote")
    return list(
        rows.exclude(pk__in=tied)
        .select_related("revision__article__outlet")
        .defer("revision__text", "revision__raw")[:20]
    )


def quantities_to_link(claim: Claim, words: str) -> list[Quantity]:
    """Return quantities that the claim may be about: of its incident, or found by words."""
    rows = Quantity.objects.for_queue().exclude(claims=claim)
    if claim.incident_id is not None:
        return list(rows.filter(incident=claim.incident_id)[:_MOST_TO_LINK])
    for word in words.split()[:8]:
        rows = rows.filter(
            Q(population__icontains=word)
            | Q(measure__icontains=word)
            | Q(place__icontains=word)
            | Q(incident__title__icontains=word)
        )
    return list(rows[:_MOST_TO_LINK]) if words.split() else []


def similar(text: str) -> list[Claim]:
    """Return claims that share words with ``text``, the likest first.

    This answers "has this been checked before?" while somebody types.
    """
    wanted = {
        word for word in _words(text) if len(word) >= _SHORTEST or word.isdigit()
    } - _NO_SENSE
    if not wanted:
        return []
    any_of = Q()
    for word in sorted(wanted, key=len, reverse=True)[:8]:
        any_of |= Q(text__icontains=word)
    approved = Verdict.objects.filter(status="approved").select_related("rating")
    found = list(
        Claim.objects.filter(any_of).prefetch_related(
            Prefetch("verdicts", approved, to_attr="approved"), "outside_verdicts"
        )[:200]
    )
    likeness = {claim.pk: _likeness(wanted, claim.text) for claim in found}
    found.sort(key=lambda claim: (-likeness[claim.pk], claim.pk))
    return [claim for claim in found if likeness[claim.pk] >= _ALIKE][:SIMILAR_SHOWN]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _likeness(wanted: set[str], text: str) -> float:
    """Return the share of all words that both have."""
    words = set(_words(text)) - _NO_SENSE
    return len(wanted & words) / len(wanted | words) if words else 0.0
