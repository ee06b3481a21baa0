from __future__ import annotations

import datetime as dt

import pytest

from claims.models import Article, Revision
from claims.services import naming, taking_in
from claims.services.taking_in import Publication, Snapshot
from tests.factories import UserFactory

TEXT = (
    "At least 9-10 raiders were killed at the mill on Monday night, according to the "
    "Valley Guard.\n\n"
    "“They lost 7-8 people,” the Valley Guard said. Two guards were also wounded."
)


@pytest.fixture
def editor(client):
    user = UserFactory(username="editor", role="editor")
    client.force_login(user)
    return user


@pytest.fixture
def revision(editor) -> Revision:
    """An article of our own words without any suggestion of the engine."""
    outlet = naming.outlet("The Mill Post", by=editor)
    about = Publication(
        outlet, "Raid at the mill", published_at=dt.datetime(2031, 3, 4, tzinfo=dt.UTC)
    )
    taken = taking_in.keep(Snapshot(TEXT), about, by=editor)
    return taken.revision


@pytest.fixture
def article(revision) -> Article:
    return revision.article
