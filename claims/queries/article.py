"""Articles in a list, and one article with what rests on its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from claims.domain.differences import Piece, differences
from claims.models import Article, Copy, Figure, Outlet, Quote, Reliance, Revision

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class ArticleList:
    """One page of the articles, and the outlets to filter by."""

    page: Page[Article]
    outlets: Sequence[Outlet]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a revision changed in the one before it."""

    revision: Revision
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One revision of an article with its accepted marks and what rests on them."""

    article: Article
    revision: Revision
    revisions: Sequence[Revision]
    quotes: Sequence[Quote]
    figures: Sequence[Figure]
    waiting: int
    rests: dict[int, list[Reliance]]
    copied_from: Sequence[Copy]
    copies: Sequence[Copy]
    difference: Difference | None

    @property
    def is_demonstration(self) -> bool:
        """Say whether the text was written by us, to show the product."""
        filed = [figure.quantity for figure in self.figures if figure.quantity is not None]
        return any(quantity.incident.is_demonstration for quantity in filed)

    @property
    def cards(self) -> list[tuple[Quote | Figure, list[Reliance]]]:
        """Return every mark in the order of the text, with what rests on it."""
        rows: list[Quote | Figure] = [*self.quotes, *self.figures]
        rows.sort(key=lambda row: (row.start, -row.end, isinstance(row, Figure)))
        return [
            (row, self.rests.get(row.pk, []) if isinstance(row, Figure) else [])
            for row in rows
        ]


def listed(*, words: str = "", outlet: str = "", number: int | str = 1) -> ArticleList:
    """Return one page of the articles, newest first."""
    rows = Article.objects.for_list()
    if words:
        rows = rows.filter(Q(headline__icontains=words) | Q(byline__icontains=words))
    if outlet.isascii() and outlet.isdigit():
        rows = rows.filter(outlet=int(outlet))
    rows = rows.annotate(
        quote_count=_count(Quote.objects.filter(status="accepted")),
        figure_count=_count(Figure.objects.filter(status="accepted")),
        waiting_quotes=_count(Quote.objects.filter(status="suggested")),
        waiting_figures=_count(Figure.objects.filter(status="suggested")),
    )
    return ArticleList(
        Paginator(rows, PAGE_SIZE).get_page(number), list(Outlet.objects.all())
    )


def _count(marks: QuerySet[Quote] | QuerySet[Figure]) -> Coalesce:
    """Count marks in the newest revision of an article."""
    newest = Revision.objects.filter(article=OuterRef(OuterRef("pk"))).order_by("-number")
    counted = (
        marks.filter(revision=Subquery(newest.values("pk")[:1]))
        .order_by()
        .values("revision")
        .annotate(many=Count("pk"))
        .values("many")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def of(article: Article, *, number: int | None = None) -> ArticlePage | None:
    """Load one revision, the newest unless ``number`` says otherwise; None without one."""
    revisions = list(article.revisions.defer("raw").order_by("-number"))
    wanted = [row for row in revisions if number in (None, row.number)]
    if not wanted:
        return None
    revision = wanted[0]
    quotes = list(revision.quotes.accepted().with_attribution())
    figures = list(
        revision.figures.accepted()
        .select_related("attribution", "quantity__incident")
        .prefetch_related("attribution__links__speaker")
    )
    return ArticlePage(
        article=article,
        revision=revision,
        revisions=revisions,
        quotes=quotes,
        figures=figures,
        waiting=revision.quotes.suggested().count() + revision.figures.suggested().count(),
        rests=_rests(figures),
        copied_from=list(
            article.copied_from.exclude(status="refused").select_related("original__outlet")
        ),
        copies=list(
            article.copies.exclude(status="refused").select_related("article__outlet")
        ),
        difference=_difference(revision, revisions),
    )


def _rests(figures: Sequence[Figure]) -> dict[int, list[Reliance]]:
    """Return the settlements that treat each figure, newest first."""
    rows = Reliance.objects.filter(
        figure__in=figures, settlement__status__in=["proposed", "approved"]
    ).select_related("settlement__quantity__incident")
    found: dict[int, list[Reliance]] = defaultdict(list)
    for row in rows.order_by("-settlement"):
        found[row.figure_id].append(row)
    return found


def _difference(revision: Revision, revisions: Sequence[Revision]) -> Difference | None:
    before = next((row for row in revisions if row.number < revision.number), None)
    if before is None:
        return None
    return Difference(before, tuple(differences(before.text, revision.text)))
