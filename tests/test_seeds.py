"""The demonstration desk says of its articles what the people who wrote it say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from claims.domain.measures import counted
from claims.domain.reasons import relate
from claims.exchange import dossier_reading
from claims.models import Article, Figure, Incident, Quantity, Relation
from claims.queries import evidence
from claims.services import assembling
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.json"))
FILES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in SEEDS}

# What a dossier calls a pair, and what the method may call it. Speakers in one
# organisation contradict themselves; disjoint scopes are not compared at all.
MEANS = {
    "agree": {"agree", "refinement"},
    "compatible": {"agree", "refinement", "overlap", "tension", "update", "restatement"},
    "conflict": {"conflict", "self_contradiction"},
    "self_contradiction": {"self_contradiction"},
    "update": {"update"},
    "scope": {"scope_difference", "not_comparable"},
    "restatement": {"restatement"},
}


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    """Return the figures of every seed as rows and as values of the method."""
    with django_db_blocker.unblock(), transaction.atomic():
        editor = UserFactory(role="editor")
        for path in SEEDS:
            dossier = dossier_reading.read(path.read_bytes(), name=path.name)
            assembling.assemble(dossier, by=editor)
        yield {slug: _figures(slug) for slug in FILES}
        transaction.set_rollback(True)


def _figures(slug: str) -> dict[tuple[str, int], tuple[Figure, Any]]:
    incident = Incident.objects.get(slug=slug)
    values = {
        value.id: value
        for quantity in incident.quantities.all()
        for value in evidence.of(quantity).figures
    }
    found = {}
    for key, pk in incident.dossier["articles"].items():
        rows = {
            row.exact: row
            for row in Article.objects.get(pk=pk).revisions.get().figures.all()
        }
        article = next(each for each in FILES[slug]["articles"] if each["id"] == key)
        for number, figure in enumerate(article["figures"]):
            row = rows[figure["exact"]]
            found[key, number] = row, values[str(row.pk)]
    return found


COMPARISONS = [
    pytest.param(slug, comparison, id=f"{slug} {comparison['a']} {comparison['b']}")
    for slug, content in FILES.items()
    for comparison in content["comparisons"]
]
ORIGINS = [
    pytest.param(slug, origin, id=f"{slug} {origin['measure']}, {origin['population']}")
    for slug, content in FILES.items()
    for origin in content["independent_origins"]
]


@pytest.mark.parametrize(("slug", "comparison"), COMPARISONS)
def test_the_method_says_of_a_pair_what_its_dossier_says(desk, slug, comparison):
    a, b = (desk[slug][tuple(comparison[end])][1] for end in "ab")

    assert relate(a, b).kind.value in MEANS[comparison["relation"]]


@pytest.mark.parametrize(("slug", "origin"), ORIGINS)
def test_as_many_independent_origins_are_found_as_the_dossier_names(desk, slug, origin):
    what = counted(origin["measure"])
    quantity = (
        Quantity.objects.filter(
            incident__slug=slug,
            measure=what.measure,
            unit=what.unit,
            population=origin["population"],
        )
        .order_by("-figure_count")
        .first()
    )

    assert quantity.independent == origin["independent"]


def test_every_figure_and_quote_of_every_seed_is_stored_once(desk):
    expected = {
        slug: sum(len(article["figures"]) for article in content["articles"])
        for slug, content in FILES.items()
    }

    assert {
        slug: len({row.pk for row, _ in desk[slug].values()}) for slug in desk
    } == expected
    assert Figure.objects.count() == sum(expected.values())


def test_the_queue_begins_with_the_attackers_killed_at_panjshir(desk):
    first = Quantity.objects.for_queue()[0]

    assert (str(first), first.incident.slug) == (
        "Taliban fighters: killed",
        "panjshir-2021-08-30",
    )
    assert (first.reports, first.outlets, first.independent) == (8, 8, 1)
    assert (first.side, first.figure_count) == ("B", 20)


def test_one_article_contradicts_itself_at_the_severity_that_the_method_works_out(desk):
    at_least, range_ = (desk["panjshir-2021-08-30"]["a1", number][0] for number in (0, 2))

    relation = Relation.objects.get(a=at_least, b=range_)

    assert (relation.kind, relation.severity) == ("self_contradiction", 36)


def test_what_the_seeds_envelope_names_is_what_was_uttered(desk):
    quantity = Quantity.objects.get(
        incident__slug="panjshir-2021-08-30",
        measure="killed",
        population="Taliban fighters",
    )

    envelope = evidence.of(quantity).envelope

    assert (envelope.outer.low, envelope.outer.high, envelope.named_high) == (7, None, 30)


def test_the_seeds_say_that_they_are_demonstration(desk):
    assert set(Incident.objects.values_list("is_demonstration", flat=True)) == {True}
