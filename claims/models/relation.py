"""What two figures are to each other, as worked out, and what people set aside."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_noop as _

from claims.models.figure import Figure
from claims.models.quantity import Quantity
from claims.models.words import known_words


class RelationQuerySet(models.QuerySet["Relation"]):
    def open(self) -> RelationQuerySet:
        """Leave out what a person said is no conflict."""
        return self.filter(is_dismissed=False)

    def touching(self, quantity: Quantity) -> RelationQuerySet:
        """Return those with a figure of ``quantity`` on either end."""
        # Each end by its own index: a condition on both reads every relation there is.
        rows = Relation.objects.order_by()
        first = rows.filter(a__quantity=quantity).values("pk")
        second = rows.filter(b__quantity=quantity).values("pk")
        return self.filter(pk__in=first.union(second))


class Relation(models.Model):
    """What the method says of two figures; made again whenever one of them changes.

    Only what tells is stored: agreement and overlap are read from the intervals.
    """

    class Kind(models.TextChoices):
        AGREE = "agree", _("Agrees")
        OVERLAP = "overlap", _("Overlaps")
        REFINEMENT = "refinement", _("Refines")
        TENSION = "tension", _("Tension")
        UPDATE = "update", _("Update")
        SCOPE_DIFFERENCE = "scope_difference", _("Different scope")
        RESTATEMENT = "restatement", _("Restates")
        CONFLICT = "conflict", _("Conflict")
        SELF_CONTRADICTION = "self_contradiction", _("Self-contradiction")
        UNDETERMINED = "undetermined", _("Undetermined")

    a = models.ForeignKey(Figure, models.CASCADE, related_name="relations_as_a")
    b = models.ForeignKey(Figure, models.CASCADE, related_name="relations_as_b")
    quantity = models.ForeignKey(
        Quantity,
        models.CASCADE,
        related_name="relations",
        help_text="The quantity of the first figure.",
    )
    kind = models.CharField(max_length=20, choices=Kind)
    flags = models.JSONField(default=list, blank=True)
    severity = models.PositiveSmallIntegerField(default=0)
    why = models.TextField(help_text="The reason, in one sentence.")
    is_dismissed = models.BooleanField(default=False)

    objects = RelationQuerySet.as_manager()

    class Meta:
        ordering = ("-severity", "pk")
        constraints: ClassVar = [
            known_words(
                "relation",
                "kind",
                [
                    "agree",
                    "overlap",
                    "refinement",
                    "tension",
                    "update",
                    "scope_difference",
                    "restatement",
                    "conflict",
                    "self_contradiction",
                    "undetermined",
                ],
            ),
            models.CheckConstraint(
                name="relation_is_between_two_figures_in_order", condition=Q(a__lt=F("b"))
            ),
            models.UniqueConstraint(name="relation_pair_is_stored_once", fields=["a", "b"]),
            models.CheckConstraint(
                name="relation_severity_is_at_most_100", condition=Q(severity__lte=100)
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["quantity", "-severity"], name="relation_by_quantity"),
        ]

    def __str__(self) -> str:
        return f"{self.a_id} {self.get_kind_display().lower()} {self.b_id}"


class Dismissal(models.Model):
    """A person's word that a pair is no conflict, until one of the figures changes."""

    a = models.ForeignKey(Figure, models.PROTECT, related_name="dismissals_as_a")
    b = models.ForeignKey(Figure, models.PROTECT, related_name="dismissals_as_b")
    reason = models.TextField()
    # What the two figures were when it was said; another value lifts the dismissal.
    fingerprint = models.CharField(max_length=64, editable=False)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    dismissed_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("-dismissed_at",)
        constraints: ClassVar = [
            models.CheckConstraint(
                name="dismissal_is_of_two_figures_in_order", condition=Q(a__lt=F("b"))
            ),
            models.UniqueConstraint(
                name="dismissal_pair_is_stored_once", fields=["a", "b"]
            ),
            models.CheckConstraint(
                name="dismissal_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Say why this is no conflict.",
            ),
        ]

    def __str__(self) -> str:
        return self.reason
