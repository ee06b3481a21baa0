from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Speaker
from claims.services import filing, settling
from claims.services.filing import ScopeKey
from tests.review.building import Telling, report
from tests.review.drafting import draft
from tests.review.marks import words_of

pytestmark = pytest.mark.django_db

QUEUE = "/"


def another(desk, incident, number: int) -> None:
    row = filing.quantity(incident, ScopeKey("killed", f"crew {number}"), by=desk["editor"])
    tellings = [
        Telling("12 men died", "Harbour Office"),
        Telling("19 men died", "Coast Guard"),
    ]
    report(row, f"Gazette {number}", tellings, by=desk["editor"])


def test_the_gravest_conflict_stands_first(as_, desk, incident, quantity) -> None:
    another(desk, incident, 1)
    rows = as_("reviewer").get(QUEUE).context["rows"]
    severities = [row.quantity.severity for row, _ in rows]
    assert severities == sorted(severities, reverse=True)
    assert quantity in [row.quantity for row, _ in rows]


def test_the_queue_costs_the_same_for_one_row_and_for_many(
    as_, desk, incident, quantity, queries_of
) -> None:
    client = as_("reviewer")
    one = queries_of(lambda: client.get(QUEUE))
    for number in range(4):
        another(desk, incident, number)
    many = queries_of(lambda: client.get(QUEUE))
    assert len(one) == len(many), "\n".join(many)


def test_a_proposal_moves_a_quantity_to_those_that_await_a_second_person(
    as_, desk, quantity
) -> None:
    settling.propose(quantity, draft(), by=desk["reviewer"])
    client = as_("second")
    assert not client.get(QUEUE).context["rows"]
    awaiting = client.get(QUEUE, {"stage": "awaiting"}).context
    assert [row.state for row, _ in awaiting["rows"]] == ["awaiting"]
    assert awaiting["queue"].counts == {
        "open": 0,
        "awaiting": 1,
        "stale": 0,
        "settled": 0,
        "all": 1,
    }


def test_a_later_figure_brings_a_settled_quantity_back(as_, desk, quantity, told) -> None:
    settlement = settling.propose(quantity, draft(), by=desk["reviewer"])
    settling.approve(settlement, by=desk["second"])
    told(quantity, "30 raiders died", "Mill Owners", outlet="The Weir")
    found = as_("reviewer").get(QUEUE, {"stage": "stale"}).context["rows"]
    assert [row.state for row, _ in found] == ["stale"]
    assert as_("reviewer").get(QUEUE).context["rows"]


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ({"measure": "killed"}, True),
        ({"measure": "injured"}, False),
        ({"incident": "raid-at-the-river-mill"}, True),
        ({"incident": "elsewhere"}, False),
        ({"relation": "self_contradiction"}, True),
        ({"relation": "update"}, False),
        ({"mine": "on"}, False),
        ({"speaker": "nonsense"}, True),
    ],
)
def test_filters_narrow_the_queue(as_, quantity, query, is_there) -> None:
    assert bool(as_("reviewer").get(QUEUE, query).context["rows"]) is is_there


def test_the_queue_can_be_narrowed_to_a_speaker_and_an_outlet(as_, quantity) -> None:
    client = as_("reviewer")
    guard = Speaker.objects.get(name="Valley Guard")
    outlet = quantity.figures.first().revision.article.outlet
    assert client.get(QUEUE, {"speaker": guard.pk}).context["rows"]
    assert not client.get(QUEUE, {"speaker": outlet.speaker_id}).context["rows"]
    assert client.get(QUEUE, {"outlet": outlet.pk}).context["rows"]
    assert not client.get(QUEUE, {"outlet": outlet.pk + 1}).context["rows"]


def test_a_reviewer_takes_chosen_quantities(as_, desk, quantity) -> None:
    client = as_("reviewer")
    sent = {"quantity": [quantity.pk], "to": "me", "next": "/?stage=all"}
    answer = client.post(reverse("review:assign"), sent)
    quantity.refresh_from_db()
    assert quantity.assignee == desk["reviewer"]
    assert answer["Location"] == "/?stage=all"
    assert client.get(QUEUE, {"mine": "on"}).context["rows"]


def test_a_quantity_is_taken_and_given_back_at_the_head_of_its_page(
    as_, desk, quantity
) -> None:
    client, address = as_("reviewer"), quantity.get_absolute_url()
    assert "Take it" in client.get(address).content.decode()
    sent = {"quantity": [quantity.pk], "next": address}
    assert client.post(reverse("review:assign"), sent | {"to": "me"})["Location"] == address
    quantity.refresh_from_db()
    assert quantity.assignee == desk["reviewer"]
    assert "Give it back" in client.get(address).content.decode()
    other = as_("second").get(address).content.decode()
    assert "Give it back" not in other
    assert "Take it" not in other
    as_("reviewer").post(reverse("review:assign"), sent | {"to": "nobody"})
    quantity.refresh_from_db()
    assert quantity.assignee is None


def test_a_reviewer_cannot_give_quantities_to_others(as_, quantity) -> None:
    sent = {"quantity": [quantity.pk], "to": "other", "username": "second"}
    answer = as_("reviewer").post(reverse("review:assign"), sent, follow=True)
    quantity.refresh_from_db()
    assert quantity.assignee is None
    assert "Your role does not allow you to assign" in answer.content.decode()


def test_nobody_is_led_to_another_site(as_, quantity) -> None:
    sent = {"quantity": [quantity.pk], "to": "me", "next": "https://elsewhere.example/"}
    assert as_("reviewer").post(reverse("review:assign"), sent)["Location"] == "/"


def test_two_quantities_of_one_name_are_told_apart(as_, desk, incident) -> None:
    for side, status in (("A", "civilian"), ("B", "any")):
        key = ScopeKey("injured", "villagers", side=side, population_status=status)
        row = filing.quantity(incident, key, by=desk["editor"])
        telling = Telling("12 villagers were injured", "Valley Guard")
        report(row, f"Sheet {side}", [telling], by=desk["editor"])
    page = as_("reviewer").get(QUEUE).content.decode()
    heads = [head for head in words_of(page, "tbody th") if "Villagers injured" in head]
    assert len(heads) == 2
    assert any("sideA" in head and "statusCivilians" in head for head in heads)
    assert any("sideB" in head and "status" not in head for head in heads)


def test_an_empty_queue_says_what_to_do(as_) -> None:
    page = as_("reviewer").get(QUEUE).content.decode()
    assert "A quantity comes into the queue when" in page


def test_a_name_that_nobody_has_is_told_in_a_sentence(as_, quantity) -> None:
    sent = {"quantity": [quantity.pk], "to": "other", "username": "nobody"}
    answer = as_("lead").post(reverse("review:assign"), sent, follow=True)
    assert "Nobody here is called “nobody”." in answer.content.decode()
