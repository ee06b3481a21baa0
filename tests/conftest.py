from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import settings

settings.register_profile("default", deadline=None, max_examples=100)
settings.register_profile("ci", deadline=None, max_examples=200, derandomize=True)
settings.load_profile("default")


@pytest.fixture
def queries_of() -> Callable[[Callable[[], object]], list[str]]:
    """Return a function that runs a call and gives back its SQL."""

    def measure(call: Callable[[], object]) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            call()
        return [query["sql"] for query in captured]

    return measure
