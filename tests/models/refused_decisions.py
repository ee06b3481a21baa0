"""Figures, quantities and what people decide that the database must refuse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Model
from django.utils import timezone
from factory.django import DjangoModelFactory

from claims.models import (
    Appearance,
    Comment,
    Dismissal,
    Party,
    Rating,
    Relation,
    Reliance,
    Verdict,
)
from tests.factories import (
    ClaimFactory,
    FigureFactory,
    IncidentFactory,
    QuantityFactory,
    QuoteFactory,
    RevisionFactory,
    SettlementFactory,
    SpeakerFactory,
    UserFactory,
)
from tests.models.building import ITSELF, Build, decided, second, unsaved
from tests.models.refused_words import words

LATER = dt.date(2031, 3, 4)
EARLIER = dt.date(2031, 3, 3)


def figures() -> Iterator[tuple[str, Build]]:
    yield (
        "figure_of_one_measure_stands_once_on_a_span",
        lambda: second(FigureFactory, revision=RevisionFactory()),
    )
    # Whoever gives a low value above the high one has a core that does not fit either.
    yield (
        "figure_low_is_not_above_high",
        lambda: unsaved(FigureFactory, low=10, high=9, core_low=10, core_high=9),
    )
    yield (
        "figure_core_low_is_not_above_core_high",
        lambda: unsaved(FigureFactory, low=9, core_low=12, core_high=11),
    )
    yield (
        "figure_core_lies_inside_hard",
        lambda: unsaved(FigureFactory, low=9, high=20, core_low=8, core_high=20),
    )
    yield (
        "figure_core_lies_inside_hard",
        lambda: unsaved(FigureFactory, low=9, high=20, core_low=9, core_high=21),
    )
    yield (
        "figure_core_lies_inside_hard",
        lambda: unsaved(FigureFactory, low=9, high=20, core_low=9, core_high=None),
    )
    yield (
        "figure_has_a_value_unless_no_report",
        lambda: unsaved(FigureFactory, low=None, core_low=None, core_high=None),
    )
    yield (
        "figure_has_a_value_unless_no_report",
        lambda: unsaved(FigureFactory, kind="no_report"),
    )
    yield "figure_is_not_negative", lambda: unsaved(FigureFactory, low=-1)
    yield (
        "figure_filed_only_when_accepted",
        lambda: unsaved(FigureFactory, quantity=QuantityFactory()),
    )
    yield (
        "figure_does_not_restate_itself",
        lambda: unsaved(FigureFactory, pk=ITSELF, restates_id=ITSELF),
    )


def quantities() -> Iterator[tuple[str, Build]]:
    yield "incident_has_a_title", lambda: unsaved(IncidentFactory, title="")
    yield (
        "incident_is_not_part_of_itself",
        lambda: unsaved(IncidentFactory, pk=ITSELF, parent_id=ITSELF),
    )
    yield "party_is_named_once_in_an_incident", _same_party
    yield (
        "quantity_scope_is_recorded_once",
        lambda: second(QuantityFactory, incident=IncidentFactory(), population="crew"),
    )
    yield (
        "quantity_window_runs_forward",
        lambda: unsaved(QuantityFactory, window_from=LATER, window_until=EARLIER),
    )
    yield (
        "quantity_window_has_a_beginning",
        lambda: unsaved(QuantityFactory, window_until=LATER),
    )
    yield (
        "quantity_is_not_merged_into_itself",
        lambda: unsaved(QuantityFactory, pk=ITSELF, merged_into_id=ITSELF),
    )
    yield (
        "quantity_severity_is_at_most_100",
        lambda: unsaved(QuantityFactory, severity=101),
    )


def _same_party() -> Model:
    of = {"incident": IncidentFactory(), "speaker": SpeakerFactory()}
    Party.objects.create(**of, side="A")
    return Party(**of, side="B")


def relations() -> Iterator[tuple[str, Build]]:
    yield "relation_is_between_two_figures_in_order", _relation_backwards
    yield "relation_pair_is_stored_once", _same_relation
    yield (
        "relation_severity_is_at_most_100",
        lambda: Relation(**_pair(), **_conflict(), severity=101),
    )
    yield "dismissal_is_of_two_figures_in_order", _dismissal_of_one
    yield "dismissal_pair_is_stored_once", _same_dismissal
    yield "dismissal_has_a_reason", lambda: Dismissal(**_pair(), **_dismissed(reason=""))


def _pair() -> dict[str, Any]:
    return {"a": FigureFactory(), "b": FigureFactory()}


def _conflict() -> dict[str, Any]:
    return {"quantity": QuantityFactory(), "kind": "conflict", "why": "9 against 7."}


def _relation_backwards() -> Model:
    first, later = FigureFactory(), FigureFactory()
    return Relation(a=later, b=first, **_conflict())


def _same_relation() -> Model:
    columns = _pair() | _conflict()
    Relation.objects.create(**columns)
    return Relation(**columns)


def _dismissed(*, reason: str) -> dict[str, Any]:
    return {
        "reason": reason,
        "fingerprint": "a" * 64,
        "dismissed_by": UserFactory(),
        "dismissed_at": timezone.now(),
    }


def _dismissal_of_one() -> Model:
    figure = FigureFactory()
    return Dismissal(a=figure, b=figure, **_dismissed(reason="They count other people."))


def _same_dismissal() -> Model:
    columns = _pair() | _dismissed(reason="They count other people.")
    Dismissal.objects.create(**columns)
    return Dismissal(**columns)


def proposals() -> Iterator[tuple[str, Build]]:
    """What settlements and verdicts have in common, once for each."""
    for row, build, of in (
        ("settlement", _settlement, QuantityFactory),
        ("verdict", _verdict, ClaimFactory),
    ):
        yield from _proposals_of(row, build, of)


def _settlement(of: Model | None = None, **columns: Any) -> Model:
    return unsaved(SettlementFactory, quantity=of or QuantityFactory(), **columns)


def _verdict(of: Model | None = None, **columns: Any) -> Model:
    values = {
        "claim": of or ClaimFactory(),
        "rating": Rating.objects.get(value=3),
        "number": 1,
        "rationale": "Both figures have a source that may know.",
        "proposed_by": UserFactory(),
        "proposed_at": timezone.now(),
    }
    return Verdict(**values | columns)


def _proposals_of(
    row: str, build: Callable[..., Model], factory: type[DjangoModelFactory]
) -> Iterator[tuple[str, Build]]:
    def after(earlier: dict[str, Any], later: dict[str, Any]) -> Model:
        of = factory()
        build(of, **earlier).save()
        return build(of, **later)

    def by_the_same(status: str) -> Model:
        return build(**(decision := decided(status)), proposed_by=decision["decided_by"])

    yield f"{row}_decided_exactly_when_not_proposed", lambda: build(status="approved")
    yield f"{row}_decided_exactly_when_not_proposed", lambda: build(**decided("proposed"))
    yield f"{row}_is_not_decided_by_its_author", lambda: by_the_same("approved")
    yield f"{row}_is_not_decided_by_its_author", lambda: by_the_same("returned")
    yield f"{row}_is_not_decided_by_its_author", lambda: build(**decided("withdrawn"))
    yield f"{row}_has_a_rationale", lambda: build(rationale="")
    yield (
        f"{row}_approved_once_at_a_time",
        lambda: after(decided("approved"), decided("approved") | {"number": 2}),
    )
    yield f"{row}_proposed_once_at_a_time", lambda: after({}, {"number": 2})
    yield f"{row}_version_is_given_once", lambda: after(decided("returned"), {})


def settlements() -> Iterator[tuple[str, Build]]:
    yield "settlement_low_is_not_above_high", lambda: _settlement(low=11, high=10)
    yield (
        "settlement_high_has_a_low",
        lambda: _settlement(mode="deferred", low=None, high=10),
    )
    yield "settlement_is_not_negative", lambda: _settlement(low=-1)
    yield "settlement_best_lies_in_the_range", lambda: _settlement(low=7, best=6)
    yield "settlement_best_lies_in_the_range", lambda: _settlement(high=10, best=11)
    yield (
        "settlement_best_lies_in_the_range",
        lambda: _settlement(mode="deferred", low=None, high=None, best=8),
    )
    yield (
        "settlement_has_a_value_unless_deferred",
        lambda: _settlement(low=None, high=None),
    )
    yield "settlement_has_a_wording", lambda: _settlement(wording="")
    yield (
        "settlement_is_stale_only_when_approved",
        lambda: _settlement(stale_at=timezone.now(), stale_reason="A later figure."),
    )
    yield (
        "settlement_is_stale_only_when_approved",
        lambda: _settlement(**decided("approved"), stale_at=timezone.now()),
    )
    yield "reliance_treats_a_figure_once", _same_reliance
    yield (
        "reliance_set_aside_for_a_reason",
        lambda: _reliance(treatment="set_aside"),
    )
    yield (
        "reliance_set_aside_for_a_reason",
        lambda: _reliance(treatment="relied_on", reason="misquote"),
    )
    yield (
        "reliance_other_reason_is_written_out",
        lambda: _reliance(treatment="set_aside", reason="other"),
    )


def _reliance(**columns: Any) -> Model:
    return Reliance(settlement=SettlementFactory(), figure=FigureFactory(), **columns)


def _same_reliance() -> Model:
    of = {"settlement": SettlementFactory(), "figure": FigureFactory()}
    Reliance.objects.create(**of, treatment="relied_on")
    return Reliance(**of, treatment="set_aside", reason="misquote")


def claims() -> Iterator[tuple[str, Build]]:
    yield "claim_has_a_text", lambda: unsaved(ClaimFactory, text="")
    yield "appearance_of_a_quote_is_recorded_once", _same_appearance
    yield "comment_is_on_a_quantity_or_a_claim", lambda: _comment(text="Who counted?")
    yield (
        "comment_is_on_a_quantity_or_a_claim",
        lambda: _comment(
            text="Who counted?", quantity=QuantityFactory(), claim=ClaimFactory()
        ),
    )
    yield "comment_is_not_empty", lambda: _comment(text="", claim=ClaimFactory())


def _comment(**columns: Any) -> Model:
    return Comment(written_by=UserFactory(), **columns)


def _same_appearance() -> Model:
    of = {"claim": ClaimFactory(), "quote": QuoteFactory()}
    Appearance.objects.create(**of, stance="asserts")
    return Appearance(**of, stance="repeats")


REFUSED = [
    *figures(),
    *quantities(),
    *relations(),
    *proposals(),
    *settlements(),
    *claims(),
    *words(),
]
