"""Verdicts and numbers of others, from the shell."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.models import Change, Claim, OutsideEstimate, OutsideVerdict, Verdict
from tests.exchange.test_claimreview_reading import REVIEW
from tests.factories import ClaimFactory, IncidentFactory, QuantityFactory

pytestmark = pytest.mark.django_db


def run(command: str, *args: Any, **options: Any) -> str:
    stdout, stderr = io.StringIO(), io.StringIO()
    try:
        call_command(command, *args, stdout=stdout, stderr=stderr, **options)
    except CommandError as refusal:
        raise CommandError(f"{stderr.getvalue()}{refusal}") from refusal
    return stdout.getvalue()


@pytest.fixture
def reviews(tmp_path: Path) -> Path:
    path = tmp_path / "feed.json"
    other = REVIEW | {"url": "https://mill-check.example/1", "claimReviewed": "None died."}
    path.write_text(json.dumps([REVIEW, other]), encoding="utf-8")
    return path


def test_verdicts_of_others_come_in_with_their_claims_and_are_no_verdicts_of_the_desk(
    reviews,
):
    known = ClaimFactory(text="Twelve people died at the crane.")

    said = run("import_claimreviews", str(reviews))

    assert said == "2 verdicts: 2 new here, 0 changed, on 1 new claims.\n"
    assert OutsideVerdict.objects.get(claim=known).publisher == "The Bay Check"
    assert Claim.objects.count() == 2
    assert not Verdict.objects.exists()
    assert not Claim.objects.published().exists()


def test_the_same_verdicts_twice_are_one_and_a_changed_one_is_amended(reviews):
    run("import_claimreviews", str(reviews))
    lines = Change.objects.count()

    assert "0 new here, 0 changed" in run("import_claimreviews", str(reviews))
    assert Change.objects.count() == lines

    text = reviews.read_text(encoding="utf-8").replace("Mostly wrong", "Wrong")
    reviews.write_text(text, encoding="utf-8")
    assert "0 new here, 2 changed" in run("import_claimreviews", str(reviews))
    assert set(OutsideVerdict.objects.values_list("rating", flat=True)) == {"Wrong"}
    last = Change.objects.order_by("-pk")[0]
    assert last.act == "verdict.amended_elsewhere"
    assert (last.before["rating"], last.after["rating"]) == ("Mostly wrong", "Wrong")


def test_items_that_cannot_be_taken_in_are_told_and_nothing_is_stored(reviews):
    content = json.loads(reviews.read_text(encoding="utf-8"))
    content[1]["url"] = None
    reviews.write_text(json.dumps(content), encoding="utf-8")

    with pytest.raises(CommandError) as refusal:
        run("import_claimreviews", str(reviews))

    assert f"{reviews}, item 2: url is missing." in str(refusal.value)
    assert not Claim.objects.exists()


def test_a_dry_run_of_verdicts_stores_nothing(reviews):
    said = run("import_claimreviews", str(reviews), dry_run=True)

    assert said == "2 verdicts, all can be taken in.\n"
    assert not Claim.objects.exists()


@pytest.fixture
def estimates(tmp_path: Path) -> Path:
    path = tmp_path / "ged.csv"
    path.write_text(
        "id,source_article,where_description,date_start,date_end,best,high,low\n"
        '7,"Coast Wire, 5 March",Harbour City,2031-03-04,2031-03-04,11,14,9\n'
        "8,,,2031-03-04,2031-03-04,5,4,6\n",
        encoding="utf-8",
    )
    return path


def test_entries_of_another_recorder_are_tied_to_a_quantity_by_a_person(estimates):
    quantity = QuantityFactory()
    options = {"form": "ucdp", "quantity": quantity.pk}

    assert "2 entries, 2 new here" in run("import_estimates", str(estimates), **options)
    assert "0 new here, 0 changed" in run("import_estimates", str(estimates), **options)

    right, broken = OutsideEstimate.objects.order_by("event")
    assert (right.recorder, right.low, right.best, right.high) == ("UCDP GED", 9, 11, 14)
    assert (right.is_out_of_order, broken.is_out_of_order) == (False, True)
    assert (broken.low, broken.best, broken.high) == (6, 5, 4)


def test_one_entry_of_many_can_be_chosen(estimates):
    run(
        "import_estimates",
        str(estimates),
        form="ucdp",
        quantity=QuantityFactory().pk,
        event=["7"],
    )

    assert OutsideEstimate.objects.get().event == "7"


def test_lines_may_name_their_quantity_themselves(tmp_path):
    incident = IncidentFactory(slug="crane")
    quantity = QuantityFactory(incident=incident, population="dock workers")
    path = tmp_path / "own.csv"
    path.write_text(
        "event,recorder,low,incident,measure,population\n1,R,9,crane,killed,Dock workers\n",
        encoding="utf-8",
    )

    run("import_estimates", str(path))

    assert OutsideEstimate.objects.get().quantity == quantity


def test_a_line_that_names_no_quantity_is_told_and_nothing_is_stored(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(
        "event,recorder,low,incident,measure,population\n"
        "1,R,9,crane,killed,sailors\n2,R,9,,,\n",
        encoding="utf-8",
    )

    with pytest.raises(CommandError) as refusal:
        run("import_estimates", str(path))

    assert f"{path}, line 2: There is no quantity crane / killed / sailors." in str(
        refusal.value
    )
    assert "line 3: Neither --quantity nor incident, measure" in str(refusal.value)
    assert not OutsideEstimate.objects.exists()


def test_a_dry_run_of_entries_stores_nothing(estimates):
    said = run(
        "import_estimates",
        str(estimates),
        form="ucdp",
        quantity=QuantityFactory().pk,
        dry_run=True,
    )

    assert said == f"{estimates}: 2 entries, all can be taken in.\n"
    assert not OutsideEstimate.objects.exists()


def test_a_quantity_that_is_not_here_is_told(estimates):
    with pytest.raises(CommandError, match=r"There is no quantity 404\."):
        run("import_estimates", str(estimates), form="ucdp", quantity=404)
