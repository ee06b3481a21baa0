from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.models import Change
from claims.queries import ledger
from claims.services import logging, naming
from claims.services.logging import Line
from tests.factories import SpeakerFactory, UserFactory

SERVICES = Path(__file__).resolve().parents[2] / "claims" / "services"
ACT = re.compile(r'Line\(\s*"([a-z]+\.[a-z_]+)"')


def written() -> set[str]:
    """Return every act that a service writes by its name."""
    texts = [path.read_text(encoding="utf-8") for path in SERVICES.glob("*.py")]
    return {act for text in texts for act in ACT.findall(text)}


def test_there_are_acts_to_tell_of() -> None:
    assert len(written()) > 20


@pytest.mark.parametrize("act", sorted(written()))
def test_every_act_is_told_in_a_sentence(act) -> None:
    assert act in ledger.SENTENCES


@pytest.mark.django_db
def test_a_line_says_who_did_what_and_why() -> None:
    actor = UserFactory(username="vera", role="editor")
    speaker = naming.add("Harbour Office", by=actor)
    naming.add_alias(speaker, "Port Office", by=actor)
    told = ledger.sentences(Change.objects.for_page())
    assert [f"{line.actor} {line.text}" for line in told] == [
        "vera recorded that Harbour Office is also called Port Office",
        "vera added the speaker Harbour Office",
    ]


@pytest.mark.django_db
def test_what_the_product_did_itself_is_told_as_such() -> None:
    logging.write(Line("article.read", SpeakerFactory(name="A text")), by=None)
    (line,) = ledger.sentences(Change.objects.for_page())
    assert (line.actor, line.text) == ("The desk", "found suggestions in “A text”")


@pytest.mark.django_db
def test_an_act_without_a_sentence_of_its_own_is_still_told() -> None:
    logging.write(Line("speaker.sung", SpeakerFactory(name="A choir")), by=None)
    (line,) = ledger.sentences(Change.objects.for_page())
    assert line.text == "speaker sung “A choir”"


@pytest.mark.django_db
def test_a_long_name_is_seen_to_be_cut_short() -> None:
    speaker = SpeakerFactory(name="Committee of the " + "lower and upper " * 12 + "harbour")
    logging.write(Line("speaker.added", speaker), by=None)
    label = Change.objects.get(act="speaker.added").label
    assert len(label) == 200
    assert label.endswith("…")
