from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims.domain.spans import Span
from claims.exchange import dossier_marks, dossier_reading, dossier_writing
from claims.models import Figure, Incident, Link, Quantity, Quote
from claims.services import annotating, assembling, attributing, filing, merging, naming
from claims.services.values import value_in
from tests.exchange.dossiers import small
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SEEDS = sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.json"))


@pytest.fixture
def editor():
    return UserFactory(role="editor")


def take_in(content: Any, by: Any) -> Incident:
    dossier = dossier_reading.read(json.dumps(content).encode(), name="crane.json")
    return assembling.assemble(dossier, by=by).incident


def moved_to_an_empty_desk(content: Any, by: Any) -> Any:
    """Take an export in under another name, where nothing of it is known."""
    copy = json.loads(json.dumps(content))
    copy["id"] += "-again"
    for article in copy["articles"]:
        article["url"] = None
        article["text"] += "\n\nAgain."
    again = dossier_writing.of(take_in(copy, by))
    assert again == copy
    return again


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_comes_out_as_it_went_in_and_its_export_gives_the_same_export(path, editor):
    content = json.loads(path.read_text(encoding="utf-8"))

    written = dossier_writing.of(take_in(content, editor))

    assert {key: written[key] for key in content} == content
    moved_to_an_empty_desk(written, editor)


def test_an_export_says_what_was_worked_out(editor):
    written = dossier_writing.of(take_in(small(), editor))

    killed = written["quantities"][0]
    assert killed["figures"] == [["a1", 0], ["a1", 1], ["a2", 0]]
    assert (killed["reports"], killed["outlets"], killed["independent"]) == (2, 2, 2)
    assert killed["envelope"] == {"low": 11, "high": 12, "named_high": 12}
    assert [(row["a"], row["b"], row["relation"]) for row in written["relations"]] == [
        (["a1", 0], ["a1", 1], "conflict"),
        (["a1", 0], ["a2", 0], "conflict"),
        (["a1", 1], ["a2", 0], "update"),
    ]


def test_what_the_desk_changed_since_then_comes_out_changed(editor):
    incident = take_in(small(), editor)
    quote = Quote.objects.get(exact="We count 12 dead")
    attributing.attribute(
        quote,
        attributing.Chain(origins=(attributing.Source(name="Dock Union"),)),
        by=editor,
    )
    annotating.reopen(Quote.objects.get(kind="indirect"), by=editor)

    article = dossier_writing.of(incident)["articles"][0]

    assert [(row["exact"], row["speaker"]) for row in article["quotes"]] == [
        ("We count 12 dead", "Dock Union")
    ]
    assert article["figures"][0]["speaker"] == "Dock Union"


def test_what_the_desk_added_comes_out_behind_and_can_be_taken_in(editor):
    incident = take_in(small(), editor)
    revision = Figure.objects.get(exact="the dead at 11").revision
    start = revision.text.index("11")
    value = value_in("nearly 11", measure="missing", population="dock workers")
    figure = annotating.mark_figure(
        revision, Span(start, start + 2), value=value, chain=None, by=editor
    )
    filing.file(figure, Quantity.objects.get(measure="killed"), by=editor)

    written = dossier_writing.of(incident)

    added = written["articles"][1]["figures"][1]
    assert (added["exact"], added["measure"], added["hedge"]) == ("11", "missing", "about")
    assert (added["hard"], added["core"]) == ([10, 10], [10, 10])
    moved_to_an_empty_desk(written, editor)


def test_a_desk_that_had_no_file_writes_one_that_can_be_taken_in(editor):
    incident = take_in(small(), editor)
    Incident.objects.filter(pk=incident.pk).update(dossier=None)

    written = dossier_writing.of(Incident.objects.get(pk=incident.pk))

    assert {row["relation"] for row in written["comparisons"]} == {"conflict", "update"}
    assert written["independent_origins"][0]["origins"] == ["Harbour Office", "Ilse Marten"]
    moved_to_an_empty_desk(written, editor)


def test_a_merged_speaker_comes_out_as_the_one_it_was_merged_into(editor):
    incident = take_in(small(), editor)
    into = naming.add("Ilse Martens", by=editor)
    merging.merge(
        Link.objects.filter(speaker__name="Ilse Marten")[0].speaker,
        into,
        by=UserFactory(role="lead"),
        reason="One woman, two spellings.",
    )

    written = dossier_writing.of(incident)

    speaker = next(row for row in written["speakers"] if row["name"] == "Ilse Martens")
    assert speaker["aliases"] == ["Ilse Marten"]
    assert written["articles"][0]["figures"][0]["speaker"] == "Ilse Martens"


def test_words_that_stand_twice_are_lengthened_until_they_stand_once():
    text = "Nine died at the mill. Nine died at the weir."

    assert dossier_marks.unique(text, Span(23, 32)) == "Nine died at the weir."
    assert dossier_marks.unique(text, Span(0, 9)) == "Nine died at the mill."
    assert dossier_marks.unique("dead, dead", Span(6, 10)) == "dead, dead"
