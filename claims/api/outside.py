"""What others say: verdicts of other fact-checkers, numbers of other recorders."""

from __future__ import annotations

from typing import ClassVar

from rest_framework import serializers

from claims.api.choosing import Related
from claims.api.quantity_fields import QuantityBareSerializer
from claims.api.resources import DeskSerializer, Resource
from claims.models import OutsideEstimate, OutsideVerdict


class OutsideVerdictSerializer(DeskSerializer[OutsideVerdict]):
    class Meta:
        model = OutsideVerdict
        fields: ClassVar = [
            *("id", "claim", "publisher", "rating", "value", "claimant", "reviewed_on"),
            *("url", "taken_in_by", "taken_in_at"),
        ]


class OutsideVerdictResource(Resource[OutsideVerdict]):
    """How others rated a claim, in their own words; the desk rates it by itself."""

    queryset = OutsideVerdict.objects.all()
    serializer_class = OutsideVerdictSerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("claim", "claim__incident", "publisher", "url")},
        "reviewed_on": ["gte", "lte"],
    }
    search_fields: ClassVar = ["publisher", "rating", "claim__text"]
    ordering_fields = ("id", "taken_in_at")


class OutsideEstimateRelated(Related):
    prefetch: ClassVar = {"quantity": ("quantity",)}

    quantity = QuantityBareSerializer(required=False)


class OutsideEstimateSerializer(DeskSerializer[OutsideEstimate]):
    is_out_of_order = serializers.BooleanField(
        read_only=True, help_text="A lower number stands above a higher one, as recorded."
    )
    included = OutsideEstimateRelated(source="*", read_only=True, required=False)

    class Meta:
        model = OutsideEstimate
        fields: ClassVar = [
            *("id", "quantity", "recorder", "event", "low", "best", "high", "sources"),
            *("place", "from_on", "until_on", "url", "taken_in_by", "taken_in_at"),
            *("is_out_of_order", "included"),
        ]


class OutsideEstimateResource(Resource[OutsideEstimate]):
    """What other recorders have for a quantity; no settlement of the desk."""

    queryset = OutsideEstimate.objects.all()
    serializer_class = OutsideEstimateSerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("quantity", "quantity__incident", "recorder")},
        "event": ["exact"],
    }
    search_fields: ClassVar = ["recorder", "event", "sources", "place"]
    ordering_fields = ("id", "taken_in_at")
