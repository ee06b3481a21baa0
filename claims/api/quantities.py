"""Quantities: what figures give the value of, and settlements proposed for them."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.status import HTTP_201_CREATED

from claims.api.resources import IF_MATCH, DeskRequest, DeskSerializer, Resource
from claims.api.settlements import SettlementSerializer
from claims.models import Quantity, Rating, Reliance, Settlement, Speaker
from claims.services import settling
from claims.services.concluding import Publication
from claims.services.settling import Draft, SetAside


class QuantitySerializer(DeskSerializer[Quantity]):
    class Meta:
        model = Quantity
        fields: ClassVar = [
            "id",
            "incident",
            "measure",
            "population",
            "side",
            "population_status",
            "place",
            "window_from",
            "window_until",
            "unit",
            "assignee",
            "merged_into",
            "severity",
            "positions",
            "conflicts",
            "figure_count",
            "reports",
            "outlets",
            "independent",
            "compared_at",
            "version",
        ]


class Aside(serializers.Serializer[Any]):
    """A figure that does not count for a settlement, and why."""

    figure = serializers.IntegerField(min_value=1, max_value=10**18)
    reason = serializers.ChoiceField(
        choices=[choice for choice in Reliance.Reason.choices if choice[0]]
    )
    note = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=2000
    )


class Published(serializers.Serializer[Any]):
    """The claim that the settlement answers, and how it is rated."""

    claim = serializers.CharField(max_length=1000)
    rating = serializers.PrimaryKeyRelatedField(queryset=Rating.objects.all())
    claimant = serializers.PrimaryKeyRelatedField(
        queryset=Speaker.objects.standing(), required=False, allow_null=True, default=None
    )


def _number() -> serializers.DecimalField:
    return serializers.DecimalField(
        max_digits=20, decimal_places=4, required=False, allow_null=True, default=None
    )


class Proposed(serializers.Serializer[Any]):
    """A settlement as somebody proposes it."""

    wording = serializers.CharField(max_length=5000)
    rationale = serializers.CharField(max_length=20_000)
    mode = serializers.ChoiceField(
        choices=Settlement.Mode.choices, required=False, default=Settlement.Mode.RANGE
    )
    low = _number()
    high = _number()
    best = _number()
    as_of = serializers.DateField(required=False, allow_null=True, default=None)
    rule = serializers.CharField(required=False, default="judgement", max_length=60)
    set_aside = serializers.ListField(
        child=Aside(), required=False, default=list, max_length=1000
    )
    publication = Published(required=False, allow_null=True, default=None)


class QuantityResource(Resource[Quantity]):
    """What is counted or measured, with what its figures come to."""

    queryset = Quantity.objects.all()
    serializer_class = QuantitySerializer
    filterset_fields: ClassVar = {
        "incident": ["exact"],
        "measure": ["exact"],
        "population": ["exact"],
        "severity": ["gte"],
        "conflicts": ["gte"],
        "merged_into": ["isnull"],
    }
    search_fields: ClassVar = ["population", "measure"]
    scopes: ClassVar = {"settlements": "review"}
    ordering_fields = ("id", "severity", "positions", "figure_count")

    @extend_schema(
        request=Proposed, responses={201: SettlementSerializer}, parameters=[IF_MATCH]
    )
    @action(detail=True, methods=["post"])
    def settlements(self, request: DeskRequest, pk: str) -> Response:
        """Propose the next version of a settlement; somebody else approves it."""
        given = self.read(Proposed)
        quantity = self.to_act_on()
        settlement = settling.propose(quantity, _draft(given), by=request.user)
        answer = SettlementSerializer(settlement, context=self.get_serializer_context())
        return Response(answer.data, status=HTTP_201_CREATED)


def _draft(given: dict[str, Any]) -> Draft:
    asides = {
        each["figure"]: SetAside(each["reason"], each["note"])
        for each in given["set_aside"]
    }
    published = given["publication"]
    return Draft(
        **{name: given[name] for name in ("wording", "rationale", "mode", "rule", "as_of")},
        **{name: given[name] for name in ("low", "high", "best")},
        set_aside=asides,
        publication=Publication(**published) if published else None,
    )
