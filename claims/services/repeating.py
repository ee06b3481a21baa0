"""Acts that a caller may send twice: done once, and answered the same again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.utils import timezone

from claims.errors import InProgress, KeyReused
from claims.models import Answer, Token, User


@dataclass(frozen=True, slots=True)
class Sent:
    """A request with its key, and who sent it."""

    key: str
    fingerprint: str
    owner: User
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a request was answered; a replayed answer is told a second time."""

    status: int
    body: str
    headers: dict[str, str] = field(default_factory=dict)
    is_replayed: bool = False


def once(sent: Sent, act: Callable[[], Told]) -> Told:
    """Do an act and keep its answer in one transaction, or give the answer kept.

    What ``act`` raises takes both back: a refusal changed nothing and is not kept. Not
    an act of its own, so that the pen is taken after the key: who sends the same again
    while the first is at work is told so where the engine can tell, and waits where
    there is one writer.
    """
    with transaction.atomic():
        _hold(sent)
        kept = _kept(sent)
        if kept is not None:
            return kept
        told = act()
        _keep(sent, told)
        return told


def _hold(sent: Sent) -> None:
    """Claim the key until the transaction ends."""
    if connection.vendor != "postgresql":
        return
    name = f"{sent.owner.pk} {sent.token and sent.token.pk} {sent.key}"
    digest = hashlib.sha256(name.encode()).digest()
    ends = [int.from_bytes(digest[at : at + 4], signed=True) for at in (0, 4)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", ends)
        (is_free,) = cursor.fetchone()
    if not is_free:
        raise InProgress("The first request with this key is still being answered.")


def _kept(sent: Sent) -> Told | None:
    since = timezone.now() - Answer.LASTS
    known = Answer.objects.filter(owner=sent.owner, token=sent.token, key=sent.key)
    answer = known.filter(answered_at__gte=since).first()
    if answer is None:
        return None
    if answer.fingerprint != sent.fingerprint:
        raise KeyReused("This key was sent before with another request.")
    return Told(answer.status, answer.body, answer.headers, is_replayed=True)


def _keep(sent: Sent, told: Told) -> None:
    now = timezone.now()
    Answer.objects.run_out(at=now).delete()
    Answer.objects.create(
        owner=sent.owner,
        token=sent.token,
        key=sent.key,
        fingerprint=sent.fingerprint,
        status=told.status,
        headers=told.headers,
        body=told.body,
        answered_at=now,
    )
