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


@pytest.mark.parametrize(
    ("text", "voice", "name", "descriptor"),
    [
        ("Ilse Brandt said 12 people were killed.", "named", "Ilse Brandt", ""),
        (
            "It met drivers who said 12 people were killed.",
            "unnamed",
            "",
            "drivers",
        ),
    ],
)
def test_a_figure_in_a_quote_that_was_there_before_has_its_speaker(
    text, voice, name, descriptor
) -> None:
    revision = RevisionFactory(text=text)
    suggesting.refresh(revision)
    revision.figures.all().delete()

    suggesting.refresh(revision)

    attribution = revision.figures.get().attribution
    link = attribution.links.get()
    assert (attribution.voice, link.name, link.descriptor) == (voice, name, descriptor)


def test_a_figure_outside_every_quote_is_the_outlets_own() -> None:
    revision = RevisionFactory(text="The fire killed 12 people on Monday.")

    suggesting.refresh(revision)

    attribution = revision.figures.get().attribution
    assert (attribution.voice, attribution.links.count()) == ("own", 0)
