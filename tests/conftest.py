from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from django.conf import settings as desk
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import settings

settings.register_profile("default", deadline=None, max_examples=100)
settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_configure() -> None:
    """Hash in no time, store nothing on disk, serve static files where they lie."""
    desk.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    desk.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    desk.WHITENOISE_AUTOREFRESH = True
    desk.WHITENOISE_USE_FINDERS = True


@pytest.fixture
def queries_of() -> Callable[[Callable[[], object]], list[str]]:
    """Return a function that runs a call and gives back its SQL."""

    def measure(call: Callable[[], object]) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            call()
        return [query["sql"] for query in captured]

    return measure
