"""What is sent twice with one key is done once and answered the same."""

from __future__ import annotations

import datetime as dt
import json
import threading

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from claims.errors import InProgress
from claims.models import Answer, Change, Incident, Quote, Speaker, Token
from claims.services import annotating, issuing, repeating
from claims.services.issuing import Wish
from claims.services.repeating import Sent, Told
from tests.api.test_api import Desk, desk, refusal, stored  # noqa: F401  fixtures
from tests.factories import QuoteFactory, UserFactory

pytestmark = pytest.mark.django_db

SPEAKER = {"name": "Jonas Weil"}
WHERE_MANY_WRITE = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite has one writer, who is waited for"
)


def send(
    client: Client, path: str, body: object, key: str | None = '"one"', **headers: str
):
    keyed = {"Idempotency-Key": key} if key is not None else {}
    return client.post(
        f"/api/{path}",
        json.dumps(body),
        content_type="application/json",
        headers=keyed | headers,
    )


def test_the_same_request_is_done_once_and_answered_again():
    editor = Desk()["editor"]
    lines = Change.objects.filter(act="speaker.added")
    before = lines.count()

    first, second = (send(editor, "speakers/", SPEAKER) for _ in range(2))

    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert first.headers["ETag"] == second.headers["ETag"]
    assert "Idempotent-Replayed" not in first.headers
    assert second.headers["Idempotent-Replayed"] == "true"
    assert Speaker.objects.filter(name="Jonas Weil").count() == 1
    assert lines.count() == before + 1


@pytest.mark.parametrize("key", ["one", '"one"', ' "one" '])
def test_a_key_is_the_same_with_its_quotation_marks_and_without(key):
    editor = Desk()["editor"]
    send(editor, "speakers/", SPEAKER, "one")

    assert "Idempotent-Replayed" in send(editor, "speakers/", SPEAKER, key).headers


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("speakers/", {"name": "Somebody else"}),
        ("outlets/", SPEAKER),
        ("speakers/?fields=id", SPEAKER),
    ],
    ids=["another body", "another address", "another query"],
)
def test_a_key_that_was_sent_with_something_else_is_refused(path, body):
    editor = Desk()["editor"]
    send(editor, "speakers/", SPEAKER)

    answer = send(editor, path, body)

    assert refusal(answer) == (
        422,
        "key_reused",
        "This key was sent before with another request.",
    )
    assert not Speaker.objects.filter(name="Somebody else").exists()


def test_what_was_refused_is_not_kept_and_may_be_sent_again(desk):  # noqa: F811  the fixture
    quote = QuoteFactory(attribution=None)
    editor = desk["editor"]

    refused = send(editor, f"quotes/{quote.pk}/accept/", {})
    chain = {"origins": [{"name": "Harbour Office"}]}
    send(editor, f"quotes/{quote.pk}/attribute/", chain, None)
    accepted = send(editor, f"quotes/{quote.pk}/accept/", {})

    assert (refused.status_code, accepted.status_code) == (409, 200)
    assert "Idempotent-Replayed" not in accepted.headers


def test_the_answer_is_kept_in_the_transaction_of_the_act():
    editor = UserFactory(role="editor")
    sent = Sent("one", "0" * 64, editor)

    def act() -> Told:
        raise RuntimeError(Speaker.objects.create(name="Jonas Weil"))

    with pytest.raises(RuntimeError):
        repeating.once(sent, act)

    assert not Answer.objects.exists()
    assert not Speaker.objects.filter(name="Jonas Weil").exists()


def test_keys_are_ones_own():
    one, other = UserFactory(role="editor"), UserFactory(role="editor")
    wish = Wish("import", frozenset({"annotate"}))
    secrets = [issuing.issue(one, wish, by=one).secret for _ in range(2)]
    clients = [Desk()["editor"], Client(), Client()]
    clients[0].force_login(other)
    headers = [{}, *({"Authorization": f"Bearer {secret}"} for secret in secrets)]

    answers = [
        send(client, "speakers/", SPEAKER, "one", **each)
        for client, each in zip(clients, headers, strict=True)
    ]

    assert [answer.status_code for answer in answers] == [201, 201, 201]
    assert len({answer.json()["id"] for answer in answers}) == 3
    assert Answer.objects.filter(token__in=Token.objects.all()).count() == 2


def test_a_key_is_free_again_after_a_day_and_its_answer_thrown_away():
    editor = Desk()["editor"]
    first = send(editor, "speakers/", SPEAKER)
    Answer.objects.update(answered_at=timezone.now() - dt.timedelta(hours=24, seconds=1))

    second = send(editor, "speakers/", SPEAKER)

    assert first.json()["id"] != second.json()["id"]
    assert Answer.objects.count() == 1


@pytest.mark.parametrize("key", ["", '""', "é", "x" * 256, 'a"b'])
def test_a_key_that_is_none_is_refused_before_anything_is_done(key):
    answer = send(Desk()["editor"], "speakers/", SPEAKER, key.encode().decode("latin-1"))

    assert answer.json()["errors"][0]["attr"] == "Idempotency-Key"
    assert answer.status_code == 400
    assert not Speaker.objects.filter(name="Jonas Weil").exists()


def test_who_may_not_act_may_not_with_a_key_either():
    assert send(Client(), "speakers/", SPEAKER).status_code == 401
    assert send(Desk()["viewer"], "speakers/", SPEAKER).status_code == 403
    assert not Answer.objects.exists()


def test_a_secret_is_never_kept():
    answer = send(Desk()["editor"], "tokens/", {"name": "import"})

    assert answer.json()["errors"][0]["detail"] == (
        "What this answers is not kept: send no key."
    )
    assert not Token.objects.exists()


def test_items_of_one_call_stand_or_fall_alone_with_a_key_too(desk):  # noqa: F811  the fixture
    done = Quote.objects.get(exact="We count 12 dead")
    annotating.reopen(done, by=UserFactory(role="editor"), reason="Again.")
    items = [{"act": "accept", "id": done.pk}, {"act": "accept", "id": 999999}]

    first = send(desk["editor"], "quotes/bulk/", {"items": items})
    second = send(desk["editor"], "quotes/bulk/", {"items": items})

    assert [each["status"] for each in first.json()["results"]] == [200, 404]
    assert first.content == second.content


@pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="elsewhere there is one writer, who is waited for",
)
@pytest.mark.django_db(transaction=True)
def test_the_same_request_is_told_to_come_again_while_the_first_is_answered():
    editor = UserFactory(role="editor")
    sent = Sent("one", "0" * 64, editor)
    told: list[Exception] = []

    def meanwhile() -> None:
        try:
            repeating.once(sent, lambda: Told(200, "{}"))
        except InProgress as refused:
            told.append(refused)
        finally:
            connection.close()

    def act() -> Told:
        second = threading.Thread(target=meanwhile)
        second.start()
        second.join(timeout=10)
        return Told(201, "{}")

    assert repeating.once(sent, act).status == 201
    assert [each.code for each in told] == ["in_progress"]


@WHERE_MANY_WRITE
@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_one_key_at_once_one_acts():
    editor = UserFactory(role="editor")
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(editor)
    begin = threading.Barrier(2)
    statuses: list[int] = []

    def call(client: Client) -> None:
        begin.wait(timeout=10)
        try:
            statuses.append(
                send(client, "incidents/", {"title": "A crane falls"}).status_code
            )
        finally:
            connection.close()

    threads = [threading.Thread(target=call, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert Incident.objects.count() == 1
    assert set(statuses) <= {201, 409}
    assert 201 in statuses


def test_a_transaction_that_is_open_already_is_joined():
    editor = UserFactory(role="editor")

    with transaction.atomic():
        first = repeating.once(Sent("one", "0" * 64, editor), lambda: Told(201, "{}"))
        again = repeating.once(Sent("one", "0" * 64, editor), lambda: Told(201, "other"))

    assert (first.body, again.body, again.is_replayed) == ("{}", "{}", True)
