"""What of an article is here already: its address, its text, or much of its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.db.models import Q

from claims.domain.addresses import forms_of
from claims.domain.copies import contained, shingles_of
from claims.domain.text import normalise, sha256
from claims.models import Article, Revision, TrayItem

# Of the shorter text, so much in the other one is more than a common phrase.
ALIKE = 0.5
MOST_ALIKE = 3
# Wire copies appear within days. Older ones are found when their figures are filed.
_DAYS = dt.timedelta(days=7)
_MOST_BY_DATE = 1_000
_MOST_BY_ARRIVAL = 200


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is not stored yet, and what is known of where and when it stood."""

    text: str
    outlet: str = ""
    url: str = ""
    published_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """An article that is here, and in what the text is like it."""

    article: Article
    has_address: bool = False
    has_text: bool = False
    share: float = 0.0
    is_of_outlet: bool = False
    # There is nothing to store: the article is this one, and has this very text.
    is_same: bool = False

    @property
    def percent(self) -> int:
        return round(self.share * 100)


def of(text: Text) -> list[Likeness]:
    """Return the articles that the text is or comes near, the nearest first.

    Queries, and reads the texts of the days around.
    """
    [found] = of_texts([text])
    return found


def of_texts(texts: Sequence[Text]) -> list[list[Likeness]]:
    """Return the same for each of several texts, in as many queries for all."""
    hashes = [sha256(normalise(each.text)) for each in texts]
    return _found(texts, hashes, near_to(texts))


def of_items(items: Iterable[TrayItem]) -> dict[int, list[Likeness]]:
    """Return the same for what lies in a tray, by its key, in as many queries for all.

    Which articles share words with it was found when it was brought.
    """
    there = list(items)
    texts = [Text("", item.outlet, item.url, item.published_at) for item in there]
    near = [{int(pk): float(share) for pk, share in item.alike} for item in there]
    found = _found(texts, [item.sha256 for item in there], near)
    return {item.pk: likenesses for item, likenesses in zip(there, found, strict=True)}


def near_to(texts: Sequence[Text]) -> list[dict[int, float]]:
    """Return for each text the articles that share much of its words, by their keys."""
    newest = dict(
        Revision.objects.filter(article__in=_around(texts))
        .order_by("number")
        .values_list("article_id", "text")
    )
    known = {pk: shingles_of(text) for pk, text in newest.items()}
    return [_nearest(shingles_of(each.text), known) for each in texts]


def _nearest(own: frozenset[int], known: Mapping[int, frozenset[int]]) -> dict[int, float]:
    shares = ((pk, contained(own, other)) for pk, other in known.items())
    alike = [(pk, share) for pk, share in shares if share >= ALIKE]
    return dict(sorted(alike, key=lambda pair: (-pair[1], pair[0]))[:MOST_ALIKE])


def _around(texts: Sequence[Text]) -> set[int]:
    """Return the articles of the days around the texts, and those that came in last."""
    days = Q(pk__in=[])
    for moment in {each.published_at for each in texts if each.published_at}:
        days |= Q(published_at__range=(moment - _DAYS, moment + _DAYS))
    dated = Article.objects.filter(days).order_by("-published_at", "-pk")
    arrived = Article.objects.order_by("-pk")
    return {
        *dated.values_list("pk", flat=True)[:_MOST_BY_DATE],
        *arrived.values_list("pk", flat=True)[:_MOST_BY_ARRIVAL],
    }


def _found(
    texts: Sequence[Text], hashes: Sequence[str], near: Sequence[Mapping[int, float]]
) -> list[list[Likeness]]:
    forms = [forms_of(each.url) for each in texts]
    having = _having(hashes)
    keys = {pk for each in (*near, *having.values()) for pk in each}
    every = {form for each in forms for form in each}
    pool = list(Article.objects.for_list().filter(Q(pk__in=keys) | Q(url__in=every)))
    found = []
    for text, own, hashed, shares in zip(texts, forms, hashes, near, strict=True):
        same = having.get(hashed, set())
        likenesses = [
            _likeness(text, article, own, same, shares)
            for article in pool
            if article.url in own or article.pk in same or article.pk in shares
        ]
        found.append(sorted(likenesses, key=_nearest_first))
    return found


def _having(hashes: Iterable[str]) -> dict[str, set[int]]:
    """Return the articles that have each of these texts."""
    found: dict[str, set[int]] = {}
    rows = Revision.objects.filter(sha256__in={each for each in hashes if each})
    for hashed, article in rows.values_list("sha256", "article_id"):
        found.setdefault(hashed, set()).add(article)
    return found


def _likeness(
    text: Text,
    article: Article,
    addresses: AbstractSet[str],
    same: AbstractSet[int],
    shares: Mapping[int, float],
) -> Likeness:
    has_text = article.pk in same
    is_of_outlet = article.outlet.name.casefold() == text.outlet.casefold()
    # One text at two addresses of one outlet is two articles.
    is_elsewhere = bool(text.url and article.url) and article.url not in addresses
    return Likeness(
        article,
        has_address=article.url in addresses,
        has_text=has_text,
        share=1.0 if has_text else shares.get(article.pk, 0.0),
        is_of_outlet=is_of_outlet,
        is_same=has_text
        and (article.url in addresses or (is_of_outlet and not is_elsewhere)),
    )


def _nearest_first(likeness: Likeness) -> tuple[bool, bool, float, int]:
    return (
        not likeness.is_same,
        not likeness.has_address,
        -likeness.share,
        likeness.article.pk,
    )
