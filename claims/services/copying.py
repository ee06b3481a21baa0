"""Wire copies: articles that repeat each other, as likeness suggests and people decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils import timezone

from claims import policy
from claims.domain.copies import Report, copies
from claims.domain.moments import Moment
from claims.errors import AlreadyDecided
from claims.models import Article, Copy, Incident, Outlet, Quantity, Revision, User
from claims.services import comparing, logging
from claims.services.acting import act
from claims.services.logging import Line


@act
def look_within(incident: Incident) -> int:
    """Suggest copies among the articles whose figures are filed under an incident.

    A pair that is known, even a refused one, is left as it is. Until somebody refuses
    it, a suggested copy counts as one: independence is rather understated.
    Returns how many were new. What rests on both articles of a pair is compared again.
    """
    fresh = _fresh(_articles(incident))
    _suggest(fresh, incident=incident)
    return len(fresh)


@act
def look_among(articles: Iterable[Article]) -> int:
    """Suggest copies among articles that came in together; return how many were new."""
    fresh = _fresh(articles)
    _suggest(fresh, incident=None)
    return len(fresh)


def _fresh(articles: Iterable[Article]) -> list[Copy]:
    """Return the pairs that nobody knows of yet; queries."""
    by_key = {str(article.pk): article for article in articles}
    known = set(
        Copy.objects.filter(article__in=by_key.values()).values_list(
            "article_id", "original_id"
        )
    )
    return [
        Copy(
            article=by_key[found.copy],
            original=by_key[found.source],
            likeness=round(found.likeness, 3),
        )
        for found in copies(_reports(by_key.values()))
        if (int(found.copy), int(found.source)) not in known
        and (int(found.source), int(found.copy)) not in known
    ]


def _suggest(fresh: list[Copy], *, incident: Incident | None) -> None:
    for copy in fresh:
        copy.save(force_insert=True)
    lines = [
        Line("copy.suggested", copy, after=_log_of(copy), incident=incident)
        for copy in fresh
    ]
    logging.write_all(lines, by=None)
    _compare_again(fresh)


def _articles(incident: Incident) -> list[Article]:
    return list(
        Article.objects.filter(
            revisions__figures__quantity__incident=incident,
            revisions__figures__status="accepted",
        )
        .select_related("outlet")
        .distinct()
        .order_by("pk")
    )


def _reports(articles: Iterable[Article]) -> Iterator[Report]:
    """Yield each article with its newest text."""
    by_pk = {article.pk: article for article in articles}
    revisions = Revision.objects.filter(article__in=by_pk).order_by("number")
    texts = dict(revisions.values_list("article_id", "text"))
    for pk, article in by_pk.items():
        published = article.published_at
        yield Report(
            id=str(pk),
            text=texts.get(pk, ""),
            published=Moment.at(published) if published else None,
            is_agency=article.outlet.kind == Outlet.Kind.AGENCY,
        )


@act
def record(article: Article, original: Article, *, likeness: float, by: User) -> Copy:
    """Record that an article carries another one, as the one who took it in saw."""
    policy.require(policy.may_annotate(by), "decide on copies")
    copy = Copy.objects.create(
        article=article,
        original=original,
        likeness=round(likeness, 3),
        status=Copy.Status.CONFIRMED,
        decided_by=by,
        decided_at=timezone.now(),
    )
    logging.write(Line("copy.confirmed", copy, after=_log_of(copy)), by=by)
    _compare_again([copy])
    return copy


@act
def confirm(copy: Copy, *, by: User) -> None:
    """Say that the article does carry the other one."""
    _decide(copy, Copy.Status.CONFIRMED, by=by)


@act
def refuse(copy: Copy, *, by: User, reason: str = "") -> None:
    """Say that the likeness is chance; the two count apart from now on."""
    _decide(copy, Copy.Status.REFUSED, by=by, reason=reason)


def _decide(copy: Copy, status: str, *, by: User, reason: str = "") -> None:
    policy.require(policy.may_annotate_or_compare(by), "decide on copies")
    # The filter is the lock: of two people who decide at once, one is told.
    suggested = Copy.objects.filter(pk=copy.pk, status=Copy.Status.SUGGESTED)
    if not suggested.update(status=status, decided_by=by, decided_at=timezone.now()):
        raise AlreadyDecided(f"Somebody else already decided whether {copy}.")
    copy.refresh_from_db()
    logging.write(Line(f"copy.{status}", copy, {}, _log_of(copy), reason), by=by)
    _compare_again([copy])


def _compare_again(pairs: Iterable[Copy]) -> None:
    """Compare every quantity that has figures of both articles of a pair."""
    touched: dict[int, Quantity] = {}
    for copy in pairs:
        both = (
            Quantity.objects.standing()
            .filter(figures__revision__article=copy.article_id)
            .filter(figures__revision__article=copy.original_id)
        )
        touched |= {quantity.pk: quantity for quantity in both}
    for _, quantity in sorted(touched.items()):
        # Who carries whom changes what stands behind the figures, not their relations.
        comparing.refresh(quantity, only=())


def _log_of(copy: Copy) -> dict[str, object]:
    return {
        "article": str(copy.article),
        "original": str(copy.original),
        "likeness": copy.likeness,
    }
