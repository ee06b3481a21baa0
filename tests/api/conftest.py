from __future__ import annotations

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nobody_has_called():
    """Forget how often whom called: a test may get the keys of the one before it."""
    cache.clear()
