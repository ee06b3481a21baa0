"""Wire copies: articles that repeat each other, as likeness suggests."""

from __future__ import annotations

from typing import Any, ClassVar

from claims import policy
from claims.api.acting import Act, Given, Nothing, Reason
from claims.api.articles import ArticleBareSerializer
from claims.api.choosing import Related
from claims.api.resources import DeskSerializer, Resource
from claims.models import Copy, User
from claims.services import copying


class CopyRelated(Related):
    prefetch: ClassVar = {"article": (), "original": ()}

    article = ArticleBareSerializer(required=False)
    original = ArticleBareSerializer(required=False)


class CopySerializer(DeskSerializer[Copy]):
    included = CopyRelated(source="*", read_only=True, required=False)

    class Meta:
        model = Copy
        fields: ClassVar = [
            "id",
            "article",
            "original",
            "likeness",
            "status",
            "decided_by",
            "decided_at",
            "included",
        ]


def _confirm(copy: Copy, _: Given, by: User) -> None:
    """Say that the article does carry the other one."""
    copying.confirm(copy, by=by)


def _refuse(copy: Copy, given: Given, by: User) -> None:
    """Say that the likeness is chance; the two count apart from now on."""
    copying.refuse(copy, by=by, reason=given["reason"])


def _deciding(perform: Any, takes: Any) -> Act:
    return Act(
        perform=perform,
        takes=takes,
        may=policy.may_annotate_or_compare,
        scope="annotate",
    )


class CopyResource(Resource[Copy]):
    """Pairs of articles of which one repeats the other."""

    queryset = Copy.objects.select_related("article", "original")
    serializer_class = CopySerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("article", "original", "status")},
        "likeness": ["gte", "lte"],
    }
    search_fields: ClassVar = ["article__headline", "original__headline"]
    ordering_fields = ("id", "likeness")
    acts: ClassVar = {
        "confirm": _deciding(_confirm, Nothing),
        "refuse": _deciding(_refuse, Reason),
    }
    in_bulk = ("confirm", "refuse")
