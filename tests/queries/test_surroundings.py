from __future__ import annotations

import pytest

from claims.domain.spans import Span
from claims.queries import surroundings
from tests.factories import (
    AttributionFactory,
    FigureFactory,
    QuoteFactory,
    RevisionFactory,
    SpeakerFactory,
)

TEXT = (
    "The mill owner said “we lost nine men” and left.\n\n"
    "The guard said two raiders died. Nobody spoke of the mill."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("we lost nine men", "direct"),
        ("“we lost nine men”", "direct"),
        ("said “we lost nine men”", "mixed"),
        ("two raiders died", "indirect"),
    ],
)
def test_the_kind_is_read_from_the_quotation_marks(words, kind) -> None:
    assert surroundings.kind_of(TEXT, span(words)) == kind


def test_the_sentence_around_the_words_is_found() -> None:
    assert surroundings.words_around(TEXT, span("two raiders")) == (
        "The guard said two raiders died"
    )


@pytest.mark.parametrize(
    ("words", "around", "measure"),
    [
        ("two raiders died", "", "killed"),
        ("two raiders", "two raiders were wounded", "injured"),
        ("two raiders", "two raiders came", "killed"),
    ],
)
def test_the_measure_is_named_by_the_words_or_those_around(words, around, measure) -> None:
    assert surroundings.measure_in(words, around) == measure


@pytest.mark.parametrize(
    ("words", "population"),
    [
        ("At least 9-10 raiders were killed", "raiders"),
        ("two members of the guard were hurt", "members guard"),
        ("9 killed", ""),
        ("no number", ""),
    ],
)
def test_the_population_follows_the_number(words, population) -> None:
    assert surroundings.population_in(words) in (population, population.split(" ")[0])


@pytest.mark.django_db
def test_the_speaker_of_the_nearest_quote_is_proposed() -> None:
    revision = RevisionFactory(text=TEXT)
    for words, name in (("we lost nine men", "Mill Owner"), ("two raiders died", "Guard")):
        attribution = AttributionFactory(revision=revision, voice="named")
        attribution.links.create(position=1, speaker=SpeakerFactory(name=name))
        QuoteFactory(revision=revision, exact=words, attribution=attribution)
    named = [
        surroundings.attribution_near(revision, span(words)).names
        for words in ("and left", "The guard said", "Nobody spoke of the mill")
    ]
    assert named == ["Mill Owner", "Guard", "Guard"]


@pytest.mark.django_db
def test_the_narrowest_quote_around_is_found_and_a_rejected_one_is_not() -> None:
    revision = RevisionFactory(text=TEXT)
    QuoteFactory(revision=revision, exact="said “we lost nine men” and left", kind="mixed")
    inner = QuoteFactory(revision=revision, exact="we lost nine men")
    assert surroundings.quote_around(revision, span("nine")) == inner
    assert surroundings.quote_around(revision, span("two raiders")) is None


@pytest.mark.django_db
def test_marks_are_offered_from_the_nearest_on() -> None:
    revision = RevisionFactory(text=TEXT)
    far = QuoteFactory(revision=revision, exact="we lost nine men")
    near = FigureFactory(revision=revision, exact="two raiders")
    rows = surroundings.rows_near(revision, span("The guard"))
    assert list(rows.values()) == [near, far]
