"""Who publishes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from claims.models.folded import FoldedName
from claims.models.speaker import Speaker
from claims.models.words import known_words


class Outlet(models.Model):
    """A newspaper, a broadcaster, an agency, a body that publishes."""

    class Kind(models.TextChoices):
        NEWSPAPER = "newspaper", _("Newspaper")
        BROADCASTER = "broadcaster", _("Broadcaster")
        AGENCY = "agency", _("News agency")
        OFFICIAL = "official", _("Official body")
        NGO = "ngo", _("Non-governmental organisation")
        ACCOUNT = "account", _("Social account")
        SITE = "site", _("Web site")

    name = models.CharField(max_length=200, unique=True)
    folded = FoldedName()
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.NEWSPAPER)
    domain = models.CharField(
        max_length=200,
        blank=True,
        help_text="The host of its addresses: example.org.",
    )
    family = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="members",
        help_text="The publisher it belongs to.",
    )
    # One identity for the publisher, the relay and the speaker, so that a chain
    # that runs through an agency meets the agency's own reports.
    speaker = models.OneToOneField(Speaker, models.PROTECT, related_name="outlet")

    class Meta:
        ordering = ("name",)
        constraints: ClassVar = [
            known_words(
                "outlet",
                "kind",
                [
                    "newspaper",
                    "broadcaster",
                    "agency",
                    "official",
                    "ngo",
                    "account",
                    "site",
                ],
            ),
            models.UniqueConstraint(
                name="outlet_domain_belongs_to_one_outlet",
                fields=["domain"],
                condition=~Q(domain=""),
                violation_error_message="Another outlet already has this domain.",
            ),
            models.CheckConstraint(
                name="outlet_is_not_its_own_family",
                condition=Q(family__isnull=True) | ~Q(family=F("id")),
                violation_error_message="An outlet cannot be its own publisher.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("review:speaker", args=[self.speaker_id])
