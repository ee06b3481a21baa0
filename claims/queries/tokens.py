"""Tokens, for those who may see them."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.utils import timezone

from claims import policy
from claims.models import Token, User
from claims.models.token import TokenQuerySet

PAGE_SIZE = 50


def seen_by(user: User) -> TokenQuerySet:
    """Return the tokens that somebody may see and revoke: their own, or all."""
    tokens = Token.objects.select_related("owner")
    return tokens if policy.may_oversee_tokens(user) else tokens.filter(owner=user)


def listed(user: User, *, number: int | str = 1) -> Page[Token]:
    """Return one page of them, the newest first, with their state."""
    rows = seen_by(user).with_state(at=timezone.now())
    return Paginator(rows, PAGE_SIZE).get_page(number)
