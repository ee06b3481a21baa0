"""Tokens for the API: issued once, shown once, revoked for good."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from claims import policy
from claims.errors import AlreadyDecided, Forbidden, Incomplete
from claims.models import Token, User
from claims.services import logging
from claims.services.acting import act
from claims.services.logging import Line

PREFIX = "desk_"
SCOPES = ("annotate", "review", "export", "subscribe")
LONGEST = 366  # days


@dataclass(frozen=True, slots=True)
class Wish:
    """What a token is asked for: its use, its scopes beside reading, and its days."""

    name: str
    scopes: frozenset[str] = frozenset()
    days: int = 90


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token with its secret, which is not kept anywhere."""

    token: Token
    secret: str


@act
def issue(owner: User, wish: Wish, *, by: User) -> Issued:
    """Issue a token that acts as ``owner``; only the owner or an administrator may."""
    if owner != by and not by.is_superuser:
        raise Forbidden("Only its owner or an administrator can issue a token.")
    policy.require(policy.may_view(owner), "call the API")
    if not wish.name.strip():
        raise Incomplete("Say what the token is for.")
    unknown = sorted(wish.scopes - set(SCOPES))
    if unknown:
        raise Incomplete(f"There is no scope {unknown[0]}; there are {', '.join(SCOPES)}.")
    if not 1 <= wish.days <= LONGEST:
        raise Incomplete(f"A token is valid for 1 to {LONGEST} days.")
    secret = PREFIX + secrets.token_urlsafe(32)
    now = timezone.now()
    token = Token.objects.create(
        owner=owner,
        name=wish.name.strip()[:100],
        beginning=secret[: len(PREFIX) + 4],
        digest=digest(secret),
        **{f"may_{scope}": scope in wish.scopes for scope in SCOPES},
        issued_at=now,
        expires_at=now + dt.timedelta(days=wish.days),
    )
    after = {"owner": owner.username, "scopes": token.scopes, "days": wish.days}
    logging.write(Line("token.issued", token, after=after), by=by)
    return Issued(token, secret)


@act
def revoke(token: Token, *, by: User) -> None:
    """Make a token useless from now on; a lead may do so to anybody's."""
    if token.owner != by and not policy.may_oversee_tokens(by):
        raise Forbidden("Only its owner or a lead can revoke a token.")
    standing = Token.objects.filter(pk=token.pk, revoked_at__isnull=True)
    if not standing.update(revoked_at=timezone.now()):
        raise AlreadyDecided(f"{token} is revoked already.")
    token.refresh_from_db(fields=["revoked_at"])
    logging.write(Line("token.revoked", token), by=by)


def bearing(secret: str) -> Token | None:
    """Return the valid token of that secret; its owner must still be active."""
    now = timezone.now()
    rows = Token.objects.valid(at=now).filter(digest=digest(secret), owner__is_active=True)
    token = rows.select_related("owner").first()
    if token is not None and token.last_used_on != now.date():
        # A day is enough to tell whether anybody still uses it.
        Token.objects.filter(pk=token.pk).update(last_used_on=now.date())
    return token


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def scopes_in(words: Iterable[str]) -> frozenset[str]:
    """Return scopes as somebody listed them; reading needs no mention."""
    return frozenset(words) - {"read"}
