"""Articles: what was published, taken in once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import Prefetch, Value
from django.db.models.functions import Coalesce
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.status import HTTP_200_OK, HTTP_201_CREATED

from claims import policy
from claims.api import fields
from claims.api.acting import IF_MATCH, Act, Given
from claims.api.choosing import Related
from claims.api.outlets import OutletBareSerializer
from claims.api.resources import DeskRequest, DeskSerializer, Resource
from claims.api.submissions import (
    Address,
    NewText,
    Submission,
    fetched,
    snapshot_of,
    submitted,
)
from claims.api.tags import etag_of
from claims.models import Article, Outlet, Revision, User
from claims.services import cataloguing, taking_in
from claims.services.taking_in import Taken

# An article that nothing dates stands before all others.
_NEVER = Value(dt.datetime(1, 1, 2, tzinfo=dt.UTC))
_WITHOUT_TEXTS = Prefetch("revisions", Revision.objects.defer("text", "raw"))


class RevisionBriefSerializer(DeskSerializer[Revision]):
    class Meta:
        model = Revision
        fields: ClassVar = ["id", "number", "sha256", "retrieved_at"]


class ArticleBareSerializer(DeskSerializer[Article]):
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
        ]


class ArticleRelated(Related):
    prefetch: ClassVar = {"outlet": ("outlet",), "agency": ("agency",)}

    outlet = OutletBareSerializer(required=False)
    agency = OutletBareSerializer(required=False, allow_null=True)


class ArticleSerializer(ArticleBareSerializer):
    revisions = RevisionBriefSerializer(many=True, read_only=True)
    included = ArticleRelated(source="*", read_only=True, required=False)

    class Meta(ArticleBareSerializer.Meta):
        fields: ClassVar = [*ArticleBareSerializer.Meta.fields, "revisions", "included"]


class AmendedArticle(serializers.Serializer[Any]):
    """What is to change of an article, and why."""

    headline = serializers.CharField(required=False, max_length=500)
    byline = fields.amended_text(300)
    url = fields.amended_text(2000)
    published_at = serializers.DateTimeField(required=False, allow_null=True)
    published_precision = serializers.ChoiceField(
        required=False, choices=Article.Precision.choices
    )
    language = serializers.CharField(required=False, max_length=10)
    agency = fields.amended_row(Outlet.objects.all())
    reason = fields.amended_text(2000)


class TakenSerializer(serializers.Serializer[Any]):
    """What became of a submission: the article, and whether any of it is new here."""

    article = ArticleSerializer()
    revision = RevisionBriefSerializer()
    is_new_article = serializers.BooleanField()
    is_new_revision = serializers.BooleanField()
    guessed = serializers.ListField(
        child=serializers.CharField(),
        help_text="What the file did not say itself, and nobody who sent it.",
    )


def _amend(article: Article, given: Given, by: User) -> None:
    """Change what is known of an article; only what is sent."""
    reason = given.pop("reason", "")
    cataloguing.amend_article(
        article, version=article.version, by=by, reason=reason, **given
    )


_TAKEN = {HTTP_200_OK: TakenSerializer, HTTP_201_CREATED: TakenSerializer}
_TAKING: Mapping[str, Any] = dict.fromkeys(("create", "fetch", "revise"))


class ArticleResource(Resource[Article]):
    """What was published; the texts are revisions."""

    queryset = Article.objects.annotate(
        published_or_never=Coalesce("published_at", _NEVER)
    ).prefetch_related(_WITHOUT_TEXTS)
    serializer_class = ArticleSerializer
    filterset_fields: ClassVar = {
        **{name: ["exact"] for name in ("outlet", "outlet__name", "agency", "url")},
        "language": ["exact"],
        "published_at": ["gte", "lte", "isnull"],
        "revisions__sha256": ["exact"],
        "revisions__figures__quantity__incident": ["exact"],
    }
    search_fields: ClassVar = ["headline", "byline", "outlet__name"]
    ordering_fields = ("id", "added_at", "published_at")
    scopes: ClassVar = dict.fromkeys(_TAKING, "annotate")
    asks: ClassVar = dict.fromkeys(_TAKING, policy.may_annotate)
    # Another machine is asked: nobody may wait for that with the desk's pen in hand.
    unrepeatable = frozenset({"fetch"})
    amending = Act(
        perform=_amend, takes=AmendedArticle, may=policy.may_annotate, scope="annotate"
    )

    @extend_schema(request=Submission, responses=_TAKEN)
    def create(self, request: DeskRequest) -> Response:
        """Take an article in: its text, or its page.

        The same address, or the same text of the same outlet, is the same article:
        that one is answered with 200, and with a text that it did not have yet as its
        newest revision. The engine suggests what it finds.
        """
        given = self.read(Submission)
        snapshot, publication = submitted(given, by=request.user)
        taken = taking_in.add(snapshot, publication, by=request.user)
        return self._taken(taken, publication.guessed)

    @extend_schema(request=Address, responses=_TAKEN)
    @action(detail=False, methods=["post"])
    def fetch(self, request: DeskRequest) -> Response:
        """Take in the article that stands at an address.

        Taken in twice it is one article. An address that is not public is refused.
        """
        given = self.read(Address)
        snapshot, publication = fetched(given, by=request.user)
        taken = taking_in.add(snapshot, publication, by=request.user)
        return self._taken(taken, publication.guessed)

    @extend_schema(request=NewText, responses=_TAKEN, parameters=[IF_MATCH])
    @action(detail=True, methods=["post"], url_path="revisions", url_name="revisions")
    def revise(self, request: DeskRequest, pk: str) -> Response:
        """Store a newer text; the marks that still stand in it are carried to it.

        A text that the article had before is answered with 200, and changes nothing.
        """
        given = self.read(NewText)
        article = self.to_act_on()
        taken = taking_in.revise(article, snapshot_of(given), by=request.user)
        return self._taken(taken, ())

    def _taken(self, taken: Taken, guessed: tuple[str, ...]) -> Response:
        article = self.one(taken.revision.article_id)
        told = {
            "article": article,
            "revision": taken.revision,
            "is_new_article": taken.is_new_article,
            "is_new_revision": taken.is_new_revision,
            "guessed": list(guessed),
        }
        is_new = taken.is_new_article or taken.is_new_revision
        answer = TakenSerializer(told, context=self.get_serializer_context()).data
        answer["article"].pop("included", None)
        return Response(
            answer,
            status=HTTP_201_CREATED if is_new else HTTP_200_OK,
            headers={"ETag": etag_of(article)},
        )
