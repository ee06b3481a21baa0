from __future__ import annotations

import datetime as dt

import pytest

from claims.errors import Changed, Forbidden, Incomplete
from claims.models import Figure, Relation
from claims.services import comparing, judging
from tests.factories import (
    AttributionFactory,
    FigureFactory,
    LinkFactory,
    QuantityFactory,
    RevisionFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def a_figure(value: int, quantity, speaker=None) -> Figure:
    revision = RevisionFactory()
    attribution = AttributionFactory(revision=revision, voice="named")
    LinkFactory(attribution=attribution, speaker=speaker or SpeakerFactory())
    return FigureFactory(
        revision=revision,
        attribution=attribution,
        accepted=True,
        quantity=quantity,
        kind="exact",
        **dict.fromkeys(("low", "high", "core_low", "core_high"), value),
    )


@pytest.fixture
def reviewer():
    return UserFactory(role="reviewer")


@pytest.fixture
def pair() -> tuple[Figure, Figure]:
    quantity = QuantityFactory()
    figures = a_figure(27, quantity), a_figure(43, quantity)
    comparing.refresh(quantity)
    return figures


def kind_and_flags() -> tuple[str, list[str]]:
    relation = Relation.objects.get()
    return relation.kind, relation.flags


def test_two_days_make_an_update_of_a_conflict(pair, reviewer) -> None:
    assert kind_and_flags() == ("conflict", [])
    for figure, day in zip(pair, (4, 5), strict=True):
        judging.date(figure, dt.date(2031, 3, day), by=reviewer, reason="So dated.")
    assert kind_and_flags() == ("update", ["up"])


def test_a_correction_may_be_lower(pair, reviewer) -> None:
    for figure, day in zip(pair, (5, 4), strict=True):
        judging.date(figure, dt.date(2031, 3, day), by=reviewer, reason="So dated.")
    assert kind_and_flags() == ("conflict", ["later_is_lower"])
    judging.correct(pair[0], by=reviewer, reason="It speaks of a double count.")
    assert kind_and_flags() == ("update", ["down"])


def test_a_figure_traced_to_another_with_other_digits_is_a_misquote(pair, reviewer) -> None:
    judging.restate(pair[1], pair[0], by=reviewer, reason="It credits the first report.")
    assert kind_and_flags() == ("conflict", ["misquote"])


def test_a_loop_of_restatements_is_refused(pair, reviewer) -> None:
    judging.restate(pair[1], pair[0], by=reviewer, reason="It credits the first.")
    with pytest.raises(Incomplete, match="already goes back"):
        judging.restate(pair[0], pair[1], by=reviewer, reason="And the reverse.")


@pytest.mark.parametrize("reason", ["", " "])
def test_a_verdict_needs_a_reason(pair, reviewer, reason: str) -> None:
    with pytest.raises(Incomplete, match="reason"):
        judging.correct(pair[0], by=reviewer, reason=reason)


def test_a_verdict_on_what_somebody_else_changed_is_refused(pair, reviewer) -> None:
    Figure.objects.filter(pk=pair[0].pk).update(version=9)
    with pytest.raises(Changed):
        judging.correct(pair[0], by=reviewer, reason="It says so.")


def test_an_editor_gives_no_verdicts_on_pairs(pair) -> None:
    with pytest.raises(Forbidden):
        judging.correct(pair[0], by=UserFactory(role="editor"), reason="It says so.")
