"""Incidents in a list, and one incident with everybody and everything in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Max, Prefetch, Q, QuerySet

from claims.models import (
    Article,
    Claim,
    Copy,
    Figure,
    Incident,
    Link,
    Party,
    Quantity,
    Quote,
    Role,
    Speaker,
)
from claims.queries import queue

PAGE_SIZE = 50
TOLD_SHOWN = 200

Mark = TypeVar("Mark", Quote, Figure)


@dataclass(frozen=True, slots=True)
class Present:
    """A party, how often it was quoted, and who spoke for it."""

    party: Party
    quoted: int
    spokespersons: tuple[str, ...]

    @property
    def is_silent(self) -> bool:
        """Say whether nobody has quoted it: it has not been asked, or not answered."""
        return not self.quoted


@dataclass(frozen=True, slots=True)
class Told:
    """A quote with the figures inside it, or a figure that stands in none."""

    row: Quote | Figure
    figures: tuple[Figure, ...]

    @property
    def kind(self) -> str:
        return "figure" if isinstance(self.row, Figure) else "quote"


@dataclass(frozen=True, slots=True)
class Printed:
    """An article, and those through whom it has what it prints."""

    article: Article
    relays: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Everything that the page of an incident shows."""

    incident: Incident
    parties: tuple[Present, ...]
    quantities: Sequence[queue.Row]
    articles: Sequence[Printed]
    told: Sequence[Told]
    claims: Sequence[Claim]

    @property
    def silent(self) -> list[Present]:
        return [present for present in self.parties if present.is_silent]


def listed(*, words: str = "", number: int | str = 1) -> Page[Incident]:
    """Return one page of the incidents, latest first, with what stands in each."""
    rows = Incident.objects.order_by(
        F("happened_on").desc(nulls_last=True), "-pk"
    ).annotate(
        quantity_count=Count(
            "quantities", filter=Q(quantities__figure_count__gt=0), distinct=True
        ),
        worst=Max("quantities__severity", filter=Q(quantities__merged_into=None)),
    )
    if words:
        rows = rows.filter(
            Q(title__icontains=words)
            | Q(place__icontains=words)
            | Q(summary__icontains=words)
        )
    return Paginator(rows, PAGE_SIZE).get_page(number)


def of(incident: Incident) -> IncidentPage:
    """Load the page of one incident."""
    quantities = queue.staged(Quantity.objects.for_queue().filter(incident=incident))
    articles = _articles(incident)
    return IncidentPage(
        incident=incident,
        parties=_present(incident, articles),
        quantities=queue.rows_of(list(quantities)),
        articles=_printed(articles),
        told=_told(articles),
        claims=list(incident.claims.for_list()),
    )


def _articles(incident: Incident) -> list[Article]:
    filed = Figure.objects.filed().filter(quantity__incident=incident)
    return list(
        Article.objects.for_list()
        .filter(revisions__figures__in=filed)
        .distinct()
        .select_related("agency__speaker")
        .prefetch_related(
            Prefetch(
                "copied_from",
                Copy.objects.exclude(status="refused").select_related("original__outlet"),
            )
        )
        .order_by(F("published_at").asc(nulls_last=True), "pk")
    )


def _printed(articles: Sequence[Article]) -> list[Printed]:
    """Say of each article whom it carries: the agency first, then by name. One query."""
    carried: dict[int, dict[int, Speaker]] = defaultdict(dict)
    for article in articles:
        if article.agency is not None:
            carried[article.pk][article.agency.speaker.pk] = article.agency.speaker
    links = (
        Link.objects.filter(
            role=Link.Role.RELAY,
            speaker__isnull=False,
            attribution__revision__article__in=articles,
        )
        .filter(
            Q(attribution__quotes__status="accepted")
            | Q(attribution__figures__status="accepted")
        )
        .select_related("speaker")
        .order_by("speaker__name", "speaker")
        .annotate(article=F("attribution__revision__article"))
    )
    for link in links:
        if link.speaker is not None:
            carried[link.article].setdefault(link.speaker.pk, link.speaker)
    return [Printed(each, tuple(carried[each.pk].values())) for each in articles]


def _told(articles: Sequence[Article]) -> list[Told]:
    """Return what was said, in the order of publication and of the texts."""
    order = {article.pk: place for place, article in enumerate(articles)}
    quotes = _marks(Quote.objects.accepted(), articles)
    figures = _marks(Figure.objects.filed(), articles)
    inside: dict[int | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        inside[figure.quote_id].append(figure)
    told = [Told(quote, tuple(inside[quote.pk])) for quote in quotes]
    known = {quote.pk for quote in quotes}
    alone = [figure for figure in figures if figure.quote_id not in known]
    told += [Told(figure, (figure,)) for figure in alone]
    told.sort(key=lambda each: (order[each.row.revision.article_id], each.row.start))
    return told[:TOLD_SHOWN]


def _marks(rows: QuerySet[Mark], articles: Sequence[Article]) -> list[Mark]:
    return list(
        rows.filter(revision__article__in=articles)
        .select_related("revision__article__outlet", "attribution")
        .defer("revision__text", "revision__raw")
        .prefetch_related("attribution__links__speaker")
    )


def _present(incident: Incident, articles: Iterable[Article]) -> tuple[Present, ...]:
    parties = list(incident.parties.select_related("speaker").order_by("side", "pk"))
    speakers = {party.speaker_id for party in parties}
    members: dict[int, set[int]] = defaultdict(set)
    for member, body in Role.objects.filter(organisation__in=speakers).values_list(
        "speaker_id", "organisation_id"
    ):
        members[body].add(member)
    said: dict[int, list[str]] = defaultdict(list)
    links = Link.objects.filter(
        role="origin",
        speaker__isnull=False,
        attribution__revision__article__in=list(articles),
    ).filter(
        Q(attribution__quotes__status="accepted")
        | Q(attribution__figures__status="accepted")
    )
    for pk, merged, name in links.values_list(
        "speaker_id", "speaker__merged_into", "speaker__name"
    ).distinct():
        said[merged or pk].append(name)
    return tuple(_presence(party, members[party.speaker_id], said) for party in parties)


def _presence(party: Party, members: set[int], said: Mapping[int, list[str]]) -> Present:
    speaking = [pk for pk in sorted(members) if pk in said]
    names = {name for pk in speaking for name in said[pk]}
    own = len(said.get(party.speaker_id, ()))
    return Present(party, own + len(names), tuple(sorted(names)))
