"""A quantity's figures as the method sees them, with who stands behind each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from django.utils.text import slugify

from claims.domain import figures as domain
from claims.domain import provenance, sets
from claims.domain.moments import Moment
from claims.domain.numbers import read
from claims.domain.scopes import ANY, Scope
from claims.models import Attribution, Copy, Figure, Incident, Party, Quantity
from claims.queries.agents import Agents, agents_of_each, day_of

# Words that count anybody: a figure of "people" is the whole of which "nurses" is a part.
ANYBODY = frozenset({"", "people", "persons", "person", "anyone", "victims", "dead"})
# Words that say a status and nobody's side: children are a part of the civilians.
OF_ANY_SIDE = frozenset({"civilians", "children", "women", "men", "combatants"})

# The report that repeats, and the one that it repeats.
Repeated = tuple[str, str]


@dataclass(frozen=True)
class Evidence:
    """The filed figures of one quantity, as rows and as values of the method."""

    quantity: Quantity
    rows: tuple[Figure, ...]
    figures: tuple[domain.Figure, ...]
    graph: provenance.Graph
    agents: Agents

    @cached_property
    def independence(self) -> provenance.Independence:
        return provenance.independence(self.graph, self.agents.bodies)

    @cached_property
    def live(self) -> list[domain.Figure]:
        """Each speaker's latest; the superseded are left out."""
        return sets.live(self.figures)

    @cached_property
    def positions(self) -> list[sets.Position]:
        return sets.positions(self.live)

    @cached_property
    def envelope(self) -> sets.Envelope | None:
        return sets.envelope(self.live)

    @cached_property
    def by_id(self) -> dict[str, domain.Figure]:
        return {figure.id: figure for figure in self.figures}

    def support(self, figure: domain.Figure) -> int:
        """Count the origins whose live figures can be true together with ``figure``."""
        agreeing = {
            other.origin
            for other in self.live
            if other.origin and not other.allowed.is_apart_from(figure.allowed)
        }
        return max(1, len(agreeing))

    @cached_property
    def row_of(self) -> dict[str, Figure]:
        return {str(row.pk): row for row in self.rows}


def of(quantity: Quantity) -> Evidence:
    """Load everything that comparing ``quantity`` needs."""
    return of_all([quantity])[0]


def of_all(quantities: Sequence[Quantity]) -> list[Evidence]:
    """Load what comparing each of them needs, at the cost of one.

    Takes loaded incidents; the ancestors of each are queried.
    """
    filed = Figure.objects.for_comparison().filter(quantity__in=quantities)
    under: dict[int, list[Figure]] = {quantity.pk: [] for quantity in quantities}
    for row in filed.order_by("pk"):
        under[row.quantity_id or 0].append(row)
    groups = [tuple(under[quantity.pk]) for quantity in quantities]
    sides = _sides_of_each(quantities)
    copies = _copies(row for rows in groups for row in rows)
    return [
        _evidence(quantity, rows, agents, sides[quantity.incident_id], copies)
        for quantity, rows, agents in zip(
            quantities, groups, agents_of_each(groups), strict=True
        )
    ]


def _evidence(
    quantity: Quantity,
    rows: tuple[Figure, ...],
    agents: Agents,
    sides: Mapping[int, str],
    copies: Sequence[Repeated],
) -> Evidence:
    setting = _Setting(scope_of(quantity), agents, sides, _corrected(rows))
    figures = tuple(_figure(row, setting) for row in rows)
    return Evidence(quantity, rows, figures, _graph(rows, agents, copies), agents)


def scope_of(quantity: Quantity) -> Scope:
    """Return the scope key of a quantity. Queries the incident's ancestors."""
    window = None
    if quantity.window_from is not None:
        last = quantity.window_until or quantity.window_from
        window = Moment(Moment.on(quantity.window_from).start, Moment.on(last).end)
    return Scope(
        measure=quantity.measure,
        side=_side(quantity),
        status=quantity.population_status,
        event=_path(quantity.incident),
        place=tuple(part.strip() for part in quantity.place.split("/") if part.strip()),
        window=window,
        unit=quantity.unit,
    )


def _side(quantity: Quantity) -> str:
    """Return who is counted; "Paris" as a population is whoever was there."""
    population = quantity.population.casefold().strip()
    where = f"{quantity.place}/{quantity.incident.place.replace(',', '/')}".casefold()
    if population in ANYBODY or population in {part.strip() for part in where.split("/")}:
        return ANY
    if population in OF_ANY_SIDE and quantity.population_status != ANY:
        return ANY
    return slugify(population, allow_unicode=True)


def _path(incident: Incident) -> tuple[str, ...]:
    path = [incident.slug]
    at = incident.parent
    while at is not None and at.slug not in path:
        path.append(at.slug)
        at = at.parent
    return tuple(reversed(path))


def sides_of(incident: Incident) -> dict[int, str]:
    """Return the side of each party of an incident, by speaker."""
    parties = Party.objects.filter(incident=incident).exclude(side="")
    return dict(parties.values_list("speaker_id", "side"))


def _sides_of_each(quantities: Sequence[Quantity]) -> dict[int, dict[int, str]]:
    """Return the sides of the parties by the incidents of some quantities."""
    found: dict[int, dict[int, str]] = {each.incident_id: {} for each in quantities}
    parties = Party.objects.filter(incident__in=found).exclude(side="")
    for incident, speaker, side in parties.values_list("incident", "speaker", "side"):
        found[incident][speaker] = side
    return found


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the figures of one quantity share."""

    scope: Scope
    agents: Agents
    sides: Mapping[int, str]
    corrected: frozenset[int]


def _corrected(rows: Iterable[Figure]) -> frozenset[int]:
    """Return the figures that another says it corrects, and those that restate them."""
    sources = {row.restates_id for row in rows if row.is_correction} - {None}
    return frozenset(
        row.pk
        for row in rows
        if row.pk in sources or (row.restates_id in sources and not row.is_correction)
    )


def _as_of(row: Figure, corrected: frozenset[int]) -> Moment | None:
    """Return when a figure held: a correction is the last word of its day.

    Dates alone would set a count against the one that replaces it within a day.
    """
    if row.as_of is None:
        return None
    day = Moment.on(row.as_of)
    if row.pk in corrected:
        return Moment(day.start, day.end - 1)
    if row.is_correction and row.restates_id is not None:
        return Moment(day.end, day.end)
    return day


def _vague_words(row: Figure) -> str:
    """Return the phrase of a figure that has no number to print: "dozens"."""
    if row.kind not in (Figure.Kind.VAGUE, Figure.Kind.NO_REPORT):
        return ""
    return next((each.text for each in read(row.exact) if each.kind == row.kind), "")


def _figure(row: Figure, setting: _Setting) -> domain.Figure:
    ids = origin_ids(row.attribution)
    speakers = setting.agents.bound(ids, on=day_of(row))
    restated = None if row.is_correction else row.restates_id
    printed = [value for value in (row.printed_low, row.printed_high) if value is not None]
    return domain.Figure(
        id=str(row.pk),
        scope=setting.scope,
        hard=row.hard,
        core=row.core,
        kind=domain.Kind(row.kind),
        hedge=row.hedge or _vague_words(row),
        printed=tuple(int(value) if value == int(value) else value for value in printed),
        additive=row.is_additive,
        as_of=_as_of(row, setting.corrected),
        speakers=speakers,
        derived_from=str(restated) if restated else None,
        corrects=row.is_correction,
        basis=domain.Basis(row.basis),
        interest=_interest(row, ids, setting.sides),
        locus=domain.Locus(row.locus),
        article=str(row.revision.article_id),
        origin=_origin(row, ids, setting.agents),
    )


def origin_ids(attribution: Attribution | None) -> list[int]:
    """Return the named origins of a chain. Takes prefetched links."""
    links = attribution.origins if attribution else []
    return [link.speaker_id for link in links if link.speaker_id is not None]


def _origin(row: Figure, ids: Sequence[int], agents: Agents) -> str:
    """Return the agent that a figure rests on, empty for an unnamed one."""
    if ids:
        key = agents.key(ids[0])
        return agents.bodies.get(key, key)
    if row.attribution is not None and row.attribution.is_first_hand:
        return agents.key(row.revision.article.outlet.speaker_id)
    return ""


def _interest(row: Figure, ids: Sequence[int], sides: Mapping[int, str]) -> domain.Interest:
    counted = row.quantity.side if row.quantity else ANY
    own = {sides[speaker_id] for speaker_id in ids if speaker_id in sides}
    if not own or counted in (ANY, "unknown"):
        return domain.Interest.UNKNOWN
    return domain.Interest.OWN if counted in own else domain.Interest.ENEMY


def _graph(
    rows: Sequence[Figure], agents: Agents, copies: Iterable[Repeated]
) -> provenance.Graph:
    """Return the chains of all figures: an article is one report."""
    nodes: dict[str, str] = {}
    edges: dict[tuple[str, str], None] = {}
    for row in rows:
        for chain in chains(row, agents):
            nodes |= dict(chain)
            for (cites, _), (cited, _) in pairwise(chain):
                if cites != cited:
                    edges[cites, cited] = None
    reports = {report_id(row) for row in rows}
    edges |= {pair: None for pair in copies if reports.issuperset(pair)}
    return provenance.Graph(
        tuple(provenance.Assertion(node, agent) for node, agent in nodes.items()),
        tuple(edges),
        tuple(sorted(reports)),
    )


def _copies(rows: Iterable[Figure]) -> list[Repeated]:
    """Return which of these articles repeat which, unless somebody refused it."""
    articles = {row.revision.article_id for row in rows}
    pairs = (
        Copy.objects.exclude(status=Copy.Status.REFUSED)
        .filter(article__in=articles, original__in=articles)
        .order_by("pk")
        .values_list("article_id", "original_id")
    )
    return [(f"article-{copy}", f"article-{original}") for copy, original in pairs]


def report_id(row: Figure) -> str:
    return f"article-{row.revision.article_id}"


def chains(row: Figure, agents: Agents) -> list[list[tuple[str, str]]]:
    """Return the ways from the article to each origin of a figure.

    A station is its id in the graph and its agent, empty for an unnamed one.
    """
    article = row.revision.article
    start = [(report_id(row), agents.key(article.outlet.speaker_id))]
    attribution = row.attribution
    relays = [
        link.speaker_id
        for link in (attribution.relays if attribution else ())
        if link.speaker_id is not None
    ]
    if article.agency is not None and article.agency.speaker_id not in relays:
        relays.insert(0, article.agency.speaker_id)
    # An outlet that quotes itself is no relay of its own report.
    relays = [each for each in relays if each != article.outlet.speaker_id]
    way = start + [(f"speaker-{agents.key(each)}", agents.key(each)) for each in relays]
    origins = attribution.origins if attribution else []
    ends = [
        (f"speaker-{agents.key(link.speaker_id)}", agents.key(link.speaker_id))
        if link.speaker_id is not None
        else (f"unnamed-{link.pk}", "")
        for link in origins
    ]
    if not ends and attribution is not None and attribution.is_first_hand:
        return [way]
    return [[*way, end] for end in ends or [(f"unnamed-{report_id(row)}", "")]]
