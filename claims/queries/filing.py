"""Where a figure may belong: the incident and the quantity to propose for it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from rapidfuzz import fuzz

from claims.models import Article, Figure, Incident, Quantity

# A report on an incident appears within this many days of it, as a rule.
_DAYS_AFTER = 21
_DAYS_AROUND = 400
_ENOUGH_SHARED = 0.34
_ALIKE = 75  # of 100: two descriptions of one population
_MOST_INCIDENTS = 200

_WORD = re.compile(r"[^\W\d_]{4,}")
_STATUS_WORDS: Mapping[str, tuple[str, ...]] = {
    Quantity.PopulationStatus.CHILD: ("child", "children", "minors", "pupils", "babies"),
    Quantity.PopulationStatus.WOMAN: ("woman", "women", "girls", "mothers"),
    Quantity.PopulationStatus.MAN: ("man", "men", "boys"),
    Quantity.PopulationStatus.CIVILIAN: ("civilian", "civilians", "residents", "villagers"),
    Quantity.PopulationStatus.COMBATANT: (
        *("soldier", "soldiers", "troops", "fighter", "fighters", "militants", "gunmen"),
        *("combatants", "insurgents", "militiamen", "rebels", "guerrillas"),
    ),
}
_STATUSES = {word: status for status, words in _STATUS_WORDS.items() for word in words}


@dataclass(frozen=True)
class Proposal:
    """An incident and a quantity for a figure, and why; either may have to be made.

    ``scope`` holds the columns of the quantity, of the one found or of a new one.
    """

    incident: Incident | None
    quantity: Quantity | None
    scope: Mapping[str, str]
    reason: str

    def __str__(self) -> str:
        if self.quantity is not None:
            return f"{self.quantity} ({self.quantity.incident})"
        return f"{self.scope['population']}: {self.scope['measure']}, a new quantity"


def proposed(figure: Figure) -> Proposal:
    """Return where one figure may belong."""
    return proposals([figure])[figure.pk]


def proposals(figures: Sequence[Figure]) -> dict[int, Proposal]:
    """Return where each figure of one article may belong, by its key."""
    if not figures:
        return {}
    article = figures[0].revision.article
    ranked = incidents(article, figures[0].revision.text)
    found = {}
    for figure in figures:
        incident, reason = ranked[0] if ranked else (None, "No incident fits yet.")
        found[figure.pk] = _proposal(figure, incident, reason)
    return found


def incidents(article: Article, text: str) -> list[tuple[Incident, str]]:
    """Return the incidents that an article may be about, the likeliest first."""
    filed = _of_filed_figures(article)
    ranked = [(incident, "Other figures of this article are there.") for incident in filed]
    known = {incident.pk for incident in filed}
    scored = [
        (*_likeness(incident, article, text), incident)
        for incident in _around(article)
        if incident.pk not in known
    ]
    likely = [each for each in scored if each[0] >= _ENOUGH_SHARED]
    likely.sort(key=lambda each: (-each[0], -each[2].pk))
    return ranked + [(incident, reason) for _, reason, incident in likely]


def status_of(population: str) -> str:
    """Return the status that the words for a population name."""
    for word in re.findall(r"[^\W\d_]+", population.casefold()):
        if word in _STATUSES:
            return _STATUSES[word]
    return Quantity.PopulationStatus.ANY


def _proposal(figure: Figure, incident: Incident | None, reason: str) -> Proposal:
    population = " ".join(figure.population.split()) or "people"
    side = side_of(population, incident)
    if incident is not None:
        quantity = _like(figure, population, side, incident.quantities.all())
        if quantity is not None:
            return Proposal(incident, quantity, _scope_of(quantity), reason)
    scope = {
        "measure": figure.measure,
        "population": population,
        "side": side,
        "population_status": status_of(population),
        "place": "",
        "unit": figure.unit,
    }
    return Proposal(incident, None, scope, reason)


def _scope_of(quantity: Quantity) -> dict[str, str]:
    columns = ("measure", "population", "side", "population_status", "place", "unit")
    return {column: getattr(quantity, column) for column in columns}


def _like(
    figure: Figure, population: str, side: str, quantities: Iterable[Quantity]
) -> Quantity | None:
    """Return the quantity of the same measure whose population is described alike."""
    alike = [
        (_fit(population, side, quantity), quantity)
        for quantity in quantities
        if quantity.merged_into_id is None
        and quantity.measure == figure.measure
        and quantity.unit == figure.unit
    ]
    best = max(alike, key=lambda each: (each[0], -each[1].pk), default=None)
    return best[1] if best is not None and best[0] >= _ALIKE else None


def _fit(population: str, side: str, quantity: Quantity) -> float:
    # Two sides of one fight are never one population, however alike the words are.
    if "any" not in (side, quantity.side) and side != quantity.side:
        return 0
    words = fuzz.token_set_ratio(population.casefold(), quantity.population.casefold())
    same_side = side == quantity.side != "any"
    return max(words, 80) if same_side else words


def side_of(population: str, incident: Incident | None) -> str:
    """Return the side of the party that a population is named after, or “any”."""
    words = set(_WORD.findall(population.casefold()))
    for party in incident.parties.all() if incident is not None else ():
        names = [party.speaker.name, *(a.name for a in party.speaker.aliases.all())]
        named = {word for name in names for word in _WORD.findall(name.casefold())}
        if party.side and words & named:
            return party.side
    return "any"


def _of_filed_figures(article: Article) -> list[Incident]:
    filed = Figure.objects.filed().filter(revision__article=article)
    often = Counter(filed.values_list("quantity__incident", flat=True))
    rows = {row.pk: row for row in _loaded().filter(pk__in=often)}
    return [rows[pk] for pk, _ in often.most_common()]


def _around(article: Article) -> list[Incident]:
    rows = _loaded()
    if article.published_at is not None:
        day = article.published_at.date()
        first = day - dt.timedelta(days=_DAYS_AROUND)
        rows = rows.filter(happened_on__range=(first, day + dt.timedelta(days=1)))
    return list(rows[:_MOST_INCIDENTS])


def _loaded() -> QuerySet[Incident]:
    parts = ("quantities", "parties__speaker__aliases")
    return Incident.objects.prefetch_related(*parts).defer("dossier")


def _likeness(incident: Incident, article: Article, text: str) -> tuple[float, str]:
    """Return from 0 to 1 how much an incident has in common with an article."""
    names = [party.speaker.name for party in incident.parties.all()]
    told = " ".join([incident.title, incident.place, *names]).casefold()
    wanted = set(_WORD.findall(told))
    shared = wanted & set(_WORD.findall(f"{article.headline} {text}".casefold()))
    share = len(shared) / len(wanted) if wanted else 0.0
    day = incident.happened_on
    if share == 0 or day is None or article.published_at is None:
        return share * 0.8, f"The text has {', '.join(sorted(shared)[:4])}."
    near = 0 <= (article.published_at.date() - day).days <= _DAYS_AFTER
    reason = (
        f"It happened on {day:%-d %B %Y}; the text has {', '.join(sorted(shared)[:4])}."
    )
    return (min(1.0, share + 0.2) if near else share * 0.8), reason
