from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

from claims.errors import Forbidden, Incomplete
from claims.models import Quantity, Relation, Role
from claims.services import cataloguing, comparing, filing, naming, recording
from claims.services.naming import RoleHeld
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


@pytest.mark.parametrize("filed_first", ["whole", "part"])
def test_a_part_two_levels_down_cannot_exceed_the_whole(editor, filed_first) -> None:
    war = IncidentFactory(slug="war")
    raid = IncidentFactory(parent=IncidentFactory(parent=war))
    rows = {
        "whole": (a_figure(20, 20, SpeakerFactory()), QuantityFactory(incident=war)),
        "part": (a_figure(25, 25, SpeakerFactory()), QuantityFactory(incident=raid)),
    }
    Quantity.objects.update(population="people")
    for name in sorted(rows, key=lambda each: each != filed_first):
        figure, quantity = rows[name]
        filing.file(figure, Quantity.objects.get(pk=quantity.pk), by=editor)
    relation = Relation.objects.get()
    assert (relation.kind, relation.flags) == ("conflict", ["part_exceeds_whole"])


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


def test_those_left_behind_keep_their_relations_when_most_move_away(editor) -> None:
    quantity, other = QuantityFactory(), QuantityFactory()
    figures = [a_figure(n, n, SpeakerFactory()) for n in (5, 9, 13, 20, 33)]
    filing.file_all(figures, quantity, by=editor)
    filing.file_all(figures[2:], other, by=editor)
    assert Relation.objects.filter(quantity=quantity).count() == 1
    assert Relation.objects.filter(quantity=other).count() == 3


def test_a_dismissed_pair_of_two_scopes_leaves_the_other_pairs_alone(editor) -> None:
    incident = IncidentFactory()
    whole = QuantityFactory(incident=incident, population="people")
    part = QuantityFactory(incident=incident, population="sailors")
    pair = [a_figure(20, 20, SpeakerFactory()), a_figure(22, 22, SpeakerFactory())]
    filing.file_all(pair, whole, by=editor)
    exceeding = a_figure(25, 25, SpeakerFactory())
    filing.file(exceeding, part, by=editor)
    relation = Relation.objects.get(a=pair[0], b=exceeding)
    comparing.dismiss(relation, reason="Two ships.", by=UserFactory(role="reviewer"))
    assert relation.quantity == whole
    assert Relation.objects.count() == 3
    assert Relation.objects.open().count() == 2


def test_whoever_speaks_for_one_who_speaks_for_a_body_contradicts_it(editor) -> None:
    quantity = QuantityFactory()
    clerk, office, ministry = (SpeakerFactory() for _ in range(3))
    pair = [a_figure(5, 5, clerk), a_figure(9, 9, ministry)]
    filing.file_all(pair, quantity, by=editor)
    naming.add_role(clerk, RoleHeld(office, "clerk"), by=editor)
    naming.add_role(office, RoleHeld(ministry, "branch"), by=editor)
    assert Relation.objects.get().kind == "self_contradiction"
    naming.remove_role(Role.objects.get(organisation=ministry), by=editor)
    assert Relation.objects.get().kind == "conflict"


def test_a_part_is_compared_once_its_incident_becomes_part_of_another(editor) -> None:
    battle, strike = IncidentFactory(), IncidentFactory()
    whole = QuantityFactory(incident=battle, population="people")
    part = QuantityFactory(incident=strike, population="people")
    filing.file(a_figure(20, 20, SpeakerFactory()), whole, by=editor)
    filing.file(a_figure(25, 25, SpeakerFactory()), part, by=editor)
    recording.amend(strike, version=1, by=editor, parent=battle)
    assert Relation.objects.get().flags == ["part_exceeds_whole"]
    recording.amend(strike, version=2, by=editor, parent=None)
    assert not Relation.objects.exists()


def test_comparing_costs_the_same_number_of_queries_for_many_figures(
    editor, queries_of
) -> None:
    def cost(count: int) -> int:
        quantity = QuantityFactory()
        figures = [a_figure(n + 1, n + 1, SpeakerFactory()) for n in range(count)]
        filing.file_all(figures, quantity, by=editor)
        return len(queries_of(lambda: comparing.refresh(quantity)))

    assert cost(2) == cost(12)


def test_comparing_costs_the_same_beside_many_other_scopes(editor, queries_of) -> None:
    top = IncidentFactory()
    incident = IncidentFactory(parent=IncidentFactory(parent=top))
    quantity = QuantityFactory(incident=incident)
    filing.file(a_figure(5, 5, SpeakerFactory()), quantity, by=editor)

    def cost(neighbours: int) -> int:
        for _ in range(neighbours):
            other = QuantityFactory(incident=incident)
            filing.file(a_figure(5, 5, SpeakerFactory()), other, by=editor)
        read = Quantity.objects.get(pk=quantity.pk)
        return len(queries_of(lambda: comparing.refresh(read)))

    assert cost(1) == cost(5)


@pytest.mark.parametrize(
    ("held", "kind"),
    [
        ((None, None), "self_contradiction"),
        ((dt.date(2031, 1, 1), None), "self_contradiction"),
        ((dt.date(2031, 3, 4), dt.date(2031, 3, 4)), "self_contradiction"),
        ((None, dt.date(2031, 3, 3)), "conflict"),
        ((dt.date(2031, 3, 5), None), "conflict"),
    ],
)
def test_a_role_tells_when_it_was_held_on_the_day_of_the_article(
    held, kind, editor
) -> None:
    clerk, office = SpeakerFactory(), SpeakerFactory()
    naming.add_role(clerk, RoleHeld(office, "clerk", *held), by=editor)
    quantity = QuantityFactory()
    filing.file_all([a_figure(5, 5, clerk), a_figure(9, 9, office)], quantity, by=editor)
    assert Relation.objects.get().kind == kind
    assert quantity.independent == (1 if kind == "self_contradiction" else 2)


def test_another_day_of_the_article_may_be_one_of_another_role(editor) -> None:
    clerk, office = SpeakerFactory(), SpeakerFactory()
    role = RoleHeld(office, "clerk", from_on=dt.date(2031, 3, 5))
    naming.add_role(clerk, role, by=editor)
    quantity, figure = QuantityFactory(), a_figure(5, 5, clerk)
    filing.file_all([figure, a_figure(9, 9, office)], quantity, by=editor)
    article = figure.revision.article
    day = dt.datetime(2031, 3, 6, tzinfo=dt.UTC)
    cataloguing.amend_article(article, version=1, by=editor, published_at=day)
    assert Relation.objects.get().kind == "self_contradiction"
