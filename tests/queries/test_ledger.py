from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.models import Change, Copy, Quote
from claims.queries import ledger
from claims.services import logging, naming
from claims.services.logging import Line
from tests.factories import SpeakerFactory, UserFactory

SERVICES = Path(__file__).resolve().parents[2] / "claims" / "services"
SUBJECTS = "|".join(sorted({act.split(".")[0] for act in ledger.SENTENCES}))
ACT = re.compile(rf'"((?:{SUBJECTS})\.[a-z_]+)"')
LINE = re.compile(r'Line\(\s*"([a-z]+\.[a-z_]+)"')
OF_MARK = re.compile(r'f"\{\w+\._meta\.model_name\}\.([a-z_]+)"')


def written() -> set[str]:
    """Return every act that a service writes, but those named after a status."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SERVICES.glob("*.py"))
    of_marks = {
        f"{mark}.{act}" for mark in ("quote", "figure") for act in OF_MARK.findall(text)
    }
    return {*ACT.findall(text), *LINE.findall(text), *of_marks}


def named_after_a_status() -> set[str]:
    """Return the acts that are called what they make of a row."""
    marks = {
        f"{mark}.{status}"
        for mark in ("quote", "figure")
        for status in (Quote.Status.ACCEPTED, Quote.Status.REJECTED)
    }
    decisions = {
        f"{kind}.{status}"
        for kind in ("settlement", "verdict")
        for status in ("approved", "returned", "withdrawn")
    }
    borrowed = {
        f"{kind}.{act}"
        for kind in ("estimate", "verdict")
        for act in ("taken_in", "amended_elsewhere")
    }
    copies = {f"copy.{status}" for status in (Copy.Status.CONFIRMED, Copy.Status.REFUSED)}
    return marks | decisions | borrowed | copies


def test_there_are_acts_to_tell_of() -> None:
    assert len(written()) > 20


def test_every_act_is_told_in_a_sentence_and_every_sentence_tells_of_an_act() -> None:
    assert set(ledger.SENTENCES) == written() | named_after_a_status()


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
