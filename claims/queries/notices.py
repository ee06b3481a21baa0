"""What a person was told, and how much of it is new."""

from __future__ import annotations

from django.core.paginator import Page, Paginator

from claims.models import Notice, User

PAGE_SIZE = 50


def listed(user: User, *, number: int | str = 1) -> Page[Notice]:
    """Return one page of a person's notices, newest first."""
    return Paginator(Notice.objects.filter(recipient=user), PAGE_SIZE).get_page(number)


def unread(user: User) -> int:
    """Count what somebody has not read. One query."""
    return Notice.objects.unread().filter(recipient=user).count()
