"""What was published, and its text as seen at one moment."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least, Length
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from claims.models.outlet import Outlet
from claims.models.proposal import Decided
from claims.models.words import known_words


class ArticleQuerySet(models.QuerySet["Article"]):
    def for_list(self) -> ArticleQuerySet:
        return self.select_related("outlet", "agency")


class Article(models.Model):
    """One publication of an outlet."""

    class Precision(models.TextChoices):
        MINUTE = "minute", "To the minute"
        DAY = "day", "The day only"

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="articles")
    agency = models.ForeignKey(
        Outlet,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="carried_articles",
        help_text="The agency that the article credits as a whole.",
    )
    headline = models.CharField(max_length=500)
    byline = models.CharField(max_length=300, blank=True)
    url = models.URLField("address", max_length=2000, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_precision = models.CharField(
        max_length=10, choices=Precision, default=Precision.MINUTE
    )
    language = models.CharField(max_length=10, default="en")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    revisions: models.QuerySet[Revision]

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = (F("published_at").desc(nulls_last=True), "-pk")
        permissions: ClassVar = [("annotate_articles", "May take in and annotate articles")]
        constraints: ClassVar = [
            known_words("article", "published_precision", ["minute", "day"]),
            models.CheckConstraint(
                name="article_has_a_headline",
                condition=~Q(headline=""),
                violation_error_message="An article needs a headline.",
            ),
            models.UniqueConstraint(
                name="article_address_belongs_to_one_article",
                fields=["url"],
                condition=~Q(url=""),
                violation_error_message="An article with this address is already here.",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("review:article", args=[self.pk])


class Revision(models.Model):
    """The text of an article as seen at one moment.

    The text is normalised once, before anything counts its characters, and never
    changes: a trigger refuses it. Offsets are code points of this text.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    retrieved_at = models.DateTimeField()
    raw = models.BinaryField(null=True, blank=True, help_text="The bytes as they came.")
    raw_type = models.CharField(max_length=100, blank=True)
    extractor = models.CharField(
        max_length=100,
        blank=True,
        help_text="What made the text of the bytes, with version.",
    )

    class Meta:
        ordering = ("article", "number")
        get_latest_by = "number"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="revision_number_is_given_once", fields=["article", "number"]
            ),
            models.UniqueConstraint(
                name="revision_text_is_kept_once",
                fields=["article", "sha256"],
                violation_error_message="The article already has this text.",
            ),
            models.CheckConstraint(
                name="revision_has_a_text",
                condition=~Q(text=""),
                violation_error_message="A revision needs a text.",
            ),
            models.CheckConstraint(
                name="revision_is_named_by_a_whole_sha256",
                condition=models.lookups.Exact(Length("sha256"), 64),
            ),
        ]
        indexes: ClassVar = [
            # The same text pasted twice is found before it is stored.
            models.Index(fields=["sha256"], name="revision_by_sha256"),
        ]

    def __str__(self) -> str:
        return f"{self.article}, revision {self.number}"


class Copy(Decided):
    """One article that repeats another, as likeness suggests and a person decides."""

    class Status(models.TextChoices):
        SUGGESTED = "suggested", _("Suggested")
        CONFIRMED = "confirmed", _("Confirmed")
        REFUSED = "refused", _("Refused")

    article = models.ForeignKey(Article, models.CASCADE, related_name="copied_from")
    original = models.ForeignKey(Article, models.CASCADE, related_name="copies")
    likeness = models.FloatField(help_text="Share of shingles in common, 0 to 1.")
    status = models.CharField(max_length=20, choices=Status, default=Status.SUGGESTED)

    class Meta:
        ordering = ("article", "-likeness")
        verbose_name_plural = "copies"
        constraints: ClassVar = [
            known_words("copy", "status", ["suggested", "confirmed", "refused"]),
            models.UniqueConstraint(
                Least("article", "original"),
                Greatest("article", "original"),
                name="copy_is_recorded_once_either_way_round",
                violation_error_message="The pair is recorded the other way round.",
            ),
            models.CheckConstraint(
                name="copy_is_of_another_article", condition=~Q(article=F("original"))
            ),
            models.CheckConstraint(
                name="copy_likeness_is_a_share",
                condition=Q(likeness__gte=0, likeness__lte=1),
            ),
            Decided.decided_exactly_when(
                "copy_decided_exactly_when_not_suggested", undecided=["suggested"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} after {self.original}"
