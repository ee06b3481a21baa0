"""What is sent in vain: too much, too deep, or by a method that nothing answers."""

from __future__ import annotations

import pytest

from tests.api.test_api import desk, refusal, stored  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db

PATHS = ("articles/", "extract/", "quotes/bulk/")


def post(client, path, body, **headers):
    return client.post(
        f"/api/{path}", body, content_type="application/json", headers=headers
    )


@pytest.mark.parametrize("path", PATHS)
def test_what_nests_too_deeply_is_refused_in_a_sentence(desk, path):  # noqa: F811
    answer = post(desk["lead"], path, "[" * 100_000)

    assert refusal(answer) == (400, "parse_error", "What was sent nests too deeply.")


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "large"}])
@pytest.mark.parametrize("path", PATHS)
def test_more_than_is_read_at_once_is_refused(desk, settings, path, headers):  # noqa: F811
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    status, code, _ = refusal(post(desk["lead"], path, f'"{"x" * 1000}"', **headers))

    assert (status, code) == (413, "too_large")


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
@pytest.mark.parametrize("path", ["relations/1/", "changes/1/", "extract/", "figures.csv"])
def test_a_method_that_nothing_answers_is_told_so(desk, path, method):  # noqa: F811
    answer = getattr(desk["lead"], method)(f"/api/{path}", "{}", "application/json")

    assert refusal(answer)[:2] == (405, "method_not_allowed")


def test_who_is_unknown_is_told_nothing_about_methods(client):
    assert refusal(client.put("/api/changes/1/"))[:2] == (401, "not_authenticated")
