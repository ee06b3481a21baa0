"""Notices: who is told of what, in the app and by e-mail where that is configured."""

from __future__ import annotations

import logging as python_logging
import re
from collections.abc import Iterable
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from claims.models import Notice, User

_MENTION = re.compile(r"(?<![\w@])@([\w.+-]*\w)")
_log = python_logging.getLogger(__name__)


@transaction.atomic
def tell(
    people: Iterable[User | None], sentence: str, address: str, *, by: User | None
) -> None:
    """Tell people of something; nobody is told of what they did themselves."""
    told = {person for person in people if person is not None and person != by}
    notices = [
        Notice(recipient=person, sentence=sentence, address=address) for person in told
    ]
    Notice.objects.bulk_create(notices)
    addressees = [person.email for person in told if person.email]
    if addressees:
        transaction.on_commit(lambda: _mail(addressees, sentence, address))


def mentioned_in(text: str) -> list[User]:
    """Return the people whom a text addresses as ``@name``. One query."""
    names = set(_MENTION.findall(text))
    return list(User.objects.filter(username__in=names, is_active=True)) if names else []


@transaction.atomic
def read_all(by: User) -> int:
    """Mark everything that somebody was told as read; return how many were new."""
    return Notice.objects.unread().filter(recipient=by).update(read_at=timezone.now())


def _mail(addressees: list[str], sentence: str, address: str) -> None:
    body = f"{sentence}\n\n{settings.TRACKER_ADDRESS}{address}\n"
    for addressee in addressees:
        try:
            send_mail(sentence[:120], body, None, [addressee])
        except (SMTPException, OSError):
            # The notice stands in the app; a mail server that is down stops no desk.
            _log.warning("A notice could not be mailed.", exc_info=True)
