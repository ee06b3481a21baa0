from __future__ import annotations

import pytest

from claims.errors import AlreadyDecided, Changed, Forbidden, Incomplete
from claims.models import Change, Figure, Quantity
from claims.services import filing
from claims.services.filing import ScopeKey
from tests.factories import FigureFactory, IncidentFactory, QuantityFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return UserFactory(role="editor")


@pytest.fixture
def reviewer():
    return UserFactory(role="reviewer")


def test_a_quantity_is_made_once_for_a_scope(editor) -> None:
    incident = IncidentFactory()
    key = ScopeKey("killed", "ferry  passengers")
    first = filing.quantity(incident, key, by=editor)
    assert filing.quantity(incident, key, by=editor) == first
    assert first.population == "ferry passengers"


def test_a_merged_quantity_leads_to_the_one_it_was_merged_into(editor, reviewer) -> None:
    incident = IncidentFactory()
    old = filing.quantity(incident, ScopeKey("killed", "crew"), by=editor)
    new = filing.quantity(incident, ScopeKey("killed", "sailors"), by=editor)
    filing.merge(old, new, by=reviewer, reason="The crew were the sailors.")
    assert filing.quantity(incident, ScopeKey("killed", "crew"), by=editor) == new


def test_a_suggestion_is_not_filed(editor) -> None:
    figure, quantity = FigureFactory(), QuantityFactory()
    with pytest.raises(Incomplete, match="before filing"):
        filing.file(figure, quantity, by=editor)
    assert not Change.objects.filter(act="figure.filed").exists()


def test_a_figure_changed_in_the_meantime_is_not_filed(editor) -> None:
    figure, quantity = FigureFactory(accepted=True), QuantityFactory()
    Figure.objects.filter(pk=figure.pk).update(version=7)
    with pytest.raises(Changed):
        filing.file(figure, quantity, by=editor)


def test_filing_elsewhere_sums_both_quantities_up(editor) -> None:
    figure, first, second = (
        FigureFactory(accepted=True),
        QuantityFactory(),
        QuantityFactory(),
    )
    filing.file(figure, first, by=editor)
    filing.file(figure, second, by=editor)
    counts = Quantity.objects.order_by("pk").values_list("figure_count", flat=True)
    assert list(counts) == [0, 1]


def test_unfiling_leaves_the_figure_accepted(editor) -> None:
    figure, quantity = FigureFactory(accepted=True), QuantityFactory()
    filing.file(figure, quantity, by=editor)
    filing.unfile(figure, by=editor, reason="Of another day.")
    figure.refresh_from_db()
    assert figure.is_accepted
    assert figure.quantity is None


def test_splitting_moves_figures_and_says_why(editor, reviewer) -> None:
    quantity = QuantityFactory()
    figures = [FigureFactory(accepted=True) for _ in range(2)]
    filing.file_all(figures, quantity, by=editor)
    target = filing.split(
        figures[:1],
        ScopeKey("killed", "children", population_status="child"),
        by=reviewer,
        reason="It counts children only.",
    )
    assert target.figures.get() == figures[0]
    assert quantity.figures.get() == figures[1]
    line = Change.objects.filter(act="figure.filed").last()
    assert line.reason == "It counts children only."


@pytest.mark.parametrize("reason", ["", " "])
def test_splitting_and_merging_need_a_reason(editor, reviewer, reason: str) -> None:
    quantity = QuantityFactory()
    other = QuantityFactory(incident=quantity.incident)
    figure = FigureFactory(accepted=True)
    filing.file(figure, quantity, by=editor)
    with pytest.raises(Incomplete, match="why"):
        filing.split([figure], ScopeKey("killed", "x"), by=reviewer, reason=reason)
    with pytest.raises(Incomplete, match="why"):
        filing.merge(quantity, other, by=reviewer, reason=reason)


def test_merging_keeps_every_figure(editor, reviewer) -> None:
    source = QuantityFactory()
    target = QuantityFactory(incident=source.incident)
    filing.file(FigureFactory(accepted=True), source, by=editor)
    filing.merge(source, target, by=reviewer, reason="The same people.")
    assert target.figures.count() == 1
    assert source not in Quantity.objects.standing()
    with pytest.raises(AlreadyDecided):
        filing.merge(source, target, by=reviewer, reason="Again.")


def test_quantities_of_two_incidents_are_not_merged(reviewer) -> None:
    with pytest.raises(Incomplete, match="same incident"):
        filing.merge(QuantityFactory(), QuantityFactory(), by=reviewer, reason="Same.")


def test_a_viewer_files_nothing() -> None:
    with pytest.raises(Forbidden):
        filing.file(
            FigureFactory(accepted=True), QuantityFactory(), by=UserFactory(role="viewer")
        )


def test_reviewers_take_work_and_leads_give_it(reviewer) -> None:
    quantity, lead = QuantityFactory(), UserFactory(role="lead")
    filing.assign(quantity, to=reviewer, by=reviewer)
    assert quantity.assignee == reviewer
    with pytest.raises(Forbidden):
        filing.assign(quantity, to=lead, by=reviewer)
    filing.assign(quantity, to=lead, by=lead)
    with pytest.raises(Incomplete, match="does not review"):
        filing.assign(quantity, to=UserFactory(role="editor"), by=lead)
