"""Speakers that turn out to be one: merged, and un-merged, with nothing lost.

Merging only points one speaker at another; every alias, role and link stays where
it was, so that taking it back restores all of them.
"""

from __future__ import annotations

from claims import policy
from claims.errors import AlreadyDecided, Incomplete
from claims.models import Outlet, Speaker, User
from claims.services import comparing, logging
from claims.services.acting import act
from claims.services.logging import Line


@act
def merge(speaker: Speaker, into: Speaker, *, by: User, reason: str) -> None:
    """Say that ``speaker`` is ``into``; what either said is compared again."""
    policy.require(policy.may_merge(by), "merge speakers")
    if not reason.strip():
        raise Incomplete("Say why the two are one.")
    # Two who merge each other's speakers at once must not make a ring of them.
    into.refresh_from_db(fields=["merged_into"])
    if speaker.pk in _line_of(into):
        raise Incomplete(f"“{into}” is merged into “{speaker}” already.")
    if into.merged_into_id is not None:
        raise Incomplete(f"“{into}” was itself merged; merge into “{into.merged_into}”.")
    if Outlet.objects.filter(speaker=speaker).exists():
        raise Incomplete(f"“{speaker}” is an outlet of its own; merge the other way round.")
    standing = Speaker.objects.filter(pk=speaker.pk, merged_into__isnull=True)
    if not standing.update(merged_into=into):
        raise AlreadyDecided(f"Somebody else already merged “{speaker}”.")
    speaker.refresh_from_db(fields=["merged_into"])
    after = {"merged_into": into.name, "merged_into_pk": into.pk}
    line = Line("speaker.merged", speaker, {}, after, reason.strip())
    logging.write(line, by=by)
    comparing.refresh_those_of(comparing.figures_of([speaker, into]))


@act
def unmerge(speaker: Speaker, *, by: User, reason: str) -> None:
    """Take a merge back: both stand again with everything they had."""
    policy.require(policy.may_merge(by), "un-merge speakers")
    into = speaker.merged_into
    if into is None:
        raise AlreadyDecided(f"“{speaker}” is not merged.")
    if not Speaker.objects.filter(pk=speaker.pk, merged_into=into).update(merged_into=None):
        raise AlreadyDecided(f"Somebody else already un-merged “{speaker}”.")
    speaker.refresh_from_db(fields=["merged_into"])
    before = {"merged_into": into.name, "merged_into_pk": into.pk}
    line = Line("speaker.unmerged", speaker, before, {}, reason.strip())
    logging.write(line, by=by)
    comparing.refresh_those_of(comparing.figures_of([speaker, into]))


def _line_of(speaker: Speaker) -> set[int]:
    """Return the speaker and everybody it is merged into."""
    found: set[int] = set()
    at: Speaker | None = speaker
    while at is not None and at.pk not in found:
        found.add(at.pk)
        at = at.merged_into
    return found
