"""What a text may become beside what is here already, as choices for a person."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from claims.queries.likenesses import Likeness
from claims.services.taking_in import FOUND, Becoming, Kind

APART = str(Kind.APART)


def choices(likenesses: Sequence[Likeness]) -> list[tuple[str, str]]:
    """Return the values and words of a choice, the likeliest of each article first."""
    found = [choice for likeness in likenesses for choice in _of(likeness)]
    if any(likeness.has_address for likeness in likenesses):
        return found
    return [*found, (APART, _("A new article that has nothing to do with it"))]


def presumed(likenesses: Sequence[Likeness]) -> str:
    """Return the value that is chosen as long as nobody chooses another."""
    return choices(likenesses)[0][0]


def chosen(value: str, likenesses: Sequence[Likeness]) -> Becoming | None:
    """Return what a value means, None if it was not offered."""
    if value not in [offered for offered, _words in choices(likenesses)]:
        return None
    kind, _dash, pk = value.partition("-")
    articles = {str(likeness.article.pk): likeness.article for likeness in likenesses}
    return Becoming(Kind(kind), articles[pk] if pk else None)


def without_asking(likenesses: Sequence[Likeness]) -> Becoming | None:
    """Return what a text becomes where there is nothing to choose."""
    if not likenesses:
        return FOUND
    nearest = likenesses[0]
    if not nearest.is_same:
        return None
    # Without its address it is found by outlet and text, and given the address.
    return Becoming(Kind.SAME, nearest.article) if nearest.has_address else FOUND


def _of(likeness: Likeness) -> list[tuple[str, str]]:
    words = {
        "article": str(likeness.article),
        "outlet": str(likeness.article.outlet),
        "percent": likeness.percent,
    }
    same = _("The same article, nothing to store: “%(article)s” (%(outlet)s)")
    revision = _("A newer text of “%(article)s” (%(outlet)s)")
    copy = _("A wire copy of “%(article)s” (%(outlet)s), %(percent)s %% of the words")
    every = {Kind.SAME: same, Kind.REVISION: revision, Kind.COPY: copy}
    return [
        (f"{kind}-{likeness.article.pk}", every[kind] % words) for kind in _kinds(likeness)
    ]


def _kinds(likeness: Likeness) -> list[Kind]:
    """Return what a text can be to an article, the likeliest first."""
    if likeness.is_same:
        return [Kind.SAME]
    if likeness.has_address:
        return [Kind.REVISION, Kind.SAME]
    if likeness.is_of_outlet and not likeness.has_text:
        return [Kind.REVISION, Kind.COPY, Kind.SAME]
    if likeness.has_text:
        return [Kind.COPY, Kind.SAME]
    return [Kind.COPY, Kind.REVISION, Kind.SAME]
