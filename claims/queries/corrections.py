"""Articles that still carry a figure which an approved settlement set aside as wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from claims.models import CorrectionRequest, Figure, Reliance, Revision

PAGE_SIZE = 50

# A figure of another scope, or one that is no second origin, is not wrong.
WRONG = (
    Reliance.Reason.SUPERSEDED,
    Reliance.Reason.MISQUOTE,
    Reliance.Reason.IMPLAUSIBLE,
    Reliance.Reason.RETRACTED,
    Reliance.Reason.OTHER,
)

_REQUESTS = CorrectionRequest.objects.filter(figure=OuterRef("figure"))
_ASKED = Exists(_REQUESTS.filter(outcome="asked"))
# What is left to do: nobody was asked, an answer is due, or one has come.
STAGES: Mapping[str, Q] = {
    "unasked": Q(~Exists(_REQUESTS)),
    "asked": Q(_ASKED),
    "answered": Q(Exists(_REQUESTS)) & ~Q(_ASKED),
}


def listed(*, stage: str = "", number: int | str = 1) -> Page[Reliance]:
    """Return one page of what the newest text of an article still says."""
    rows = _standing().filter(STAGES.get(stage, Q()))
    return Paginator(_with_requests(rows), PAGE_SIZE).get_page(number)


def counts() -> dict[str, int]:
    """Return how many figures are at each stage. A query a stage."""
    rows = _standing().order_by()
    return {stage: rows.filter(condition).count() for stage, condition in STAGES.items()}


def count() -> int:
    """Return how many figures are to be followed up."""
    return _standing().order_by().count()


def of(figures: Sequence[Figure]) -> list[Reliance]:
    """Return what approved settlements say against figures, with what was asked."""
    return list(_with_requests(_wrong().filter(figure__in=figures)))


def is_wrong(figure: Figure) -> bool:
    """Say whether an approved settlement sets a figure aside as wrong."""
    return _wrong().filter(figure=figure).exists()


def _wrong() -> QuerySet[Reliance]:
    return Reliance.objects.filter(settlement__status="approved", reason__in=WRONG)


def _standing() -> QuerySet[Reliance]:
    newest = Revision.objects.filter(article=OuterRef("figure__revision__article"))
    return (
        _wrong()
        .annotate(newest=Subquery(newest.order_by("-number").values("pk")[:1]))
        .filter(figure__revision=F("newest"))
        .order_by("-settlement__decided_at", "figure__revision__article", "figure__start")
    )


def _with_requests(rows: QuerySet[Reliance]) -> QuerySet[Reliance]:
    requests = CorrectionRequest.objects.select_related("recorded_by")
    return (
        rows.select_related(
            "figure__revision__article__outlet",
            "figure__attribution",
            "settlement__quantity__incident",
        )
        .defer("figure__revision__text", "figure__revision__raw")
        .prefetch_related(
            "figure__attribution__links__speaker",
            Prefetch("figure__correction_requests", requests),
        )
    )
