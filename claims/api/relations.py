"""Relations: what two figures are to each other, and what people say of them."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from claims import policy
from claims.api.acting import Act, Given, GoodReason, Nothing
from claims.api.choosing import Related
from claims.api.figures import FIGURE, FigureBareSerializer
from claims.api.quantity_fields import QuantityBareSerializer
from claims.api.resources import DeskSerializer, Resource
from claims.models import Relation, User
from claims.services import comparing


class RelationRelated(Related):
    prefetch: ClassVar = {
        "a": tuple(f"a__{each}" for each in FIGURE),
        "b": tuple(f"b__{each}" for each in FIGURE),
        "quantity": ("quantity",),
    }

    a = FigureBareSerializer(required=False)
    b = FigureBareSerializer(required=False)
    quantity = QuantityBareSerializer(required=False)


class RelationSerializer(DeskSerializer[Relation]):
    flags = serializers.ListField(child=serializers.CharField(), read_only=True)
    included = RelationRelated(source="*", read_only=True, required=False)

    class Meta:
        model = Relation
        fields: ClassVar = [
            "id",
            "a",
            "b",
            "quantity",
            "kind",
            "flags",
            "severity",
            "why",
            "is_dismissed",
            "included",
        ]


def _dismiss(relation: Relation, given: Given, by: User) -> None:
    """Say that a pair is no conflict, and why; it holds until one of the two changes."""
    comparing.dismiss(relation, reason=given["reason"], by=by)


def _restore(relation: Relation, _: Given, by: User) -> None:
    """Take a dismissal back."""
    comparing.restore(relation, by=by)


def _judging(perform: Any, takes: Any) -> Act:
    return Act(perform=perform, takes=takes, may=policy.may_compare, scope="review")


class RelationResource(Resource[Relation]):
    """What the method says of two figures, with its reason."""

    queryset = Relation.objects.select_related("quantity__incident__parent").defer(
        "quantity__incident__dossier", "quantity__incident__parent__dossier"
    )
    serializer_class = RelationSerializer
    filterset_fields: ClassVar = {
        "a": ["exact"],
        "b": ["exact"],
        "quantity": ["exact"],
        "quantity__incident": ["exact"],
        "kind": ["exact"],
        "severity": ["gte"],
        "is_dismissed": ["exact"],
    }
    search_fields: ClassVar = ["why", "a__exact", "b__exact"]
    ordering_fields = ("id", "severity")
    acts: ClassVar = {
        "dismiss": _judging(_dismiss, GoodReason),
        "restore": _judging(_restore, Nothing),
    }
    in_bulk = ("dismiss", "restore")
