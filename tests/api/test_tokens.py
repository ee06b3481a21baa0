from __future__ import annotations

import datetime as dt
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from claims.api.throttling import PerAddress, PerCaller
from claims.errors import AlreadyDecided, Forbidden, Incomplete
from claims.models import Change, Figure, Incident, Quantity, Quote, Token
from claims.services import issuing
from claims.services.issuing import Wish
from tests.api.test_api import BODY, post, signed_in, stored  # noqa: F401  a fixture
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def secret_of(*scopes: str, role: str = "lead") -> str:
    owner = UserFactory(role=role)
    return issuing.issue(owner, Wish("for the tests", frozenset(scopes)), by=owner).secret


def call(secret: str, path: str, body: object = None):
    headers = {"Authorization": f"Bearer {secret}"}
    if body is None:
        return Client().get(f"/api/{path}", headers=headers)
    return Client().post(
        f"/api/{path}", json.dumps(body), content_type="application/json", headers=headers
    )


# What a lead's token may call, by its scopes: none beside reading, annotate, review,
# export. Acts that the rows do not allow answer with 409.
SCOPED = [
    ("quotes/", None, (200, 200, 200, 200)),
    ("schema/", None, (200, 200, 200, 200)),
    ("extract/", {"text": BODY["text"]}, (200, 200, 200, 200)),
    ("quotes/{quote}/accept/", {}, (403, 409, 403, 403)),
    ("quotes/{quote}/reject/", {}, (403, 409, 403, 403)),
    ("quotes/{quote}/attribute/", {"reason": "As printed."}, (403, 200, 403, 403)),
    ("figures/{figure}/accept/", {}, (403, 409, 403, 403)),
    ("figures/{figure}/reject/", {}, (403, 409, 403, 403)),
    ("figures/{figure}/attribute/", {"reason": "As printed."}, (403, 200, 403, 403)),
    ("figures/{figure}/file/", {"quantity": "{quantity}"}, (403, 200, 403, 403)),
    ("quantities/{quantity}/settlements/", BODY, (403, 403, 201, 403)),
    ("settlements/999999/approve/", {}, (403, 403, 404, 403)),
    ("settlements/999999/return/", {"comment": "No."}, (403, 403, 404, 403)),
    ("settlements/999999/withdraw/", {}, (403, 403, 404, 403)),
    ("verdicts/999999/approve/", {}, (403, 403, 404, 403)),
    ("verdicts/999999/return/", {"comment": "No."}, (403, 403, 404, 403)),
    ("incidents/{incident}/dossier/", None, (403, 403, 403, 200)),
    ("figures.csv", None, (403, 403, 403, 200)),
    ("figures.jsonl", None, (403, 403, 403, 200)),
    ("conflicts.atom", None, (200, 200, 200, 200)),
    ("revisions/999999/annotations/", None, (403, 403, 403, 404)),
    ("revisions/999999/annotations/", {}, (403, 404, 403, 403)),
    ("claims/999999/claimreview/", None, (403, 403, 403, 404)),
    ("tokens/", {"name": "another"}, (403, 403, 403, 403)),
    ("tokens/999999/revoke/", {}, (403, 403, 403, 403)),
]


@pytest.mark.parametrize("at", range(4), ids=["read", "annotate", "review", "export"])
@pytest.mark.parametrize(
    ("path", "body", "statuses"), SCOPED, ids=lambda each: str(each)[:40]
)
def test_a_token_does_what_its_scopes_name(stored, path, body, statuses, at):  # noqa: F811  the fixture
    scopes = ((), ("annotate",), ("review",), ("export",))[at]
    rows = {
        "quote": Quote.objects.get(exact="We count 12 dead").pk,
        "figure": Figure.objects.get(exact="12 dead").pk,
        "quantity": Quantity.objects.get(measure="killed").pk,
        "incident": Incident.objects.get().pk,
    }
    sent = body and {
        key: value.format(**rows) if isinstance(value, str) else value
        for key, value in body.items()
    }

    answer = call(secret_of(*scopes), path.format(**rows), sent)

    assert answer.status_code == statuses[at]


def test_a_token_does_no_more_than_its_owners_role(stored):  # noqa: F811  the fixture
    quote = Quote.objects.get(exact="We count 12 dead")

    answer = call(secret_of("annotate", role="viewer"), f"quotes/{quote.pk}/accept/", {})

    assert answer.status_code == 403


@pytest.mark.parametrize("secret", ["", "desk_made-up", "\u00e9"])
def test_an_unknown_token_is_refused(secret):
    answer = call(secret.encode().decode("latin-1"), "quotes/")

    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_a_token_that_ran_out_was_revoked_or_lost_its_owner_is_refused():
    secrets = [secret_of() for _ in range(4)]
    now = timezone.now()
    old, revoked, orphaned, valid = Token.objects.order_by("pk")
    Token.objects.filter(pk=old.pk).update(
        issued_at=now - dt.timedelta(days=9), expires_at=now - dt.timedelta(days=1)
    )
    issuing.revoke(revoked, by=revoked.owner)
    orphaned.owner.is_active = False
    orphaned.owner.save(update_fields=["is_active"])

    assert [call(secret, "quotes/").status_code for secret in secrets] == [
        401,
        401,
        401,
        200,
    ]
    valid.refresh_from_db()
    assert valid.last_used_on == now.date()


def test_only_the_hash_of_a_secret_is_kept():
    secret = secret_of()

    kept = json.dumps(
        [list(Token.objects.values_list()), list(Change.objects.values_list())], default=str
    )

    assert secret not in kept
    assert secret[:9] in kept


def test_a_person_issues_sees_and_revokes_only_their_own():
    other = UserFactory(role="editor")
    issuing.issue(other, Wish("not mine"), by=other)
    mine = signed_in("editor")

    issued = post(mine, "tokens/", name="mine", scopes=["read", "annotate"], days=7)
    listed = mine.get("/api/tokens/").json()["results"]
    revoked = post(mine, f"tokens/{issued.json()['id']}/revoke/")

    assert (issued.status_code, issued.json()["secret"][:5]) == (201, "desk_")
    assert [(row["name"], row["scopes"]) for row in listed] == [
        ("mine", ["read", "annotate"])
    ]
    assert "secret" not in listed[0]
    assert revoked.json()["revoked_at"] is not None
    assert call(issued.json()["secret"], "quotes/").status_code == 401


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(" "), "Say what the token is for"),
        (Wish("x", frozenset({"rule"})), "There is no scope rule"),
        (Wish("x", days=0), "valid for 1 to 366 days"),
        (Wish("x", days=367), "valid for 1 to 366 days"),
    ],
)
def test_a_token_that_makes_no_sense_is_not_issued(wish, words):
    owner = UserFactory(role="editor")

    with pytest.raises(Incomplete, match=words):
        issuing.issue(owner, wish, by=owner)


def test_nobody_issues_for_others_but_an_administrator_nor_revokes_but_a_lead():
    owner, other = UserFactory(role="editor"), UserFactory(role="reviewer")
    administrator = UserFactory(is_superuser=True)
    token = issuing.issue(owner, Wish("x"), by=administrator).token

    with pytest.raises(Forbidden):
        issuing.issue(owner, Wish("x"), by=other)
    with pytest.raises(Forbidden):
        issuing.revoke(token, by=other)
    issuing.revoke(token, by=UserFactory(role="lead"))
    with pytest.raises(AlreadyDecided):
        issuing.revoke(token, by=owner)


def test_a_lead_sees_and_revokes_the_tokens_of_all():
    owner = UserFactory(role="editor")
    token = issuing.issue(owner, Wish("the editor's"), by=owner).token
    lead, other = signed_in("lead"), signed_in("reviewer")

    seen = lead.get("/api/tokens/").json()["results"]
    hidden = post(other, f"tokens/{token.pk}/revoke/")
    revoked = post(lead, f"tokens/{token.pk}/revoke/")

    assert [(row["id"], row["owner"]) for row in seen] == [(token.pk, owner.pk)]
    assert hidden.status_code == 404
    assert revoked.json()["revoked_at"] is not None


def test_somebody_without_a_role_gets_no_token():
    nobody = UserFactory()

    with pytest.raises(Forbidden):
        issuing.issue(nobody, Wish("x"), by=nobody)


def test_one_who_calls_too_often_has_to_wait(monkeypatch):
    monkeypatch.setattr(PerCaller, "THROTTLE_RATES", {"caller": "2/min"})
    secret, other = secret_of(), secret_of()

    statuses = [call(secret, "ratings/").status_code for _ in range(3)]

    assert statuses == [200, 200, 429]
    assert call(other, "ratings/").status_code == 200


def test_callers_from_one_address_are_counted_apart_if_they_are_known(monkeypatch):
    monkeypatch.setattr(PerCaller, "THROTTLE_RATES", {"caller": "2/min"})
    one, other = signed_in("viewer"), signed_in("viewer")

    statuses = [one.get("/api/ratings/").status_code for _ in range(3)]

    assert statuses == [200, 200, 429]
    assert other.get("/api/ratings/").status_code == 200


def test_one_address_may_not_try_tokens_for_ever_nor_hide_behind_a_header(monkeypatch):
    monkeypatch.setattr(PerAddress, "THROTTLE_RATES", {"caller": "2/min"})
    calls = [
        {"Authorization": f"Bearer desk_{number}", "X-Forwarded-For": f"192.0.2.{number}"}
        for number in range(3)
    ]

    answers = [Client().get("/api/quotes/", headers=each) for each in calls]
    elsewhere = Client(REMOTE_ADDR="192.0.2.77").get("/api/quotes/")

    assert [answer.status_code for answer in answers] == [401, 401, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert elsewhere.status_code == 401


def run(*args: str, **options: object) -> tuple[str, str]:
    stdout, stderr = io.StringIO(), io.StringIO()
    call_command("token", *args, stdout=stdout, stderr=stderr, **options)
    return stdout.getvalue(), stderr.getvalue()


def test_the_shell_issues_lists_and_revokes():
    owner = UserFactory(username="ed", role="editor")
    secret, told = run("ed", name="nightly import", scope=["annotate"], days=30)
    token = Token.objects.get(owner=owner)

    assert call(secret.strip(), "quotes/").status_code == 200
    assert f"Token {token.pk} for read, annotate, valid until" in told
    assert run("ed")[0].startswith(
        f"{token.pk}  nightly import ({secret[:9]}…)  read, annotate"
    )
    assert run("ed", revoke=token.pk)[0].endswith("is revoked.\n")
    assert run("ed")[0].endswith("revoked\n")


def test_the_shell_tells_of_accounts_and_tokens_that_are_not_here():
    UserFactory(username="ed", role="editor")

    with pytest.raises(CommandError, match=r"There is no account nobody\."):
        run("nobody")
    with pytest.raises(CommandError, match=r"ed has no token 7\."):
        run("ed", revoke=7)
