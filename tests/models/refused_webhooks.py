"""Webhooks and deliveries that the database must refuse."""

from __future__ import annotations

import uuid

from django.utils import timezone

from tests.factories import DeliveryFactory, WebhookFactory
from tests.models.building import Build, second, unsaved

MESSAGE = uuid.UUID(int=7)

REFUSED: list[tuple[str, Build]] = [
    ("webhook_has_a_name", lambda: unsaved(WebhookFactory, name="")),
    (
        "webhook_is_reached_over_https",
        lambda: unsaved(WebhookFactory, url="http://hooks.example/desk"),
    ),
    (
        "webhook_tells_of_something",
        lambda: unsaved(WebhookFactory, on_settlement_approved=False),
    ),
    ("webhook_status_is_a_known_word", lambda: unsaved(WebhookFactory, status="asleep")),
    (
        "webhook_is_paused_since_a_moment_and_for_a_reason",
        lambda: unsaved(WebhookFactory, status="paused", paused_because="It is moving."),
    ),
    (
        "webhook_is_paused_since_a_moment_and_for_a_reason",
        lambda: unsaved(WebhookFactory, status="paused", paused_at=timezone.now()),
    ),
    (
        "webhook_is_paused_since_a_moment_and_for_a_reason",
        lambda: unsaved(WebhookFactory, paused_because="It is moving."),
    ),
    (
        "webhook_secret_is_told_by_a_whole_sha256",
        lambda: unsaved(WebhookFactory, digest="f" * 63),
    ),
    (
        "webhook_old_secret_holds_until_a_moment",
        lambda: unsaved(WebhookFactory, old_seed="old"),
    ),
    (
        "webhook_old_secret_holds_until_a_moment",
        lambda: unsaved(WebhookFactory, old_until=timezone.now()),
    ),
    ("delivery_event_is_a_known_word", lambda: unsaved(DeliveryFactory, event="rain.fell")),
    (
        "delivery_status_is_a_known_word",
        lambda: unsaved(DeliveryFactory, delivered=True, status="lost"),
    ),
    ("delivery_has_a_body", lambda: unsaved(DeliveryFactory, body="")),
    (
        "delivery_of_a_message_is_made_once",
        lambda: second(DeliveryFactory, webhook=WebhookFactory(), message=MESSAGE),
    ),
    (
        "delivery_waits_exactly_for_its_next_attempt",
        lambda: unsaved(DeliveryFactory, next_attempt_at=None),
    ),
    (
        "delivery_waits_exactly_for_its_next_attempt",
        lambda: unsaved(DeliveryFactory, delivered=True, next_attempt_at=timezone.now()),
    ),
    (
        "delivery_is_over_only_after_an_attempt",
        lambda: unsaved(DeliveryFactory, delivered=True, attempts=0),
    ),
    (
        "delivery_is_over_only_after_an_attempt",
        lambda: unsaved(DeliveryFactory, delivered=True, attempted_at=None),
    ),
    (
        "delivery_has_an_error_exactly_when_failed",
        lambda: unsaved(DeliveryFactory, failed=True, error=""),
    ),
    (
        "delivery_has_an_error_exactly_when_failed",
        lambda: unsaved(DeliveryFactory, delivered=True, error="It answered with 500."),
    ),
]
