"""Quotes: words attributed to somebody, with what editors decide about them."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given, Making
from claims.api.attributions import AttributionBareSerializer, chain_of
from claims.api.marks import (
    DECIDING,
    MARK,
    MARK_FILTERS,
    MarkRelated,
    NewMark,
    Place,
    annotating_act,
    reason_for,
    span_in,
)
from claims.api.resources import DeskSerializer, Resource
from claims.models import Quote, User
from claims.services import annotating, cutting
from claims.services.attributing import OWN_VOICE


class QuoteBareSerializer(DeskSerializer[Quote]):
    attribution = AttributionBareSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Quote
        fields: ClassVar = [
            *MARK,
            *("kind", "cue", "cue_start", "cue_end", "said_at", "continues"),
        ]


class QuoteSerializer(QuoteBareSerializer):
    included = MarkRelated(source="*", read_only=True, required=False)

    class Meta(QuoteBareSerializer.Meta):
        fields: ClassVar = [*QuoteBareSerializer.Meta.fields, "included"]


class NewQuote(NewMark):
    """Words that somebody said, as an editor marks them."""

    kind = fields.choice(Quote.Kind.choices, Quote.Kind.DIRECT)


class AmendedQuote(serializers.Serializer[Any]):
    """What is to change of a quote."""

    kind = serializers.ChoiceField(required=False, choices=Quote.Kind.choices)
    said_at = serializers.DateField(required=False, allow_null=True)
    reason = fields.amended_text(2000)


class Cue(serializers.Serializer[Any]):
    """The words that attribute a quote; null if none do."""

    cue = Place(allow_null=True)


class Cut(serializers.Serializer[Any]):
    """Where a quote is cut in two, in code points of its text."""

    at = fields.place()


class Following(serializers.Serializer[Any]):
    """The quote that is joined to this one."""

    following = fields.row(Quote.objects.select_related("revision", "attribution"))


def _mark(given: Given, by: User) -> Quote:
    """Mark a quote in a revision; it is accepted as it is marked."""
    revision = given["revision"]
    chain = chain_of(given["chain"]) if given["chain"] else OWN_VOICE
    return annotating.mark_quote(
        revision, span_in(revision, given), kind=given["kind"], chain=chain, by=by
    )


def _amend(quote: Quote, given: Given, by: User) -> None:
    """Say how the words are given and when they were said; only what is sent."""
    said = annotating.Given(
        kind=given.get("kind", quote.kind), said_at=given.get("said_at", quote.said_at)
    )
    reason = reason_for(quote, given)
    annotating.amend_quote(quote, said, version=quote.version, by=by, reason=reason)


def _cue(quote: Quote, given: Given, by: User) -> None:
    """Say which words attribute it, or that none do."""
    span = span_in(quote.revision, given["cue"]) if given["cue"] else None
    annotating.amend_cue(quote, span, version=quote.version, by=by)


def _split(quote: Quote, given: Given, by: User) -> Quote:
    """Cut it in two; what is answered is the second part."""
    return cutting.split(quote, given["at"], version=quote.version, by=by)


def _join(quote: Quote, given: Given, by: User) -> None:
    """Stretch it over the quote that follows, which is rejected."""
    cutting.join(quote, given["following"], version=quote.version, by=by)


class QuoteResource(Resource[Quote]):
    """Words attributed to somebody, as they stand in one revision."""

    queryset = Quote.objects.with_attribution()
    serializer_class = QuoteSerializer
    filterset_fields: ClassVar = {
        **MARK_FILTERS,
        "kind": ["exact"],
        "said_at": ["exact", "gte", "lte"],
        "appearances__claim": ["exact"],
        "figures__quantity": ["exact"],
    }
    search_fields: ClassVar = ["exact"]
    making = Making(
        perform=_mark, takes=NewQuote, may=policy.may_annotate, scope="annotate"
    )
    amending = annotating_act(_amend, AmendedQuote)
    acts: ClassVar = {
        **DECIDING,
        "cue": annotating_act(_cue, Cue),
        "split": Act(
            perform=_split,
            takes=Cut,
            makes=QuoteSerializer,
            may=policy.may_annotate,
            scope="annotate",
        ),
        "join": annotating_act(_join, Following),
    }
    in_bulk = ("accept", "reject", "reopen", "attribute")
