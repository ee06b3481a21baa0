"""What the product refuses to do, and the words it refuses with.

Every message is a whole sentence that can be shown to a person as it is.
"""

from __future__ import annotations


class ClaimsError(Exception):
    """Base of every refusal that a person should read."""

    code = "refused"


class AlreadyDecided(ClaimsError):
    """Somebody else decided first."""

    code = "already_decided"


class Forbidden(ClaimsError):
    """The actor's role does not allow the act."""

    code = "forbidden"


class SamePerson(ClaimsError):
    """A second person must decide what the first one proposed."""

    code = "same_person"


class Changed(ClaimsError):
    """The row was changed after the actor read it."""

    code = "changed"


class Incomplete(ClaimsError):
    """Something that the act rests on is missing."""

    code = "incomplete"


class Unexplained(Incomplete):
    """What rests on a decision changes, and nobody said why."""


class Misplaced(ClaimsError):
    """The words are not where the mark says they are."""

    code = "misplaced"


class Unreadable(ClaimsError):
    """A file, an address or a value could not be read as what it should be."""

    code = "unreadable"


class Unreachable(ClaimsError):
    """Another machine must not be asked, or did not answer as it should."""

    code = "unreachable"


class Impossible(ClaimsError):
    """What can never be right cannot be stored."""

    code = "impossible"


class KeyReused(ClaimsError):
    """An idempotency key was sent again with something else."""

    code = "key_reused"


class InProgress(ClaimsError):
    """The same request is being answered at this moment."""

    code = "in_progress"
