"""What is worth a look beside the pairs: drift on the way, circles, parts, twin numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Max, Min, Q

from claims.domain import drift
from claims.domain.arithmetic import PartitionCheck, check_partition
from claims.domain.intervals import Interval, spelt
from claims.domain.scopes import Scope, ScopeOrder, compare
from claims.models import Figure, Quantity, Speaker
from claims.models.figure import interval
from claims.queries import evidence
from claims.queries.evidence import Evidence
from claims.queries.quantity_naming import headline

TWINS_SHOWN = 10
# Small numbers meet by chance.
TELLING_NUMBER = 20


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing to look at, in a sentence, and the figure that it is about."""

    what: str
    sentence: str
    figure: Figure | None = None


def of(known: Evidence) -> list[Observation]:
    """Return what is worth a look in a quantity. Three queries."""
    return [
        *_drifts(known),
        *_plurals(known),
        *_circles(known),
        *_unnamed(known),
        *_parts(known),
        *_twins(known),
    ]


def _drifts(known: Evidence) -> Iterator[Observation]:
    for value, change in drift.all_between(known.figures):
        what = change.kind.value.replace("_", " ")
        yield Observation(what, change.why, known.row_of[value.id])


def _plurals(known: Evidence) -> Iterator[Observation]:
    for row in known.rows:
        origins = row.attribution.origins if row.attribution else []
        people = {
            link.speaker.name
            for link in origins
            if link.speaker is not None and link.speaker.kind == Speaker.Kind.PERSON
        }
        for link in origins:
            found = drift.plural_for_one(link.mention or link.descriptor, people)
            if found is not None and len(people) == len(origins):
                yield Observation("plural for one", found.why, row)


def _circles(known: Evidence) -> Iterator[Observation]:
    names = {each.id: each.agent or "an unnamed source" for each in known.graph.assertions}
    found = drift.circular(known.independence, names)
    if found is not None:
        yield Observation("circular", found.why)


def _unnamed(known: Evidence) -> Iterator[Observation]:
    unnamed = [figure for figure in known.figures if not figure.origin]
    if unnamed:
        rest = "1 figure rests on no named origin and counts"
        if len(unnamed) > 1:
            rest = f"{len(unnamed)} figures rest on no named origin and count"
        yield Observation("unnamed", f"{rest} nothing.")


def _parts(known: Evidence) -> Iterator[Observation]:
    check = parts_of(known)
    if check is not None and check.is_too_much:
        sentence = (
            f"The parts add up to {spelt(check.low)} or more, which is above"
            f" {check.whole.in_words()}."
        )
        yield Observation("parts exceed the whole", sentence)


def parts_of(known: Evidence) -> PartitionCheck | None:
    """Add up the quantities that are parts of this one and do not overlap.

    None if it has fewer than two such parts or no value of its own.
    """
    if known.envelope is None:
        return None
    own = evidence.scope_of(known.quantity)
    chosen: list[tuple[Scope, Interval]] = []
    for part, span in _neighbours(known.quantity):
        scope = evidence.scope_of(part)
        is_part = compare(scope, own) is ScopeOrder.SUB
        if is_part and all(compare(scope, s) is ScopeOrder.DISJOINT for s, _ in chosen):
            chosen.append((scope, span))
    if len(chosen) < 2:  # noqa: PLR2004  # one part is compared as a pair
        return None
    spans = [span for _, span in chosen]
    return check_partition(known.envelope.outer, spans)


def _neighbours(quantity: Quantity) -> Iterator[tuple[Quantity, Interval]]:
    """Yield the other quantities of the incident with all that their figures allow."""
    others = (
        Quantity.objects.standing()
        .filter(incident=quantity.incident_id, unit=quantity.unit, figure_count__gt=0)
        .exclude(pk=quantity.pk)
        .select_related("incident__parent")
        .order_by("pk")
        .in_bulk()
    )
    ends = (
        Figure.objects.filed()
        .filter(quantity__in=others, low__isnull=False, is_additive=False)
        .order_by("quantity")
        .values_list("quantity")
        .annotate(
            lowest=Min("low"),
            highest=Max("high"),
            endless=Count("pk", filter=Q(high__isnull=True)),
        )
    )
    for pk, lowest, highest, endless in ends:
        span = interval(lowest, None if endless else highest)
        if span is not None:
            yield others[pk], span


def _twins(known: Evidence) -> Iterator[Observation]:
    """Yield figures of another measure or unit that print a number printed here."""
    quantity = known.quantity
    numbers = {
        Decimal(number)
        for figure in known.figures
        for number in figure.printed
        if number >= TELLING_NUMBER
    }
    if not numbers:
        return
    rows = (
        Figure.objects.filed()
        .filter(quantity__incident=quantity.incident_id)
        .filter(Q(printed_low__in=numbers) | Q(printed_high__in=numbers))
        .exclude(quantity__measure=quantity.measure, quantity__unit=quantity.unit)
        .select_related("quantity__incident", "revision__article__outlet")
        .defer("revision__text", "revision__raw", "quantity__incident__dossier")
    )
    for row in rows[:TWINS_SHOWN]:
        if row.quantity is not None:
            outlet = row.revision.article.outlet
            sentence = f"“{row.exact}” ({outlet}) has the same number for another thing: "
            yield Observation("twin number", f"{sentence}{headline(row.quantity)}.", row)
