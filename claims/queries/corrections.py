"""Articles that still carry a figure which an approved settlement set aside as wrong."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.db.models import F, OuterRef, QuerySet, Subquery

from claims.models import Reliance, Revision

PAGE_SIZE = 50

# A figure of another scope, or one that is no second origin, is not wrong.
WRONG = (
    Reliance.Reason.SUPERSEDED,
    Reliance.Reason.MISQUOTE,
    Reliance.Reason.IMPLAUSIBLE,
    Reliance.Reason.RETRACTED,
    Reliance.Reason.OTHER,
)


def listed(*, number: int | str = 1) -> Page[Reliance]:
    """Return one page of what the newest text of an article still says."""
    return Paginator(_standing(), PAGE_SIZE).get_page(number)


def count() -> int:
    """Return how many figures are to be followed up."""
    return _standing().order_by().count()


def _standing() -> QuerySet[Reliance]:
    newest = Revision.objects.filter(article=OuterRef("figure__revision__article"))
    return (
        Reliance.objects.filter(settlement__status="approved", reason__in=WRONG)
        .annotate(newest=Subquery(newest.order_by("-number").values("pk")[:1]))
        .filter(figure__revision=F("newest"))
        .select_related(
            "figure__revision__article__outlet",
            "figure__attribution",
            "settlement__quantity__incident",
        )
        .defer("figure__revision__text", "figure__revision__raw")
        .prefetch_related("figure__attribution__links__speaker")
        .order_by("-settlement__decided_at", "figure__revision__article", "figure__start")
    )
