"""Comparing only what changed gives what comparing everything gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.db.models import F
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.domain.intervals import Interval
from claims.errors import ClaimsError
from claims.models import Figure, Quantity, Relation, Role, Speaker, User
from claims.services import (
    annotating,
    comparing,
    filing,
    judging,
    merging,
    naming,
    recording,
)
from claims.services.filing import ScopeKey
from claims.services.naming import RoleHeld
from claims.services.values import Value
from tests.factories import IncidentFactory, QuantityFactory, SpeakerFactory, UserFactory
from tests.services.test_comparing import a_figure

pytestmark = pytest.mark.django_db

SUMMARY = ("severity", "conflicts", "positions", "figure_count", "reports", "independent")
RANGES = [(5, 5), (9, 9), (7, 8), (9, None), (0, 0), (12, 20)]


@dataclass(frozen=True)
class Desk:
    """A small desk: every act takes it and two numbers that choose its rows."""

    figures: Sequence[int]
    speakers: Sequence[int]
    quantities: Sequence[int]
    by: User

    def figure(self, at: int) -> Figure:
        pk = self.figures[at % len(self.figures)]
        return Figure.objects.select_related("quantity__incident__parent").get(pk=pk)

    def speaker(self, at: int) -> Speaker:
        return Speaker.objects.get(pk=self.speakers[at % len(self.speakers)])

    def quantity(self, at: int) -> Quantity:
        pk = self.quantities[at % len(self.quantities)]
        return Quantity.objects.select_related("incident__parent").get(pk=pk)


def file(desk: Desk, one: int, two: int) -> None:
    filing.file(desk.figure(one), desk.quantity(two), by=desk.by)


def unfile(desk: Desk, one: int, _two: int) -> None:
    filing.unfile(desk.figure(one), by=desk.by)


def amend(desk: Desk, one: int, two: int) -> None:
    figure = desk.figure(one)
    low, high = RANGES[two % len(RANGES)]
    core = Interval(low, low * 2 if high is None else high)
    value = Value(
        "killed",
        Interval(low, high),
        core,
        kind="range" if high else "at_least",
        as_of=dt.date(2031, 3, 4 + two % 2),
    )
    annotating.amend_value(figure, value, version=figure.version, by=desk.by)


def date(desk: Desk, one: int, two: int) -> None:
    days = [None, dt.date(2031, 3, 4), dt.date(2031, 3, 5)]
    judging.date(desk.figure(one), days[two % 3], by=desk.by, reason="Asked.")


def restate(desk: Desk, one: int, two: int) -> None:
    judging.restate(desk.figure(one), desk.figure(two), by=desk.by, reason="Asked.")


def restate_nothing(desk: Desk, one: int, _two: int) -> None:
    judging.restate(desk.figure(one), None, by=desk.by, reason="Asked.")


def correct(desk: Desk, one: int, _two: int) -> None:
    judging.correct(desk.figure(one), by=desk.by, reason="Asked.")


def dismiss(desk: Desk, one: int, _two: int) -> None:
    rows = list(Relation.objects.order_by("a", "b"))
    if rows:
        comparing.dismiss(rows[one % len(rows)], by=desk.by, reason="Asked.")


def restore(desk: Desk, one: int, _two: int) -> None:
    rows = list(Relation.objects.filter(is_dismissed=True).order_by("a", "b"))
    if rows:
        comparing.restore(rows[one % len(rows)], by=desk.by)


def speak_for(desk: Desk, one: int, two: int) -> None:
    role = RoleHeld(desk.speaker(two), "spokesman")
    naming.add_role(desk.speaker(one), role, by=desk.by)


def leave(desk: Desk, one: int, _two: int) -> None:
    roles = list(Role.objects.order_by("pk"))
    if roles:
        naming.remove_role(roles[one % len(roles)], by=desk.by)


def call(desk: Desk, one: int, two: int) -> None:
    speaker = desk.speaker(one)
    version = speaker.version
    naming.amend(speaker, version=version, by=desk.by, name=f"Speaker number {two}")


def merge_speakers(desk: Desk, one: int, two: int) -> None:
    merging.merge(desk.speaker(one), desk.speaker(two), by=desk.by, reason="Asked.")


def unmerge_speaker(desk: Desk, one: int, _two: int) -> None:
    merging.unmerge(desk.speaker(one), by=desk.by, reason="Asked.")


def split(desk: Desk, one: int, two: int) -> None:
    figures = [desk.figure(one), desk.figure(two)]
    key = ScopeKey("killed", population="others")
    filing.split(figures[: 1 + (one != two)], key, by=desk.by, reason="Asked.")


def merge_quantities(desk: Desk, one: int, two: int) -> None:
    filing.merge(desk.quantity(one), desk.quantity(two), by=desk.by, reason="Asked.")


def reopen(desk: Desk, one: int, _two: int) -> None:
    annotating.reopen(desk.figure(one), by=desk.by)
    annotating.accept(desk.figure(one), by=desk.by)


def move(desk: Desk, one: int, two: int) -> None:
    incident = desk.quantity(one).incident
    parents = [None, desk.quantity(two).incident]
    recording.amend(incident, version=incident.version, by=desk.by, parent=parents[two % 2])


ACTS: list[Callable[[Desk, int, int], None]] = [
    *(file, file, file, unfile, amend, date, restate, restate_nothing, correct),
    *(dismiss, restore, speak_for, leave, call, merge_speakers, unmerge_speaker),
    *(split, merge_quantities, reopen, move),
]


def a_desk() -> Desk:
    incident = IncidentFactory()
    part = IncidentFactory(parent=incident)
    speakers = [SpeakerFactory() for _ in range(4)]
    quantities = [
        QuantityFactory(incident=incident, population="people"),
        QuantityFactory(incident=incident, population="sailors"),
        QuantityFactory(incident=part, population="people"),
    ]
    figures = [
        a_figure(low, high, speakers[at % 4], day=4 + at % 2)
        for at, (low, high) in enumerate(RANGES)
    ]
    lead = UserFactory(role="lead")
    for at, figure in enumerate(figures):
        filing.file(figure, quantities[at // 3], by=lead)
    return Desk(
        [row.pk for row in figures],
        [row.pk for row in speakers],
        [row.pk for row in quantities],
        lead,
    )


def stored() -> tuple[object, ...]:
    relations = Relation.objects.order_by("a", "b")
    told = relations.values_list("a", "b", "quantity", "kind", "severity", "why")
    summaries = Quantity.objects.order_by("pk").values_list("pk", *SUMMARY)
    return list(told), list(summaries)


@contextmanager
def nothing_kept() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def carry_out(desk: Desk, plan: Sequence[tuple[int, int, int]]) -> None:
    for act, one, two in plan:
        try:
            ACTS[act](desk, one, two)
        except ClaimsError:
            continue  # what the product refuses, changes nothing


def test_a_namesake_elsewhere_renames_nobody() -> None:
    lead, quantity = UserFactory(role="lead"), QuantityFactory()
    ministry, namesake = SpeakerFactory.create_batch(2, name="Ministry")
    clerks = SpeakerFactory.create_batch(2)
    for clerk in clerks:
        naming.add_role(clerk, RoleHeld(ministry, "clerk"), by=lead)
    filing.file_all(
        [a_figure(5 + at, 5 + at, clerk) for at, clerk in enumerate(clerks)],
        quantity,
        by=lead,
    )
    filing.file(a_figure(30, 30, namesake), quantity, by=lead)
    assert comparing.refresh(quantity).is_nothing
    naming.amend(namesake, version=1, by=lead, name="Office")
    naming.amend(ministry, version=1, by=lead, name="Office")
    assert comparing.refresh(quantity).is_nothing


def test_a_role_of_one_who_was_merged_is_held_by_whoever_stands() -> None:
    lead, quantity = UserFactory(role="lead"), QuantityFactory()
    spelt, standing, body = SpeakerFactory.create_batch(3)
    pair = [a_figure(5, 5, standing), a_figure(9, 9, body)]
    filing.file_all(pair, quantity, by=lead)
    merging.merge(spelt, standing, by=lead, reason="One person.")
    naming.add_role(spelt, RoleHeld(body, "clerk"), by=lead)
    assert Relation.objects.get().kind == "self_contradiction"


numbers = st.integers(0, 5)
plans = st.lists(
    st.tuples(st.integers(0, len(ACTS) - 1), numbers, numbers), min_size=1, max_size=12
)


@given(plan=plans)
@settings(max_examples=15, deadline=None)
def test_what_acts_leave_is_what_comparing_everything_gives(plan) -> None:
    with nothing_kept():
        carry_out(a_desk(), plan)
        left = stored()
        for quantity in Quantity.objects.select_related("incident__parent"):
            assert comparing.refresh(quantity).is_nothing
        assert stored() == left
        assert not Relation.objects.exclude(quantity=F("a__quantity")).exists()
