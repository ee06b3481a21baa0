"""Where a figure may belong: the incident and the quantity to propose for it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from rapidfuzz import fuzz

from claims.extraction.populations import is_anybody, status_of
from claims.models import Article, Figure, Incident, Quantity
from claims.queries.sides import ANY, Parties, are_alike, is_named_in

# A report on an incident appears within this many days of it, as a rule.
_DAYS_AFTER = 21
_DAYS_AROUND = 400
_ENOUGH_SHARED = 0.34
_ALIKE = 75  # of 100: two descriptions of one population
_SAME_SIDE, _FILED_BESIDE = 101, 80  # one side tells more than the same words
_MOST_INCIDENTS = 200

_WORD = re.compile(r"[^\W\d_]{4,}")
# Of these somebody is one or is not: civilians are no part of the fighters.
_NARROW = frozenset(
    {
        Quantity.PopulationStatus.CHILD,
        Quantity.PopulationStatus.WOMAN,
        Quantity.PopulationStatus.MAN,
        Quantity.PopulationStatus.CIVILIAN,
    }
)
_COLLECTIVE = re.compile(
    r"(?:forces|troops|army|police|militia|guards?|fighters|rebels|insurgents|"
    r"guerrillas|separatists|navy|military|resistance)\Z",
    re.IGNORECASE,
)


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
    incident, reason = ranked[0] if ranked else (None, "No incident fits yet.")
    desk = _Desk(article, incident, reason)
    return {figure.pk: desk.proposal(figure) for figure in figures}


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


class _Desk:
    """What is known where figures of one article are to be filed."""

    def __init__(self, article: Article, incident: Incident | None, reason: str) -> None:
        self._incident, self._reason = incident, reason
        self._parties = Parties(incident)
        standing = incident.quantities.all() if incident is not None else ()
        self._quantities = [row for row in standing if row.merged_into_id is None]
        self._printed = _printed_sides(incident)
        self._near = _Near(article)

    def proposal(self, figure: Figure) -> Proposal:
        population = " ".join(figure.population.split()) or "people"
        side = self._parties.side(figure.side, population)
        described = self._near.described(figure, population)
        quantity = self._like(figure, described, side)
        if quantity is not None:
            return Proposal(self._incident, quantity, _scope_of(quantity), self._reason)
        scope = {
            "measure": figure.measure,
            "population": described,
            "side": side,
            "population_status": status_of(described),
            "place": "",
            "unit": figure.unit,
        }
        return Proposal(self._incident, None, scope, self._reason)

    def _like(self, figure: Figure, population: str, side: str) -> Quantity | None:
        """Return the quantity that counts the same people, if one fits better than all."""
        fits = [
            (self._fit(figure, population, side, quantity), quantity)
            for quantity in self._quantities
            if (quantity.measure, quantity.unit) == (figure.measure, figure.unit)
        ]
        likely = [each for each in fits if each[0] >= _ALIKE]
        if not likely:
            return None
        top = max(score for score, _ in likely)
        best = [quantity for score, quantity in likely if score == top]
        sides = {(each.side, *sorted(self._printed.get(each.pk, ()))) for each in best}
        # Of two sides that fit equally well neither is meant.
        return min(best, key=lambda each: each.pk) if len(sides) == 1 else None

    def _fit(self, figure: Figure, population: str, side: str, quantity: Quantity) -> float:
        """Return how surely a quantity counts the people of a figure, 0 if it does not."""
        same = self._is_same_side(figure, side, quantity)
        words, theirs = population.casefold(), quantity.population.casefold()
        status = ANY if is_anybody(words) else status_of(words)
        clash = _clash(status, quantity.population_status, status_of(theirs))
        if same is False or (clash and words != theirs):
            return 0
        alike = fuzz.token_set_ratio(words, theirs)
        if same:
            return _SAME_SIDE + alike / 10
        beside = is_anybody(words) and self._near.has_filed(figure, quantity)
        return max(_FILED_BESIDE, alike) if beside else alike

    def _is_same_side(self, figure: Figure, side: str, quantity: Quantity) -> bool | None:
        """Say whether both count one side, None where that is not told."""
        if ANY not in (side, quantity.side):
            return side == quantity.side
        if not figure.side:
            return None
        if is_named_in(figure.side, quantity.population):
            return True
        known = self._printed.get(quantity.pk, ())
        # Two sides of one fight are never one population, however alike the words are.
        return any(are_alike(figure.side, each) for each in known) if known else None


class _Near:
    """The other figures of an article."""

    def __init__(self, article: Article) -> None:
        rows = Figure.objects.filter(revision__article=article)
        rows = rows.exclude(status=Figure.Status.REJECTED)
        rows = rows.select_related("attribution").prefetch_related("attribution__links")
        self._rows = list(rows)
        self._filed: dict[tuple[int, str], list[Figure]] = {}
        for row in self._rows:
            if row.quantity_id is not None:
                self._filed.setdefault((row.quantity_id, row.measure), []).append(row)

    def has_filed(self, figure: Figure, quantity: Quantity) -> bool:
        """Say whether the same speaker has a figure of the same measure there."""
        there = self._filed.get((quantity.pk, figure.measure), ())
        given_by = _speakers(figure)
        return any(_speakers(row) == given_by for row in there if row.pk != figure.pk)

    def described(self, figure: Figure, population: str) -> str:
        """Return the words for the population of a new quantity.

        An epithet or “people” gives way to whose people they are.
        """
        side = figure.side
        is_fighter = status_of(population) == Quantity.PopulationStatus.COMBATANT
        is_vague = is_anybody(population) or is_fighter
        if not side or not is_vague or is_named_in(side, population):
            return population
        same = [row.population for row in self._rows if row.side == side]
        named = next((words for words in same if is_named_in(side, words)), None)
        if named is not None:
            return named
        if _COLLECTIVE.search(side):
            return side
        fight = Quantity.PopulationStatus.COMBATANT in map(status_of, (population, *same))
        return f"{side} {'fighters' if fight else 'members'}"


def _speakers(figure: Figure) -> frozenset[tuple[int | None, str]]:
    """Return who gives a figure. Takes prefetched links."""
    origins = figure.attribution.origins if figure.attribution is not None else []
    return frozenset((link.speaker_id, link.descriptor) for link in origins)


def _printed_sides(incident: Incident | None) -> dict[int, set[str]]:
    """Return the sides that the figures of each quantity have in print."""
    filed = Figure.objects.filed().filter(quantity__incident=incident).exclude(side="")
    found: dict[int, set[str]] = {}
    pairs = filed.order_by("quantity_id", "side").values_list("quantity_id", "side")
    for quantity, side in pairs.distinct():
        found.setdefault(quantity, set()).add(side)
    return found


def _clash(status: str, *others: str) -> bool:
    """Say whether people of one status cannot be those of another."""
    return any(status != other and bool({status, other} & _NARROW) for other in set(others))


def _scope_of(quantity: Quantity) -> dict[str, str]:
    columns = ("measure", "population", "side", "population_status", "place", "unit")
    return {column: getattr(quantity, column) for column in columns}


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
