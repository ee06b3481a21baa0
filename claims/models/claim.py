"""Checkable statements, who makes them, and how they are rated."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from claims.models.incident import Incident
from claims.models.proposal import Proposal
from claims.models.quantity import Quantity
from claims.models.quote import Quote
from claims.models.settlement import Settlement
from claims.models.speaker import Speaker
from claims.models.words import known_words


class Rating(models.Model):
    """One step of the desk's scale, editable by leads."""

    name = models.CharField(max_length=60, unique=True)
    value = models.PositiveSmallIntegerField(
        unique=True, help_text="Its place on the scale, 1 the least true."
    )
    meaning = models.CharField(max_length=300)

    class Meta:
        ordering = ("value",)

    def __str__(self) -> str:
        return self.name


class ClaimQuerySet(models.QuerySet["Claim"]):
    def published(self) -> ClaimQuerySet:
        """Those with an approved verdict."""
        return self.filter(verdicts__status=Verdict.Status.APPROVED).distinct()

    def for_list(self) -> ClaimQuerySet:
        return self.select_related("incident", "claimant")


class Claim(models.Model):
    """One checkable statement."""

    slug = models.SlugField(max_length=140, unique=True)
    text = models.TextField()
    claimant = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="claims"
    )
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, blank=True, related_name="claims"
    )
    quantities = models.ManyToManyField(
        Quantity, blank=True, related_name="claims", help_text="What it is about."
    )
    added_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    appearances: models.QuerySet[Appearance]
    verdicts: models.QuerySet[Verdict]

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ("-added_at", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="claim_has_a_text",
                condition=~Q(text=""),
                violation_error_message="A claim needs a statement.",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:100]

    def get_absolute_url(self) -> str:
        return reverse("claim", args=[self.slug])

    def get_desk_url(self) -> str:
        """Return where the desk works on it, whether it is public or not."""
        return reverse("review:claim", args=[self.slug])


class Appearance(models.Model):
    """Where a claim appears, and what the words do with it."""

    class Stance(models.TextChoices):
        ASSERTS = "asserts", _("Asserts")
        DENIES = "denies", _("Denies")
        REPEATS = "repeats", _("Repeats")
        HEDGES = "hedges", _("Hedges")

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="appearances")
    quote = models.ForeignKey(Quote, models.PROTECT, related_name="appearances")
    stance = models.CharField(max_length=10, choices=Stance, default=Stance.ASSERTS)

    class Meta:
        ordering = ("claim", "pk")
        constraints: ClassVar = [
            known_words("appearance", "stance", ["asserts", "denies", "repeats", "hedges"]),
            models.UniqueConstraint(
                name="appearance_of_a_quote_is_recorded_once",
                fields=["claim", "quote"],
                violation_error_message="The quote is already listed for this claim.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stance_display()}: {self.quote_id}"


class Verdict(Proposal):
    """One version of how the desk rates a claim."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="verdicts")
    rating = models.ForeignKey(Rating, models.PROTECT, related_name="verdicts")
    settlement = models.ForeignKey(
        Settlement, models.PROTECT, null=True, blank=True, related_name="verdicts"
    )
    evidence = models.TextField(blank=True)

    class Meta:
        ordering = ("claim", "-number")
        constraints: ClassVar = [*Proposal.rules("verdict", of="claim")]

    def __str__(self) -> str:
        return str(self.rating)
