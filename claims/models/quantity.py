"""What is counted or measured: the scope key of figures."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from claims.models.incident import Incident
from claims.models.words import known_words

_NO_DAY = models.Value(dt.date.min, output_field=models.DateField())


class QuantityQuerySet(models.QuerySet["Quantity"]):
    def standing(self) -> QuantityQuerySet:
        """Leave out those that were merged into another."""
        return self.filter(merged_into__isnull=True)

    def for_page(self) -> QuantityQuerySet:
        return self.select_related("incident__parent", "assignee", "merged_into")

    def for_queue(self) -> QuantityQuerySet:
        return (
            self.standing()
            .filter(figure_count__gt=0)
            .select_related("incident", "assignee")
            .order_by("-severity", "-positions", "-figure_count", "pk")
        )


class Quantity(models.Model):
    """One thing that figures give the value of.

    Two figures are comparable when their quantity is the same: incident, measure,
    population, place, window and unit. The summary columns are worked out by the
    comparison in the transaction that changes a figure; they order the queue.
    """

    class PopulationStatus(models.TextChoices):
        ANY = "any", _("Anyone")
        CIVILIAN = "civilian", _("Civilians")
        COMBATANT = "combatant", _("Combatants")
        CHILD = "child", _("Children")
        WOMAN = "woman", _("Women")
        MAN = "man", _("Men")
        UNKNOWN = "unknown", _("Not known")

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="quantities")
    measure = models.CharField(max_length=60, help_text="killed, injured, missing, crowd …")
    population = models.CharField(max_length=200, help_text="Who is counted, in words.")
    side = models.CharField(
        max_length=50, default="any", help_text="The side of those counted; any; unknown."
    )
    population_status = models.CharField(
        max_length=20, choices=PopulationStatus, default=PopulationStatus.ANY
    )
    place = models.CharField(max_length=300, blank=True)
    window_from = models.DateField(null=True, blank=True)
    window_until = models.DateField(null=True, blank=True)
    unit = models.CharField(max_length=40, default="person")

    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    severity = models.PositiveSmallIntegerField(default=0, editable=False)
    positions = models.PositiveIntegerField(default=0, editable=False)
    conflicts = models.PositiveIntegerField(default=0, editable=False)
    figure_count = models.PositiveIntegerField("figures", default=0, editable=False)
    reports = models.PositiveIntegerField(default=0, editable=False)
    outlets = models.PositiveIntegerField(default=0, editable=False)
    independent = models.PositiveIntegerField(default=0, editable=False)
    compared_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = QuantityQuerySet.as_manager()

    class Meta:
        ordering = ("incident", "measure", "population", "pk")
        verbose_name_plural = "quantities"
        permissions: ClassVar = [
            ("compare_quantities", "May compare figures and give verdicts on pairs"),
            ("assign_quantities", "May assign quantities to reviewers"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                "incident",
                "measure",
                "population",
                "side",
                "population_status",
                "place",
                Coalesce("window_from", _NO_DAY),
                Coalesce("window_until", _NO_DAY),
                "unit",
                name="quantity_scope_is_recorded_once",
                violation_error_message="The incident already has this quantity.",
            ),
            known_words(
                "quantity",
                "population_status",
                ["any", "civilian", "combatant", "child", "woman", "man", "unknown"],
            ),
            models.CheckConstraint(
                name="quantity_window_has_a_beginning",
                condition=Q(window_until__isnull=True) | Q(window_from__isnull=False),
                violation_error_message="A window that ends has to begin.",
            ),
            models.CheckConstraint(
                name="quantity_window_runs_forward",
                condition=Q(window_from__isnull=True)
                | Q(window_until__isnull=True)
                | Q(window_from__lte=F("window_until")),
                violation_error_message="The window cannot end before it begins.",
            ),
            models.CheckConstraint(
                name="quantity_is_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
            models.CheckConstraint(
                name="quantity_severity_is_at_most_100", condition=Q(severity__lte=100)
            ),
        ]
        indexes: ClassVar = [
            # The queue: worst first, of those that still stand.
            models.Index(
                F("severity").desc(),
                name="quantity_queue",
                condition=Q(merged_into__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        window = (day for day in (self.window_from, self.window_until) if day is not None)
        parts = (
            f"{self.population}: {self.measure.replace('_', ' ')}",
            "" if self.place == self.population else self.place,
            " to ".join(dict.fromkeys(f"{day.day} {day:%b %Y}" for day in window)),
        )
        return ", ".join(part for part in parts if part)

    def get_absolute_url(self) -> str:
        return reverse("review:quantity", args=[self.pk])
