from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from claims.models import Change, Quantity, Relation
from claims.services import comparing, filing
from claims.services.filing import ScopeKey
from tests.review.building import Telling, report

pytestmark = pytest.mark.django_db


@pytest.fixture
def relation(quantity) -> Relation:
    return Relation.objects.get()


def verdict(relation: Relation, word: str) -> str:
    return reverse("review:verdict", args=[relation.pk, word])


def test_a_pair_is_shown_by_itself_with_what_to_ask(as_, relation) -> None:
    page = as_("reviewer").get(reverse("review:relation", args=[relation.pk]))
    assert "Do both speak of the same incident?" in page.content.decode()


def test_a_dismissal_writes_its_reason_and_compares_again(as_, quantity, relation) -> None:
    client = as_("reviewer")
    begun = client.get(verdict(relation, "dismiss")).context["form"]["why"].value()
    answer = client.post(verdict(relation, "dismiss"), {"why": begun})
    assert answer["Location"] == f"{quantity.get_absolute_url()}#relations"
    quantity.refresh_from_db()
    assert quantity.severity == 0
    assert Change.objects.get(act="relation.dismissed").reason == begun
    page = client.get(quantity.get_absolute_url()).content.decode()
    assert f"reviewer: {begun}" in page


def test_a_dismissal_is_taken_back(as_, desk, quantity, relation) -> None:
    comparing.dismiss(relation, reason="Two fights.", by=desk["reviewer"])
    as_("reviewer").post(verdict(relation, "restore"), {"why": "It was one fight."})
    quantity.refresh_from_db()
    assert quantity.severity == 36


def test_a_different_scope_moves_the_chosen_figures(as_, quantity, relation) -> None:
    client = as_("reviewer")
    form = client.get(verdict(relation, "scope")).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    client.post(verdict(relation, "scope"), {**data, "measure": "lost"})
    other = Quantity.objects.get(measure="lost")
    assert [figure.pk for figure in other.figures.all()] == [relation.b_id]
    quantity.refresh_from_db()
    assert quantity.figure_count == 1


def test_an_update_dates_the_figures_and_the_pair_is_compared_again(as_, relation) -> None:
    client = as_("reviewer")
    form = client.get(verdict(relation, "update")).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    later = "a_as_of" if relation.a.low == 9 else "b_as_of"
    client.post(verdict(relation, "update"), {**data, later: "2031-03-05"})
    assert Relation.objects.get().kind == Relation.Kind.UPDATE


def test_an_update_without_another_day_is_asked_for_one(as_, relation) -> None:
    client = as_("reviewer")
    form = client.get(verdict(relation, "update")).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    page = client.post(verdict(relation, "update"), data).content.decode()
    assert "Give at least one of the two another day." in page


def test_a_figure_that_changed_meanwhile_is_not_overwritten(as_, relation) -> None:
    client = as_("reviewer")
    form = client.get(verdict(relation, "update")).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    stale = {**data, "a_as_of": "2031-03-05", "a_version": 99}
    page = client.post(verdict(relation, "update"), stale).content.decode()
    assert "in the meantime" in page
    relation.a.refresh_from_db()
    assert relation.a.as_of == dt.date(2031, 3, 3)


def test_a_carried_figure_with_another_number_is_a_misquote(as_, relation) -> None:
    data = {"which": "b", "why": "The report gives the other’s number."}
    as_("reviewer").post(verdict(relation, "misquote"), data)
    relation.b.refresh_from_db()
    assert relation.b.restates == relation.a
    found = Relation.objects.get()
    assert found.flags == ["misquote"]


def test_the_same_quantity_within_one_quantity_leads_to_settling(as_, relation) -> None:
    answer = as_("reviewer").get(verdict(relation, "same"))
    assert answer["Location"] == reverse("review:settle", args=[relation.quantity_id])


def test_the_same_quantity_across_two_merges_them(as_, desk, incident, quantity) -> None:
    key = ScopeKey("lost", "raiders")
    wider = filing.quantity(incident, key, by=desk["editor"])
    report(wider, "The Weir", [Telling("3 raiders lost", "Mill Owners")], by=desk["editor"])
    pair = Relation.objects.filter(a__quantity=quantity, b__quantity=wider).first()
    assert pair is not None
    client = as_("reviewer")
    client.post(verdict(pair, "same"), {"why": "“Lost” means killed here."})
    quantity.refresh_from_db()
    wider.refresh_from_db()
    assert wider in (quantity.merged_into, wider)
    assert quantity.merged_into == wider


def test_an_editor_may_not_judge(as_, relation) -> None:
    page = as_("editor").post(verdict(relation, "dismiss"), {"why": "No."}).content.decode()
    assert "Your role does not allow you to" in page


def test_there_is_no_other_verdict(as_, relation) -> None:
    assert as_("reviewer").get(verdict(relation, "shrug")).status_code == 404
