from __future__ import annotations

import datetime as dt

import pytest

from claims.domain.spans import Span
from claims.errors import Forbidden, Impossible, Incomplete, Unreadable
from claims.models import Article, Change, Quote, Revision
from claims.services import annotating, taking_in
from claims.services.attributing import OWN_VOICE, chain_of
from claims.services.taking_in import Publication, Snapshot
from claims.services.values import value_in
from tests.factories import OutletFactory, UserFactory

pytestmark = pytest.mark.django_db

TEXT = "The ferry office closed.\n\n“Nobody was hurt,” said Ada Brook."


@pytest.fixture
def editor():
    return UserFactory(role="editor")


@pytest.fixture
def about():
    return Publication(OutletFactory(), "Ferry office closed", url="https://example.org/1")


def test_a_text_is_normalised_before_anything_counts_its_characters(about, editor) -> None:
    taken = taking_in.add(Snapshot("\n a\r\nb\0c \n"), about, by=editor)
    assert taken.revision.text == "a\nbc"


def test_the_same_text_at_the_same_address_is_one_article(about, editor) -> None:
    first = taking_in.add(Snapshot(TEXT), about, by=editor)
    again = taking_in.add(Snapshot(TEXT), about, by=editor)
    assert again.revision == first.revision
    assert not again.is_new_revision
    assert Article.objects.count() == 1


def test_the_same_text_of_the_same_outlet_is_one_article_without_an_address(editor) -> None:
    about = Publication(OutletFactory(), "Ferry office closed")
    first = taking_in.add(Snapshot(TEXT), about, by=editor)
    assert taking_in.add(Snapshot(TEXT), about, by=editor).revision == first.revision


def test_another_text_at_the_address_is_the_next_revision(about, editor) -> None:
    taking_in.add(Snapshot(TEXT), about, by=editor)
    newer = taking_in.add(Snapshot(TEXT + " More."), about, by=editor)
    assert newer.is_new_revision
    assert not newer.is_new_article
    assert newer.revision.number == 2


@pytest.mark.parametrize("text", ["", " \n\t ", "\0"])
def test_an_article_without_a_text_is_refused(text: str, about, editor) -> None:
    with pytest.raises(Incomplete, match="no text"):
        taking_in.add(Snapshot(text), about, by=editor)
    assert not Article.objects.exists()


def test_an_article_without_a_headline_takes_its_first_line(editor) -> None:
    taken = taking_in.add(Snapshot(TEXT), Publication(OutletFactory(), " "), by=editor)
    assert taken.revision.article.headline == "The ferry office closed."


def test_a_reviewer_does_not_take_in_articles(about) -> None:
    with pytest.raises(Forbidden):
        taking_in.add(Snapshot(TEXT), about, by=UserFactory(role="reviewer"))


def test_marks_move_to_the_newer_text_and_lost_ones_stay_behind(about, editor) -> None:
    old = taking_in.add(Snapshot(TEXT), about, by=editor).revision
    Quote.objects.all().delete()
    for words in ("Nobody was hurt", "The ferry office closed"):
        start = TEXT.index(words)
        span = annotating.span_of(old, start, start + len(words), words)
        annotating.mark_quote(old, span, kind="mixed", chain=OWN_VOICE, by=editor)
    newer = "Late report. “Nobody was hurt,” said Ada Brook, of the river trust."
    new = taking_in.revise(old.article, Snapshot(newer), by=editor).revision
    moved = new.quotes.get(status="accepted")
    assert moved.exact == "Nobody was hurt"
    assert new.text[moved.start : moved.end] == "Nobody was hurt"
    assert [quote.exact for quote in old.quotes.all()] == ["The ferry office closed"]
    assert Change.objects.filter(act="article.marks_carried").exists()


def test_the_bytes_are_kept_as_they_came(about, editor) -> None:
    snapshot = Snapshot(TEXT, raw=b"<p>raw</p>", raw_type="text/html", extractor="test 1")
    taken = taking_in.add(snapshot, about, by=editor)
    assert bytes(Revision.objects.get(pk=taken.revision.pk).raw) == b"<p>raw</p>"


def test_an_address_given_later_is_of_the_article_that_has_the_text(about, editor) -> None:
    pasted = Publication(about.outlet, "Ferry office closed")
    first = taking_in.add(Snapshot(TEXT), pasted, by=editor)
    taking_in.add(Snapshot(TEXT), about, by=editor)
    article = Article.objects.get()
    assert article.url == about.url
    assert Change.objects.about(article).first().after == {"url": about.url}
    assert first.revision.article == article


def test_one_text_at_two_addresses_is_two_articles(about, editor) -> None:
    taking_in.add(Snapshot(TEXT), about, by=editor)
    other = Publication(about.outlet, "Ferry office closed", url="https://example.org/2")
    taking_in.add(Snapshot(TEXT), other, by=editor)
    assert Article.objects.count() == 2


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://", "http://[", "https://x.org/" + "a" * 2000]
)
def test_what_is_no_address_of_a_page_is_refused(url: str, about, editor) -> None:
    with pytest.raises(Unreadable, match="not the address of a page"):
        taking_in.add(Snapshot(TEXT), Publication(about.outlet, "X", url=url), by=editor)


def test_an_article_of_the_year_one_is_refused(about, editor) -> None:
    moment = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
    old = Publication(about.outlet, "X", published_at=moment)
    with pytest.raises(Impossible, match="is not a day between"):
        taking_in.add(Snapshot(TEXT), old, by=editor)


def test_a_chain_stays_with_the_mark_that_is_left_behind(about, editor) -> None:
    text = "The office said 9 people were killed in the harbour."
    revision = taking_in.keep(Snapshot(text), about, by=editor).revision
    quote = annotating.mark_quote(
        revision, Span(16, 51), kind="indirect", chain=chain_of(["Office"]), by=editor
    )
    figure = annotating.mark_figure(
        revision,
        Span(16, 24),
        value=value_in("9", measure="killed"),
        chain=None,
        by=editor,
    )
    assert figure.attribution == quote.attribution
    newer = "The office said 9 people were killed at the far end of the long quay."
    taking_in.revise(revision.article, Snapshot(newer), by=editor)
    quote.refresh_from_db()
    figure.refresh_from_db()
    assert (quote.revision.number, figure.revision.number) == (1, 2)
    assert quote.attribution.revision == quote.revision
    assert figure.attribution.revision == figure.revision
    assert figure.attribution.names == quote.attribution.names
