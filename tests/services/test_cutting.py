from __future__ import annotations

import pytest

from claims.domain.spans import Span
from claims.errors import Changed, Incomplete
from claims.models import Change, Figure, Quote
from claims.services import annotating, cutting, undoing
from claims.services.attributing import chain_of
from claims.services.values import value_in
from tests.factories import QuoteFactory, RevisionFactory, UserFactory

pytestmark = pytest.mark.django_db

TEXT = "“Nine men fell. Two guards were hurt,” the Valley Guard said."
WORDS = "Nine men fell. Two guards were hurt,"


@pytest.fixture
def editor():
    return UserFactory(role="editor")


@pytest.fixture
def quote(editor) -> Quote:
    revision = RevisionFactory(text=TEXT)
    chain = chain_of(["Valley Guard"], via=["River Agency"])
    return annotating.mark_quote(
        revision, Span(1, 1 + len(WORDS)), kind="direct", chain=chain, by=editor
    )


def split(quote: Quote, words: str, editor) -> Quote:
    at = quote.start + quote.exact.index(words)
    return cutting.split(quote, at, version=quote.version, by=editor)


def test_both_parts_keep_the_chain_and_lose_the_blank_between(quote, editor) -> None:
    second = split(quote, "Two", editor)
    assert quote.exact == "Nine men fell."
    assert second.exact == "Two guards were hurt,"
    assert second.attribution.names == "Valley Guard"
    assert second.attribution.via == "River Agency"
    assert second.is_accepted


def test_figures_go_with_the_part_they_stand_in(quote, editor) -> None:
    for words in ("Nine men", "Two guards"):
        start = TEXT.index(words)
        value = value_in(words, measure="killed")
        span = Span(start, start + len(words))
        annotating.mark_figure(quote.revision, span, value=value, chain=None, by=editor)
    second = split(quote, "Two", editor)
    assert [figure.exact for figure in quote.figures.all()] == ["Nine men"]
    assert [figure.exact for figure in second.figures.all()] == ["Two guards"]


@pytest.mark.parametrize("at", [1, 1 + len(WORDS), 0, 500])
def test_a_quote_is_only_cut_inside_itself(quote, editor, at) -> None:
    with pytest.raises(Incomplete, match="inside the quote"):
        cutting.split(quote, at, version=quote.version, by=editor)


def test_a_part_of_blanks_is_refused(editor) -> None:
    revision = RevisionFactory(text="a  ")
    quote = QuoteFactory(revision=revision, exact="a  ")
    with pytest.raises(Incomplete, match="Both parts need words"):
        cutting.split(quote, 2, version=1, by=editor)


def test_a_quote_of_nobody_is_not_split(editor) -> None:
    quote = QuoteFactory(revision=RevisionFactory(text="a b"), exact="a b")
    with pytest.raises(Incomplete, match="Say who said it"):
        cutting.split(quote, 2, version=1, by=editor)


def test_a_quote_that_somebody_changed_is_not_split(quote, editor) -> None:
    with pytest.raises(Changed):
        cutting.split(quote, 10, version=quote.version - 1, by=editor)
    assert Quote.objects.count() == 1


def test_what_was_split_is_joined_again(quote, editor) -> None:
    second = split(quote, "Two", editor)
    cutting.join(quote, second, version=quote.version, by=editor)
    assert quote.exact == WORDS
    second.refresh_from_db()
    assert second.status == Quote.Status.REJECTED


def test_only_a_following_quote_is_joined(quote, editor) -> None:
    second = split(quote, "Two", editor)
    with pytest.raises(Incomplete, match="follows it"):
        cutting.join(second, quote, version=second.version, by=editor)


def test_a_split_is_undone(quote, editor) -> None:
    before = Change.objects.latest("pk").pk
    split(quote, "Two", editor)
    lines = Change.objects.filter(pk__gt=before, subject="quote").order_by("-pk")
    undoing.undo(list(lines), by=editor)
    quote.refresh_from_db()
    assert quote.exact == WORDS
    standing = Quote.objects.exclude(status=Quote.Status.REJECTED)
    assert list(standing) == [quote]


def with_a_figure(quote: Quote, words: str, editor) -> Figure:
    start = TEXT.index(words)
    return annotating.mark_figure(
        quote.revision,
        Span(start, start + len(words)),
        value=value_in(words, measure="killed"),
        chain=None,
        by=editor,
    )


def last_step(after: int) -> list[Change]:
    lines = Change.objects.filter(pk__gt=after, subject__in=("quote", "figure"))
    return list(lines.order_by("-pk"))


def test_figures_go_back_when_a_split_is_undone(quote, editor) -> None:
    figure = with_a_figure(quote, "Two guards", editor)
    before = Change.objects.latest("pk").pk
    second = split(quote, "Two", editor)
    assert second.figures.get() == figure
    undoing.undo(last_step(before), by=editor)
    assert quote.figures.get() == figure


def test_figures_go_back_when_a_join_is_undone(quote, editor) -> None:
    figure = with_a_figure(quote, "Two guards", editor)
    second = split(quote, "Two", editor)
    before = Change.objects.latest("pk").pk
    cutting.join(quote, second, version=quote.version, by=editor)
    assert quote.figures.get() == figure
    undoing.undo(last_step(before), by=editor)
    second.refresh_from_db()
    assert second.is_accepted
    assert second.figures.get() == figure
