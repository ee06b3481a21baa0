"""A real Chromium for the tests in this folder; each starts with an empty desk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page

# Playwright runs an event loop in the thread that the tests use the database in.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = shutil.which("chromium")
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium of this machine; skip, with the reason, where there is none."""
    if CHROMIUM is None and os.environ.get("TRACKER_BROWSER") != "required":
        pytest.skip("there is no chromium on this machine")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Take the place of the plugin's own, which pytest 9 warns of; addresses are whole."""


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Give a page, and fail the test if a script failed or the policy was broken."""
    wrong: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # A refusal is a 409, which the browser counts as an error of its own.
        if message.type == "error" and "Failed to load resource" not in message.text:
            wrong.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.set_default_timeout(8_000)
    yield page
    assert wrong == []
