"""Speakers in a list, and all that one of them said."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q

from claims.domain.names import caseless
from claims.models import Figure, Incident, Quote, Relation, Speaker

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Said:
    """What a speaker said of one incident, or apart from any."""

    incident: Incident | None
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class First:
    """A figure that nobody gave before, and whether the same speaker changed it later."""

    figure: Figure
    later: Figure | None


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """Everything that the page of a speaker shows."""

    speaker: Speaker
    also: Sequence[Speaker]
    said: tuple[Said, ...]
    against_itself: Sequence[Relation]
    firsts: tuple[First, ...]

    @property
    def is_demonstration(self) -> bool:
        """Say whether some of the texts were written by us, to show the product."""
        return any(said.incident and said.incident.is_demonstration for said in self.said)


def listed(*, words: str = "", number: int | str = 1) -> Page[Speaker]:
    """Return one page of the speakers that stand, by name."""
    rows = Speaker.objects.for_list().order_by("name", "pk")
    if words:
        words = caseless(words)
        rows = rows.filter(Q(folded__contains=words) | Q(aliases__folded__contains=words))
    rows = rows.distinct().annotate(
        said=Count("links__attribution", filter=Q(links__role="origin"), distinct=True)
    )
    return Paginator(rows, PAGE_SIZE).get_page(number)


def of(speaker: Speaker) -> SpeakerPage:
    """Load all that a speaker, and those merged into it, is said to have said."""
    also = list(speaker.merged.all())
    keys = [speaker.pk, *(each.pk for each in also)]
    figures = _figures(keys)
    return SpeakerPage(
        speaker=speaker,
        also=also,
        said=_by_incident(_quotes(keys), figures),
        against_itself=_against_itself(keys),
        firsts=_firsts(figures),
    )


def _quotes(keys: Sequence[int]) -> list[Quote]:
    return list(
        Quote.objects.accepted()
        .filter(attribution__links__speaker__in=keys, attribution__links__role="origin")
        .select_related("revision__article__outlet")
        .defer("revision__text", "revision__raw")
        .prefetch_related("figures__quantity__incident")
        .distinct()
        .order_by(F("revision__article__published_at").asc(nulls_last=True), "start")
    )


def _figures(keys: Sequence[int]) -> list[Figure]:
    return list(
        Figure.objects.filed()
        .filter(attribution__links__speaker__in=keys, attribution__links__role="origin")
        .select_related("revision__article__outlet", "quantity__incident")
        .defer("revision__text", "revision__raw", "quantity__incident__dossier")
        .distinct()
        .order_by(
            F("as_of").asc(nulls_last=True),
            F("revision__article__published_at").asc(nulls_last=True),
            "pk",
        )
    )


def _by_incident(quotes: Sequence[Quote], figures: Sequence[Figure]) -> tuple[Said, ...]:
    """Group what was said; a quote belongs to the incident of its article's figures."""
    articles = {quote.revision.article_id for quote in quotes}
    of_article = _incidents_of(articles)
    incidents: dict[int | None, Incident | None] = {
        incident.pk: incident for incident in of_article.values()
    }
    incidents[None] = None
    told: dict[int | None, list[Figure]] = defaultdict(list)
    spoken: dict[int | None, list[Quote]] = defaultdict(list)
    for figure in figures:
        if figure.quantity is None:
            continue
        incident = figure.quantity.incident
        incidents[incident.pk] = incident
        told[incident.pk].append(figure)
    for quote in quotes:
        near = of_article.get(quote.revision.article_id)
        spoken[near.pk if near is not None else None].append(quote)
    return tuple(
        Said(incident, tuple(spoken[pk]), tuple(told[pk]))
        for pk, incident in sorted(incidents.items(), key=lambda pair: pair[0] is None)
        if spoken[pk] or told[pk]
    )


def _incidents_of(articles: Iterable[int]) -> dict[int, Incident]:
    """Return the incident that the figures of each article are filed under. One query."""
    rows = (
        Figure.objects.filed()
        .filter(revision__article__in=articles)
        .select_related("quantity__incident")
        .only("revision__article", "quantity__incident")
        .order_by("-pk")
    )
    return {
        row.revision.article_id: row.quantity.incident
        for row in rows.select_related("revision")
        if row.quantity is not None
    }


def _against_itself(keys: Sequence[int]) -> list[Relation]:
    """Return the contradictions in which both figures are this speaker's."""
    a = Q(a__attribution__links__speaker__in=keys, a__attribution__links__role="origin")
    b = Q(b__attribution__links__speaker__in=keys, b__attribution__links__role="origin")
    return list(
        Relation.objects.open()
        .filter(kind=Relation.Kind.SELF_CONTRADICTION)
        .filter(a)
        .filter(b)
        .select_related(
            "quantity__incident",
            "a__revision__article__outlet",
            "b__revision__article__outlet",
        )
        .defer(
            "a__revision__text", "b__revision__text", "a__revision__raw", "b__revision__raw"
        )
        .distinct()
    )


def _firsts(figures: Sequence[Figure]) -> tuple[First, ...]:
    """Return the figures that were the first of their quantity. One query."""
    dated = [figure for figure in figures if figure.as_of is not None]
    quantities = {figure.quantity_id for figure in dated}
    first_day: dict[int | None, dt.date | None] = dict(
        Figure.objects.filed()
        .filter(quantity__in=quantities, as_of__isnull=False)
        .order_by("quantity", "-as_of")
        .values_list("quantity", "as_of")
    )
    firsts: dict[int | None, First] = {}
    for figure in dated:
        known = firsts.get(figure.quantity_id)
        if known is None and figure.as_of == first_day[figure.quantity_id]:
            firsts[figure.quantity_id] = First(figure, None)
        elif known is not None and _is_another(known.figure, figure):
            firsts[figure.quantity_id] = First(known.figure, figure)
    return tuple(firsts.values())


def _is_another(first: Figure, later: Figure) -> bool:
    """Say whether a later figure cannot be what the first one was."""
    if first.as_of is None or later.as_of is None or later.as_of <= first.as_of:
        return False
    if first.hard is None or later.hard is None:
        return False
    return first.hard.is_apart_from(later.hard)
