"""An incident written as a dossier, with what the product worked out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from django.db.models import Q

from claims.exchange import dossier_decisions as decisions
from claims.exchange import dossier_desk
from claims.exchange import dossier_marks as marks
from claims.exchange import dossier_pairs as pairs
from claims.exchange.dossier_people import People
from claims.exchange.dossier_places import Places
from claims.exchange.dossier_shape import FORMAT, JOINT
from claims.models import (
    Article,
    Attribution,
    Figure,
    Incident,
    Quantity,
    Quote,
    Relation,
    Revision,
)
from claims.queries import evidence

Row = dict[str, Any]


def of(incident: Incident) -> Row:
    """Return the incident as a dossier.

    Articles and marks stand in the order of the file that they came from, later ones
    behind them. What the shape of a dossier has no words for stands under ``desk``.
    """
    return _Writer(incident).dossier()


class _Writer:
    def __init__(self, incident: Incident) -> None:
        self.incident = incident
        kept = incident.dossier or {}
        self.file: Mapping[str, Any] = kept.get("file", {})
        self.keys = {pk: key for key, pk in kept.get("articles", {}).items()}
        self.people = People(incident, self.file)
        self.places = Places()
        self.at = self.places.of_figure

    def dossier(self) -> Row:
        incident, people = self.incident, self.people
        # The articles first: they say who speaks, and where each figure stands.
        articles = [self._article(article) for article in self._articles]
        comparisons, origins = list(self._comparisons()), list(self._origins())
        desk = dossier_desk.of(incident, self.places, people)
        content: Row = {"id": incident.slug, "title": incident.title, "format": FORMAT}
        if incident.is_demonstration:
            content["is_demonstration"] = True
        return content | {
            "event": {
                "date": incident.happened_on and incident.happened_on.isoformat(),
                "place": incident.place,
                "summary": incident.summary,
            },
            "parties": people.parties(),
            "speakers": people.speakers(),
            "articles": articles,
            "comparisons": comparisons,
            "independent_origins": origins,
            "quantities": [self._quantity(each) for each in self._quantities],
            "relations": self._relations(),
            "desk": desk,
        }

    @cached_property
    def _articles(self) -> list[Article]:
        touching = Q(revisions__figures__quantity__incident=self.incident)
        found = (
            Article.objects.filter(touching | Q(pk__in=self.keys))
            .select_related("outlet", "agency")
            .distinct()
        )
        order = {pk: number for number, pk in enumerate(self.keys)}
        last = len(order)
        rows = sorted(found, key=lambda row: (order.get(row.pk, last), row.pk))
        taken = set(self.keys.values())
        free = (f"x{number}" for number in range(1, len(rows) + len(taken) + 1))
        for row in rows:
            if row.pk not in self.keys:
                self.keys[row.pk] = next(key for key in free if key not in taken)
        return rows

    def _article(self, article: Article) -> Row:
        key = self.keys[article.pk]
        revision = _revision(article)
        filed = self.file.get("articles", ())
        known: Mapping[str, Any] = next((row for row in filed if row["id"] == key), {})
        quotes = marks.in_order(_quotes(revision), known.get("quotes", ()))
        figures = marks.in_order(self._figures(revision), known.get("figures", ()))
        rows = [row for row, _ in quotes], [row for row, _ in figures]
        self.places.add(key, article, revision, *rows)
        published = article.published_at or revision.retrieved_at
        return {
            "id": key,
            "outlet": article.outlet.name,
            "agency": article.agency.name if article.agency else None,
            "published_at": published.date().isoformat(),
            "url": article.url or None,
            "headline": article.headline,
            "text": revision.text,
            "quotes": [self._quote(quote, revision.text) for quote, _ in quotes],
            "figures": [self._figure(row, old, revision.text) for row, old in figures],
        }

    def _figures(self, revision: Revision) -> list[Figure]:
        here = Q(quantity__isnull=True) | Q(quantity__incident=self.incident)
        rows = revision.figures.accepted().filter(here)
        return list(_chained(rows.order_by("start", "-end", "pk")))

    def _quote(self, quote: Quote, text: str) -> Row:
        voices = self._voices(quote.attribution)
        is_continued = quote.continues_id is not None and not quote.cue
        mention = marks.mention(quote.attribution)
        return {
            "exact": marks.unique(text, quote.span),
            "kind": quote.kind,
            "cue": quote.cue or None,
            "speaker": JOINT.join(voices.names) or None,
            "speaker_text": None if is_continued else mention or voices.descriptor or None,
            "via": voices.via,
            **({"said_at": quote.said_at.isoformat()} if quote.said_at else {}),
        }

    def _figure(self, figure: Figure, old: Mapping[str, Any], text: str) -> Row:
        voices = self._voices(figure.attribution)
        named = [*voices.names, *([voices.descriptor] if voices.descriptor else [])]
        as_of = None if figure.is_as_of_inferred else figure.as_of
        return {
            "exact": marks.unique(text, figure.span),
            "measure": marks.measure_words(figure, old),
            "population": figure.population or "people",
            **marks.numbers_of(figure),
            "speaker": JOINT.join(named) or None,
            "via": voices.via,
            "as_of": as_of.isoformat() if as_of else None,
            **marks.extras(figure),
        }

    def _voices(self, attribution: Attribution | None) -> marks.Voices:
        return marks.voices(attribution, self.people)

    def _comparisons(self) -> Iterator[Row]:
        """Yield what was said of pairs as far as it holds; else what tells of them."""
        figures = {self.at[row.pk]: row for row in self._filed if row.pk in self.at}
        kept = [
            row for row in self.file.get("comparisons", ()) if pairs.holds(row, figures)
        ]
        yield from (dict(row) for row in kept)
        yield from pairs.carried(figures, self.at, kept)
        if not self.file:
            yield from pairs.telling(self._telling, self.at)

    def _origins(self) -> Iterator[Row]:
        """Yield how many independent origins stand behind a number, counted anew."""
        rows = self.file.get("independent_origins")
        if rows is None:
            rows = [self._origin(each) for each in self._quantities if each.reports > 1]
        for row in rows:
            about = [
                quantity
                for quantity in self._quantities
                if self._words(quantity) == (row["measure"], row["population"])
            ]
            counts = max(about, key=lambda each: each.figure_count, default=None)
            yield dict(row) | ({"independent": counts.independent} if counts else {})

    def _origin(self, quantity: Quantity) -> Row:
        rows = [row for row in self._filed if row.quantity_id == quantity.pk]
        names = (name for row in rows for name in self._voices(row.attribution).names)
        measure, population = self._words(quantity)
        return {
            "measure": measure,
            "population": population,
            "origins": list(dict.fromkeys(names)),
            "articles": list(
                dict.fromkeys(self.at[row.pk][0] for row in rows if row.pk in self.at)
            ),
            "independent": quantity.independent,
            "why": "As worked out from the chains and the roles.",
        }

    @cached_property
    def _quantities(self) -> list[Quantity]:
        rows = self.incident.quantities.standing().filter(figure_count__gt=0)
        first = {row.pk: self._first_figure(row) for row in rows}
        return sorted(rows, key=lambda row: (first[row.pk], row.pk))

    def _first_figure(self, quantity: Quantity) -> tuple[int, int]:
        order = {key: number for number, key in enumerate(self.keys.values())}
        places = [self.at[row.pk] for row in self._of(quantity)]
        return min(
            ((order[key], number) for key, number in places), default=(len(order), 0)
        )

    def _of(self, quantity: Quantity) -> list[Figure]:
        rows = [row for row in self._filed if row.quantity_id == quantity.pk]
        return [row for row in rows if row.pk in self.at]

    @cached_property
    def _filed(self) -> list[Figure]:
        rows = Figure.objects.filed().filter(quantity__incident=self.incident)
        order = {pk: number for number, pk in enumerate(self.at)}
        return sorted(
            _chained(rows), key=lambda row: (order.get(row.pk, len(order)), row.pk)
        )

    def _words(self, quantity: Quantity) -> tuple[str, str]:
        """Return the measure and population in the file's words, where it has some."""
        figures = self._of(quantity)
        said = {
            (figure["measure"], figure["population"])
            for article in self.file.get("articles", ())
            for number, figure in enumerate(article["figures"])
            if (article["id"], number) in {self.at[row.pk] for row in figures}
        }
        words = marks.with_unit(quantity.measure, quantity.unit)
        first = sorted(said, key=lambda pair: (pair[1] != quantity.population, pair))
        return (first[0][0] if first else words), quantity.population

    def _quantity(self, quantity: Quantity) -> Row:
        measure, population = self._words(quantity)
        envelope = evidence.of(quantity).envelope
        return {
            "measure": measure,
            "population": population,
            "figures": [list(self.at[row.pk]) for row in self._of(quantity)],
            "positions": quantity.positions,
            "reports": quantity.reports,
            "outlets": quantity.outlets,
            "independent": quantity.independent,
            "envelope": envelope
            and {
                "low": marks.plain(envelope.outer.low),
                "high": marks.plain(envelope.outer.high),
                "named_high": marks.plain(envelope.named_high),
            },
            "scope": decisions.scope_of(quantity),
        }

    @cached_property
    def _telling(self) -> list[Relation]:
        own = Q(a__quantity__incident=self.incident, b__quantity__incident=self.incident)
        rows = Relation.objects.filter(own).select_related("a", "b")
        return [row for row in rows if row.a_id in self.at and row.b_id in self.at]

    def _relations(self) -> list[Row]:
        rows = [
            pairs.pair(
                *sorted((self.at[row.a_id], self.at[row.b_id]), key=self.places.order)
            )
            | {
                "relation": row.kind,
                "flags": row.flags,
                "severity": row.severity,
                "why": row.why,
            }
            for row in self._telling
        ]
        return sorted(rows, key=lambda row: [self.places.order(row[end]) for end in "ab"])


def _revision(article: Article) -> Revision:
    """Return the newest text that has an accepted mark, or the newest."""
    marked = Q(figures__status="accepted") | Q(quotes__status="accepted")
    rows = article.revisions.order_by("-number")
    return rows.filter(marked).first() or rows[0]


def _quotes(revision: Revision) -> list[Quote]:
    rows = revision.quotes.accepted().order_by("start", "-end", "pk")
    return list(rows.with_attribution())


def _chained(rows: Any) -> Any:
    return rows.select_related("attribution").prefetch_related(
        "attribution__links__speaker"
    )
