"""What an editor did on a revision, kept in her session so that she can undo it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from claims.models import Change, Revision
from claims.requests import DeskRequest

DEPTH = 50
_SUBJECTS = ("quote", "figure")


@contextmanager
def recording(
    request: DeskRequest, revision: Revision, *, is_undo: bool = False
) -> Iterator[None]:
    """Remember the lines that the acts inside leave, as one step."""
    before = _last(request)
    yield
    if is_undo:
        return
    lines = Change.objects.filter(
        actor=request.user, pk__gt=before, subject__in=_SUBJECTS
    ).order_by("pk")
    step = list(lines.values_list("pk", flat=True))
    if step:
        key = _key(revision)
        request.session[key] = [*request.session.get(key, []), step][-DEPTH:]


def pop(request: DeskRequest, revision: Revision) -> list[Change]:
    """Take the last step off; return its lines, the latest first."""
    key = _key(revision)
    steps = request.session.get(key, [])
    if not steps:
        return []
    request.session[key] = steps[:-1]
    return list(Change.objects.filter(pk__in=steps[-1]).order_by("-pk"))


def holds(request: DeskRequest, revision: Revision) -> bool:
    return bool(request.session.get(_key(revision)))


def _last(request: DeskRequest) -> int:
    lines = Change.objects.filter(actor=request.user).order_by("-pk")
    return lines.values_list("pk", flat=True).first() or 0


def _key(revision: Revision) -> str:
    return f"undo-{revision.pk}"
