from __future__ import annotations

import pytest
from django.db import connection

from claims.models import Quantity, Relation
from claims.queries import queue
from claims.queries.queue import Filters
from claims.services import filing
from tests.factories import QuantityFactory, SpeakerFactory, UserFactory
from tests.services.test_comparing import a_figure

pytestmark = pytest.mark.django_db


@pytest.fixture
def across() -> Relation:
    """Return a pair whose part exceeds its whole, each in a quantity of its own."""
    lead = UserFactory(role="lead")
    whole = QuantityFactory(population="people")
    part = QuantityFactory(incident=whole.incident, population="sailors")
    filing.file(a_figure(5, 5, SpeakerFactory()), whole, by=lead)
    filing.file(a_figure(9, 9, SpeakerFactory()), part, by=lead)
    return Relation.objects.get()


def test_a_pair_touches_the_quantities_of_both_its_ends_once(across):
    untouched = QuantityFactory()

    for figure in (across.a, across.b):
        assert list(Relation.objects.touching(figure.quantity)) == [across]
    assert not Relation.objects.touching(untouched).exists()


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL reads a table of few rows whole"
)
def test_no_other_relation_is_read_to_find_what_touches_a_quantity(across):
    found = Relation.objects.touching(across.a.quantity)

    plan = found.explain()
    assert "INDEX" in plan
    assert "SCAN" not in plan


def test_the_queue_finds_a_pair_from_either_end(across):
    page = queue.of(Filters(relation=across.kind), user=UserFactory(role="reviewer"))

    assert {row.quantity for row in page.rows} == set(Quantity.objects.all())
