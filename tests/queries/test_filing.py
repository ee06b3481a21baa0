"""What is proposed for a figure: the incident, the quantity, or the scope of a new one."""

from __future__ import annotations

import datetime as dt

import pytest

from claims.models import Figure, Incident
from claims.queries import filing
from tests.factories import (
    ArticleFactory,
    FigureFactory,
    IncidentFactory,
    QuantityFactory,
    RevisionFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db

TEXT = "Nine raiders were killed at the river mill, the Valley Guard said."


@pytest.fixture
def incident() -> Incident:
    row = IncidentFactory(
        title="Raid at the river mill", happened_on=dt.date(2031, 3, 3), place="Valley"
    )
    row.parties.create(speaker=SpeakerFactory(name="Valley Guard"), side="A")
    row.parties.create(speaker=SpeakerFactory(name="Hill Raiders"), side="B")
    return row


def figure(**columns: object) -> Figure:
    columns = {"measure": "killed", "population": "raiders", **columns}
    revision = columns.pop("revision", None) or RevisionFactory(text=TEXT)
    return FigureFactory(revision=revision, exact="Nine raiders", accepted=True, **columns)


def test_the_incident_of_the_articles_other_figures_comes_first(incident) -> None:
    elsewhere = QuantityFactory(incident=IncidentFactory(title="A flood"))
    known = figure(quantity=elsewhere)
    other = FigureFactory(revision=known.revision, exact="Nine", accepted=True)
    proposal = filing.proposed(other)
    assert proposal.incident == elsewhere.incident
    assert proposal.reason == "Other figures of this article are there."


def test_an_incident_near_in_time_that_shares_its_words_is_proposed(incident) -> None:
    IncidentFactory(title="Fire at the rope walk", happened_on=dt.date(2031, 3, 3))
    proposal = filing.proposed(figure())
    assert proposal.incident == incident
    assert "3 March 2031" in proposal.reason
    assert "mill" in proposal.reason


@pytest.mark.parametrize(
    "incident_columns",
    [
        {"title": "Fire at the rope walk"},  # nothing in common
        {"title": "Raid at the river mill", "happened_on": dt.date(2031, 6, 1)},  # later
        {"title": "Raid at the river mill", "happened_on": dt.date(2025, 1, 1)},  # long ago
    ],
)
def test_an_incident_that_cannot_be_meant_is_not_proposed(incident_columns) -> None:
    IncidentFactory(**incident_columns)
    proposal = filing.proposed(figure())
    assert (proposal.incident, proposal.quantity) == (None, None)
    assert proposal.reason == "No incident fits yet."


def test_an_article_without_a_date_is_matched_by_its_words(incident) -> None:
    revision = RevisionFactory(text=TEXT, article=ArticleFactory(published_at=None))
    assert filing.proposed(figure(revision=revision)).incident == incident


def test_a_quantity_of_the_same_measure_and_like_population_is_proposed(incident) -> None:
    wanted = QuantityFactory(incident=incident, population="Hill raiders", side="B")
    QuantityFactory(incident=incident, population="guards", side="A")
    QuantityFactory(incident=incident, population="raiders", measure="injured", side="B")
    proposal = filing.proposed(figure())
    assert proposal.quantity == wanted
    assert str(proposal) == "Hill raiders: killed (Raid at the river mill)"


@pytest.mark.parametrize(
    "columns",
    [
        {"measure": "injured"},
        {"unit": "family"},
        {"population": "guards", "side": "A"},
    ],
)
def test_a_quantity_of_another_scope_is_not_proposed(incident, columns) -> None:
    known = {"measure": "killed", "population": "raiders", "side": "B"}
    QuantityFactory(incident=incident, **(known | columns))
    assert filing.proposed(figure()).quantity is None


def test_a_merged_quantity_is_not_proposed(incident) -> None:
    target = QuantityFactory(incident=incident, population="guards", side="A")
    QuantityFactory(incident=incident, population="raiders", merged_into=target)
    assert filing.proposed(figure()).quantity is None


def test_a_new_quantity_takes_its_side_from_the_parties(incident) -> None:
    proposal = filing.proposed(figure())
    assert proposal.scope == {
        "measure": "killed",
        "population": "raiders",
        "side": "B",
        "population_status": "any",
        "place": "",
        "unit": "person",
    }
    assert str(proposal) == "raiders: killed, a new quantity"


def test_whose_people_a_figure_counts_tells_the_side(incident) -> None:
    proposal = filing.proposed(figure(population="men", side="Valley Guard"))
    assert (proposal.scope["side"], proposal.scope["population"]) == ("A", "Valley Guard")


@pytest.mark.parametrize(
    ("columns", "population"),
    [
        ({"population": "terrorists", "side": "Corvan"}, "Corvan fighters"),
        ({"population": "people", "side": "Corvan"}, "Corvan members"),
        ({"population": "men", "side": "resistance forces"}, "resistance forces"),
        ({"population": "Corvan raiders", "side": "Corvan"}, "Corvan raiders"),
        ({"population": "villagers", "side": "Corvan"}, "villagers"),
        ({"population": "", "side": ""}, "people"),
    ],
)
def test_a_new_quantity_says_readably_whom_it_counts(incident, columns, population) -> None:
    assert filing.proposed(figure(**columns)).scope["population"] == population


def test_the_words_of_the_articles_other_figures_of_a_side_are_taken(incident) -> None:
    first = figure(population="Corvan horsemen", side="Corvan")
    second = figure(
        revision=first.revision, population="", side="Corvan", measure="injured"
    )
    assert filing.proposed(second).scope["population"] == "Corvan horsemen"


@pytest.mark.parametrize("population", ["people", "terrorists", "men", ""])
def test_figures_of_one_side_are_of_one_quantity_whatever_the_words(
    incident, population
) -> None:
    QuantityFactory(incident=incident, population="people")
    wanted = QuantityFactory(incident=incident, population="night riders")
    figure(quantity=wanted, population="night riders", side="the Corvan")
    assert filing.proposed(figure(population=population, side="Corvan")).quantity == wanted


def test_a_side_that_a_population_names_is_that_side(incident) -> None:
    wanted = QuantityFactory(incident=incident, population="Corvan fighters")
    assert filing.proposed(figure(population="people", side="Corvan")).quantity == wanted


def test_an_alias_of_a_party_ties_the_words_to_its_side(incident) -> None:
    guard = incident.parties.get(side="A").speaker
    guard.aliases.create(name="resistance forces")
    wanted = QuantityFactory(incident=incident, population="guards", side="A")
    about = figure(population="resistance personnel", side="resistance forces")
    assert filing.proposed(about).quantity == wanted


def test_a_name_that_only_has_the_other_among_its_words_is_not_that_party(incident) -> None:
    guard = incident.parties.get(side="A").speaker
    guard.aliases.create(name="anti-Hill Raiders group")
    assert filing.proposed(figure(population="Hill Raiders fighters")).scope["side"] == "B"


@pytest.mark.parametrize(
    ("population", "other"),
    [("people", "children"), ("women", "Corvan fighters"), ("people", "civilians")],
)
def test_people_of_another_status_are_another_quantity(incident, population, other) -> None:
    known = QuantityFactory(incident=incident, population=other)
    figure(quantity=known, population=other, side="Corvan")
    assert filing.proposed(figure(population=population, side="Corvan")).quantity is None


def test_two_printed_sides_are_never_one_population(incident) -> None:
    known = QuantityFactory(incident=incident, population="fighters")
    figure(quantity=known, population="fighters", side="Corvan")
    assert filing.proposed(figure(population="men", side="Halden")).quantity is None


def test_words_that_fit_two_sides_alike_propose_neither(incident) -> None:
    QuantityFactory(incident=incident, population="Hill fighters", side="B")
    QuantityFactory(incident=incident, population="Valley fighters", side="A")
    assert filing.proposed(figure(population="fighters")).quantity is None


def test_where_the_speaker_has_a_figure_of_the_article_comes_first(incident) -> None:
    known = QuantityFactory(incident=incident, population="raiders")
    first = figure(quantity=known)
    mine = figure(revision=first.revision, population="people", start=5, end=17)
    elsewhere = figure(population="people")
    assert filing.proposed(mine).quantity == known
    assert filing.proposed(elsewhere).quantity is None


def test_two_sides_of_one_fight_are_never_one_population(incident) -> None:
    QuantityFactory(incident=incident, population="Valley fighters", side="A")
    proposal = filing.proposed(figure(population="Hill Raiders fighters"))
    assert proposal.quantity is None


def test_proposing_costs_the_same_for_few_and_for_many(incident, queries_of) -> None:
    first = figure()
    one = queries_of(lambda: filing.proposals([first]))
    rows = [first]
    for number in range(6):
        QuantityFactory(incident=incident, population=f"millers {number}")
        IncidentFactory(title=f"Raid {number}", happened_on=dt.date(2031, 3, 2))
        rows.append(figure(revision=first.revision, measure=f"other {number}"))
    many = queries_of(lambda: filing.proposals(rows))
    assert len(one) == len(many), "\n".join(many)


def test_nothing_is_proposed_for_nothing() -> None:
    assert filing.proposals([]) == {}
