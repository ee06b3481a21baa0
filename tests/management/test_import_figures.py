from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.models import Figure, Incident, Relation
from claims.services import filing, taking_in
from claims.services.filing import ScopeKey
from claims.services.taking_in import Publication, Snapshot
from tests.exchange.dossiers import TEXT, small
from tests.exchange.test_dossier_writing import take_in
from tests.factories import IncidentFactory, OutletFactory, UserFactory

pytestmark = pytest.mark.django_db

URL = "https://mill.example/crane"
HEAD = "url,exact,measure,population,speakers,as_of\n"


@pytest.fixture
def incident() -> Incident:
    """Return an incident without figures, beside an article that has none either."""
    editor = UserFactory(role="editor")
    about = Publication(OutletFactory(), "Crane falls", url=URL)
    taking_in.keep(Snapshot(TEXT), about, by=editor)
    return IncidentFactory(slug="crane")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tolls.csv"
    path.write_text(
        f"{HEAD}{URL},Nine dock workers,killed,dock workers,Harbour Office,2031-03-05\n"
        f"{URL},12 dead,dead,dock workers,Ilse Marten; Bo Lund,2031-03-05\n",
        encoding="utf-8",
    )
    return path


def run(*args: Any, **options: Any) -> str:
    stdout, stderr = io.StringIO(), io.StringIO()
    options.setdefault("incident", "crane")
    try:
        call_command("import_figures", *args, stdout=stdout, stderr=stderr, **options)
    except CommandError as refusal:
        raise CommandError(f"{stderr.getvalue()}{refusal}") from refusal
    return stdout.getvalue()


def test_figures_are_stored_on_their_words_filed_and_compared(incident, file):
    assert run(file) == f"{file}: 2 figures, 2 of them new here.\n"

    figure = Figure.objects.get(exact="12 dead")
    assert (figure.low, figure.measure, figure.found_by) == (12, "killed", "import")
    assert figure.attribution.names in {"Ilse Marten; Bo Lund", "Bo Lund; Ilse Marten"}
    assert Relation.objects.get().kind == "conflict"
    assert figure.quantity.incident == incident


def test_a_run_taken_up_again_stores_nothing_twice_and_leaves_what_was_filed(
    incident, file
):
    run(file)
    editor = UserFactory(role="editor")
    elsewhere = filing.quantity(incident, ScopeKey("killed", "crane drivers"), by=editor)
    filing.file(Figure.objects.get(exact="12 dead"), elsewhere, by=editor)
    Figure.objects.filter(exact="Nine dock workers").update(quantity=None)

    assert run(file) == f"{file}: 2 figures, 0 of them new here.\n"

    assert Figure.objects.get(exact="12 dead").quantity == elsewhere
    assert Figure.objects.get(exact="Nine dock workers").quantity is not None


def test_a_dry_run_stores_nothing(incident, file):
    assert run(file, dry_run=True) == f"{file}: 2 figures, all can be taken in.\n"
    assert not Figure.objects.exists()


def test_the_columns_may_have_other_names(incident, file):
    text = file.read_text(encoding="utf-8").replace("exact,measure", "phrase,what")
    file.write_text(text, encoding="utf-8")

    said = run(file, column=["exact=phrase", "measure=what"])

    assert "2 of them new" in said


def test_what_was_exported_can_be_read(incident, tmp_path):
    editor = UserFactory(role="editor")
    content = small()
    content["articles"][0]["url"] = None
    content["articles"][0]["text"] += "\n\nTwelve."
    take_in(content, editor)
    out = tmp_path / "out.csv"
    call_command("export_figures", output=str(out))
    before = list(
        Figure.objects.order_by("pk").values_list("exact", "low", "core_high", "kind")
    )

    assert run(out) == f"{out}: 4 figures, 0 of them new here.\n"
    assert before == list(
        Figure.objects.order_by("pk").values_list("exact", "low", "core_high", "kind")
    )


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (f"{URL},,killed,,,", "exact is empty."),
        (f"{URL},12 dead,,,,", "measure is empty."),
        (",12 dead,killed,,,", "Neither url nor sha256 says which text it stands in."),
        (
            "https://x.example/,12 dead,killed,,,",
            "The text https://x.example/ is not here.",
        ),
        (f"{URL},union,killed,,,", "There is no number in “union”."),
        (f"{URL},said,killed,,,", "“said” does not stand in the text exactly once."),
        (f"{URL},12 dead,killed,,,soon", "as_of is not a day such as 2021-08-31."),
    ],
)
def test_what_is_wrong_is_said_with_the_line_and_nothing_is_stored(
    incident, file, line, sentence
):
    with file.open("a", encoding="utf-8") as lines:
        lines.write(f"{line}\n")

    with pytest.raises(CommandError) as refusal:
        run(file)

    assert f"{file}, line 4: {sentence}" in str(refusal.value)
    assert "1 of 3 lines cannot be taken in." in str(refusal.value)
    assert not Figure.objects.exists()


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"low": "9", "high": "7"}, "The low number 9 is above the high one 7."),
        ({"low": "many"}, "low is not a number that a figure can have."),
        ({"low": "-1"}, "low is not a number that a figure can have."),
        ({"low": "1e99"}, "low is not a number that a figure can have."),
        ({"low": "9", "high": "12", "core_low": "3"}, "The core does not lie inside"),
        ({"low": "9", "kind": "guess"}, "'guess' is none of exact, range"),
    ],
)
def test_numbers_that_no_figure_can_have_are_refused(incident, tmp_path, cells, sentence):
    path = tmp_path / "numbers.csv"
    row = {"url": URL, "exact": "12 dead", "measure": "killed", **cells}
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, row.keys())
        writer.writeheader()
        writer.writerow(row)

    with pytest.raises(CommandError) as refusal:
        run(path)

    assert sentence in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"url,measure\n", "There is no column 'exact' in the file."),
        (b"\xff\xfe", "byte 0 is not UTF-8."),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(incident, tmp_path, content, words):
    path = tmp_path / "no.csv"
    path.write_bytes(content)

    with pytest.raises(CommandError, match=words):
        run(path)


def test_a_column_or_an_incident_that_is_not_there_is_told(incident, file):
    with pytest.raises(CommandError, match=r"There is no incident nowhere\."):
        run(file, incident="nowhere")
    with pytest.raises(CommandError, match="--column words=x: want one of ours"):
        run(file, column=["words=x"])
    with pytest.raises(CommandError, match="There is no column 'phrase' in the file"):
        run(file, column=["exact=phrase"])


def test_an_interrupted_run_says_how_to_go_on_and_leaves_nothing_half_stored(
    incident, file, monkeypatch
):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(filing, "file_of_many", interrupted)
        with pytest.raises(CommandError, match="run the same again to go on") as refused:
            call_command("import_figures", file, incident="crane")

    assert refused.value.returncode == 130
    assert Figure.objects.filter(quantity=None).count() == 2
    assert run(file) == f"{file}: 2 figures, 0 of them new here.\n"
    assert not Figure.objects.filter(quantity=None).exists()
