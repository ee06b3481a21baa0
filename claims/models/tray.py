"""What somebody brought to be taken in: read, looked at, not yet part of the record."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.utils.translation import gettext_noop as _

from claims.domain.documents import Document
from claims.models.article import Article, Revision
from claims.models.words import known_words

_NOT_TAKEN = ["waiting", "refused"]
_TAKEN = ["article", "revision", "known"]


class TrayItemQuerySet(models.QuerySet["TrayItem"]):
    def waiting(self) -> TrayItemQuerySet:
        """Return what may still be taken in."""
        return self.filter(status=TrayItem.Status.WAITING)

    def for_list(self) -> TrayItemQuerySet:
        """Return it with the length of its texts, which are not loaded."""
        return (
            self.annotate(length=Length("text"))
            .select_related("revision")
            .defer("text", "raw", "revision__text", "revision__raw")
        )


class TrayItem(models.Model):
    """A text as it was read from what one person brought, or why it could not be.

    It is seen by that person alone and goes after a while: no mark, no offset and no
    line of the log rests on it.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        REFUSED = "refused", _("Refused")
        ARTICLE = "article", _("Taken in")
        REVISION = "revision", _("Taken in as a newer text")
        KNOWN = "known", _("Here already")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="tray_items"
    )
    place = models.CharField(max_length=500, help_text="The file, or the address.")

    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    refusal = models.TextField(blank=True, help_text="Why there is no text.")
    raw = models.BinaryField(null=True, blank=True)
    raw_type = models.CharField(max_length=100, blank=True)
    extractor = models.CharField(max_length=100, blank=True)
    retrieved_at = models.DateTimeField(null=True, blank=True)

    outlet = models.CharField(max_length=200, blank=True)
    headline = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    url = models.CharField("address", max_length=2000, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_precision = models.CharField(
        max_length=10, choices=Article.Precision, default=Article.Precision.MINUTE
    )
    language = models.CharField(max_length=10, blank=True)
    guessed = models.JSONField(default=list, help_text="What the source does not say.")
    alike = models.JSONField(
        default=list, help_text="Articles of much the same words, with their likeness."
    )

    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    revision = models.ForeignKey(
        Revision, models.CASCADE, null=True, blank=True, related_name="+"
    )
    brought_at = models.DateTimeField(auto_now_add=True)

    objects = TrayItemQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar = [
            known_words("trayitem", "published_precision", ["minute", "day"]),
            known_words("trayitem", "status", [*_NOT_TAKEN, *_TAKEN]),
            models.CheckConstraint(
                name="trayitem_has_a_text_unless_refused",
                condition=Q(status="refused", text="")
                | (~Q(status="refused") & ~Q(text="")),
                violation_error_message="What is not refused needs a text.",
            ),
            models.CheckConstraint(
                name="trayitem_has_a_reason_exactly_when_refused",
                condition=(Q(status="refused") & ~Q(refusal=""))
                | (~Q(status="refused") & Q(refusal="")),
                violation_error_message="What is refused needs a reason.",
            ),
            models.CheckConstraint(
                name="trayitem_has_a_revision_exactly_when_taken_in",
                condition=(~Q(status__in=_TAKEN) & Q(revision=None))
                | (~Q(status__in=_NOT_TAKEN) & Q(revision__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.place

    @property
    def document(self) -> Document:
        """The text with what is known of it, as it was read."""
        return Document(
            text=self.text,
            raw=bytes(self.raw or b""),
            raw_type=self.raw_type,
            extractor=self.extractor,
            headline=self.headline,
            byline=self.byline,
            outlet=self.outlet,
            url=self.url,
            published_at=self.published_at,
            is_day_only=self.published_precision == Article.Precision.DAY,
            language=self.language,
            retrieved_at=self.retrieved_at,
            guessed=frozenset(self.guessed),
        )
