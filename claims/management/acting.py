"""Who a command acts as: somebody of the desk, or the desk itself."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.core.management.base import CommandError, CommandParser

from claims.models import User

DESK = "desk"


def add_argument(parser: CommandParser) -> None:
    parser.add_argument(
        "--by",
        metavar="USERNAME",
        help="Act as this account; without it as “desk”, which nobody can sign in with.",
    )


def actor(options: dict[str, Any]) -> User:
    """Return the account to act as; the desk's own is made when it is first needed."""
    if options["by"]:
        found = User.objects.filter(username=options["by"], is_active=True).first()
        if found is None:
            raise CommandError(f"There is no account {options['by']}.")
        return found
    user, is_new = User.objects.get_or_create(username=DESK)
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        user.groups.add(Group.objects.get(name="editor"))
    return user
