"""One assertion of a quantity's value."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from claims.domain.intervals import Interval, Number
from claims.models.anchored import Anchored
from claims.models.attribution import Attribution, Link
from claims.models.quantity import Quantity
from claims.models.quote import Quote
from claims.models.words import known_words


class FigureQuerySet(models.QuerySet["Figure"]):
    def suggested(self) -> FigureQuerySet:
        return self.filter(status=Figure.Status.SUGGESTED)

    def accepted(self) -> FigureQuerySet:
        return self.filter(status=Figure.Status.ACCEPTED)

    def undated(self) -> FigureQuerySet:
        """Those that nobody dated, with what their day is inferred from."""
        inferred = self.filter(Q(as_of__isnull=True) | Q(is_as_of_inferred=True))
        return inferred.select_related(
            "quote", "revision__article", "quantity__incident__parent"
        )

    def filed(self) -> FigureQuerySet:
        """Those that count: accepted and under a quantity."""
        return self.accepted().filter(quantity__isnull=False)

    def for_comparison(self) -> FigureQuerySet:
        """Everything that comparing and the quantity page read, in two queries."""
        # Joined: Django asks for a thousand speakers in a condition too deep for SQLite.
        links = Link.objects.select_related("speaker")
        return (
            self.filed()
            .select_related(
                "revision__article__outlet",
                "revision__article__agency",
                "attribution",
                "quantity__incident",
                "quote",
            )
            .defer("revision__text", "revision__raw", "quantity__incident__dossier")
            .prefetch_related(Prefetch("attribution__links", queryset=links))
        )


class Figure(Anchored):
    """A number as somebody gave it, with what the words allow and what they suggest."""

    class Kind(models.TextChoices):
        EXACT = "exact", _("Exact")
        RANGE = "range", _("Range")
        AT_LEAST = "at_least", _("At least")
        AT_MOST = "at_most", _("At most")
        APPROX = "approx", _("About")
        VAGUE = "vague", _("Vague")
        ZERO = "zero", _("None")
        UNKNOWN = "unknown", _("Not stated")
        NO_REPORT = "no_report", _("No report")

    class Epistemic(models.TextChoices):
        STATED = "stated", _("Stated")
        REPORTED = "reported", _("Reported")
        FEARED = "feared", _("Believed or feared")
        DENIED = "denied", _("Denied")

    class Basis(models.TextChoices):
        CLAIM = "claim", _("Claim")
        BODIES = "bodies", _("Bodies counted")
        NAMES = "names", _("Names listed")
        HOSPITAL = "hospital", _("Hospital")
        MORGUE = "morgue", _("Morgue")
        OFFICIAL = "official", _("Official count")
        ESTIMATE = "estimate", _("Estimate")
        MODEL = "model", _("Model")

    class Locus(models.TextChoices):
        HEADLINE = "headline", _("Headline")
        LEAD = "lead", _("Lead")
        BODY = "body", _("Body")
        CAPTION = "caption", _("Caption")

    quote = models.ForeignKey(
        Quote, models.SET_NULL, null=True, blank=True, related_name="figures"
    )
    attribution = models.ForeignKey(
        Attribution, models.PROTECT, null=True, blank=True, related_name="figures"
    )
    quantity = models.ForeignKey(
        Quantity, models.PROTECT, null=True, blank=True, related_name="figures"
    )

    # What is counted, as this figure puts it; the quantity is the shared scope.
    measure = models.CharField(max_length=60)
    population = models.CharField(max_length=200, blank=True)
    side = models.CharField(
        max_length=200,
        blank=True,
        help_text="The party that the counted belong to, by the name that the text gives.",
    )
    unit = models.CharField(max_length=40, default="person")
    place = models.CharField(max_length=300, blank=True)

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.EXACT)
    hedge = models.CharField(max_length=100, blank=True, help_text="As printed.")
    printed_low = models.DecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True
    )
    printed_high = models.DecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True
    )
    low = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    core_low = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    core_high = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    is_additive = models.BooleanField(
        "in addition",
        default=False,
        help_text="As in “two others”: not counted before.",
    )
    is_correction = models.BooleanField(
        default=False, help_text="The text says that it corrects an earlier figure."
    )
    epistemic = models.CharField(max_length=10, choices=Epistemic, default=Epistemic.STATED)
    basis = models.CharField(max_length=20, choices=Basis, default=Basis.CLAIM)
    locus = models.CharField(max_length=10, choices=Locus, default=Locus.BODY)
    as_of = models.DateField(null=True, blank=True)
    is_as_of_inferred = models.BooleanField(default=False)
    restates = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="restated_by",
        help_text="The figure that this one carries on.",
    )

    objects = FigureQuerySet.as_manager()

    class Meta(Anchored.Meta):
        ordering = ("revision", "start", "-end")
        constraints: ClassVar = [
            *Anchored.Meta.constraints,
            known_words(
                "figure",
                "kind",
                [
                    "exact",
                    "range",
                    "at_least",
                    "at_most",
                    "approx",
                    "vague",
                    "zero",
                    "unknown",
                    "no_report",
                ],
            ),
            known_words("figure", "epistemic", ["stated", "reported", "feared", "denied"]),
            known_words(
                "figure",
                "basis",
                [
                    "claim",
                    "bodies",
                    "names",
                    "hospital",
                    "morgue",
                    "official",
                    "estimate",
                    "model",
                ],
            ),
            known_words("figure", "locus", ["headline", "lead", "body", "caption"]),
            models.UniqueConstraint(
                name="figure_of_one_measure_stands_once_on_a_span",
                fields=["revision", "start", "end", "measure"],
                violation_error_message="These words are already marked as such a figure.",
            ),
            models.CheckConstraint(
                name="figure_low_is_not_above_high",
                condition=Q(high__isnull=True) | Q(low__lte=F("high")),
                violation_error_message="The low value must not be above the high one.",
            ),
            models.CheckConstraint(
                name="figure_core_low_is_not_above_core_high",
                condition=Q(core_high__isnull=True) | Q(core_low__lte=F("core_high")),
                violation_error_message="The core's low must not be above its high.",
            ),
            models.CheckConstraint(
                name="figure_core_lies_inside_hard",
                condition=Q(core_low__isnull=True)
                | (
                    Q(core_low__gte=F("low"))
                    & (
                        Q(high__isnull=True)
                        | (Q(core_high__isnull=False) & Q(core_high__lte=F("high")))
                    )
                ),
                violation_error_message="The core must lie inside the hard interval.",
            ),
            models.CheckConstraint(
                name="figure_has_a_value_unless_no_report",
                condition=Q(
                    kind="no_report",
                    low__isnull=True,
                    high__isnull=True,
                    core_low__isnull=True,
                    core_high__isnull=True,
                )
                | (~Q(kind="no_report") & Q(low__isnull=False) & Q(core_low__isnull=False)),
                violation_error_message="A figure needs a value, or to be a “no report”.",
            ),
            models.CheckConstraint(
                name="figure_is_not_negative",
                condition=Q(low__isnull=True) | Q(low__gte=0),
                violation_error_message="A figure cannot be negative.",
            ),
            models.CheckConstraint(
                name="figure_filed_only_when_accepted",
                condition=Q(quantity__isnull=True) | Q(status="accepted"),
                violation_error_message="Accept the figure before filing it.",
            ),
            models.CheckConstraint(
                name="figure_does_not_restate_itself",
                condition=Q(restates__isnull=True) | ~Q(restates=F("id")),
                violation_error_message="A figure cannot restate itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.exact[:80]

    def get_absolute_url(self) -> str:
        return reverse("review:figure", args=[self.pk])

    @property
    def hard(self) -> Interval | None:
        """What the words allow in logic."""
        return interval(self.low, self.high)

    @property
    def core(self) -> Interval | None:
        """What a reader takes the words to mean."""
        return interval(self.core_low, self.core_high)


def interval(low: Decimal | None, high: Decimal | None) -> Interval | None:
    """Return the interval that two columns hold, None where they hold none."""
    if low is None:
        return None
    return Interval(_plain(low), None if high is None else _plain(high))


def _plain(value: Decimal) -> Number:
    """Return whole values as int, which is faster to compare and reads better."""
    return int(value) if value == value.to_integral_value() else value.normalize()
