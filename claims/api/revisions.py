"""Revisions: the texts that articles had."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from claims import policy
from claims.api.articles import ArticleBareSerializer
from claims.api.choosing import Related
from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.exchange import webannotation
from claims.models import Revision
from claims.services import importing
from claims.services.attributing import Chain, Source
from claims.services.given import GivenQuote


class RevisionRelated(Related):
    prefetch: ClassVar = {"article": ()}

    article = ArticleBareSerializer(required=False)


class RevisionSerializer(DeskSerializer[Revision]):
    included = RevisionRelated(source="*", read_only=True, required=False)

    class Meta:
        model = Revision
        fields: ClassVar = [
            "id",
            "article",
            "number",
            "text",
            "sha256",
            "retrieved_at",
            "raw_type",
            "extractor",
            "included",
        ]


class SuggestedSerializer(serializers.Serializer[Any]):
    """What became of annotations."""

    found = serializers.IntegerField(help_text="How many annotations are quotes.")
    new = serializers.IntegerField(help_text="How many of them were not marked yet.")


class RevisionResource(Resource[Revision]):
    """The text of an article as seen at one moment; offsets count its code points."""

    queryset = Revision.objects.select_related("article__outlet").defer("raw")
    serializer_class = RevisionSerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("article", "article__outlet", "number")},
        "sha256": ["exact"],
        "retrieved_at": ["gte", "lte"],
    }
    search_fields: ClassVar = ["text", "article__headline"]
    scopes: ClassVar = {"annotations": "export", "annotate": "annotate"}
    asks: ClassVar = {"annotate": policy.may_annotate}
    ordering_fields = ("id", "retrieved_at")

    @extend_schema(responses=OpenApiTypes.OBJECT, filters=False, operation_id="annotations")
    @action(detail=True, pagination_class=None, filter_backends=[])
    def annotations(self, request: DeskRequest, pk: str) -> Response:
        """Return the accepted marks as a W3C Web Annotation collection."""
        revision = self.get_object()
        return Response(webannotation.of(revision, settings.TRACKER_ADDRESS))

    @extend_schema(
        request=OpenApiTypes.OBJECT, responses=SuggestedSerializer, operation_id="annotate"
    )
    @annotations.mapping.post
    def annotate(self, request: DeskRequest, pk: str) -> Response:
        """Take W3C Web Annotations in as suggested quotes.

        A collection, a page, a list or one annotation. Each stands where its position
        says or its words are; if one does not, none is taken in.
        """
        revision = self.get_object()
        found = webannotation.quotes_in(request.data, revision.text)
        given = [GivenQuote(each.span, each.kind, _chain(each)) for each in found]
        new = importing.suggest(revision, given, by=request.user)
        return Response({"found": len(given), "new": new})


def _chain(annotated: webannotation.Annotated) -> Chain:
    origins = [Source(name=name) for name in annotated.names]
    if annotated.descriptor:
        origins.append(Source(descriptor=annotated.descriptor))
    return Chain(tuple(origins), tuple(Source(name=name) for name in annotated.via))
