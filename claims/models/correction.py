"""Who was asked to correct a figure that was set aside as wrong, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from claims.models.figure import Figure
from claims.models.words import known_words


class CorrectionRequest(models.Model):
    """One time that somebody was asked to correct what an article prints."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("By e-mail")
        TELEPHONE = "telephone", _("By telephone")
        FORM = "form", _("By a form of theirs")
        LETTER = "letter", _("By letter")
        IN_PERSON = "in_person", _("In person")

    class Outcome(models.TextChoices):
        ASKED = "asked", _("Asked")
        CORRECTED = "corrected", _("Corrected")
        REFUSED = "refused", _("Refused")
        NO_ANSWER = "no_answer", _("No answer")

    figure = models.ForeignKey(
        Figure, models.PROTECT, related_name="correction_requests", editable=False
    )
    contacted = models.CharField("who was asked", max_length=200)
    channel = models.CharField("how", max_length=20, choices=Channel, default=Channel.EMAIL)
    asked_on = models.DateField("when")
    outcome = models.CharField(max_length=20, choices=Outcome, default=Outcome.ASKED)
    concluded_on = models.DateField(null=True, blank=True, editable=False)
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("figure", "-asked_on", "-pk")
        constraints: ClassVar = [
            known_words(
                "correctionrequest",
                "channel",
                ["email", "telephone", "form", "letter", "in_person"],
            ),
            known_words(
                "correctionrequest",
                "outcome",
                ["asked", "corrected", "refused", "no_answer"],
            ),
            models.CheckConstraint(
                name="correctionrequest_says_who_was_asked",
                condition=~Q(contacted=""),
                violation_error_message="Say who was asked.",
            ),
            models.CheckConstraint(
                name="correctionrequest_concluded_exactly_when_not_open",
                condition=Q(outcome="asked", concluded_on__isnull=True)
                | (~Q(outcome="asked") & Q(concluded_on__isnull=False)),
                violation_error_message="An outcome needs its day.",
            ),
            models.CheckConstraint(
                name="correctionrequest_is_concluded_after_it_was_made",
                condition=Q(concluded_on__isnull=True) | Q(concluded_on__gte=F("asked_on")),
                violation_error_message="An answer cannot come before the question.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure} ({self.contacted})"

    def get_absolute_url(self) -> str:
        return reverse("review:figure", args=[self.figure_id])

    @property
    def is_open(self) -> bool:
        return self.outcome == self.Outcome.ASKED
