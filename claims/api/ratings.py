"""The scale of ratings."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given
from claims.api.resources import DeskSerializer, Resource
from claims.models import Rating, User
from claims.services import cataloguing


class RatingSerializer(DeskSerializer[Rating]):
    class Meta:
        model = Rating
        fields: ClassVar = ["id", "name", "value", "meaning"]


class AmendedRating(serializers.Serializer[Any]):
    """What is to change of a rating."""

    name = serializers.CharField(required=False, max_length=60)
    meaning = fields.amended_text(2000)


def _amend(rating: Rating, given: Given, by: User) -> None:
    """Change the name or the meaning of a step; only what is sent."""
    cataloguing.amend_rating(rating, by=by, **given)


class RatingResource(Resource[Rating]):
    """The steps of the desk's scale."""

    queryset = Rating.objects.all()
    serializer_class = RatingSerializer
    filterset_fields: ClassVar = ["name", "value"]
    search_fields: ClassVar = ["name", "meaning"]
    ordering_fields = ("id", "value")
    amending = Act(
        perform=_amend,
        takes=AmendedRating,
        may=policy.may_shape_the_scale,
        scope="review",
    )
