"""What the API answers, to whom, and what it refuses."""

from __future__ import annotations

import json
from functools import partial

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from claims.models import Figure, Incident, Quantity, Quote, Revision, Settlement, Speaker
from claims.services import annotating
from tests.exchange.dossiers import small
from tests.exchange.golden import expected
from tests.exchange.test_claimreview import claim  # noqa: F401  a fixture
from tests.exchange.test_dossier_writing import take_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

LISTS = [
    "articles",
    "attributions",
    "changes",
    "claims",
    "comments",
    "copies",
    "correction-requests",
    "figures",
    "incidents",
    "outlets",
    "outside-estimates",
    "outside-verdicts",
    "quantities",
    "quotes",
    "ratings",
    "relations",
    "revisions",
    "settlements",
    "speakers",
    "tokens",
    "verdicts",
]


@pytest.fixture(scope="module")
def stored(django_db_setup, django_db_blocker):
    """Store the small dossier once for all tests; each takes back what it does."""
    with django_db_blocker.unblock(), transaction.atomic():
        take_in(small(), UserFactory(role="editor"))
        yield
        transaction.set_rollback(True)


class Desk(dict[str | None, Client]):
    """A client for each role, signed in when it is first asked for."""

    def __missing__(self, role: str | None) -> Client:
        self[role] = signed_in(role)
        return self[role]


@pytest.fixture
def desk(stored, db):
    return Desk()


def signed_in(role: str | None) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role))
    return client


def post(client: Client, path: str, **body: object):
    return client.post(f"/api/{path}", json.dumps(body), content_type="application/json")


def refusal(answer) -> tuple[int, str, str]:
    (problem,) = answer.json()["errors"]
    return answer.status_code, problem["code"], problem["detail"]


@pytest.mark.parametrize("name", LISTS)
def test_every_resource_is_read_in_pages_and_one_by_one(desk, name):
    page = desk["viewer"].get(f"/api/{name}/").json()

    assert set(page) == {"next", "previous", "results"}
    for row in page["results"][:1]:
        assert desk["viewer"].get(f"/api/{name}/{row['id']}/").json() == row


ROLES = (None, "viewer", "editor", "reviewer", "lead")
# Who may call what: the status for nobody, somebody without a role, and each role.
# 409 is an act that the role allows and the row does not.
ACTS = [
    ("GET", "quotes/", (401, 403, 200, 200, 200, 200)),
    ("GET", "schema/", (401, 403, 200, 200, 200, 200)),
    ("GET", "vocabulary/", (200, 200, 200, 200, 200, 200)),
    ("GET", "figures.csv", (401, 403, 200, 200, 200, 200)),
    ("GET", "figures.jsonl", (401, 403, 200, 200, 200, 200)),
    ("GET", "conflicts.atom", (401, 403, 200, 200, 200, 200)),
    ("GET", "revisions/{revision}/annotations/", (401, 403, 200, 200, 200, 200)),
    ("POST", "revisions/{revision}/annotations/", (401, 403, 403, 200, 403, 200)),
    ("POST", "extract/", (401, 403, 200, 200, 200, 200)),
    ("POST", "quotes/{quote}/accept/", (401, 403, 403, 409, 403, 409)),
    ("POST", "quotes/{quote}/reject/", (401, 403, 403, 409, 403, 409)),
    ("POST", "quotes/{quote}/attribute/", (401, 403, 403, 200, 200, 200)),
    ("POST", "figures/{figure}/accept/", (401, 403, 403, 409, 403, 409)),
    ("POST", "figures/{figure}/reject/", (401, 403, 403, 409, 403, 409)),
    ("POST", "figures/{figure}/attribute/", (401, 403, 403, 200, 200, 200)),
    ("POST", "figures/{figure}/file/", (401, 403, 403, 200, 200, 200)),
    ("POST", "quantities/{quantity}/settlements/", (401, 403, 403, 403, 201, 201)),
    ("POST", "settlements/{settlement}/approve/", (401, 403, 403, 403, 200, 200)),
    ("POST", "settlements/{settlement}/return/", (401, 403, 403, 403, 200, 200)),
    ("POST", "settlements/{settlement}/withdraw/", (401, 403, 403, 403, 409, 409)),
]
BODY = {
    "type": "AnnotationPage",
    "items": [],
    "text": "“Nine died,” said Ilse Marten.",
    "wording": "Nine to twelve died.",
    "rationale": "Two sources.",
    "low": 9,
    "comment": "Say whose number it is.",
    "reason": "As printed.",
}


@pytest.mark.parametrize(
    "at", range(6), ids=["nobody", "no role", "viewer", "editor", "reviewer", "lead"]
)
@pytest.mark.parametrize(
    ("method", "path", "statuses"), ACTS, ids=lambda each: str(each)[:40]
)
def test_each_role_may_do_what_it_may_and_nothing_else(desk, method, path, statuses, at):
    quantity = Quantity.objects.get(measure="killed")
    other = Quantity.objects.get(measure="injured")
    settlement = Settlement.objects.create(
        quantity=other,
        number=1,
        low=9,
        wording="Nine.",
        rationale="One source.",
        proposed_by=UserFactory(role="reviewer"),
        proposed_at="2031-03-06T12:00Z",
    )
    rows = {
        "quote": Quote.objects.get(exact="We count 12 dead").pk,
        "figure": Figure.objects.get(exact="12 dead").pk,
        "quantity": quantity.pk,
        "revision": Revision.objects.order_by("pk")[0].pk,
        "settlement": settlement.pk,
    }
    clients = [Client, *(partial(desk.__getitem__, role) for role in ROLES)]
    body = json.dumps(BODY | {"quantity": quantity.pk})

    address = f"/api/{path.format(**rows)}"
    answer = clients[at]().generic(method, address, body, content_type="application/json")

    assert answer.status_code == statuses[at]


def test_a_suggestion_is_accepted_or_rejected_once(desk):
    quote = Quote.objects.get(exact="We count 12 dead")
    annotating.reopen(quote, by=UserFactory(role="editor"))

    first = post(desk["editor"], f"quotes/{quote.pk}/accept/")
    second = post(desk["editor"], f"quotes/{quote.pk}/reject/", reason="Too late.")

    assert (first.status_code, first.json()["status"]) == (200, "accepted")
    assert refusal(second) == (
        409,
        "already_decided",
        "Somebody else already decided on “We count 12 dead”.",
    )


def test_a_chain_is_said_anew_and_what_rests_on_it_compared(desk):
    figure = Figure.objects.get(exact="12 dead")
    office = Speaker.objects.get(name="Harbour Office")

    answer = post(
        desk["editor"],
        f"figures/{figure.pk}/attribute/",
        origins=[{"speaker": office.pk}],
        relays=[{"name": "Coast Wire"}],
        reason="As printed.",
    )

    links = answer.json()["attribution"]["links"]
    assert [(link["role"], link["name"]) for link in links] == [
        ("relay", "Coast Wire"),
        ("origin", "Harbour Office"),
    ]
    assert figure.relations_as_b.filter(kind="self_contradiction").exists() or (
        figure.relations_as_a.filter(kind="self_contradiction").exists()
    )


def test_a_source_that_is_nobody_is_refused(desk):
    figure = Figure.objects.get(exact="12 dead")

    answer = post(desk["editor"], f"figures/{figure.pk}/attribute/", origins=[{}])

    assert refusal(answer)[:2] == (409, "incomplete")


def test_one_proposes_and_another_approves(desk):
    quantity = Quantity.objects.get(measure="killed")
    aside = Figure.objects.get(exact="the dead at 11")
    proposal = BODY | {
        "high": 12.5,
        "set_aside": [{"figure": aside.pk, "reason": "other", "note": "A slip."}],
        "publication": {"claim": "Nine died.", "rating": 1},
    }
    del proposal["text"], proposal["comment"]

    proposed = post(desk["reviewer"], f"quantities/{quantity.pk}/settlements/", **proposal)
    path = f"settlements/{proposed.json()['id']}/approve/"
    own, other = post(desk["reviewer"], path), post(desk["lead"], path)

    assert (proposed.status_code, proposed.json()["high"]) == (201, 12.5)
    assert {row["treatment"] for row in proposed.json()["rests_on"]} == {
        "relied_on",
        "set_aside",
    }
    assert refusal(own)[:2] == (409, "same_person")
    assert (other.status_code, other.json()["status"]) == (200, "approved")


def test_an_act_on_a_row_that_changed_since_it_was_read_is_refused(desk):
    figure = Figure.objects.get(exact="12 dead")
    path = f"figures/{figure.pk}/"
    etag = desk["editor"].get(f"/api/{path}").headers["ETag"]
    send = {"content_type": "application/json", "headers": {"If-Match": etag}}
    body = json.dumps({"quantity": Quantity.objects.get(measure="injured").pk})

    first = desk["editor"].post(f"/api/{path}file/", body, **send)
    second = desk["editor"].post(f"/api/{path}file/", body, **send)

    assert (first.status_code, first.headers["ETag"] != etag) == (200, True)
    assert refusal(second)[:2] == (412, "changed")


def test_lists_are_filtered_searched_ordered_and_cut_to_fields(desk):
    viewer = desk["viewer"]

    found = viewer.get("/api/figures/?measure=killed&search=dead&fields=id,low").json()[
        "results"
    ]
    first = viewer.get("/api/quantities/?ordering=-severity&page_size=1").json()

    assert [set(row) for row in found] == [{"id", "low"}] * 2
    assert first["results"][0]["measure"] == "killed"
    assert viewer.get(first["next"]).json()["results"][0]["measure"] == "injured"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("figures/?fields=secrets", 400),
        ("figures/?quantity=99999999999999999999", 400),
        ("figures/?as_of__gte=soon", 400),
        ("figures/?cursor=cD1zb29u", 404),
        ("figures/999999999999999999/", 404),
        ("figures/soon/", 404),
        ("incidents/999999/dossier/", 404),
        ("claims/999999/claimreview/", 404),
    ],
)
def test_what_cannot_be_answered_is_refused_in_the_one_shape(desk, path, status):
    answer = desk["viewer"].get(f"/api/{path}")

    assert answer.status_code == status


def test_an_incident_comes_as_the_dossier_that_the_command_writes(desk):
    incident = Incident.objects.get()

    assert desk["viewer"].get(f"/api/incidents/{incident.pk}/dossier/").json()["id"] == (
        "crane-2031-03-04"
    )


def test_a_rated_claim_comes_as_its_review(claim):  # noqa: F811  the fixture
    answer = signed_in("viewer").get(f"/api/claims/{claim.pk}/claimreview/")

    assert answer.json()["@type"] == "ClaimReview"


def test_a_claim_that_is_not_rated_has_no_review(claim):  # noqa: F811  the fixture
    claim.verdicts.update(status="returned")

    answer = signed_in("viewer").get(f"/api/claims/{claim.pk}/claimreview/")

    assert refusal(answer)[:2] == (409, "incomplete")


def test_a_verdict_is_approved_or_returned_by_another(claim):  # noqa: F811  the fixture
    verdict = claim.verdicts.get()

    answer = post(signed_in("lead"), f"verdicts/{verdict.pk}/return/", comment="Too late.")

    assert refusal(answer)[:2] == (409, "already_decided")


def test_a_text_is_read_and_nothing_stored(desk):
    before = Quote.objects.count()

    answer = post(desk["viewer"], "extract/", text=BODY["text"]).json()

    assert answer["quotes"][0]["speaker"] == "Ilse Marten"
    assert Quote.objects.count() == before


def test_our_own_terms_are_explained_to_anybody():
    terms = {row["rdfs:label"] for row in Client().get("/api/vocabulary/").json()["@graph"]}

    assert {"independentOrigins", "positions", "wording"} <= terms


@pytest.mark.parametrize("name", LISTS)
def test_a_longer_list_takes_no_more_queries(name, desk, queries_of):
    path = f"/api/{name}/?page_size=200"
    viewer = desk["viewer"]
    few = len(queries_of(lambda: viewer.get(path)))
    for number in range(3):
        content = small() | {"id": f"another-{number}"}
        for article in content["articles"]:
            article |= {"url": None, "text": f"{article['text']}\n\nAgain {number}."}
        take_in(content, UserFactory(role="editor"))

    assert len(queries_of(lambda: viewer.get(path))) == few


def test_the_docs_work_without_inline_scripts_and_without_the_network(desk):
    page = desk["viewer"].get("/api/docs/").content.decode()

    assert "https://" not in page
    assert "swagger-ui-dist/swagger-ui-bundle" in page
    assert page.count("<script>") == 0


def test_the_contract_is_the_agreed_one(tmp_path):
    written = tmp_path / "openapi.yaml"
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(written))
    text = written.read_text(encoding="utf-8")

    assert text == expected("openapi.yaml", text)


def test_the_root_lists_what_there_is_and_a_wrong_address_is_refused_in_the_one_shape(desk):
    root = desk["viewer"].get("/api/").json()

    assert set(LISTS) <= root.keys()
    assert refusal(desk["viewer"].get("/api/figures/%C2%84/")) == (
        404,
        "not_found",
        "There is nothing at /api/figures/\x84/.",
    )
