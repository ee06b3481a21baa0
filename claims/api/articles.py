"""Articles, and the texts that they had."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import Prefetch

from claims.api.resources import DeskSerializer, Resource
from claims.models import Article, Revision

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


class RevisionResource(Resource[Revision]):
    """The text of an article as seen at one moment; offsets count its code points."""

    queryset = Revision.objects.defer("raw")
    serializer_class = RevisionSerializer
    filterset_fields: ClassVar = ["article", "number", "sha256"]
    ordering_fields = ("id", "retrieved_at")
