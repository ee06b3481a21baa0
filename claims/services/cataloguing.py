"""What is known of articles, outlets and the scale of ratings, put right."""

from __future__ import annotations

import datetime as dt

from django.db import models

from claims import policy
from claims.domain.names import caseless
from claims.errors import Changed
from claims.models import Article, Figure, Outlet, Rating, User
from claims.services import comparing, logging
from claims.services.acting import act
from claims.services.addresses import of_article
from claims.services.dating import infer_again, possible
from claims.services.logging import Line


@act
def amend_article(
    article: Article, *, version: int, by: User, reason: str = "", **columns: object
) -> None:
    """Change what is known of an article, as somebody read it at ``version``.

    The figures of its marks are compared again when that may tell who speaks for whom.
    """
    policy.require(policy.may_annotate(by), "amend articles")
    before = _kept(article, columns)
    if "url" in columns:
        columns["url"] = of_article(str(columns["url"]))
    published_at = columns.get("published_at")
    if isinstance(published_at, dt.datetime):
        possible(published_at.date())
    changed = Article.objects.filter(pk=article.pk, version=version)
    if not changed.update(**columns, version=version + 1):
        raise Changed(f"Somebody else changed “{article}” in the meantime.")
    article.refresh_from_db()
    line = Line("article.amended", article, before, _kept(article, columns), reason)
    logging.write(line, by=by)
    if "published_at" in columns:
        undated = Figure.objects.filter(revision__article=article).undated()
        comparing.refresh_those_of(infer_again(undated, by=by))
    if {"agency", "outlet", "published_at"} & columns.keys():
        for revision in article.revisions.all():
            comparing.refresh_those_of(revision.figures.select_related("quantity"))


@act
def amend_outlet(outlet: Outlet, *, by: User, reason: str = "", **columns: object) -> None:
    """Change what is known of an outlet, if nobody else changed it since it was read."""
    policy.require(policy.may_annotate(by), "amend outlets")
    seen = {name: getattr(outlet, name) for name in columns}
    before = _kept(outlet, columns)
    folded = {"folded": caseless(str(columns["name"]))} if "name" in columns else {}
    if not Outlet.objects.filter(pk=outlet.pk, **seen).update(**columns, **folded):
        raise Changed(f"Somebody else changed {outlet} in the meantime.")
    outlet.refresh_from_db()
    line = Line("outlet.amended", outlet, before, _kept(outlet, columns), reason)
    logging.write(line, by=by)


@act
def amend_rating(rating: Rating, *, by: User, **columns: object) -> None:
    """Change a step of the scale, if nobody else changed it since it was read."""
    policy.require(policy.may_shape_the_scale(by), "change the scale of ratings")
    seen = {name: getattr(rating, name) for name in columns}
    if not Rating.objects.filter(pk=rating.pk, **seen).update(**columns):
        raise Changed(f"Somebody else changed {rating} in the meantime.")
    rating.refresh_from_db()
    line = Line("rating.amended", rating, seen, _kept(rating, columns))
    logging.write(line, by=by)


def _kept(row: models.Model, columns: dict[str, object]) -> dict[str, object]:
    """Return columns as the log keeps them: rows by their names."""
    values = {name: getattr(row, name) for name in columns}
    return {
        name: str(value) if isinstance(value, models.Model) else value
        for name, value in values.items()
    }
