"""The API in a browser: tried out, read, and its tokens issued."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from claims.models import Incident, Token
from tests.e2e.browsing import signed_in
from tests.e2e.soundness import ANY, faults_of
from tests.factories import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page, live_server):
    return signed_in(page, live_server, UserFactory(role="editor"))


def test_an_act_is_tried_out_on_the_docs_page(desk, live_server):
    desk.goto(f"{live_server.url}/api/docs/")
    desk.locator("#operations-articles-articles_create").click()
    desk.get_by_role("button", name="Try it out").click()
    body = {"outlet": "The Mill Post", "text": "“We lost the bridge,” said Ilse Marten."}
    desk.locator("textarea.body-param__text").fill(json.dumps(body))
    desk.get_by_role("button", name="Execute").click()

    answer = desk.locator(".live-responses-table .response .response-col_status")
    answer.filter(has_text="201").wait_for()


def test_answers_are_read_and_followed_by_everybody(desk, live_server):
    Incident.objects.bulk_create(
        Incident(slug=f"fall-{number}", title=f"A crane falls, {number}")
        for number in range(3)
    )
    desk.goto(f"{live_server.url}/api/incidents/?page_size=1&fields=title")
    desk.get_by_role("link", name="cursor").click()

    assert "A crane falls, 1" in desk.locator("pre").inner_text()
    assert faults_of(desk, impacts=ANY) == []


def test_a_token_is_issued_used_and_revoked_by_keyboard(desk, live_server):
    desk.goto(f"{live_server.url}/tokens/")
    desk.get_by_label("What it is for").press_sequentially("nightly import")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Space")
    desk.keyboard.press("Enter")
    secret = desk.get_by_role("textbox", name="Secret").input_value()
    called = Client().get("/api/articles/", headers={"Authorization": f"Bearer {secret}"})
    desk.get_by_role("button", name="Revoke nightly import").press("Enter")
    desk.get_by_text("It is revoked.").wait_for()

    assert called.status_code == 200
    assert Token.objects.get().scopes == ["read", "annotate"]
    assert Token.objects.get().revoked_at is not None
