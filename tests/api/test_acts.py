"""Every act does through the API what it does on the pages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claims.models import Change, Claim, Figure, Outlet, Quantity, Quote
from claims.services import annotating
from tests.api.test_api import desk, post, refusal, stored  # noqa: F401  fixtures
from tests.factories import ArticleFactory, OutletFactory, SpeakerFactory, UserFactory

pytestmark = pytest.mark.django_db


def patch(client, path: str, **body: object):
    return client.patch(f"/api/{path}", json.dumps(body), content_type="application/json")


def last() -> tuple[str, str]:
    change = Change.objects.order_by("-pk")[0]
    return change.act, change.reason


@pytest.fixture
def lead(desk):  # noqa: F811  the fixture
    return desk["lead"]


@pytest.fixture
def quote(desk) -> Quote:  # noqa: F811  the fixture
    return Quote.objects.get(exact="We count 12 dead")


@pytest.fixture
def figure(desk) -> Figure:  # noqa: F811  the fixture
    return Figure.objects.get(exact="12 dead")


@pytest.fixture
def killed(desk) -> Quantity:  # noqa: F811  the fixture
    return Quantity.objects.get(measure="killed")


def at(row: Any, words: str) -> dict[str, object]:
    start = row.revision.text.index(words)
    return {"start": start, "end": start + len(words), "exact": words}


def test_a_quote_is_marked_where_its_words_stand(lead, quote):
    place = at(quote, "Ilse Marten of the union said") | {"revision": quote.revision_id}

    made = post(lead, "quotes/", **place, kind="indirect")
    misplaced = post(lead, "quotes/", **(place | {"exact": "other words"}))

    assert (made.status_code, made.json()["status"]) == (201, "accepted")
    assert made.json()["attribution"]["voice"] == "own"
    assert made.headers["ETag"]
    assert refusal(misplaced)[:2] == (409, "misplaced")


def test_a_quote_is_amended_moved_and_cued_with_a_reason(lead, quote):
    without = patch(lead, f"quotes/{quote.pk}/", kind="mixed")
    amended = patch(lead, f"quotes/{quote.pk}/", kind="mixed", reason="Half of it.")
    path = f"quotes/{quote.pk}/"
    moved = post(lead, f"{path}move/", **at(quote, "count 12 dead"), reason="Too long.")
    cued = post(lead, f"{path}cue/", cue=at(quote, "said"))
    bare = post(lead, f"{path}cue/", cue=None)

    assert refusal(without)[:2] == (409, "incomplete")
    assert (amended.json()["kind"], amended.json()["said_at"]) == ("mixed", None)
    assert moved.json()["exact"] == "count 12 dead"
    assert (cued.json()["cue"], bare.json()["cue"]) == ("said", "")
    assert Change.objects.filter(act="quote.moved", reason="Too long.").exists()


def test_a_quote_is_split_and_joined_again(lead, quote):
    cut = quote.start + len("We count")

    rest = post(lead, f"quotes/{quote.pk}/split/", at=cut)
    joined = post(lead, f"quotes/{quote.pk}/join/", following=rest.json()["id"])

    assert (rest.status_code, rest.json()["exact"]) == (201, "12 dead")
    assert joined.json()["exact"] == "We count 12 dead"


def test_a_decision_is_taken_back(lead, quote):
    answer = post(lead, f"quotes/{quote.pk}/reopen/", reason="Look again.")

    assert answer.json()["status"] == "suggested"
    assert last() == ("quote.reopened", "Look again.")


def test_a_figure_is_marked_with_what_its_words_say(lead, figure):
    place = at(figure, "more than 20 were hurt") | {"revision": figure.revision_id}
    Figure.objects.filter(start=place["start"]).delete()

    made = post(lead, "figures/", **place, measure="injured", population="dock workers")

    row = made.json()
    assert (made.status_code, row["low"], row["high"]) == (201, 21, None)
    assert (row["kind"], row["population"]) == ("at_least", "dock workers")


@pytest.mark.parametrize(
    ("sent", "bounds"),
    [
        ({"low": 10}, (10, 12)),
        ({"high": None}, (12, None)),
        ({"low": None, "high": 20}, (0, 20)),
        ({"hedge": "some"}, (12, 12)),
    ],
    ids=str,
)
def test_of_a_figure_only_what_is_sent_changes(lead, figure, sent, bounds):
    answer = patch(lead, f"figures/{figure.pk}/", **sent, reason="Misread.")

    row = answer.json()
    assert (row["low"], row["high"]) == bounds
    assert (row["measure"], row["population"]) == ("killed", "dock workers")


def test_a_figure_whose_low_value_is_above_its_high_one_is_refused(lead, figure):
    answer = patch(lead, f"figures/{figure.pk}/", low=30, reason="Misread.")

    assert refusal(answer)[2] == "The low value 30 is above the high value 12."


def test_a_figure_is_taken_out_dated_corrected_and_traced(lead, figure, killed):
    other = killed.figures.exclude(pk=figure.pk)[0]
    path = f"figures/{figure.pk}/"

    dated = post(lead, f"{path}date/", as_of="2031-03-06", reason="He said so.")
    corrected = post(lead, f"{path}correct/", reason="A correction.")
    traced = post(lead, f"{path}restate/", of=other.pk, reason="Retold.")
    unfiled = post(lead, f"{path}unfile/", reason="Elsewhere.")
    filed = post(lead, f"{path}file/", quantity=killed.pk)

    assert (dated.json()["as_of"], dated.json()["is_as_of_inferred"]) == (
        "2031-03-06",
        False,
    )
    assert corrected.json()["is_correction"] is True
    assert traced.json()["restates"] == other.pk
    assert (unfiled.json()["quantity"], filed.json()["quantity"]) == (None, killed.pk)


def test_a_quantity_is_named_split_merged_assigned_and_talked_about(lead, figure, killed):
    reviewer = UserFactory(role="reviewer")
    scope = {"measure": "killed", "population": "divers"}
    incident = killed.incident_id

    made = post(lead, "quantities/", incident=incident, **scope)
    found = post(lead, "quantities/", incident=incident, **scope)
    path = f"quantities/{killed.pk}/"
    split = post(lead, f"{path}split/", **scope, figures=[figure.pk], reason="Divers.")
    foreign = post(lead, f"{path}split/", **scope, figures=[figure.pk], reason="Again.")
    merged = post(
        lead, f"quantities/{made.json()['id']}/merge/", into=killed.pk, reason="No."
    )
    assigned = post(lead, f"{path}assign/", to=reviewer.username)
    nobody = post(lead, f"{path}assign/", to=None)
    said = post(lead, f"{path}comments/", text="Ask the office.")

    assert found.json()["id"] == made.json()["id"] == split.json()["id"]
    assert (found.status_code, split.status_code) == (200, 201)
    assert refusal(foreign)[:2] == (409, "incomplete")
    assert merged.json()["merged_into"] == killed.pk
    assert (assigned.json()["assignee"], nobody.json()["assignee"]) == (reviewer.pk, None)
    assert (said.status_code, said.json()["quantity"]) == (201, killed.pk)


def test_a_pair_is_called_no_conflict_and_that_is_taken_back(lead, killed):
    pair = killed.relations.filter(severity__gt=0)[0]

    dismissed = post(lead, f"relations/{pair.pk}/dismiss/", reason="Other days.")
    restored = post(lead, f"relations/{pair.pk}/restore/")

    assert [row.json()["is_dismissed"] for row in (dismissed, restored)] == [True, False]


def test_an_incident_is_recorded_amended_and_has_parties(lead):
    office = SpeakerFactory()
    made = post(lead, "incidents/", title="A dam breaks", happened_on="2031-05-01")
    path = f"incidents/{made.json()['id']}/"

    amended = patch(lead, path, place="Upper Valley", reason="The office said so.")
    named = post(lead, f"{path}parties/", speaker=office.pk, side="A", reason="Owner.")
    removed = post(lead, f"{path}parties/remove/", speaker=office.pk, reason="Sold it.")
    again = post(lead, f"{path}parties/remove/", speaker=office.pk, reason="Sold it.")

    assert (made.status_code, made.json()["slug"]) == (201, "a-dam-breaks")
    assert (amended.json()["place"], amended.json()["title"]) == (
        "Upper Valley",
        "A dam breaks",
    )
    assert named.json()["parties"] == [{"speaker": office.pk, "side": "A"}]
    assert removed.json()["parties"] == []
    assert refusal(again)[:2] == (409, "incomplete")


def test_a_speaker_is_added_amended_named_and_merged(lead):
    body, other = SpeakerFactory(kind="organisation"), SpeakerFactory()
    made = post(lead, "speakers/", name="Jonas Weil")
    path = f"speakers/{made.json()['id']}/"

    amended = patch(lead, path, note="Of the union.", reason="To tell them apart.")
    named = post(lead, f"{path}aliases/", name="J. Weil")
    held = post(
        lead, f"{path}roles/", organisation=body.pk, title="clerk", reason="Its page."
    )
    role = held.json()["roles"][0]["id"]
    left = post(lead, f"{path}roles/remove/", role=role, reason="A namesake.")
    bare = post(lead, f"{path}aliases/remove/", name="J. Weil", reason="A namesake.")
    merged = post(lead, f"{path}merge/", into=other.pk, reason="One man.")
    parted = post(lead, f"{path}unmerge/", reason="Two men.")

    assert amended.json()["note"] == "Of the union."
    assert named.json()["aliases"] == ["J. Weil"]
    assert (left.json()["roles"], bare.json()["aliases"]) == ([], [])
    assert merged.json()["merged_into"] == other.pk
    assert parted.json()["merged_into"] is None


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("aliases/remove/", {"name": "Nobody", "reason": "None."}),
        ("roles/remove/", {"role": 999_999, "reason": "None."}),
    ],
)
def test_what_a_speaker_does_not_have_cannot_be_taken_away(lead, path, body):
    answer = post(lead, f"speakers/{SpeakerFactory().pk}/{path}", **body)

    assert refusal(answer)[:2] == (409, "incomplete")


def test_an_outlet_is_named_found_and_amended(lead):
    house = OutletFactory()
    made = post(lead, "outlets/", name="The Quay Herald", kind="broadcaster")
    found = post(lead, "outlets/", name="the quay herald")
    path = f"outlets/{made.json()['id']}/"

    amended = patch(lead, path, family=house.pk, reason="Bought.")

    assert (made.status_code, found.json()["id"]) == (200, made.json()["id"])
    assert (amended.json()["family"], amended.json()["kind"]) == (house.pk, "broadcaster")
    assert amended.headers["ETag"] != made.headers["ETag"]
    assert Outlet.objects.filter(name__iexact="the quay herald").count() == 1


def test_an_article_is_amended(lead):
    article = ArticleFactory()

    answer = patch(lead, f"articles/{article.pk}/", byline="By R. Falk", reason="Printed.")

    assert answer.json()["byline"] == "By R. Falk"
    assert last() == ("article.amended", "Printed.")


def test_a_claim_is_recorded_appears_and_is_rated_by_two(desk, quote):  # noqa: F811
    author, second = desk["reviewer"], desk["lead"]
    made = post(author, "claims/", text="Twelve dockers died.")
    path = f"claims/{made.json()['id']}/"

    tied = post(author, f"{path}appearances/", quote=quote.pk, stance="asserts")
    said = post(author, f"{path}comments/", text="Ask again.")
    rating = author.get("/api/ratings/?value=3").json()["results"][0]["id"]
    proposed = post(author, f"{path}verdicts/", rating=rating, rationale="Two numbers.")
    verdict = f"verdicts/{proposed.json()['id']}/"
    withdrawn = post(author, f"{verdict}withdraw/")
    again = post(author, f"{path}verdicts/", rating=rating, rationale="Two numbers.")
    approved = post(second, f"verdicts/{again.json()['id']}/approve/")

    assert tied.json()["appearances"] == [{"quote": quote.pk, "stance": "asserts"}]
    assert said.json()["claim"] == Claim.objects.get(text="Twelve dockers died.").pk
    assert withdrawn.json()["status"] == "withdrawn"
    assert (approved.status_code, approved.json()["status"]) == (200, "approved")


def test_a_step_of_the_scale_is_renamed(lead):
    rating = lead.get("/api/ratings/?value=3").json()["results"][0]["id"]

    answer = patch(lead, f"ratings/{rating}/", name="In dispute")

    assert (answer.json()["name"], answer.json()["value"]) == ("In dispute", 3)


def test_a_row_that_changed_comes_with_its_refusal(lead, figure):
    path = f"/api/figures/{figure.pk}/"
    etag = lead.get(path).headers["ETag"]
    annotating.reopen(figure, by=UserFactory(role="editor"), reason="Again.")

    answer = lead.post(
        f"{path}accept/", "{}", content_type="application/json", headers={"If-Match": etag}
    )

    assert refusal(answer)[:2] == (412, "changed")
    assert answer.json()["current"]["status"] == "suggested"
    assert answer.headers["ETag"] == lead.get(path).headers["ETag"]


@pytest.mark.parametrize("name", ["outlets", "relations", "ratings", "speakers"])
def test_every_row_has_a_tag_that_lasts_as_long_as_it_does_not_change(lead, name):
    pk = lead.get(f"/api/{name}/").json()["results"][0]["id"]

    tags = {lead.get(f"/api/{name}/{pk}/").headers["ETag"] for _ in range(2)}

    assert len(tags) == 1


@pytest.mark.parametrize(
    ("tag", "status"),
    [("*", 200), ('"figure-0-1"', 412), ('"other", W/{tag}', 200), ("{tag}", 200)],
)
def test_a_tag_is_one_of_a_list_or_any(lead, tag, status):
    outlet = Outlet.objects.order_by("pk")[0]
    now = lead.get(f"/api/outlets/{outlet.pk}/").headers["ETag"]

    answer = lead.patch(
        f"/api/outlets/{outlet.pk}/",
        json.dumps({"domain": "mill.example", "reason": "Its page."}),
        content_type="application/json",
        headers={"If-Match": tag.format(tag=now)},
    )

    assert answer.status_code == status
