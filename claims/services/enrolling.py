"""Who works at the desk and in which role: noted in the log."""

from __future__ import annotations

from collections.abc import Iterable

from claims import policy
from claims.models import User
from claims.services import logging
from claims.services.acting import act
from claims.services.logging import Line

# What of an account the log keeps; never its password or address.
KEPT = ("username", "is_active", "is_staff", "is_superuser")


@act
def note(user: User, changed: Iterable[str], *, by: User) -> None:
    """Write down that an account was made or changed, with the roles it now has."""
    policy.require(by.is_superuser, "manage accounts")
    columns = sorted(changed)
    if not columns:
        return
    roles = sorted(user.groups.values_list("name", flat=True))
    after = {name: getattr(user, name) for name in KEPT}
    after |= {"roles": roles, "changed": columns}
    logging.write(Line("user.changed", user, after=after), by=by)
