from __future__ import annotations

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from claims.exchange import spreadsheet
from claims.models import Article, Figure, Incident
from tests.api.test_api import signed_in
from tests.exchange.dossiers import small
from tests.exchange.test_dossier_writing import take_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def incident() -> Incident:
    return take_in(small(), UserFactory(role="editor"))


def printed(**options: object) -> str:
    stdout = io.StringIO()
    call_command("export_figures", stdout=stdout, **options)
    return stdout.getvalue()


def test_a_row_says_everything_of_a_figure(incident):
    rows = list(csv.DictReader(io.StringIO(printed())))

    row = next(row for row in rows if row["exact"] == "the dead at 11")
    assert (row["low"], row["high"], row["as_of"]) == ("11", "11", "2031-03-05")
    assert (row["speakers"], row["via"], row["agency"]) == (
        "Harbour Office",
        "Coast Wire",
        "Coast Wire",
    )
    assert (row["incident"], row["is_correction"]) == ("crane-2031-03-04", "true")
    assert len(rows) == 4


def test_both_forms_say_the_same(incident):
    lines = [json.loads(line) for line in printed(format="jsonl").splitlines()]

    assert [list(line) for line in lines] == [list(spreadsheet.COLUMNS)] * 4
    assert [line["low"] for line in lines] == [12, 9, 21, 11]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_taken_for_a_formula(incident, start):
    Article.objects.update(headline=f"{start}cmd|' /C calc'!A0")

    rows = list(csv.DictReader(io.StringIO(printed(), newline="")))

    assert {row["headline"][:2] for row in rows} == {f"'{start}"}


def test_numbers_stay_numbers():
    assert spreadsheet.safe({"low": -1}, "low") == -1


def test_more_figures_take_no_more_queries(incident, queries_of):
    one = Figure.objects.filter(exact="12 dead")
    few = len(queries_of(lambda: list(spreadsheet.rows(one))))

    assert len(queries_of(lambda: list(spreadsheet.rows(Figure.objects.all())))) == few


def test_the_shell_writes_those_of_one_incident_to_a_file(incident, tmp_path):
    path = tmp_path / "figures.csv"

    printed(incident="crane-2031-03-04", output=str(path))

    assert path.read_bytes().count(b"\r\n") == 5


def test_the_shell_tells_of_incidents_and_places_that_are_not_there(incident, tmp_path):
    with pytest.raises(CommandError, match=r"There is no incident nowhere\."):
        printed(incident="nowhere")
    with pytest.raises(CommandError, match=r"No such file or directory\."):
        printed(output=str(tmp_path / "no" / "figures.csv"))


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_api_gives_the_same_file(incident, form):
    viewer = signed_in("viewer")

    answer = viewer.get(f"/api/figures.{form}?incident={incident.pk}")
    wrong = viewer.get(f"/api/figures.{form}?incident=999999")

    assert b"".join(answer.streaming_content).decode() == printed(format=form)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="figures.{form}"'
    assert wrong.status_code == 400


def test_the_feed_names_what_is_in_conflict(incident):
    answer = signed_in("viewer").get("/api/conflicts.atom")

    text = answer.content.decode()
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert text.count("<entry>") == 1
    assert "dock workers: killed (A crane falls in the harbour)" in text
    assert "from 2 independent origins" in text
