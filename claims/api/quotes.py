"""Quotes: words attributed to somebody, with what editors decide about them."""

from __future__ import annotations

from typing import ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from claims.api.attributions import AttributionSerializer, ChainSerializer, chain_of
from claims.api.resources import IF_MATCH, DeskRequest, DeskSerializer, Reason, Resource
from claims.models import Quote
from claims.services import annotating, attributing

MARK = [
    "id",
    "revision",
    "start",
    "end",
    "exact",
    "before",
    "after",
    "status",
    "found_by",
    "confidence",
    "rule",
    "decided_by",
    "decided_at",
    "version",
    "attribution",
]


class QuoteSerializer(DeskSerializer[Quote]):
    attribution = AttributionSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Quote
        fields: ClassVar = [
            *MARK,
            *("kind", "cue", "cue_start", "cue_end", "said_at", "continues"),
        ]


class QuoteResource(Resource[Quote]):
    """Words attributed to somebody, as they stand in one revision."""

    queryset = Quote.objects.with_attribution()
    serializer_class = QuoteSerializer
    filterset_fields: ClassVar = {
        "revision": ["exact"],
        "revision__article": ["exact"],
        "status": ["exact"],
        "kind": ["exact"],
        "said_at": ["exact", "gte", "lte"],
        "found_by": ["exact"],
        "attribution__links__speaker": ["exact"],
    }
    search_fields: ClassVar = ["exact"]
    scopes: ClassVar = dict.fromkeys(("accept", "reject", "attribute"), "annotate")

    @extend_schema(request=None, responses=QuoteSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def accept(self, request: DeskRequest, pk: str) -> Response:
        """Accept a suggestion, with the speakers that its chain names."""
        quote = self.to_act_on()
        annotating.accept(quote, by=request.user)
        return self.told(quote)

    @extend_schema(request=Reason, responses=QuoteSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def reject(self, request: DeskRequest, pk: str) -> Response:
        """Reject a suggestion; the engine will not propose it again."""
        given = self.read(Reason)
        quote = self.to_act_on()
        annotating.reject(quote, by=request.user, reason=given["reason"])
        return self.told(quote)

    @extend_schema(
        request=ChainSerializer, responses=QuoteSerializer, parameters=[IF_MATCH]
    )
    @action(detail=True, methods=["post"])
    def attribute(self, request: DeskRequest, pk: str) -> Response:
        """Say who said it and through whom; figures inside a quote follow the quote."""
        given = self.read(ChainSerializer)
        quote = self.to_act_on()
        chain = chain_of(given)
        attributing.attribute(quote, chain, by=request.user, reason=given["reason"])
        return self.told(self.get_object())
