"""Relations between figures: worked out, stored, and set aside by people."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from claims import policy
from claims.domain import relations as method
from claims.domain.reasons import severity_of
from claims.errors import Changed, Incomplete
from claims.models import Dismissal, Figure, Quantity, Relation, Speaker, User
from claims.models.relation import RelationQuerySet
from claims.queries import evidence
from claims.queries.evidence import Evidence
from claims.services import announcing, logging, staling
from claims.services.acting import act
from claims.services.logging import Line
from claims.services.relating import Pair, relations
from claims.services.weighing import fingerprint


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many relations a comparison made, changed and took away."""

    made: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def is_nothing(self) -> bool:
        return not (self.made or self.changed or self.removed)


def refresh_those_of(figures: Iterable[Figure]) -> None:
    """Compare again the figures that are filed, each in its quantity."""
    changed: dict[Quantity, set[int]] = {}
    for figure in figures:
        if figure.quantity is not None:
            changed.setdefault(figure.quantity, set()).add(figure.pk)
    for quantity in sorted(changed, key=lambda each: each.pk):
        refresh(quantity, only=changed[quantity])


def figures_of(speakers: Iterable[Speaker]) -> list[Figure]:
    """Return the filed figures that any of these speakers stands behind.

    They gave or carried it, they published it, or they count as one with somebody
    who did: those merged into them, and those who speak for them.
    """
    behind = _counting_as({each.pk for each in speakers})
    figures = Figure.objects.filed().filter(
        Q(attribution__links__speaker__in=behind)
        | Q(revision__article__outlet__speaker__in=behind)
        | Q(revision__article__agency__speaker__in=behind)
    )
    return list(figures.select_related("quantity__incident__parent").distinct())


def _counting_as(speakers: set[int]) -> set[int]:
    """Add all that are merged with them or speak for them. Two queries a step."""
    found: set[int] = set()
    waiting = speakers
    while waiting:
        found |= waiting
        # What a merged speaker holds is held by the one it was merged into.
        merged = Speaker.objects.filter(Q(merged_into__in=waiting) | Q(merged__in=waiting))
        members = Speaker.objects.filter(roles__organisation__in=waiting)
        waiting = {speaker.pk for speaker in (*merged, *members)} - found
    return found


@act
def refresh(quantity: Quantity, *, only: Collection[int] | None = None) -> Outcome:
    """Relate the figures of a quantity to each other and to those of other scopes.

    Stores what tells, sums the quantity up for the queue, and marks a settlement
    that no longer covers its figures as stale. ``only`` are the figures that came,
    went or changed, by key; without it everything is worked out again.
    """
    known = evidence.of(quantity)
    stored = Relation.objects.touching(quantity)
    if only is not None:
        only = _with_corrected(only, known)
        stored = Relation.objects.filter(Q(a__in=only) | Q(b__in=only))
    outcome, touched = _store(relations(known, only=only), stored)
    summarise(known)
    others = Quantity.objects.filter(figures__in=touched).exclude(pk=quantity.pk)
    for neighbour in others.select_related("incident__parent").distinct().order_by("pk"):
        summarise(evidence.of(neighbour))
    staling.check(known)
    return outcome


def _with_corrected(only: Collection[int], known: Evidence) -> set[int]:
    """Add the figures whose time hangs on these: what one corrects was said before it."""
    around = set(only)
    gone_back_to = Figure.objects.filter(pk__in=around).values_list("restates", flat=True)
    around |= {pk for pk in gone_back_to if pk is not None}
    return set(only) | {
        row.pk for row in known.rows if row.pk in around or row.restates_id in around
    }


def _store(
    found: dict[Pair, Relation], stored: Iterable[Relation]
) -> tuple[Outcome, set[int]]:
    """Bring the stored relations in line; return the figures whose pairs changed."""
    _mark_dismissed(found)
    old = {(row.a_id, row.b_id): row for row in stored}
    gone = {pair: row for pair, row in old.items() if pair not in found}
    new = {pair: row for pair, row in found.items() if pair not in old}
    changed = {
        pair: row
        for pair, row in found.items()
        if pair in old and _told(old[pair]) != _told(row)
    }
    for pair, row in changed.items():
        row.pk, row.quantity_id = old[pair].pk, old[pair].quantity_id
    Relation.objects.filter(pk__in=[row.pk for row in gone.values()]).delete()
    Relation.objects.bulk_create(new.values(), batch_size=500)
    columns = ["kind", "flags", "severity", "why", "is_dismissed"]
    Relation.objects.bulk_update(changed.values(), columns, batch_size=100)
    outcome = Outcome(len(new), len(changed), len(gone))
    return outcome, {end for pair in (*new, *changed, *gone) for end in pair}


def _told(row: Relation) -> tuple[object, ...]:
    return row.kind, row.flags, row.severity, row.why, row.is_dismissed


def _mark_dismissed(found: dict[Pair, Relation]) -> None:
    """Keep what people set aside, as long as neither figure has changed."""
    ends = {end for pair in found for end in pair}
    dismissals = {
        (row.a_id, row.b_id): row
        for row in Dismissal.objects.filter(a__in=ends, b__in=ends)
    }
    if not dismissals:
        return
    concerned = {end for pair in dismissals for end in pair}
    figures = Figure.objects.for_comparison().in_bulk(concerned)
    for pair, dismissal in dismissals.items():
        if pair in found:
            now = fingerprint(figures[pair[0]], figures[pair[1]])
            found[pair].is_dismissed = dismissal.fingerprint == now


def summarise(known: Evidence) -> None:
    """Write the columns that order the queue and head the page."""
    quantity = known.quantity
    open_ones = Relation.objects.touching(quantity).open()
    conflicts = open_ones.filter(kind__in=[kind.value for kind in method.CONFLICTS])
    chains = known.independence
    summary = {
        "severity": _severity(known, open_ones),
        "conflicts": conflicts.count(),
        "positions": len(known.positions),
        "figure_count": len(known.rows),
        "reports": chains.reports,
        "outlets": chains.outlets,
        "independent": chains.independent,
    }
    rows = Quantity.objects.filter(pk=quantity.pk)
    has_more_conflicts = rows.filter(conflicts__lt=summary["conflicts"]).exists()
    rows.update(**summary, compared_at=timezone.now())
    for column, value in summary.items():
        setattr(quantity, column, value)
    if has_more_conflicts:
        announcing.tell_of_conflict(quantity)


def _severity(known: Evidence, rows: RelationQuerySet) -> int:
    """Return the severity of the worst pair, weighed by who stands behind either side."""
    worst = 0
    by_weight = rows.filter(severity__gt=0).order_by("-severity", "pk")
    for row in by_weight.values_list("a_id", "b_id", "severity").iterator():
        a, b, alone = row
        # Who stands behind a side can only make a pair weigh less than it does alone.
        if alone <= worst:
            break
        worst = max(worst, _weighed(known, str(a), str(b), alone))
    return worst


def _weighed(known: Evidence, a: str, b: str, alone: int) -> int:
    if a not in known.by_id or b not in known.by_id:
        return alone
    one, two = known.by_id[a], known.by_id[b]
    origins = known.support(one), known.support(two)
    return severity_of(one, two, method.classify(one, two), origins=origins).score


@act
def dismiss(relation: Relation, *, reason: str, by: User) -> None:
    """Say that a pair is no conflict, and why; it holds until one of the two changes."""
    policy.require(policy.may_compare(by), "set relations aside")
    if not reason.strip():
        raise Incomplete("Say why this is no conflict.")
    seen = Relation.objects.filter(a=relation.a_id, b=relation.b_id)
    if not seen.filter(kind=relation.kind, why=relation.why).exists():
        raise Changed("One of the two figures was changed in the meantime.")
    pair = Figure.objects.for_comparison().in_bulk([relation.a_id, relation.b_id])
    Dismissal.objects.update_or_create(
        a_id=relation.a_id,
        b_id=relation.b_id,
        defaults={
            "reason": reason.strip(),
            "fingerprint": fingerprint(pair[relation.a_id], pair[relation.b_id]),
            "dismissed_by": by,
            "dismissed_at": timezone.now(),
        },
    )
    _log(relation, "relation.dismissed", reason.strip(), by=by)
    refresh_those_of(_first_of(relation))


def move_dismissals(quantity: Quantity, *, to: Quantity) -> None:
    """Let what was set aside inside ``quantity`` hold where all its figures go."""
    rows = quantity.figures.for_comparison().in_bulk()
    inside = Dismissal.objects.filter(a__in=rows, b__in=rows)
    holding = [
        each
        for each in inside
        if each.fingerprint == fingerprint(rows[each.a_id], rows[each.b_id])
    ]
    for row in rows.values():
        row.quantity = to
    for each in holding:
        each.fingerprint = fingerprint(rows[each.a_id], rows[each.b_id])
    Dismissal.objects.bulk_update(holding, ["fingerprint"], batch_size=100)


@act
def restore(relation: Relation, *, by: User) -> None:
    """Take a dismissal back."""
    policy.require(policy.may_compare(by), "set relations aside")
    Dismissal.objects.filter(a_id=relation.a_id, b_id=relation.b_id).delete()
    _log(relation, "relation.restored", "", by=by)
    refresh_those_of(_first_of(relation))


def _first_of(relation: Relation) -> QuerySet[Figure]:
    first = Figure.objects.filed().filter(pk=relation.a_id)
    return first.select_related("quantity__incident__parent")


def _log(relation: Relation, act: str, reason: str, *, by: User) -> None:
    incident = relation.quantity.incident
    pair = {"a": relation.a_id, "b": relation.b_id, "kind": relation.kind}
    line = Line(act, relation.quantity, after=pair, reason=reason, incident=incident)
    logging.write(line, by=by)
