"""Views of the queue that people keep for themselves; no act of the desk, so no log."""

from __future__ import annotations

from django.db import transaction
from django.http import QueryDict

from claims.errors import Incomplete
from claims.models import SavedView, User

MOST = 30  # views of one person


@transaction.atomic
def keep(name: str, query: str, *, by: User) -> SavedView:
    """Keep a filtered queue under a name; the same name again replaces it."""
    name = " ".join(name.split())[:60]
    if not name:
        raise Incomplete("Give the view a name.")
    known = QueryDict(query[:500], mutable=True)
    known.pop("page", None)
    kept = SavedView.objects.filter(owner=by)
    if kept.count() >= MOST and not kept.filter(name=name).exists():
        raise Incomplete(f"You keep {MOST} views already; remove one first.")
    view, _ = SavedView.objects.update_or_create(
        owner=by, name=name, defaults={"query": known.urlencode()[:500]}
    )
    return view


@transaction.atomic
def forget(view: SavedView, *, by: User) -> None:
    """Remove one of one's own views."""
    SavedView.objects.filter(pk=view.pk, owner=by).delete()
