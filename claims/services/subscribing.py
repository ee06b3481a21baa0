"""Webhooks: made, changed, paused, given a new secret, tried out."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from claims import policy
from claims.domain import signing
from claims.errors import AlreadyDecided, Changed, Incomplete
from claims.models import Delivery, Event, Incident, User, Webhook
from claims.outward import sending
from claims.services import announcing, logging
from claims.services.acting import act
from claims.services.logging import Line

# How long the secret before a rotation goes on signing.
BOTH_SIGN_FOR = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wish:
    """Where somebody wants to be told of what."""

    name: str
    url: str
    events: frozenset[str]
    incident: Incident | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A webhook with its secret, which can be shown this once."""

    webhook: Webhook
    secret: str


@act
def make(wish: Wish, *, by: User) -> Made:
    """Make a webhook that is told from now on."""
    policy.require(policy.may_keep_webhooks(by), "make webhooks")
    seed = secrets.token_urlsafe(32)
    webhook = Webhook.objects.create(
        **_columns(wish), seed=seed, digest=digest_of(seed), owner=by
    )
    logging.write(_line("webhook.made", webhook, after=_kept(webhook)), by=by)
    return Made(webhook, _secret(seed))


@act
def amend(webhook: Webhook, wish: Wish, *, version: int, by: User) -> None:
    """Change where it sends what, as somebody read it at ``version``."""
    policy.require(policy.may_keep_webhooks(by), "change webhooks")
    before = _kept(Webhook.objects.get(pk=webhook.pk))
    rows = Webhook.objects.filter(pk=webhook.pk, version=version)
    if not rows.update(**_columns(wish), version=version + 1):
        raise Changed(f"Somebody else changed “{webhook}” in the meantime.")
    webhook.refresh_from_db()
    line = _line("webhook.amended", webhook, before=before, after=_kept(webhook))
    logging.write(line, by=by)


@act
def pause(webhook: Webhook, *, reason: str, by: User) -> None:
    """Send nothing any more; what happens meanwhile is kept and sent afterwards."""
    policy.require(policy.may_keep_webhooks(by), "pause webhooks")
    if not reason.strip():
        raise Incomplete("Say why the webhook is paused.")
    if not stop(webhook, reason.strip(), by=by):
        raise AlreadyDecided(f"“{webhook}” is paused already.")


def stop(webhook: Webhook, reason: str, *, by: User | None) -> bool:
    """Pause inside an act, the desk itself being ``None``; say whether it was active."""
    rows = Webhook.objects.active().filter(pk=webhook.pk)
    paused = rows.update(
        status=Webhook.Status.PAUSED,
        paused_at=timezone.now(),
        paused_because=reason,
        version=F("version") + 1,
    )
    webhook.refresh_from_db()
    if paused:
        logging.write(_line("webhook.paused", webhook, reason=reason), by=by)
    return bool(paused)


@act
def resume(webhook: Webhook, *, by: User) -> None:
    """Send again, what waited first."""
    policy.require(policy.may_keep_webhooks(by), "resume webhooks")
    paused = Webhook.objects.filter(pk=webhook.pk, status=Webhook.Status.PAUSED)
    resumed = paused.update(
        status=Webhook.Status.ACTIVE,
        paused_at=None,
        paused_because="",
        failures=0,
        version=F("version") + 1,
    )
    if not resumed:
        raise AlreadyDecided(f"“{webhook}” is not paused.")
    now = timezone.now()
    webhook.deliveries.waiting().at_rest(at=now).update(next_attempt_at=now)
    webhook.refresh_from_db()
    logging.write(_line("webhook.resumed", webhook), by=by)


@act
def rotate(webhook: Webhook, *, by: User) -> str:
    """Give it a new secret and return it; the old one signs as well for a day."""
    policy.require(policy.may_keep_webhooks(by), "give webhooks a new secret")
    webhook.refresh_from_db()
    seed = secrets.token_urlsafe(32)
    webhook.old_seed, webhook.old_until = webhook.seed, timezone.now() + BOTH_SIGN_FOR
    webhook.seed, webhook.digest = seed, digest_of(seed)
    webhook.version += 1
    webhook.save(update_fields=["old_seed", "old_until", "seed", "digest", "version"])
    logging.write(_line("webhook.rotated", webhook), by=by)
    return _secret(seed)


@act
def try_out(webhook: Webhook, *, by: User) -> Delivery:
    """Send it a test event, like any other; a paused one gets it when it is resumed."""
    policy.require(policy.may_keep_webhooks(by), "try webhooks out")
    delivery = announcing.tell_of_itself(webhook)
    logging.write(_line("webhook.tested", webhook), by=by)
    return delivery


@act
def replay(delivery: Delivery, *, by: User) -> None:
    """Send once more what was delivered or given up, as it was."""
    policy.require(policy.may_keep_webhooks(by), "replay deliveries")
    over = Delivery.objects.filter(pk=delivery.pk).exclude(status=Delivery.Status.WAITING)
    waiting = Delivery.Status.WAITING
    if not over.update(status=waiting, attempts=0, next_attempt_at=timezone.now()):
        raise AlreadyDecided("This delivery waits to be sent already.")
    delivery.refresh_from_db()
    after = {"event": delivery.event, "message": delivery.message}
    logging.write(_line("webhook.replayed", delivery.webhook, after=after), by=by)


def secrets_of(webhook: Webhook, *, at: dt.datetime) -> list[str]:
    """Return the secrets that sign at a moment, none if the desk's key was changed."""
    if digest_of(webhook.seed) != webhook.digest:
        return []
    seeds = [webhook.seed]
    if webhook.old_until is not None and at < webhook.old_until:
        seeds.append(webhook.old_seed)
    return [_secret(seed) for seed in seeds]


def digest_of(seed: str) -> str:
    """Return what tells later whether a seed still gives the same secret."""
    return hashlib.sha256(_secret(seed).encode()).hexdigest()


def _secret(seed: str) -> str:
    key = salted_hmac("claims.webhook", seed, settings.SECRET_KEY, algorithm="sha256")
    return signing.secret_of(key.digest())


def _columns(wish: Wish) -> dict[str, Any]:
    url, known = wish.url.strip(), {event.value for event in Event}
    unknown = sorted(wish.events - known)
    if unknown:
        raise Incomplete(f"There is no event {unknown[0]}; there are {_joined(known)}.")
    sending.check(url)
    return {
        "name": " ".join(wish.name.split()),
        "url": url,
        "incident": wish.incident,
        **{event.column: event.value in wish.events for event in Event},
    }


def _kept(webhook: Webhook) -> dict[str, Any]:
    """Return what the log keeps: no more of the address than whom it belongs to."""
    about = str(webhook.incident) if webhook.incident else "every incident"
    return {
        "name": webhook.name,
        "host": webhook.host,
        "events": webhook.events,
        "about": about,
    }


def _joined(words: Collection[str]) -> str:
    return ", ".join(sorted(words))


def _line(name: str, webhook: Webhook, **more: Any) -> Line:
    return Line(name, webhook, incident=webhook.incident, **more)
