from __future__ import annotations

import pytest

from claims.queries import evidence, quantity_observations
from claims.queries.quantity_observations import parts_of
from claims.services import filing, judging
from claims.services.filing import ScopeKey
from tests.review.building import Telling, report
from tests.review.marks import text_of

pytestmark = pytest.mark.django_db


def observed(quantity) -> dict[str, str]:
    known = evidence.of(quantity)
    return {each.what: each.sentence for each in quantity_observations.of(known)}


@pytest.fixture
def killed(desk, incident):
    """Everybody killed, with the killed children and the killed women beside them."""

    def counted(total: str, children: str, women: str):
        rows = {}
        for status, words in (("any", total), ("child", children), ("woman", women)):
            key = ScopeKey("killed", "people", population_status=status)
            rows[status] = filing.quantity(incident, key, by=desk["editor"])
            report(
                rows[status], f"On {status}", [Telling(words, "Clinic")], by=desk["editor"]
            )
        return rows["any"]

    return counted


def test_parts_that_add_up_to_more_than_the_whole_are_told(killed) -> None:
    whole = killed("20 people died", "12 people died", "15 people died")
    expected = "The parts add up to 27 or more, which is above 20."
    assert observed(whole)["parts exceed the whole"] == expected


def test_parts_that_fit_are_not_told(killed) -> None:
    whole = killed("40 people died", "12 people died", "15 people died")
    assert "parts exceed the whole" not in observed(whole)


def test_a_quantity_without_parts_has_no_sum(quantity) -> None:
    assert parts_of(evidence.of(quantity)) is None


def test_a_hedge_that_was_lost_on_the_way_is_told(desk, quantity, told) -> None:
    told(quantity, "at least 40 raiders died", "Mill Owners", outlet="The Weir")
    told(quantity, "40 raiders died", "Mill Owners", outlet="The Lock")
    firm = quantity.figures.get(exact="40 raiders died")
    source = quantity.figures.get(exact="at least 40 raiders died")
    judging.restate(firm, source, by=desk["reviewer"], reason="It cites The Weir.")
    assert observed(quantity)["hedge lost"] == (
        "“at least 40” became “40”: the hedge was lost."
    )


def test_the_same_number_under_another_measure_is_told(
    desk, incident, quantity, told
) -> None:
    told(quantity, "4460 raiders died", "Mill Owners", outlet="The Weir")
    other = filing.quantity(incident, ScopeKey("displaced", "villagers"), by=desk["editor"])
    report(
        other, "The Lock", [Telling("4460 villagers fled", "Council")], by=desk["editor"]
    )
    sentence = observed(quantity)["twin number"]
    assert "“4460 villagers fled” (The Lock) has the same number" in sentence
    assert sentence.endswith("Villagers displaced.")


def test_figures_without_a_named_origin_are_counted(desk, quantity) -> None:
    telling = Telling("50 raiders died", "scouts")
    revision = report(quantity, "The Weir", [telling], by=desk["editor"])
    link = revision.figures.get(exact="50 raiders died").attribution.links.get()
    link.speaker, link.name, link.descriptor = None, "", "scouts"
    link.save()
    quantity.refresh_from_db()
    assert observed(quantity)["unnamed"] == (
        "1 figure rests on no named origin and counts nothing."
    )


def test_what_is_worth_a_look_stands_on_the_page(as_, killed) -> None:
    whole = killed("20 people died", "12 people died", "15 people died")
    page = text_of(as_("reviewer").get(whole.get_absolute_url()).content.decode())
    assert "Worth a look" in page
    assert "The parts add up to 27 or more" in page
