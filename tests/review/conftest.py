from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from claims.models import Quantity
from claims.services import filing, naming, recording
from claims.services.filing import ScopeKey
from tests.factories import UserFactory
from tests.review.building import Telling, report


@pytest.fixture
def desk():
    roles = {
        "editor": "editor",
        "reviewer": "reviewer",
        "second": "reviewer",
        "lead": "lead",
    }
    return {name: UserFactory(username=name, role=role) for name, role in roles.items()}


@pytest.fixture
def incident(desk):
    happening = recording.Happening("Raid at the river mill", place="Millford")
    return recording.add(happening, by=desk["editor"])


@pytest.fixture
def quantity(desk, incident) -> Quantity:
    """Two figures of one body that cannot both be true, in one article."""
    key = ScopeKey("killed", "raiders")
    row = filing.quantity(incident, key, by=desk["editor"])
    report(
        row,
        "The Mill Post",
        [
            Telling("At least 9-10 raiders were killed", "Valley Guard"),
            Telling("They lost 7-8 people", "Valley Guard"),
        ],
        by=desk["editor"],
    )
    row.refresh_from_db()
    return row


@pytest.fixture
def told(desk) -> Callable[..., None]:
    """Return a function that files one more figure of a quantity."""

    def tell(row: Quantity, words: str, speaker: str, *, outlet: str, day: int = 4) -> None:
        published = dt.datetime(2031, 3, day, tzinfo=dt.UTC)
        telling = Telling(words, speaker, dt.date(2031, 3, day))
        report(row, outlet, [telling], published=published, by=desk["editor"])
        row.refresh_from_db()

    return tell


@pytest.fixture
def outlet_of(desk) -> Callable[[str], object]:
    return lambda name: naming.outlet(name, by=desk["editor"])


@pytest.fixture
def as_(client, desk):
    """Return a function that gives the client of somebody at the desk."""

    def signed_in(name: str):
        client.force_login(desk[name])
        return client

    return signed_in
