"""Words attributed to somebody."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_noop as _

from claims.models.anchored import Anchored, optional_mark
from claims.models.attribution import Attribution
from claims.models.words import known_words


class QuoteQuerySet(models.QuerySet["Quote"]):
    def suggested(self) -> QuoteQuerySet:
        return self.filter(status=Quote.Status.SUGGESTED)

    def accepted(self) -> QuoteQuerySet:
        return self.filter(status=Quote.Status.ACCEPTED)

    def with_attribution(self) -> QuoteQuerySet:
        return self.select_related("attribution").prefetch_related(
            "attribution__links__speaker"
        )


class Quote(Anchored):
    """Words attributed to somebody, as they stand in one revision.

    An interrupted quotation is one quote a piece; each later piece ``continues``
    the one before it.
    """

    class Kind(models.TextChoices):
        DIRECT = "direct", _("Direct")
        INDIRECT = "indirect", _("Indirect")
        MIXED = "mixed", _("Mixed")

    kind = models.CharField(max_length=10, choices=Kind)
    cue = models.CharField(max_length=100, blank=True, help_text="What attributes it.")
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    attribution = models.ForeignKey(
        Attribution, models.PROTECT, null=True, blank=True, related_name="quotes"
    )
    said_at = models.DateField(
        "said on", null=True, blank=True, help_text="The day that the text gives, if any."
    )
    continues = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="continued_by"
    )

    objects = QuoteQuerySet.as_manager()

    class Meta(Anchored.Meta):
        ordering = ("revision", "start", "-end")
        constraints: ClassVar = [
            *Anchored.Meta.constraints,
            known_words("quote", "kind", ["direct", "indirect", "mixed"]),
            *optional_mark("quote", "cue"),
            models.UniqueConstraint(
                name="quote_of_one_kind_stands_once_on_a_span",
                fields=["revision", "start", "end", "kind"],
                violation_error_message="These words are already marked as such a quote.",
            ),
            models.CheckConstraint(
                name="quote_does_not_continue_itself",
                condition=Q(continues__isnull=True) | ~Q(continues=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.exact[:60]}”"
