from __future__ import annotations

import datetime as dt

import pytest

from claims.errors import AlreadyDecided, Changed, Forbidden, Impossible, Incomplete
from claims.models import Change, Figure, Quantity, Relation
from claims.services import comparing, filing
from claims.services.filing import ScopeKey
from tests.factories import (
    FigureFactory,
    IncidentFactory,
    LinkFactory,
    QuantityFactory,
    UserFactory,
)

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


def test_a_scope_is_found_whatever_its_case(editor) -> None:
    incident = IncidentFactory()
    keys = [
        ScopeKey("killed", "Sailors", place="Old Quay"),
        ScopeKey("killed", "sailors", place="old quay"),
    ]
    known, again = (filing.quantity(incident, key, by=editor) for key in keys)
    assert again == known


def test_a_quantity_merged_twice_leads_to_the_last(editor, reviewer) -> None:
    incident = IncidentFactory()
    first, second, third = QuantityFactory.create_batch(3, incident=incident)
    filing.merge(first, second, by=reviewer, reason="One crew.")
    filing.merge(second, third, by=reviewer, reason="One crew.")
    key = ScopeKey("killed", first.population)
    assert filing.quantity(incident, key, by=editor) == third


def test_nothing_is_filed_under_a_merged_quantity(editor, reviewer) -> None:
    first, second = QuantityFactory.create_batch(2, incident=IncidentFactory())
    seen = Quantity.objects.get(pk=first.pk)
    filing.merge(first, second, by=reviewer, reason="One crew.")
    with pytest.raises(Incomplete, match="was merged into"):
        filing.file(FigureFactory(accepted=True), seen, by=editor)


def test_filing_twice_is_once(editor) -> None:
    figure, quantity = FigureFactory(accepted=True), QuantityFactory()
    filing.file(figure, quantity, by=editor)
    filing.file(figure, quantity, by=editor)
    assert Change.objects.filter(act="figure.filed").count() == 1


def test_a_split_into_the_same_scope_is_refused(editor, reviewer) -> None:
    figure, quantity = FigureFactory(accepted=True), QuantityFactory()
    filing.file(figure, quantity, by=editor)
    key = ScopeKey("killed", quantity.population)
    with pytest.raises(Incomplete, match="another scope"):
        filing.split([figure], key, by=reviewer, reason="Others.")


@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(9999, 12, 31)])
def test_a_window_that_no_report_can_mean_is_refused(day, editor) -> None:
    key = ScopeKey("killed", window_from=day)
    with pytest.raises(Impossible, match="is not a day between"):
        filing.quantity(IncidentFactory(), key, by=editor)


def test_a_reviewer_takes_what_nobody_has_and_gives_back_her_own(reviewer) -> None:
    quantity, colleague = QuantityFactory(), UserFactory(role="reviewer")
    filing.assign(quantity, to=reviewer, by=reviewer)
    filing.assign(quantity, to=None, by=reviewer)
    filing.assign(quantity, to=colleague, by=colleague)
    for to in (reviewer, None):
        with pytest.raises(Forbidden):
            filing.assign(quantity, to=to, by=reviewer)


def test_of_two_who_assign_the_second_is_told(reviewer) -> None:
    quantity, lead = QuantityFactory(), UserFactory(role="lead")
    seen = Quantity.objects.get(pk=quantity.pk)
    filing.assign(quantity, to=reviewer, by=lead)
    with pytest.raises(Changed):
        filing.assign(seen, to=lead, by=lead)


def test_what_was_set_aside_inside_a_quantity_stays_so_when_it_is_merged(
    editor, reviewer
) -> None:
    source = QuantityFactory()
    target = QuantityFactory(incident=source.incident)
    for low in (5, 9, 14):
        value = {"low": low, "high": low, "core_low": low, "core_high": low}
        figure = FigureFactory(accepted=True, kind="exact", **value)
        LinkFactory(attribution=figure.attribution)
        filing.file(Figure.objects.get(pk=figure.pk), source, by=editor)
    first = Relation.objects.order_by("pk").first()
    comparing.dismiss(first, reason="A slip of the pen.", by=reviewer)
    assert Relation.objects.open().count() == 2
    filing.merge(source, target, by=reviewer, reason="The same people.")
    kept = Relation.objects.get(is_dismissed=True)
    assert (kept.a, kept.b) == (first.a, first.b)
    assert Relation.objects.open().count() == 2


def test_a_scope_in_other_letters_is_found_whatever_its_case(editor) -> None:
    incident = IncidentFactory()
    first = filing.quantity(incident, ScopeKey("killed", "Ölarbeiter"), by=editor)
    again = filing.quantity(incident, ScopeKey("killed", "ÖLARBEITER"), by=editor)
    assert first == again
