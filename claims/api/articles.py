"""Articles, and the texts that they had."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Prefetch
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.exchange import webannotation
from claims.models import Article, Revision
from claims.services import importing
from claims.services.attributing import Chain, Source
from claims.services.given import GivenQuote

_WITHOUT_TEXTS = Prefetch("revisions", Revision.objects.defer("text", "raw"))


class RevisionBriefSerializer(DeskSerializer[Revision]):
    class Meta:
        model = Revision
        fields: ClassVar = ["id", "number", "sha256", "retrieved_at"]


class ArticleSerializer(DeskSerializer[Article]):
    revisions = RevisionBriefSerializer(many=True, read_only=True)

    class Meta:
        model = Article
        fields: ClassVar = [
            "id",
            "outlet",
            "agency",
            "headline",
            "byline",
            "url",
            "published_at",
            "published_precision",
            "language",
            "added_at",
            "version",
            "revisions",
        ]


class ArticleResource(Resource[Article]):
    """What was published; the texts are revisions."""

    queryset = Article.objects.prefetch_related(_WITHOUT_TEXTS)
    serializer_class = ArticleSerializer
    filterset_fields: ClassVar = ["outlet", "agency", "url", "language"]
    search_fields: ClassVar = ["headline", "byline"]
    ordering_fields = ("id", "added_at")


class RevisionSerializer(DeskSerializer[Revision]):
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
        ]


class SuggestedSerializer(serializers.Serializer[Any]):
    """What became of annotations."""

    found = serializers.IntegerField(help_text="How many annotations are quotes.")
    new = serializers.IntegerField(help_text="How many of them were not marked yet.")


class RevisionResource(Resource[Revision]):
    """The text of an article as seen at one moment; offsets count its code points."""

    queryset = Revision.objects.select_related("article__outlet").defer("raw")
    serializer_class = RevisionSerializer
    filterset_fields: ClassVar = ["article", "number", "sha256"]
    scopes: ClassVar = {"annotations": "export", "annotate": "annotate"}
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
