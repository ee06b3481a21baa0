"""People of other desks: known by name, with no way to sign in and no rights."""

from __future__ import annotations

from claims.models import User

_SUFFIX = "@elsewhere"
_LONGEST = 150  # characters of an account's name


class People:
    """Finds or makes the rows that stand for people of other desks."""

    def __init__(self) -> None:
        self._rows: dict[str, User] = {}

    def named(self, name: str) -> User:
        """Return who stands for a person of another desk, never one of this desk.

        The account is switched off, has no password that fits, and is in no group.
        """
        if name not in self._rows:
            self._rows[name] = _stand_in(name)
        return self._rows[name]


def _stand_in(name: str) -> User:
    username = f"{name[: _LONGEST - len(_SUFFIX)]}{_SUFFIX}"
    row = User.objects.filter(username=username).first()
    if row is None:
        row = User(username=username, is_active=False)
        row.set_unusable_password()
        row.save(force_insert=True)
    # Somebody who works here under such a name is not taken for another.
    return _stand_in(username) if row.is_active else row


def name_of(user: User) -> str:
    """Return what a file calls a person: those of other desks by their own name."""
    if user.is_active:
        return user.username
    return user.username.removesuffix(_SUFFIX)
