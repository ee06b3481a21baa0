"""What comparing reads of figures, at any size."""

from __future__ import annotations

import pytest
from django.utils import timezone

from claims.models import Figure, Link, Speaker
from tests.factories import AttributionFactory, FigureFactory, QuantityFactory, UserFactory

pytestmark = pytest.mark.django_db

MORE_THAN_SQLITE_NESTS = 1_001


def test_figures_of_more_than_a_thousand_speakers_are_read_with_them(queries_of):
    attribution = AttributionFactory()
    people = [Speaker(name=f"Speaker {number}") for number in range(MORE_THAN_SQLITE_NESTS)]
    speakers = Speaker.objects.bulk_create(people)
    links = [Link(attribution=attribution, position=1, speaker=each) for each in speakers]
    Link.objects.bulk_create(links)
    figure = FigureFactory(
        revision=attribution.revision,
        attribution=attribution,
        status="accepted",
        decided_by=UserFactory(),
        decided_at=timezone.now(),
        quantity=QuantityFactory(),
    )
    names: set[str] = set()

    def read() -> None:
        (row,) = Figure.objects.for_comparison().filter(pk=figure.pk)
        names.update(link.label for link in row.attribution.links.all())

    assert len(queries_of(read)) == 2
    assert len(names) == MORE_THAN_SQLITE_NESTS
