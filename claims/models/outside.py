"""What others say: verdicts of other fact-checkers, numbers of other recorders."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.claim import Claim
from claims.models.quantity import Quantity


class OutsideVerdict(models.Model):
    """How somebody else rated a claim, as printed; the desk rates it by itself."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="outside_verdicts")
    publisher = models.CharField(max_length=300, help_text="Who rated it.")
    rating = models.CharField(max_length=300, help_text="In their words.")
    # Only where their own scale says what its ends are.
    value = models.FloatField(
        null=True, blank=True, help_text="Its place on their scale, 0 the least true."
    )
    claimant = models.CharField(max_length=300, blank=True, help_text="As they name them.")
    reviewed_on = models.DateField(null=True, blank=True)
    url = models.URLField("address", max_length=2000)
    taken_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    taken_in_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("claim", F("reviewed_on").desc(nulls_last=True), "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="outsideverdict_is_kept_once",
                fields=["claim", "url"],
                violation_error_message="The claim already has the verdict of this page.",
            ),
            models.CheckConstraint(
                name="outsideverdict_has_a_publisher",
                condition=~Q(publisher=""),
                violation_error_message="Say who gave the verdict.",
            ),
            models.CheckConstraint(
                name="outsideverdict_has_a_rating",
                condition=~Q(rating=""),
                violation_error_message="Give the rating in its own words.",
            ),
            models.CheckConstraint(
                name="outsideverdict_has_an_address",
                condition=~Q(url=""),
                violation_error_message="Give the address of the verdict.",
            ),
            models.CheckConstraint(
                name="outsideverdict_value_is_a_share",
                condition=Q(value__isnull=True) | Q(value__gte=0, value__lte=1),
                violation_error_message="A place on a scale lies between 0 and 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.rating}"


class OutsideEstimate(models.Model):
    """What another recorder has for a quantity: its settlement, not one of the desk.

    The three numbers stand as they were recorded, also where their order is broken.
    """

    quantity = models.ForeignKey(Quantity, models.PROTECT, related_name="outside_estimates")
    recorder = models.CharField(max_length=200, help_text="Who keeps the record.")
    event = models.CharField(
        max_length=200, help_text="What the recorder calls the entry, as a number or code."
    )
    low = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    best = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    sources = models.TextField(blank=True, help_text="As the recorder prints them.")
    place = models.CharField(max_length=300, blank=True)
    from_on = models.DateField("from", null=True, blank=True)
    until_on = models.DateField("until", null=True, blank=True)
    url = models.URLField("address", max_length=2000, blank=True)
    taken_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    taken_in_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("quantity", "recorder", "event")
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="outsideestimate_is_kept_once",
                fields=["quantity", "recorder", "event"],
                violation_error_message="The quantity already has this entry.",
            ),
            models.CheckConstraint(
                name="outsideestimate_has_a_recorder",
                condition=~Q(recorder=""),
                violation_error_message="Say who keeps the record.",
            ),
            models.CheckConstraint(
                name="outsideestimate_has_an_event",
                condition=~Q(event=""),
                violation_error_message="Say what the recorder calls the entry.",
            ),
            models.CheckConstraint(
                name="outsideestimate_has_a_number",
                condition=Q(low__isnull=False)
                | Q(best__isnull=False)
                | Q(high__isnull=False),
                violation_error_message="Give at least one number.",
            ),
            models.CheckConstraint(
                name="outsideestimate_is_not_negative",
                condition=(Q(low__isnull=True) | Q(low__gte=0))
                & (Q(best__isnull=True) | Q(best__gte=0))
                & (Q(high__isnull=True) | Q(high__gte=0)),
                violation_error_message="The numbers must not be negative.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recorder} {self.event}"

    @property
    def is_out_of_order(self) -> bool:
        """Say whether a lower number stands above a higher one; nobody mends that here."""
        given = [each for each in (self.low, self.best, self.high) if each is not None]
        return given != sorted(given)
