"""Comments: what colleagues say to each other about a quantity or a claim."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from claims import policy
from claims.api import fields
from claims.api.acting import Act, Given
from claims.api.resources import DeskSerializer, Resource
from claims.models import Claim, Comment, Quantity, User
from claims.services import commenting


class CommentSerializer(DeskSerializer[Comment]):
    class Meta:
        model = Comment
        fields: ClassVar = [
            "id",
            "quantity",
            "claim",
            "answers",
            "text",
            "written_by",
            "written_at",
        ]


class Remark(serializers.Serializer[Any]):
    """What somebody says, and the comment that it answers."""

    text = serializers.CharField(max_length=5000)
    answers = fields.optional_row(Comment.objects.select_related("quantity", "claim"))


def _comment(on: Quantity | Claim, given: Given, by: User) -> Comment:
    """Leave a remark; whoever is mentioned in it with @ is told."""
    return commenting.comment(on, given["text"], by=by, answers=given["answers"])


COMMENTING = Act(
    perform=_comment,
    takes=Remark,
    makes=CommentSerializer,
    may=policy.may_annotate_or_compare,
    scope="review",
)


class CommentResource(Resource[Comment]):
    """Remarks on quantities and claims, the newest first."""

    queryset = Comment.objects.all()
    serializer_class = CommentSerializer
    filterset_fields: ClassVar = {
        "quantity": ["exact", "isnull"],
        "claim": ["exact", "isnull"],
        "answers": ["exact", "isnull"],
        "written_by": ["exact"],
        "written_at": ["gte", "lte"],
    }
    search_fields: ClassVar = ["text"]
    ordering_fields = ("id", "written_at")
