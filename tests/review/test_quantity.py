from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from claims.models import Relation
from claims.services import filing, judging
from claims.services.filing import ScopeKey
from tests.factories import UserFactory
from tests.review.building import Telling, report
from tests.review.marks import text_of, words_of

pytestmark = pytest.mark.django_db


def test_the_page_shows_every_figure_in_its_words(as_, quantity) -> None:
    page = as_("reviewer").get(quantity.get_absolute_url()).content.decode()
    assert words_of(page, "mark.is-figure")[:2] == [
        "At least 9-10 raiders were killed",
        "They lost 7-8 people",
    ]
    assert "It was dark." in page


def test_the_page_says_that_a_body_contradicts_itself_and_why(as_, quantity) -> None:
    page = as_("reviewer").get(quantity.get_absolute_url()).content.decode()
    assert "self-contradiction" in page
    assert "9 or more against 7 to 8, same speaker, same article." in page


def test_what_a_severity_is_made_of_can_be_read(as_, quantity) -> None:
    page = text_of(as_("reviewer").get(quantity.get_absolute_url()).content.decode())
    severity = Relation.objects.get(kind="self_contradiction").severity
    assert f"Severity {severity}: gap " in page
    assert "against the speaker’s own words: +15" in page


def test_the_numbers_of_the_head_are_those_of_the_method(as_, quantity) -> None:
    page = as_("reviewer").get(quantity.get_absolute_url()).content.decode()
    stats = dict(zip(words_of(page, ".stats dt"), words_of(page, ".stats dd"), strict=True))
    assert stats["positions"] == "2"
    assert (stats["reports"], stats["outlets"], stats["independent"]) == ("1", "1", "1")
    assert (stats["all figures"], stats["common to all"]) == ("7 or more", "none")


def test_relations_can_be_narrowed_to_a_kind(as_, quantity, told) -> None:
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir", day=3)
    client, address = as_("reviewer"), quantity.get_absolute_url()
    kinds = {each.key: each.count for each in client.get(address).context["page"].kinds}
    assert (kinds["self_contradiction"], kinds["conflict"], kinds["one_article"]) == (
        1,
        1,
        1,
    )
    narrowed = client.get(address, {"kind": "conflict"}).context["page"].pairs
    assert [pair.relation.kind for pair in narrowed] == ["conflict"]
    within = client.get(address, {"kind": "one_article"}).context["page"].pairs
    assert [pair.relation.kind for pair in within] == ["self_contradiction"]


def test_a_superseded_figure_says_by_which(as_, quantity, told) -> None:
    told(quantity, "12 raiders died", "Mill Owners", outlet="The Weir", day=4)
    told(quantity, "15 raiders died", "Mill Owners", outlet="The Lock", day=5)
    page = as_("reviewer").get(quantity.get_absolute_url()).content.decode()
    assert "superseded by" in page
    # Two days of figures make a line of time.
    assert "Over time" in page


def test_figures_of_one_body_stand_together_and_count_once(as_, quantity, told) -> None:
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir")
    page = as_("reviewer").get(quantity.get_absolute_url()).context["page"]
    groups = {origin.name: len(origin.entries) for origin in page.origins}
    assert groups == {"Valley Guard": 2, "Mill Owners": 1}
    assert all(origin.is_counted for origin in page.origins)


def test_chosen_figures_stand_side_by_side(as_, quantity) -> None:
    chosen = [figure.pk for figure in quantity.figures.all()]
    address = reverse("review:compare", args=[quantity.pk])
    page = as_("reviewer").get(address, {"figure": chosen}).content.decode()
    assert words_of(page, ".excerpt__letter") == ["A", "B"]
    assert "9 or more against 7 to 8" in page


def test_one_figure_is_no_comparison(as_, quantity) -> None:
    address = reverse("review:compare", args=[quantity.pk])
    answer = as_("reviewer").get(address, {"figure": [quantity.figures.first().pk]})
    assert answer["Location"] == quantity.get_absolute_url()


def test_a_figure_leads_to_its_place(as_, quantity) -> None:
    figure = quantity.figures.first()
    place = f"{quantity.get_absolute_url()}#figure-{figure.pk}"
    client = as_("reviewer")
    assert client.get(figure.get_absolute_url())["Location"] == place


def test_a_quantity_that_was_merged_leads_to_the_one_that_stands(
    as_, desk, incident, quantity
) -> None:
    other = filing.quantity(incident, ScopeKey("killed", "riders"), by=desk["editor"])
    report(other, "The Weir", [Telling("3 riders died", "Mill Owners")], by=desk["editor"])
    filing.merge(other, quantity, by=desk["lead"], reason="The riders are the raiders.")
    answer = as_("reviewer").get(other.get_absolute_url())
    assert answer["Location"] == quantity.get_absolute_url()


def test_remarks_are_answered_in_threads(as_, quantity) -> None:
    client, address = as_("reviewer"), reverse("review:comment", args=[quantity.pk])
    client.post(address, {"text": "Who are “they”?"})
    first = quantity.comments.get()
    as_("second").post(address, {"text": "The raiders.", "answers": first.pk})
    page = client.get(quantity.get_absolute_url()).context["page"]
    assert [remark.comment.text for remark in page.comments] == ["Who are “they”?"]
    assert [answer.comment.text for answer in page.comments[0].answers] == ["The raiders."]


def test_an_empty_remark_is_refused_in_a_sentence(as_, quantity) -> None:
    address = reverse("review:comment", args=[quantity.pk])
    page = as_("reviewer").post(address, {"text": " "}, follow=True).content.decode()
    assert "Write something first." in page
    assert not quantity.comments.exists()


def test_a_viewer_sees_no_verdicts_and_no_settle_button(client, quantity) -> None:
    client.force_login(UserFactory(role="viewer"))
    page = client.get(quantity.get_absolute_url()).content.decode()
    assert "not a conflict" not in page
    assert 'data-key="s"' not in page


def test_what_was_done_is_told_in_sentences(as_, quantity) -> None:
    page = as_("reviewer").get(quantity.get_absolute_url()).content.decode()
    told = " ".join(words_of(page, ".changes li span"))
    assert "editor filed “They lost 7-8 people” under raiders: killed." in told


def test_the_page_costs_the_same_for_two_figures_and_for_many(
    as_, quantity, told, queries_of
) -> None:
    client, address = as_("reviewer"), quantity.get_absolute_url()
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir")
    few = queries_of(lambda: client.get(address))
    for number in range(6):
        told(
            quantity,
            f"{40 + number} raiders died",
            f"Crew {number}",
            outlet=f"Sheet {number}",
        )
    many = queries_of(lambda: client.get(address))
    assert len(few) == len(many), "\n".join(many)


def test_an_update_is_shown_as_one(as_, desk, quantity) -> None:
    relation = Relation.objects.get()
    later = relation.a if relation.a.low == 9 else relation.b
    judging.date(
        later, dt.date(2031, 3, 4), by=desk["reviewer"], reason="Said a day later."
    )
    page = as_("reviewer").get(quantity.get_absolute_url())
    assert "7 to 8, later 9 or more: the count went up" in text_of(page.content.decode())
