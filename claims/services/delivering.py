"""Deliveries on their way: claimed by one worker, sent, tried again, given up."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from claims import policy
from claims.domain import patience, signing
from claims.errors import ClaimsError
from claims.models import Delivery, User, Webhook
from claims.models.delivery import CLAIMED_FOR
from claims.outward.sending import PUBLIC, Limits, Request, Rules, send
from claims.services import noticing, subscribing
from claims.services.acting import act

AT_ONCE = 8
LIMITS = Limits(seconds=10, most_bytes=256 * 1024)
KEPT_FOR = dt.timedelta(days=30)
MOST_FAILURES = 3
_EXCERPT = 500
_GONE = 410


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attempt; without an error it was delivered."""

    error: str = ""
    http_status: int | None = None
    answer: str = ""
    took_ms: int = 0

    @property
    def is_delivered(self) -> bool:
        return not self.error


@dataclass(frozen=True, slots=True)
class Round:
    """What came of sending what was due once."""

    delivered: int = 0
    put_off: int = 0
    given_up: int = 0

    def __add__(self, other: Round) -> Round:
        return Round(
            self.delivered + other.delivered,
            self.put_off + other.put_off,
            self.given_up + other.given_up,
        )

    @property
    def is_nothing(self) -> bool:
        return not (self.delivered or self.put_off or self.given_up)


def deliver_due(*, rules: Rules = PUBLIC) -> Round:
    """Send the first due delivery of each of some webhooks, at the same time.

    Safe to run in several processes: each delivery is claimed by one of them.
    """
    claimed = claim()
    if not claimed:
        return Round()
    requests = [_request(delivery) for delivery in claimed]
    with ThreadPoolExecutor(len(claimed)) as pool:
        outcomes = list(pool.map(lambda request: _attempt(request, rules), requests))
    done = Round()
    for delivery, outcome in zip(claimed, outcomes, strict=True):
        done += record(delivery, outcome, chance=random.random())  # noqa: S311  no secret
    return done


@transaction.atomic
def claim(most: int = AT_ONCE) -> list[Delivery]:
    """Take due deliveries for oneself, counting the attempt before it is made.

    A worker that dies leaves them to be claimed again. Rows that another one is
    claiming are passed over on PostgreSQL; on SQLite the filter alone decides.
    """
    now = timezone.now()
    due = Delivery.objects.first_of_each(at=now).select_related("webhook")
    found = list(due.select_for_update(skip_locked=True, of=("self",))[:most])
    return [delivery for delivery in found if _is_ours(delivery, now)]


def _is_ours(delivery: Delivery, now: dt.datetime) -> bool:
    seen = Delivery.objects.due(at=now).filter(pk=delivery.pk, attempts=delivery.attempts)
    delivery.attempts += 1
    delivery.attempted_at = now
    return bool(
        seen.update(
            attempts=F("attempts") + 1, attempted_at=now, next_attempt_at=now + CLAIMED_FOR
        )
    )


def _request(delivery: Delivery) -> Request | None:
    """Return what is sent, signed now; None if the desk cannot sign any more."""
    now = timezone.now()
    at, message = int(now.timestamp()), str(delivery.message)
    known = subscribing.secrets_of(delivery.webhook, at=now)
    if not known:
        return None
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "attribution-desk",
        "Webhook-Id": message,
        "Webhook-Timestamp": str(at),
        "Webhook-Signature": signing.signatures(known, message, at, delivery.body),
    }
    return Request(
        delivery.webhook.url, method="POST", headers=headers, body=delivery.body.encode()
    )


def _attempt(request: Request | None, rules: Rules) -> Outcome:
    """Send without touching the database, as several do at the same time."""
    if request is None:
        return Outcome("The desk's key was changed since; give the webhook a new secret.")
    begun = time.monotonic()
    try:
        answer = send(request, limits=LIMITS, rules=rules)
    except ClaimsError as refusal:
        return Outcome(str(refusal), took_ms=_since(begun))
    error = "" if 200 <= answer.status < 300 else f"It answered with {answer.status}."  # noqa: PLR2004  as HTTP has it
    return Outcome(error, answer.status, _excerpt(answer.body), _since(begun))


def _since(begun: float) -> int:
    return round((time.monotonic() - begun) * 1000)


def _excerpt(body: bytes) -> str:
    """Return how an answer begins, without what no database or page can hold."""
    text = body[: 4 * _EXCERPT].decode("utf-8", "replace")[:_EXCERPT]
    return "".join(each if each.isprintable() or each == "\n" else " " for each in text)


@act
def record(delivery: Delivery, outcome: Outcome, *, chance: float) -> Round:
    """Write down what came of an attempt, and when the next one is, if there is one."""
    pause = patience.pause_after(delivery.attempts, chance=chance)
    status, next_attempt_at = Delivery.Status.WAITING, None
    if outcome.is_delivered:
        status = Delivery.Status.DELIVERED
    elif pause is None or outcome.http_status == _GONE:
        status = Delivery.Status.FAILED
    else:
        next_attempt_at = timezone.now() + pause
    # Whoever took longer than the claim holds may have been overtaken.
    ours = Delivery.objects.waiting().filter(pk=delivery.pk, attempts=delivery.attempts)
    recorded = ours.update(
        status=status,
        next_attempt_at=next_attempt_at,
        http_status=outcome.http_status,
        answer=outcome.answer,
        error=outcome.error,
        took_ms=outcome.took_ms,
    )
    if not recorded:
        return Round()
    _weigh(delivery.webhook, status, outcome)
    return Round(
        status == Delivery.Status.DELIVERED,
        status == Delivery.Status.WAITING,
        status == Delivery.Status.FAILED,
    )


def _weigh(webhook: Webhook, status: str, outcome: Outcome) -> None:
    """Count what was given up in a row, and pause a webhook that takes nothing."""
    rows = Webhook.objects.filter(pk=webhook.pk)
    if status == Delivery.Status.DELIVERED:
        rows.filter(failures__gt=0).update(failures=0)
    if status != Delivery.Status.FAILED:
        return
    rows.update(failures=F("failures") + 1)
    webhook.refresh_from_db(fields=["failures"])
    if outcome.http_status == _GONE:
        _stop(webhook, "Its receiver answered that it is gone for good (410).")
    elif webhook.failures >= MOST_FAILURES:
        _stop(webhook, f"{MOST_FAILURES} deliveries in a row were given up.")


def _stop(webhook: Webhook, reason: str) -> None:
    if subscribing.stop(webhook, reason, by=None):
        sentence = f"The webhook “{webhook}” was paused. {reason}"
        noticing.tell(_keepers(webhook), sentence, webhook.get_absolute_url(), by=None)


def _keepers(webhook: Webhook) -> Iterable[User]:
    """Return its owner, or everybody who keeps webhooks if the owner no longer does."""
    keepers = policy.keepers_of_webhooks()
    return keepers.filter(pk=webhook.owner_id) or keepers


def forget_old(*, now: dt.datetime) -> int:
    """Delete what is past keeping, delivered or not; return how many there were."""
    deleted, _ = Delivery.objects.filter(occurred_at__lt=now - KEPT_FOR).delete()
    return deleted
