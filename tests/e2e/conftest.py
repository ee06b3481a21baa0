"""Each test in this folder starts with an empty desk and a page that forgives nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import ConsoleMessage, Page


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
