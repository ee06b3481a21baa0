"""One quantity with all that is said of it: the page where a conflict is settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext

from claims.models import Copy, OutsideEstimate, Quantity, Relation, Settlement
from claims.models.words import worded
from claims.queries import evidence
from claims.queries.evidence import Evidence
from claims.queries.quantity_entries import Entry, entries_of
from claims.queries.quantity_pairs import Pair, pairs_of
from claims.queries.remarks import Remark, thread

RELATIONS_A_PAGE = 15
LIKENESSES_SHOWN = 20

# What is looked at by itself beside the kinds: both figures in one article.
ONE_ARTICLE = "one_article"
_IN_ONE_ARTICLE = Q(a__revision__article=F("b__revision__article"))


@dataclass(frozen=True, slots=True)
class Origin:
    """The figures that rest on one agent, and count once between them."""

    name: str
    entries: tuple[Entry, ...]
    is_counted: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """Relations of one kind, how many there are, and whether they are being looked at."""

    key: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class QuantityPage:
    """Everything that the page of a quantity shows."""

    known: Evidence
    origins: tuple[Origin, ...]
    pairs: tuple[Pair, ...]
    page: Page[Relation]
    kinds: tuple[Kind, ...]
    copies: Mapping[tuple[str, str], Copy]
    settlements: Sequence[Settlement]
    comments: Sequence[Remark]
    elsewhere: Sequence[OutsideEstimate]

    @property
    def entries(self) -> list[Entry]:
        return [entry for origin in self.origins for entry in origin.entries]

    @property
    def likenesses(self) -> list[Copy]:
        """Return what nobody has decided on: the likest first, the rest after those."""
        waiting = [row for row in self.copies.values() if row.status == "suggested"]
        return sorted(waiting, key=lambda row: (-row.likeness, row.pk))[:LIKENESSES_SHOWN]

    @property
    def current(self) -> Settlement | None:
        """Return the approved settlement."""
        return next((row for row in self.settlements if row.status == "approved"), None)

    @property
    def proposed(self) -> Settlement | None:
        return next((row for row in self.settlements if row.is_open), None)

    @property
    def returned(self) -> Settlement | None:
        """Return the newest version if it was sent back to its author."""
        newest = self.settlements[0] if self.settlements else None
        return newest if newest is not None and newest.status == "returned" else None

    @property
    def earlier(self) -> list[Settlement]:
        """Return the versions that are neither approved nor waiting."""
        shown = (self.current, self.proposed)
        return [row for row in self.settlements if row not in shown]


def of(quantity: Quantity, *, kind: str = "", number: int | str = 1) -> QuantityPage:
    """Load the page of one quantity.

    ``kind`` narrows its relations; ``number`` is the page of those.
    """
    known = evidence.of(quantity)
    settlements = list(quantity.settlements.for_page())
    standing = {row.status: row for row in settlements}
    shown = standing.get("proposed") or standing.get("approved")
    entries = entries_of(known, shown)
    relations = _relations(quantity)
    chosen = _of_kind(relations, kind)
    page = Paginator(chosen, RELATIONS_A_PAGE).get_page(number)
    return QuantityPage(
        known=known,
        origins=_by_origin(known, entries.values()),
        pairs=pairs_of(list(page.object_list), entries),
        page=page,
        kinds=_kinds(relations, kind),
        copies=_copies(known),
        settlements=settlements,
        comments=thread(quantity.comments.select_related("written_by")),
        elsewhere=list(OutsideEstimate.objects.filter(quantity=quantity)),
    )


def _copies(known: Evidence) -> dict[tuple[str, str], Copy]:
    """Return the likenesses that the graph takes for copying, by their two reports."""
    articles = {row.revision.article_id for row in known.rows}
    rows = (
        Copy.objects.exclude(status=Copy.Status.REFUSED)
        .filter(article__in=articles, original__in=articles)
        .select_related("article__outlet", "original__outlet")
    )
    return {
        (f"article-{row.article_id}", f"article-{row.original_id}"): row for row in rows
    }


def _by_origin(known: Evidence, entries: Iterable[Entry]) -> tuple[Origin, ...]:
    """Group by who the figures rest on: counted origins first, larger groups first."""
    bodies = known.agents.bodies
    counted = {bodies.get(agent, agent) for agent in known.independence.origins}
    ordered = sorted(entries, key=lambda entry: (entry.value.origin, *_said(entry)))
    groups = [
        Origin(
            name or gettext("Unnamed, or the outlet’s own voice"),
            tuple(rows),
            name in counted,
        )
        for name, rows in groupby(ordered, key=lambda entry: entry.value.origin)
    ]
    groups.sort(key=lambda group: (not group.is_counted, -len(group.entries), group.name))
    return tuple(groups)


def _said(entry: Entry) -> tuple[str, str, int]:
    published = entry.row.revision.article.published_at
    as_of = entry.row.as_of
    return (
        as_of.isoformat() if as_of else "",
        published.isoformat() if published else "",
        entry.row.pk,
    )


def _relations(quantity: Quantity) -> QuerySet[Relation]:
    return (
        Relation.objects.touching(quantity)
        .select_related("quantity")
        .order_by("is_dismissed", "-severity", "pk")
    )


def _of_kind(relations: QuerySet[Relation], kind: str) -> QuerySet[Relation]:
    if kind == ONE_ARTICLE:
        return relations.filter(_IN_ONE_ARTICLE)
    return relations.filter(kind=kind) if kind in Relation.Kind.values else relations


def _kinds(relations: QuerySet[Relation], chosen: str) -> tuple[Kind, ...]:
    """Count the relations of each kind. One query."""
    counted = list(
        relations.order_by()
        .values_list("kind")
        .annotate(many=Count("pk"), within=Count("pk", filter=_IN_ONE_ARTICLE))
    )
    known = {kind: (many, within) for kind, many, within in counted}
    found = [
        Kind(kind.value, worded(kind.label), known[kind.value][0], kind.value == chosen)
        for kind in _GRAVEST_FIRST
        if kind.value in known
    ]
    within = sum(each for _, each in known.values())
    if within:
        is_chosen = chosen == ONE_ARTICLE
        found.append(Kind(ONE_ARTICLE, gettext("In one article"), within, is_chosen))
    return tuple(found)


_GRAVEST_FIRST = (
    Relation.Kind.SELF_CONTRADICTION,
    Relation.Kind.CONFLICT,
    Relation.Kind.TENSION,
    Relation.Kind.UNDETERMINED,
    Relation.Kind.UPDATE,
    Relation.Kind.SCOPE_DIFFERENCE,
    Relation.Kind.RESTATEMENT,
    Relation.Kind.REFINEMENT,
    Relation.Kind.OVERLAP,
    Relation.Kind.AGREE,
)
