"""Articles: the list, and one text with its marks and what rests on them."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from claims import policy
from claims.annotator import drawing
from claims.domain.spans import Span
from claims.models import Article, Copy
from claims.queries import article, corrections
from claims.queries.article import ArticlePage
from claims.requests import DeskRequest
from claims.review.access import told
from claims.review.addresses import next_of, query_without
from claims.review.views.correction import with_forms
from claims.services import copying


@require_safe
def index(request: DeskRequest) -> HttpResponse:
    words, outlet = request.GET.get("q", "").strip(), request.GET.get("outlet", "")
    found = article.listed(words=words, outlet=outlet, number=request.GET.get("page", 1))
    context = {
        "found": found,
        "words": words,
        "outlet": outlet,
        "query": query_without(request.GET, "page"),
        "may_annotate": policy.may_annotate(request.user),
    }
    return render(request, "review/articles.html", context)


@require_safe
def show(request: DeskRequest, pk: int, number: int | None = None) -> HttpResponse:
    row = get_object_or_404(Article.objects.for_list(), pk=pk)
    page = article.of(row, number=number)
    if page is None:
        raise Http404(f"“{row}” has no such revision.")
    context = {
        "article": row,
        "page": page,
        "text": drawing.draw(page.revision.text, _marks(page)),
        "may_annotate": policy.may_annotate(request.user) and request.user.is_staff,
        "may_judge": policy.may_annotate_or_compare(request.user),
        "corrections": with_forms(corrections.of(page.figures)),
        "may_follow_up": policy.may_annotate_or_compare(request.user),
        "demonstration": page.is_demonstration,
    }
    return render(request, "review/article.html", context)


@require_POST
def judge_copy(request: DeskRequest, pk: int) -> HttpResponse:
    """Say whether an article that is like another one does carry it."""
    row = get_object_or_404(Copy.objects.select_related("article", "original"), pk=pk)
    if request.POST.get("decision") == "confirm":
        told(
            request,
            lambda: copying.confirm(row, by=request.user),
            _("Confirmed as a copy."),
        )
    else:
        told(
            request,
            lambda: copying.refuse(row, by=request.user),
            _("The two count apart from now on."),
        )
    return HttpResponseRedirect(next_of(request, row.article.get_absolute_url()))


def _marks(page: ArticlePage) -> Iterator[drawing.Mark]:
    """Yield what is marked in the text: quotes, their cues and speakers, figures."""
    for quote in page.quotes:
        key = f"quote-{quote.pk}"
        yield drawing.Mark(key, quote.span, drawing.QUOTE, quote.status)
        if quote.cue_start is not None and quote.cue_end is not None:
            cue = Span(quote.cue_start, quote.cue_end)
            yield drawing.Mark(key, cue, drawing.CUE, quote.status)
    for figure in page.figures:
        key = f"figure-{figure.pk}"
        yield drawing.Mark(key, figure.span, drawing.FIGURE, figure.status)
