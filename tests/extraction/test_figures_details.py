from __future__ import annotations

import json

import pytest

from bench.reliability_figures import judged, main
from claims.extraction.figures import find
from claims.extraction.findings import FigureFinding

LEAD = "The valley is quiet.\n\n"


def only(text: str) -> FigureFinding:
    (figure,) = find(LEAD + text)
    return figure


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine people were killed in Upper Welby.", "Upper Welby"),
        ("In Orme 1,200 people marched.", "Orme"),
        ("Nine people were killed in May.", None),
        ("Nine people were killed.", None),
    ],
)
def test_a_place_is_taken_from_beside_the_figure(text, place):
    assert only(text).place == place


def test_a_number_in_brackets_belongs_to_the_place_before_it():
    _, figure = find(
        LEAD + "Some 900 marchers came to Welby; smaller towns saw fewer: Orme (400)."
    )

    assert (figure.kind, figure.low, figure.place) == ("crowd", 400, "Orme")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Forty families were evacuated.", "family"),
        ("Rescuers found nine bodies.", "body"),
        ("Some 12 per cent of the staff stopped work.", "percent"),
        ("The damage is put at €3m.", "€"),
        ("Thirty houses were destroyed.", "house"),
        ("Nine guards were killed.", "person"),
    ],
)
def test_a_figure_has_its_unit(text, unit):
    assert only(text).unit == unit


@pytest.mark.parametrize(
    ("text", "epistemic"),
    [
        ("Nine guards were killed.", "stated"),
        ("Nine guards were reportedly killed.", "reported"),
        ("Nine guards are feared dead.", "feared"),
        ("He denied that nine guards were killed.", "denied"),
    ],
)
def test_a_figure_tells_how_surely_it_is_put(text, epistemic):
    assert only(text).epistemic == epistemic


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Medics found nine bodies.", "bodies"),
        ("The hospital said that nine people were killed.", "hospital"),
        ("An estimate speaks of nine dead.", "estimate"),
        ("Ana Brod, 31, and Ole Sand, 44, were killed.", "names"),
        ("Nine people were killed.", None),
    ],
)
def test_a_figure_tells_what_it_rests_on(text, basis):
    assert only(text).basis == basis


def test_a_party_is_the_side_of_those_counted():
    figure = only("Two members of the Orme Guard were wounded.")

    assert (figure.population, figure.side) == ("members of the Orme Guard", "Orme Guard")


def test_members_are_counted_with_the_body_that_they_belong_to():
    figure = only("Two members of the resistance forces were wounded.")

    assert figure.population == "members of the resistance forces"


def test_reliability_counts_a_figure_right_that_an_annotation_matches(tmp_path, capsys):
    gold = {
        "text": LEAD + "Nine guards were killed and more than 20 hurt.",
        "published_at": "2024-05-14",
        "figures": [
            {"kind": "killed", "low": 9, "high": 9},
            {"kind": "injured", "low": 21, "high": None},
        ],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold) + "\n", encoding="utf-8")

    assert [is_right for _, is_right in judged(gold)] == [True, False]
    assert main([str(path)]) == 0
    assert "| state | 2 | 1 | 0.50 |" in capsys.readouterr().out
