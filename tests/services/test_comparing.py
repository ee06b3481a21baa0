from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

from claims.errors import Forbidden, Incomplete
from claims.models import Quantity, Relation
from claims.services import comparing, filing
from tests.factories import (
    AttributionFactory,
    FigureFactory,
    IncidentFactory,
    LinkFactory,
    QuantityFactory,
    RevisionFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def a_figure(low: int, high: int | None, speaker, day: int = 4):
    revision = RevisionFactory()
    attribution = AttributionFactory(revision=revision, voice="named")
    LinkFactory(attribution=attribution, speaker=speaker)
    return FigureFactory(
        revision=revision,
        attribution=attribution,
        accepted=True,
        kind="at_least" if high is None else "range",
        low=low,
        high=high,
        core_low=low,
        core_high=low * 2 if high is None else high,
        as_of=dt.date(2031, 3, day),
    )


def told(quantity: Quantity) -> set[tuple[object, ...]]:
    rows = Relation.objects.touching(quantity)
    return {(row.a_id, row.b_id, row.kind, row.severity, row.why) for row in rows}


def summary(quantity: Quantity) -> tuple[int, ...]:
    quantity.refresh_from_db()
    columns = ("severity", "positions", "conflicts", "figure_count", "independent")
    return tuple(getattr(quantity, column) for column in columns)


@pytest.fixture
def editor():
    return UserFactory(role="editor")


def test_the_order_of_filing_changes_nothing(editor) -> None:
    office, guard = SpeakerFactory(name="Office"), SpeakerFactory(name="Guard")
    figures = [
        a_figure(9, None, office),
        a_figure(7, 8, guard),
        a_figure(7, 8, office, day=5),
        a_figure(30, 30, guard, day=6),
    ]
    results = []
    for order in permutations(figures):
        quantity = QuantityFactory()
        for figure in order:
            filing.file(figure, quantity, by=editor)
        results.append((told(quantity), summary(quantity)))
        for figure in order:
            filing.unfile(figure, by=editor)
    assert all(result == results[0] for result in results)
    assert results[0][1][1] > 1


def test_a_part_that_exceeds_its_whole_is_a_conflict_of_both(editor) -> None:
    incident = IncidentFactory()
    whole = QuantityFactory(incident=incident, population="people")
    part = QuantityFactory(incident=incident, population="sailors")
    filing.file(a_figure(20, 20, SpeakerFactory()), whole, by=editor)
    filing.file(a_figure(25, 25, SpeakerFactory()), part, by=editor)
    relation = Relation.objects.get()
    assert relation.kind == "conflict"
    assert relation.flags == ["part_exceeds_whole"]
    assert summary(whole)[2] == summary(part)[2] == 1


def test_a_part_that_fits_is_no_relation_worth_a_row(editor) -> None:
    incident = IncidentFactory()
    whole = QuantityFactory(incident=incident, population="people")
    part = QuantityFactory(incident=incident, population="sailors")
    filing.file(a_figure(20, 20, SpeakerFactory()), whole, by=editor)
    filing.file(a_figure(12, 12, SpeakerFactory()), part, by=editor)
    assert not Relation.objects.exists()


def test_a_relation_goes_with_its_figure(editor) -> None:
    quantity = QuantityFactory()
    one, two = a_figure(5, 5, SpeakerFactory()), a_figure(9, 9, SpeakerFactory())
    filing.file_all([one, two], quantity, by=editor)
    assert Relation.objects.count() == 1
    filing.unfile(two, by=editor)
    assert not Relation.objects.exists()
    assert summary(quantity)[:4] == (0, 1, 0, 1)


def test_a_dismissed_conflict_no_longer_weighs_and_comes_back_when_restored(editor) -> None:
    quantity, reviewer = QuantityFactory(), UserFactory(role="reviewer")
    pair = [a_figure(5, 5, SpeakerFactory()), a_figure(9, 9, SpeakerFactory())]
    filing.file_all(pair, quantity, by=editor)
    weight = summary(quantity)
    with pytest.raises(Incomplete, match="Say why"):
        comparing.dismiss(Relation.objects.get(), reason=" ", by=reviewer)
    with pytest.raises(Forbidden):
        comparing.dismiss(Relation.objects.get(), reason="No.", by=editor)
    comparing.dismiss(Relation.objects.get(), reason="A slip of the pen.", by=reviewer)
    assert summary(quantity)[0] == 0
    comparing.restore(Relation.objects.get(), by=reviewer)
    assert summary(quantity) == weight


def test_comparing_costs_the_same_number_of_queries_for_many_figures(
    editor, queries_of
) -> None:
    def cost(count: int) -> int:
        quantity = QuantityFactory()
        figures = [a_figure(n + 1, n + 1, SpeakerFactory()) for n in range(count)]
        filing.file_all(figures, quantity, by=editor)
        return len(queries_of(lambda: comparing.refresh(quantity)))

    assert cost(2) == cost(12)
