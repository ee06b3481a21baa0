"""What quotes and figures have in common: where they stand, and what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import Prefetch
from rest_framework import serializers

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, GoodReason, Nothing, Reason
from claims.api.articles import ArticleBareSerializer
from claims.api.attributions import SPEAKERS, ChainSerializer, Speakers, chain_of
from claims.api.choosing import Related
from claims.domain.spans import Span
from claims.errors import Unexplained
from claims.models import Figure, Quote, Revision, User
from claims.services import annotating, attributing

MARK = (
    *("id", "revision", "start", "end", "exact", "before", "after", "status"),
    *("found_by", "confidence", "rule", "decided_by", "decided_at", "version"),
    "attribution",
)
MARK_FILTERS: Mapping[str, list[str]] = {
    **{name: ["exact"] for name in ("revision", "revision__article", "status")},
    **{name: ["exact"] for name in ("revision__article__outlet", "found_by", "rule")},
    "confidence": ["gte", "lte"],
    "attribution__voice": ["exact"],
    "attribution__links__speaker": ["exact"],
}


class MarkRelated(Related):
    prefetch: ClassVar = {
        "article": (
            Prefetch("revision", Revision.objects.defer("text", "raw")),
            "revision__article",
        ),
        "speakers": tuple(f"attribution__{each}" for each in SPEAKERS),
    }

    article = ArticleBareSerializer(source="revision.article", required=False)
    speakers = Speakers(source="*", required=False)


class Place(serializers.Serializer[Any]):
    """A stretch of a text in code points, and the words that stand there."""

    start = fields.place()
    end = fields.place()
    exact = serializers.CharField(
        max_length=100_000,
        trim_whitespace=False,
        help_text="The words as read; refused if others stand there.",
    )


class NewPlace(Place, Reason):
    """Where a mark is to stand in its text, and why."""


class NewMark(Place):
    """Words of a revision, and who said them; without a chain the outlet itself."""

    revision = fields.row(Revision.objects.select_related("article").defer("raw"))
    chain = ChainSerializer(required=False, allow_null=True, default=None)


def span_in(revision: Revision, given: Given) -> Span:
    return annotating.span_of(revision, given["start"], given["end"], given["exact"])


def _accept(row: Quote | Figure, _: Given, by: User) -> None:
    """Accept a suggestion, with the speakers that its chain names."""
    annotating.accept(row, by=by)


def _reject(row: Quote | Figure, given: Given, by: User) -> None:
    """Reject a suggestion; the engine will not propose it again."""
    annotating.reject(row, by=by, reason=given["reason"])


def _reopen(row: Quote | Figure, given: Given, by: User) -> None:
    """Take a decision back: it is a suggestion again, under no quantity."""
    annotating.reopen(row, by=by, reason=given["reason"])


def reason_for(row: Quote | Figure, given: Given) -> str:
    """Return why a mark changes, which has to be said of an accepted one."""
    reason: str = given.get("reason", "").strip()
    if row.is_accepted and not reason:
        raise Unexplained(f"“{row.exact[:60]}” was accepted; say why it changes.")
    return reason


def _attribute(row: Quote | Figure, given: Given, by: User) -> None:
    """Say who said it and through whom; figures inside a quote follow the quote."""
    reason = reason_for(row, given)
    attributing.attribute(row, chain_of(given), by=by, reason=reason)


def _move(row: Quote | Figure, given: Given, by: User) -> None:
    """Move the edges of the mark in its own revision."""
    reason, span = reason_for(row, given), span_in(row.revision, given)
    annotating.amend_span(row, span, version=row.version, by=by, reason=reason)


def annotating_act(perform: Any, takes: Any) -> Act:
    """Return an act of editors."""
    return Act(perform=perform, takes=takes, may=policy.may_annotate, scope="annotate")


def shared_act(perform: Any, takes: Any) -> Act:
    """Return an act of editors and of reviewers."""
    return Act(
        perform=perform,
        takes=takes,
        may=policy.may_annotate_or_compare,
        scope="annotate",
    )


DECIDING: Mapping[str, Act] = {
    "accept": annotating_act(_accept, Nothing),
    "reject": annotating_act(_reject, Reason),
    "reopen": annotating_act(_reopen, GoodReason),
    "move": annotating_act(_move, NewPlace),
    "attribute": shared_act(_attribute, ChainSerializer),
}
