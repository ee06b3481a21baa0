"""The API in a browser: answers as pages in the desk's frame."""

from __future__ import annotations

import pytest

from claims.api.browsing import linked
from tests.api.test_api import Desk, desk, stored  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_a_browser_gets_a_page_and_everybody_else_json(desk):  # noqa: F811  the fixture
    path = "/api/quotes/?page_size=1"

    page = desk["viewer"].get(path, headers=PAGE)
    plain = desk["viewer"].get(path)

    text = page.content.decode()
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "We count 12 dead" in text or "Nine dock workers" in text
    assert 'href="http://testserver/api/quotes/?cursor=' in text
    assert "<script>" not in text
    assert "style=" not in text
    assert plain.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("role", "path", "status"),
    [(None, "quotes/", 403), ("viewer", "quotes/999999/", 404), ("viewer", "", 200)],
)
def test_refusals_are_pages_too(role, path, status):
    answer = Desk()[role].get(f"/api/{path}", headers=PAGE)

    assert (answer.status_code, b"</html>" in answer.content) == (status, True)


def test_nothing_that_is_stored_becomes_part_of_the_page():
    body = linked(b'{"exact": "<script>alert(1)</script>", "url": "http://a.example/?a&b"}')

    assert "<script>" not in body
    assert "&lt;script&gt;" in body
    assert '<a href="http://a.example/?a&amp;b">' in body


def test_an_address_that_runs_a_script_is_no_link():
    assert "<a" not in linked(b'{"url": "javascript:alert(1)"}')


def test_the_docs_have_no_style_of_their_own(desk):  # noqa: F811  the fixture
    page = desk["viewer"].get("/api/docs/").content.decode()

    assert "<style" not in page
    assert 'id="swagger-ui"' in page
