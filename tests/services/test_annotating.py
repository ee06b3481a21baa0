from __future__ import annotations

import datetime as dt
import re

import pytest

from claims.domain.intervals import Interval
from claims.domain.spans import Span
from claims.errors import (
    AlreadyDecided,
    Changed,
    Forbidden,
    Impossible,
    Incomplete,
    Misplaced,
    Unreadable,
)
from claims.models import Attribution, Change, Figure, Link, Quote, Speaker
from claims.services import annotating, attributing, filing
from claims.services.attributing import OWN_VOICE, Chain, Source, chain_of
from claims.services.values import Value, value_in
from tests.factories import (
    AttributionFactory,
    FigureFactory,
    QuantityFactory,
    QuoteFactory,
    RelianceFactory,
    RevisionFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return UserFactory(role="editor")


def a_suggestion(name: str) -> Quote:
    revision = RevisionFactory()
    attribution = AttributionFactory(revision=revision, voice="named")
    Link.objects.create(attribution=attribution, position=1, name=name)
    return QuoteFactory(revision=revision, attribution=attribution, found_by="engine")


def test_accepting_makes_the_speaker_that_the_engine_named(editor) -> None:
    quote = a_suggestion("Ada Brook")
    annotating.accept(quote, by=editor)
    assert quote.is_accepted
    assert quote.decided_by == editor
    assert quote.attribution.links.get().speaker == Speaker.objects.get(name="Ada Brook")


def test_accepting_finds_a_speaker_by_alias(editor) -> None:
    known = SpeakerFactory(name="Ada Lovell Brook")
    known.aliases.create(name="ada brook")
    quote = a_suggestion("Ada Brook")
    annotating.accept(quote, by=editor)
    assert quote.attribution.links.get().speaker == known


def test_a_name_that_two_speakers_bear_makes_a_third_for_a_person_to_merge(editor) -> None:
    SpeakerFactory.create_batch(2, name="Ada Brook")
    annotating.accept(a_suggestion("Ada Brook"), by=editor)
    assert Speaker.objects.filter(name="Ada Brook").count() == 3


def test_a_chain_that_another_mark_tied_already_keeps_its_link(editor) -> None:
    quote = a_suggestion("Ada Brook")
    FigureFactory(revision=quote.revision, attribution=quote.attribution, quote=quote)
    read = Figure.objects.select_related("attribution").prefetch_related(
        "attribution__links"
    )
    figure = read.get()
    annotating.accept(quote, by=editor)
    annotating.accept(figure, by=editor)
    assert Link.objects.get().speaker == Speaker.objects.get(name="Ada Brook")


def test_a_quote_without_attribution_is_not_accepted(editor) -> None:
    quote = QuoteFactory()
    with pytest.raises(Incomplete, match="Say who said"):
        annotating.accept(quote, by=editor)
    assert Quote.objects.get().is_suggested


def test_the_second_decision_is_refused(editor) -> None:
    quote = a_suggestion("Ada Brook")
    slow = Quote.objects.get(pk=quote.pk)
    annotating.reject(quote, by=editor, reason="A slogan.")
    with pytest.raises(AlreadyDecided):
        annotating.accept(slow, by=editor)
    assert Change.objects.filter(subject="quote").count() == 1


def test_accepting_all_says_which_could_not_be(editor) -> None:
    good, bare = a_suggestion("Ada Brook"), QuoteFactory()
    refused = annotating.accept_all([good, bare], by=editor)
    assert list(refused) == [bare.pk]
    assert Quote.objects.accepted().get() == good


def test_reopening_takes_a_figure_out_of_its_quantity(editor) -> None:
    figure, quantity = FigureFactory(accepted=True), QuantityFactory()
    filing.file(figure, quantity, by=editor)
    annotating.reopen(figure, by=editor)
    assert figure.is_suggested
    quantity.refresh_from_db()
    assert quantity.figure_count == 0


def test_a_figure_that_a_settlement_rests_on_is_not_reopened(editor) -> None:
    figure = FigureFactory(accepted=True)
    RelianceFactory(figure=figure)
    with pytest.raises(AlreadyDecided, match="settlement rests"):
        annotating.reopen(figure, by=editor)


@pytest.mark.parametrize(
    ("start", "end", "exact"),
    [(0, 3, "the"), (0, 4000, "The"), (-1, 2, "Th"), (3, 3, ""), (5, 4, "")],
)
def test_words_that_do_not_stand_there_are_refused(
    start: int, end: int, exact: str
) -> None:
    with pytest.raises(Misplaced):
        annotating.span_of(RevisionFactory(), start, end, exact)


def test_a_marked_figure_takes_the_speaker_of_the_quote_around_it(editor) -> None:
    revision = RevisionFactory()
    words = "At least 9-10 people were killed."
    start = revision.text.index(words)
    quote = annotating.mark_quote(
        revision,
        Span(start, start + len(words)),
        kind="direct",
        chain=chain_of(["Harbour office"]),
        by=editor,
    )
    figure = annotating.mark_figure(
        revision,
        Span(start, start + 20),
        value=value_in("At least 9-10 people", measure="killed"),
        chain=None,
        by=editor,
    )
    assert figure.quote == quote
    assert figure.attribution == quote.attribution
    assert (figure.low, figure.high, figure.core_high) == (9, None, 20)


def test_the_same_words_are_not_marked_twice(editor) -> None:
    revision = RevisionFactory()
    mark = {"kind": "direct", "chain": OWN_VOICE, "by": editor}
    annotating.mark_quote(revision, Span(0, 3), **mark)
    with pytest.raises(AlreadyDecided, match="already marked"):
        annotating.mark_quote(revision, Span(0, 3), **mark)
    assert Quote.objects.count() == 1


def test_an_amendment_of_what_somebody_else_changed_is_refused(editor) -> None:
    figure = FigureFactory(accepted=True)
    value = value_in("12 people", measure="killed")
    annotating.amend_value(figure, value, version=1, by=editor)
    with pytest.raises(Changed):
        annotating.amend_value(figure, value, version=1, by=editor)
    assert (figure.low, figure.high, figure.version) == (12, 12, 2)


def test_words_without_a_number_are_refused_with_a_sentence() -> None:
    with pytest.raises(Unreadable, match="no number"):
        value_in("the crowd", measure="killed")


def test_the_edges_of_a_mark_can_be_moved(editor) -> None:
    quote = a_suggestion("Ada Brook")
    annotating.amend_span(quote, Span(0, 3), version=1, by=editor)
    assert quote.exact == "The"
    line = Change.objects.get(act="quote.moved")
    assert line.before["exact"] == "At least 9-10 people were killed."


def test_a_viewer_decides_nothing() -> None:
    with pytest.raises(Forbidden):
        annotating.accept(a_suggestion("Ada Brook"), by=UserFactory(role="viewer"))


def test_a_new_chain_of_a_quote_takes_its_figures_along(editor) -> None:
    quote = a_suggestion("Ada Brook")
    figure = FigureFactory(
        revision=quote.revision, quote=quote, attribution=quote.attribution
    )
    chain = Chain(
        origins=(Source(name="Cole Reed", mention=Span(0, 3)),),
        relays=(Source(name="River Wire"),),
    )
    attributing.attribute(quote, chain, by=editor, reason="The text says so below.")
    figure.refresh_from_db()
    assert figure.attribution == quote.attribution
    attribution = Attribution.objects.get(pk=quote.attribution_id)
    assert (attribution.names, attribution.via) == ("Cole Reed", "River Wire")
    assert [link.speaker.kind for link in attribution.relays] == ["outlet"]


def test_an_unnamed_source_keeps_its_description(editor) -> None:
    figure = FigureFactory()
    chain = Chain(
        origins=(Source(descriptor="an official", reason="not allowed to speak"),)
    )
    attributing.attribute(figure, chain, by=editor)
    attribution = Attribution.objects.get(pk=figure.attribution_id)
    assert (attribution.voice, attribution.names) == ("unnamed", "an official")


def test_a_source_that_is_nobody_is_refused(editor) -> None:
    with pytest.raises(Incomplete, match="Name the source"):
        attributing.attribute(FigureFactory(), Chain(origins=(Source(),)), by=editor)


def test_joint_speakers_named_twice_are_one(editor) -> None:
    figure = FigureFactory()
    attributing.attribute(figure, chain_of(["Ada Brook", "Ada Brook"]), by=editor)
    assert Figure.objects.get().attribution.links.count() == 1


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"kind": "nonsense"}, "This is no word for the kind."),
        ({"kind": "no_report"}, "A figure needs a value, or to be a “no report”."),
        ({"core": Interval(2, 2)}, "The core must lie inside the hard interval."),
        ({"as_of": dt.date(1, 1, 1)}, "0001-01-01 is not a day between 1000 and 2100."),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_a_sentence(columns, sentence, editor) -> None:
    figure = FigureFactory(accepted=True)
    values = {"measure": "killed", "hard": Interval(1, 1), "core": Interval(1, 1)} | columns
    with pytest.raises(Impossible, match=re.escape(sentence)):
        annotating.amend_value(figure, Value(**values), version=1, by=editor)
    with pytest.raises(Impossible, match=re.escape(sentence)):
        annotating.mark_figure(
            RevisionFactory(), Span(0, 5), value=Value(**values), chain=OWN_VOICE, by=editor
        )


def test_each_figure_that_follows_its_quote_has_a_line_of_its_own(editor) -> None:
    quote = a_suggestion("Ada Brook")
    figure = FigureFactory(
        revision=quote.revision, attribution=quote.attribution, quote=quote
    )
    attributing.attribute(quote, chain_of(["Ben Carr"]), by=editor)
    assert Change.objects.about(figure).first().after["by"] == ["Ben Carr"]
