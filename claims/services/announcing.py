"""Events for webhooks, written down in the transaction of the act that they tell of."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from claims.models import (
    Claim,
    Delivery,
    Event,
    Quantity,
    Settlement,
    Verdict,
    Webhook,
)
from claims.models.delivery import TEST
from claims.queries import resources


def tell_of_conflict(quantity: Quantity) -> None:
    """Tell that figures of a quantity contradict each other that did not before."""
    webhooks = _told_of(Event.CONFLICT_OPENED, quantity)
    if webhooks:
        address = reverse("api:quantity-detail", args=[quantity.pk])
        _write(webhooks, Event.CONFLICT_OPENED, address, resources.quantity(quantity))


def tell_of_settlement(event: Event, settlement: Settlement) -> None:
    """Tell what became of a settlement."""
    webhooks = _told_of(event, settlement.quantity)
    if webhooks:
        address = reverse("api:settlement-detail", args=[settlement.pk])
        _write(webhooks, event, address, resources.settlement(settlement))


def tell_of_claim(verdict: Verdict) -> None:
    """Tell that a claim is public with this verdict, be it its first or a newer one."""
    webhooks = _told_of(Event.CLAIM_PUBLISHED, verdict.claim)
    if webhooks:
        address = reverse("api:claim-detail", args=[verdict.claim_id])
        _write(webhooks, Event.CLAIM_PUBLISHED, address, resources.published(verdict))


def tell_of_itself(webhook: Webhook) -> Delivery:
    """Tell a webhook of itself, so that its receiver can be tried out."""
    address = reverse("api:webhook-detail", args=[webhook.pk])
    [delivery] = _write([webhook], TEST, address, resources.webhook(webhook))
    return delivery


def _told_of(event: Event, row: Quantity | Claim) -> list[Webhook]:
    """Return who wants to know. One query, which finds nobody at most desks."""
    return list(Webhook.objects.told_of(event, row.incident_id))


def _write(
    webhooks: Iterable[Webhook], event: str, address: str, resource: dict[str, Any]
) -> list[Delivery]:
    """Put the message down for each of them, also for those that are paused."""
    message, now = uuid.uuid4(), timezone.now()
    told = {
        "id": str(message),
        "event": event,
        "occurred_at": resources.moment(now),
        "url": f"{settings.TRACKER_ADDRESS}{address}",
        "resource": resource,
    }
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    deliveries = [
        Delivery(
            webhook=webhook,
            message=message,
            event=event,
            body=body,
            occurred_at=now,
            next_attempt_at=now,
        )
        for webhook in webhooks
    ]
    return Delivery.objects.bulk_create(deliveries)
