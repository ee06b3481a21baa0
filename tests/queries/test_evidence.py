from __future__ import annotations

import datetime as dt

import pytest

from claims.domain.scopes import ScopeOrder, compare
from claims.queries import evidence
from tests.factories import FigureFactory, IncidentFactory, QuantityFactory

pytestmark = pytest.mark.django_db

DAY = dt.date(2031, 3, 4)


def filed(quantity, number, **columns):
    bounds = dict.fromkeys(("low", "high", "core_low", "core_high"), number)
    return FigureFactory(
        accepted=True,
        quantity=quantity,
        as_of=DAY,
        **{"kind": "exact", **bounds, **columns},
    )


def test_a_correction_is_later_than_what_it_corrects_on_the_same_day():
    quantity = QuantityFactory()
    first = filed(quantity, 3)
    again = filed(quantity, 3, restates=first)
    corrected = filed(quantity, 15, restates=first, is_correction=True)
    apart = filed(quantity, 9)

    moments = {each.id: each.as_of for each in evidence.of(quantity).figures}
    of = {row: moments[str(row.pk)] for row in (first, again, corrected, apart)}

    assert of[first].is_before(of[corrected])
    assert of[again].is_before(of[corrected])
    assert not of[apart].is_before(of[corrected])
    assert not of[first].is_before(of[apart])


def test_a_correction_carries_nothing_on():
    quantity = QuantityFactory()
    first = filed(quantity, 3)
    filed(quantity, 15, restates=first, is_correction=True)

    assert [each.derived_from for each in evidence.of(quantity).figures] == [None, None]


def test_a_place_as_population_is_whoever_was_there():
    incident = IncidentFactory(place="Harbour City, Northland")
    whole = QuantityFactory(incident=incident, measure="crowd", population="Northland")
    part = QuantityFactory(
        incident=incident, measure="crowd", population="Mill Town", place="Mill Town"
    )

    order = compare(evidence.scope_of(part), evidence.scope_of(whole))

    assert order is ScopeOrder.SUB


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"kind": "vague", "exact": "Dozens of people died"}, "Dozens"),
        ({"kind": "vague", "exact": "people died"}, ""),
        ({"kind": "exact", "exact": "12 people died"}, ""),
    ],
)
def test_a_vague_figure_keeps_its_words(columns, words):
    quantity = QuantityFactory()
    filed(quantity, 12, hedge="", revision__text=columns["exact"], **columns)

    (figure,) = evidence.of(quantity).figures

    assert figure.hedge == words
