"""Figures: numbers as somebody gave them, with what editors decide about them."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from claims.api.attributions import AttributionSerializer, ChainSerializer, chain_of
from claims.api.quotes import MARK
from claims.api.resources import IF_MATCH, DeskRequest, DeskSerializer, Reason, Resource
from claims.models import Figure, Quantity
from claims.services import annotating, attributing, filing


class FigureSerializer(DeskSerializer[Figure]):
    attribution = AttributionSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Figure
        fields: ClassVar = [
            *MARK,
            "quote",
            "quantity",
            "measure",
            "population",
            "side",
            "unit",
            "place",
            "kind",
            "hedge",
            "printed_low",
            "printed_high",
            "low",
            "high",
            "core_low",
            "core_high",
            "is_additive",
            "is_correction",
            "epistemic",
            "basis",
            "locus",
            "as_of",
            "is_as_of_inferred",
            "restates",
        ]


class Filing(serializers.Serializer[Any]):
    """Where a figure belongs."""

    quantity = serializers.PrimaryKeyRelatedField(queryset=Quantity.objects.standing())
    reason = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=2000
    )


class FigureResource(Resource[Figure]):
    """One assertion of a quantity's value, with what the words allow and mean."""

    queryset = (
        Figure.objects.select_related(
            "attribution", "quantity__incident__parent", "revision__article"
        )
        .defer("revision__raw", "quantity__incident__dossier")
        .prefetch_related("attribution__links__speaker")
    )
    serializer_class = FigureSerializer
    filterset_fields: ClassVar = {
        "revision": ["exact"],
        "revision__article": ["exact"],
        "quantity": ["exact", "isnull"],
        "quantity__incident": ["exact"],
        "status": ["exact"],
        "measure": ["exact"],
        "as_of": ["exact", "gte", "lte"],
        "found_by": ["exact"],
        "attribution__links__speaker": ["exact"],
    }
    search_fields: ClassVar = ["exact", "population"]
    scopes: ClassVar = dict.fromkeys(("accept", "reject", "attribute", "file"), "annotate")

    @extend_schema(request=None, responses=FigureSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def accept(self, request: DeskRequest, pk: str) -> Response:
        """Accept a suggestion, with the speakers that its chain names."""
        figure = self.to_act_on()
        annotating.accept(figure, by=request.user)
        return self.told(figure)

    @extend_schema(request=Reason, responses=FigureSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def reject(self, request: DeskRequest, pk: str) -> Response:
        """Reject a suggestion; the engine will not propose it again."""
        given = self.read(Reason)
        figure = self.to_act_on()
        annotating.reject(figure, by=request.user, reason=given["reason"])
        return self.told(figure)

    @extend_schema(
        request=ChainSerializer, responses=FigureSerializer, parameters=[IF_MATCH]
    )
    @action(detail=True, methods=["post"])
    def attribute(self, request: DeskRequest, pk: str) -> Response:
        """Say who gave it and through whom; what rests on it is compared again."""
        given = self.read(ChainSerializer)
        figure = self.to_act_on()
        chain = chain_of(given)
        attributing.attribute(figure, chain, by=request.user, reason=given["reason"])
        return self.told(self.get_object())

    @extend_schema(request=Filing, responses=FigureSerializer, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"])
    def file(self, request: DeskRequest, pk: str) -> Response:
        """File an accepted figure under a quantity and compare it with the others."""
        given = self.read(Filing)
        figure = self.to_act_on()
        filing.file(figure, given["quantity"], by=request.user, reason=given["reason"])
        return self.told(figure)
