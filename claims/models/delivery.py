"""What webhooks were told, or wait to be: each message to each of them."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from claims.models.webhook import Event, Webhook
from claims.models.words import known_words

TEST = "webhook.tested"
# For so long a delivery belongs to the worker that claimed it, and then to anybody.
CLAIMED_FOR = dt.timedelta(minutes=2)
EVENTS = [*Event.choices, (TEST, "Test")]


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def waiting(self) -> DeliveryQuerySet:
        return self.filter(status=Delivery.Status.WAITING)

    def at_rest(self, *, at: dt.datetime) -> DeliveryQuerySet:
        """Leave out what a worker may be sending at that moment."""
        return self.exclude(attempted_at__gt=at - CLAIMED_FOR)

    def due(self, *, at: dt.datetime) -> DeliveryQuerySet:
        """Return what may be sent now; what a paused webhook waits for stays."""
        return self.waiting().filter(
            next_attempt_at__lte=at, webhook__status=Webhook.Status.ACTIVE
        )

    def first_of_each(self, *, at: dt.datetime) -> DeliveryQuerySet:
        """Return the oldest due one of each webhook: a slow one holds up nobody else."""
        own = self.waiting().filter(webhook=OuterRef("pk"), next_attempt_at__lte=at)
        oldest = own.order_by("next_attempt_at", "pk").values("pk")[:1]
        # One look into the index for each webhook, however many wait.
        firsts = Webhook.objects.active().values_list(Subquery(oldest), flat=True)
        # Asked of the row itself too: PostgreSQL looks at it again once it is locked.
        return self.due(at=at).filter(pk__in=firsts).order_by("next_attempt_at", "pk")

    def for_list(self) -> DeliveryQuerySet:
        return self.select_related("webhook")


class Delivery(models.Model):
    """One message to one webhook, with what came of the last attempt to send it.

    Written in the transaction of the act that it tells of: what was refused or undone
    is never told.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        DELIVERED = "delivered", "Delivered"
        FAILED = "failed", "Failed"

    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    message = models.UUIDField(help_text="The same for every webhook and every attempt.")
    event = models.CharField(max_length=40, choices=EVENTS)
    body = models.TextField(help_text="What is sent, to the letter.")
    occurred_at = models.DateTimeField(default=timezone.now)

    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    attempted_at = models.DateTimeField("last attempt", null=True, blank=True)
    http_status = models.PositiveSmallIntegerField("HTTP status", null=True, blank=True)
    answer = models.TextField(blank=True, help_text="How the answer began.")
    error = models.TextField(blank=True, help_text="Why the last attempt failed.")
    took_ms = models.PositiveIntegerField("milliseconds", null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        verbose_name_plural = "deliveries"
        constraints: ClassVar = [
            known_words("delivery", "event", [word for word, _ in EVENTS]),
            known_words("delivery", "status", ["waiting", "delivered", "failed"]),
            models.CheckConstraint(name="delivery_has_a_body", condition=~Q(body="")),
            models.UniqueConstraint(
                name="delivery_of_a_message_is_made_once", fields=["webhook", "message"]
            ),
            models.CheckConstraint(
                name="delivery_waits_exactly_for_its_next_attempt",
                condition=Q(status="waiting", next_attempt_at__isnull=False)
                | (~Q(status="waiting") & Q(next_attempt_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="delivery_is_over_only_after_an_attempt",
                condition=Q(status="waiting")
                | Q(attempts__gte=1, attempted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="delivery_has_an_error_exactly_when_failed",
                condition=Q(status="waiting")
                | Q(status="failed") & ~Q(error="")
                | ~Q(status="failed") & Q(error=""),
            ),
        ]
        indexes: ClassVar = [
            # What the worker asks for every few seconds.
            models.Index(
                fields=["webhook", "next_attempt_at"],
                name="delivery_due_of_webhook",
                condition=Q(status="waiting"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} to {self.webhook}"

    def get_absolute_url(self) -> str:
        return reverse("admin:claims_delivery_change", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.status == self.Status.WAITING
