"""A person's decision on a quantity, and the figures it rests on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from claims.domain.intervals import Interval
from claims.models.figure import Figure, interval
from claims.models.proposal import Proposal
from claims.models.quantity import Quantity
from claims.models.words import known_words


class SettlementQuerySet(models.QuerySet["Settlement"]):
    def current(self) -> SettlementQuerySet:
        return self.filter(status=Settlement.Status.APPROVED)

    def stale(self) -> SettlementQuerySet:
        return self.current().filter(stale_at__isnull=False)

    def awaiting(self) -> SettlementQuerySet:
        """Return proposals that wait for a second person."""
        return self.filter(status=Settlement.Status.PROPOSED)

    def for_publication(self) -> SettlementQuerySet:
        """Everything that the public page of a claim prints, in three queries."""
        rests_on = (
            Reliance.objects.select_related(
                "figure__revision__article__outlet", "figure__attribution"
            )
            .defer("figure__revision__text", "figure__revision__raw")
            .prefetch_related("figure__attribution__links__speaker")
        )
        return self.select_related(
            "proposed_by", "decided_by", "quantity__incident"
        ).prefetch_related(models.Prefetch("rests_on", rests_on))

    def for_page(self) -> SettlementQuerySet:
        return self.select_related(
            "proposed_by", "decided_by", "quantity__incident"
        ).prefetch_related("rests_on__figure")


class Settlement(Proposal):
    """One version of what the desk prints for a quantity. Sealed once decided."""

    class Mode(models.TextChoices):
        RANGE = "range", _("A range")
        ATTRIBUTED = "attributed", _("One figure, attributed")
        LOWEST = "lowest", _("The lowest figure")
        DEFERRED = "deferred", _("Deferred")
        UNCORROBORATED = "uncorroborated", _("Uncorroborated")

    quantity = models.ForeignKey(Quantity, models.PROTECT, related_name="settlements")
    mode = models.CharField(max_length=20, choices=Mode, default=Mode.RANGE)
    low = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    best = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    as_of = models.DateField(null=True, blank=True)
    rule = models.CharField(max_length=60, default="judgement")
    wording = models.TextField(help_text="The sentence the desk prints, with attribution.")
    stale_at = models.DateTimeField(null=True, blank=True, editable=False)
    stale_reason = models.TextField(blank=True, editable=False)

    rests_on: models.QuerySet[Reliance]

    objects = SettlementQuerySet.as_manager()

    class Meta:
        ordering = ("quantity", "-number")
        permissions: ClassVar = [
            ("propose_settlements", "May propose settlements and verdicts"),
            ("approve_settlements", "May approve what somebody else proposed"),
        ]
        constraints: ClassVar = [
            *Proposal.rules("settlement", of="quantity"),
            known_words(
                "settlement",
                "mode",
                ["range", "attributed", "lowest", "deferred", "uncorroborated"],
            ),
            models.CheckConstraint(
                name="settlement_high_has_a_low",
                condition=Q(high__isnull=True) | Q(low__isnull=False),
                violation_error_message="Give the low value as well as the high one.",
            ),
            models.CheckConstraint(
                name="settlement_low_is_not_above_high",
                condition=Q(low__isnull=True)
                | Q(high__isnull=True)
                | Q(low__lte=F("high")),
                violation_error_message="The low value must not be above the high one.",
            ),
            models.CheckConstraint(
                name="settlement_is_not_negative",
                condition=Q(low__isnull=True) | Q(low__gte=0),
                violation_error_message="The values must not be negative.",
            ),
            models.CheckConstraint(
                name="settlement_best_lies_in_the_range",
                condition=Q(best__isnull=True)
                | (
                    Q(low__isnull=False, best__gte=F("low"))
                    & (Q(high__isnull=True) | Q(best__lte=F("high")))
                ),
                violation_error_message="The best value must lie in the range.",
            ),
            models.CheckConstraint(
                name="settlement_has_a_value_unless_deferred",
                condition=Q(mode="deferred") | Q(low__isnull=False),
                violation_error_message="Give at least the low value, or defer.",
            ),
            models.CheckConstraint(
                name="settlement_has_a_wording",
                condition=~Q(wording=""),
                violation_error_message="Give the sentence that the desk prints.",
            ),
            models.CheckConstraint(
                name="settlement_is_stale_only_when_approved",
                condition=Q(stale_at__isnull=True, stale_reason="")
                | (
                    Q(status__in=["approved", "superseded"], stale_at__isnull=False)
                    & ~Q(stale_reason="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    def get_absolute_url(self) -> str:
        return reverse("review:settlement", args=[self.pk])

    @property
    def is_stale(self) -> bool:
        return self.stale_at is not None and self.status == self.Status.APPROVED

    @property
    def span(self) -> Interval | None:
        """The settled range, None when the decision is deferred."""
        return interval(self.low, self.high)


class Reliance(models.Model):
    """How a settlement treats one figure: relied on, or set aside for a reason."""

    class Treatment(models.TextChoices):
        RELIED_ON = "relied_on", _("Relied on")
        SET_ASIDE = "set_aside", _("Set aside")

    class Reason(models.TextChoices):
        NONE = "", "—"
        SUPERSEDED = "superseded", _("Superseded")
        WIDER = "wider_scope", _("Wider scope")
        NARROWER = "narrower_scope", _("Narrower scope")
        DEPENDENT = "not_independent", _("Not independent")
        MISQUOTE = "misquote", _("Misquote")
        INTERESTED = "interested_party", _("Interested party")
        IMPLAUSIBLE = "implausible", _("Implausible")
        RETRACTED = "retracted", _("Retracted")
        OTHER = "other", _("Other")

    settlement = models.ForeignKey(Settlement, models.CASCADE, related_name="rests_on")
    figure = models.ForeignKey(Figure, models.PROTECT, related_name="reliances")
    treatment = models.CharField(max_length=20, choices=Treatment)
    reason = models.CharField(max_length=30, choices=Reason, blank=True)
    note = models.TextField(blank=True)
    # What the figure was when it was weighed; another value makes the settlement stale.
    weighed = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ("settlement", "figure")
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="reliance_treats_a_figure_once", fields=["settlement", "figure"]
            ),
            known_words(
                "reliance",
                "reason",
                [
                    "",
                    "superseded",
                    "wider_scope",
                    "narrower_scope",
                    "not_independent",
                    "misquote",
                    "interested_party",
                    "implausible",
                    "retracted",
                    "other",
                ],
            ),
            models.CheckConstraint(
                name="reliance_set_aside_for_a_reason",
                condition=Q(treatment="relied_on", reason="")
                | (Q(treatment="set_aside") & ~Q(reason="")),
                violation_error_message="Give a reason for each figure set aside.",
            ),
            models.CheckConstraint(
                name="reliance_other_reason_is_written_out",
                condition=~Q(reason="other") | ~Q(note=""),
                violation_error_message="Write the other reason out.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_treatment_display()}: {self.figure_id}"
