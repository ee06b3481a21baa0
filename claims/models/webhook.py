"""Other systems that are told what happens at the desk."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.urls import reverse

from claims.models.incident import Incident
from claims.models.words import known_words

if TYPE_CHECKING:
    from claims.models.delivery import DeliveryQuerySet


class Event(models.TextChoices):
    """What a webhook may tell of."""

    CONFLICT_OPENED = "conflict.opened", "Conflict opened"
    SETTLEMENT_PROPOSED = "settlement.proposed", "Settlement proposed"
    SETTLEMENT_APPROVED = "settlement.approved", "Settlement approved"
    SETTLEMENT_RETURNED = "settlement.returned", "Settlement returned"
    SETTLEMENT_WITHDRAWN = "settlement.withdrawn", "Settlement withdrawn"
    SETTLEMENT_STALE = "settlement.stale", "Settlement stale"
    CLAIM_PUBLISHED = "claim.published", "Claim published"

    @property
    def column(self) -> str:
        """Return the column of a webhook that says whether it tells of this."""
        return f"on_{self.value.replace('.', '_')}"


class WebhookQuerySet(models.QuerySet["Webhook"]):
    def active(self) -> WebhookQuerySet:
        return self.filter(status=Webhook.Status.ACTIVE)

    def told_of(self, event: Event, incident: int | None) -> WebhookQuerySet:
        """Return those that want to know of such an event in the incident of that key."""
        concerned = Q(incident__isnull=True) | Q(incident=incident)
        return self.filter(concerned, **{event.column: True})

    def for_list(self) -> WebhookQuerySet:
        return self.select_related("owner", "incident")


class Webhook(models.Model):
    """An address that is told of events, signed with a secret that is shown once.

    The secret is not stored: it is worked out from the seed and the desk's own key, so
    that whoever reads the database cannot sign with it.
    """

    class Status(models.TextChoices):
        ACTIVE = "active", "Active"
        PAUSED = "paused", "Paused"

    name = models.CharField(max_length=100, help_text="What it is for.")
    url = models.URLField(
        "address",
        max_length=500,
        help_text="Where events are sent, over HTTPS and to a public address.",
    )
    incident = models.ForeignKey(
        Incident,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="webhooks",
        help_text="Only what happens in this one; in every one if left empty.",
    )
    on_conflict_opened = models.BooleanField("conflict opened", default=False)
    on_settlement_proposed = models.BooleanField("settlement proposed", default=False)
    on_settlement_approved = models.BooleanField("settlement approved", default=False)
    on_settlement_returned = models.BooleanField("settlement returned", default=False)
    on_settlement_withdrawn = models.BooleanField("settlement withdrawn", default=False)
    on_settlement_stale = models.BooleanField("settlement stale", default=False)
    on_claim_published = models.BooleanField("claim published", default=False)

    status = models.CharField(
        max_length=10, choices=Status, default=Status.ACTIVE, editable=False
    )
    paused_at = models.DateTimeField(null=True, blank=True, editable=False)
    paused_because = models.TextField(blank=True, editable=False)
    failures = models.PositiveIntegerField(
        default=0, editable=False, help_text="Deliveries given up in a row."
    )

    seed = models.CharField(max_length=64, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    # After a rotation both secrets sign for a day, so that no delivery is refused.
    old_seed = models.CharField(max_length=64, blank=True, editable=False)
    old_until = models.DateTimeField(null=True, blank=True, editable=False)

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="webhooks", editable=False
    )
    made_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    deliveries: DeliveryQuerySet

    objects = WebhookQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        permissions: ClassVar = [("keep_webhooks", "May make, change and pause webhooks")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="webhook_has_a_name",
                condition=~Q(name=""),
                violation_error_message="Say what the webhook is for.",
            ),
            models.CheckConstraint(
                name="webhook_is_reached_over_https",
                condition=Q(url__startswith="https://"),
                violation_error_message="The address must begin with https://.",
            ),
            models.CheckConstraint(
                name="webhook_tells_of_something",
                condition=reduce(or_, (Q(**{event.column: True}) for event in Event)),
                violation_error_message="Choose at least one event.",
            ),
            known_words("webhook", "status", ["active", "paused"]),
            models.CheckConstraint(
                name="webhook_is_paused_since_a_moment_and_for_a_reason",
                condition=(
                    Q(status="paused", paused_at__isnull=False) & ~Q(paused_because="")
                )
                | (~Q(status="paused") & Q(paused_at__isnull=True, paused_because="")),
                violation_error_message="A pause needs its moment and its reason.",
            ),
            models.CheckConstraint(
                name="webhook_secret_is_told_by_a_whole_sha256",
                condition=models.lookups.Exact(Length("digest"), 64),
            ),
            models.CheckConstraint(
                name="webhook_old_secret_holds_until_a_moment",
                condition=Q(old_seed="", old_until__isnull=True)
                | (~Q(old_seed="") & Q(old_until__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.host})"

    def get_absolute_url(self) -> str:
        return reverse("admin:claims_webhook_change", args=[self.pk])

    @property
    def host(self) -> str:
        """Where it sends to; the rest of an address may be as secret as a key."""
        return urlsplit(self.url).hostname or ""

    @property
    def events(self) -> list[str]:
        return [event.value for event in Event if getattr(self, event.column)]

    @property
    def is_active(self) -> bool:
        return self.status == self.Status.ACTIVE
