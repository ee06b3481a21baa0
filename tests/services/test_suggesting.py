from __future__ import annotations

import pytest

from claims.services import suggesting
from tests.factories import RevisionFactory

pytestmark = pytest.mark.django_db


def test_a_suggested_figure_keeps_whose_people_it_counts() -> None:
    text = "The Corvan attacked Welby.\n\nThe Corvan lost 7-8 people, the mayor said."
    revision = RevisionFactory(text=text)

    suggesting.refresh(revision)

    assert revision.figures.get().side == "Corvan"


def test_a_suggested_group_without_a_name_is_described() -> None:
    text = "The depot took on drivers who said the road was shut."
    revision = RevisionFactory(text=text)

    suggesting.refresh(revision)

    link = revision.quotes.get().attribution.links.get()
    assert (link.name, link.descriptor, link.mention) == ("", "drivers", "who")
