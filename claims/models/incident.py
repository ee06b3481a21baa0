"""What happened, and who was party to it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from claims.models.speaker import Speaker
from claims.models.words import known_words


class IncidentQuerySet(models.QuerySet["Incident"]):
    def for_list(self) -> IncidentQuerySet:
        return self.prefetch_related("parties__speaker")


class Incident(models.Model):
    """What happened, where and when; it may be part of a larger one."""

    class Precision(models.TextChoices):
        DAY = "day", "The day"
        MONTH = "month", "The month"
        YEAR = "year", "The year"

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    place = models.CharField(max_length=300, blank=True)
    happened_on = models.DateField(null=True, blank=True)
    happened_precision = models.CharField(
        max_length=10, choices=Precision, default=Precision.DAY
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The larger incident that this is part of.",
    )
    is_demonstration = models.BooleanField(
        default=False, help_text="Its texts are our own words, written to show the product."
    )
    # The dossier it came from, kept so that the same file taken in twice is one.
    dossier = models.JSONField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    parties: models.QuerySet[Party]

    objects = IncidentQuerySet.as_manager()

    class Meta:
        ordering = (F("happened_on").desc(nulls_last=True), "-pk")
        constraints: ClassVar = [
            known_words("incident", "happened_precision", ["day", "month", "year"]),
            models.CheckConstraint(
                name="incident_has_a_title",
                condition=~Q(title=""),
                violation_error_message="An incident needs a title.",
            ),
            models.CheckConstraint(
                name="incident_is_not_part_of_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="An incident cannot be part of itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("review:incident", args=[self.slug])


class Party(models.Model):
    """Somebody who was there, and on whose side."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="parties")
    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="parties")
    side = models.CharField(
        max_length=50, blank=True, help_text="A letter or a word that its allies share."
    )

    class Meta:
        ordering = ("incident", "side", "pk")
        verbose_name_plural = "parties"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="party_is_named_once_in_an_incident",
                fields=["incident", "speaker"],
                violation_error_message="This party is already listed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.speaker} ({self.side})" if self.side else str(self.speaker)
