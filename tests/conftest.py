from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as desk
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connection
from django.test import testcases
from django.test.utils import CaptureQueriesContext
from hypothesis import settings

from tests.site import Site, served

# Playwright runs an event loop in the thread that the tests use the database in.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = shutil.which("chromium")
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]

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
    # The live server knows the app of static files by Django's name for it alone, and
    # would serve what was collected last.
    testcases._StaticFilesHandler = StaticFilesHandler


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve a web site of the test's own."""
    with served() as site:
        yield site


@pytest.fixture
def queries_of() -> Callable[[Callable[[], object]], list[str]]:
    """Return a function that runs a call and gives back its SQL."""

    def measure(call: Callable[[], object]) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            call()
        return [query["sql"] for query in captured]

    return measure


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium of this machine; skip, with the reason, where there is none."""
    if CHROMIUM is None and os.environ.get("TRACKER_BROWSER") != "required":
        pytest.skip("there is no chromium on this machine")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Take the place of the plugin's own, which pytest 9 warns of; addresses are whole."""
