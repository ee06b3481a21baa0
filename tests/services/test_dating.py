from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from claims.domain.spans import Span
from claims.errors import Impossible
from claims.models import Change, Figure, Quote, Relation
from claims.services import annotating, cataloguing, filing, suggesting, undoing
from claims.services.annotating import Given
from claims.services.values import value_in
from tests.factories import (
    ArticleFactory,
    FigureFactory,
    QuantityFactory,
    QuoteFactory,
    RevisionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
PRINTED = dt.date(2031, 3, 4)
SAID = dt.date(2031, 3, 2)


@pytest.fixture
def editor():
    return UserFactory(role="editor")


def day(figure: Figure) -> tuple[dt.date | None, bool]:
    figure.refresh_from_db()
    return figure.as_of, figure.is_as_of_inferred


def quoted(**columns) -> Figure:
    quote = QuoteFactory(accepted=True, **columns)
    return FigureFactory(
        accepted=True,
        revision=quote.revision,
        quote=quote,
        as_of=PRINTED,
        is_as_of_inferred=True,
    )


def redate(quote: Quote, said_at: dt.date | None, editor) -> None:
    annotating.amend_quote(
        quote, Given(quote.kind, said_at), version=quote.version, by=editor
    )


def test_a_marked_figure_without_a_day_speaks_of_that_of_publication(editor) -> None:
    revision = RevisionFactory()
    start = revision.text.index("9-10 people")
    value = value_in("9-10", measure="killed")
    figure = annotating.mark_figure(
        revision, Span(start, start + 11), value=value, chain=None, by=editor
    )
    assert day(figure) == (PRINTED, True)


def test_without_a_day_of_publication_there_is_nothing_to_infer(editor) -> None:
    revision = RevisionFactory(article=ArticleFactory(published_at=None))
    suggesting.refresh(revision)
    [figure] = revision.figures.all()
    assert day(figure) == (None, False)


def test_a_suggested_figure_without_a_day_speaks_of_that_of_publication() -> None:
    revision = RevisionFactory()
    suggesting.refresh(revision)
    [figure] = revision.figures.all()
    assert day(figure) == (PRINTED, True)


def test_the_day_of_saying_counts_before_that_of_publication(editor) -> None:
    figure = quoted()
    redate(figure.quote, SAID, editor)
    assert day(figure) == (SAID, True)
    redate(figure.quote, None, editor)
    assert day(figure) == (PRINTED, True)


def test_a_day_that_somebody_gave_stays_when_that_of_saying_changes(editor) -> None:
    figure = quoted()
    Figure.objects.update(as_of=dt.date(2031, 3, 1), is_as_of_inferred=False)
    redate(figure.quote, SAID, editor)
    assert day(figure) == (dt.date(2031, 3, 1), False)


def test_an_impossible_day_of_saying_is_refused(editor) -> None:
    with pytest.raises(Impossible, match="0900-01-01"):
        redate(quoted().quote, dt.date(900, 1, 1), editor)


def test_a_changed_day_of_saying_is_compared_and_logged(editor) -> None:
    quantity = QuantityFactory()
    low = FigureFactory(accepted=True, low=7, high=7, core_low=7, core_high=7)
    Figure.objects.filter(pk=low.pk).update(as_of=SAID)
    low.refresh_from_db()
    high = quoted()
    for figure in (low, high):
        filing.file(figure, quantity, by=editor)
    assert Relation.objects.get().kind == "update"
    redate(high.quote, SAID, editor)
    assert Relation.objects.get().kind == "conflict"
    assert Change.objects.filter(act="figure.dated", subject_pk=high.pk).count() == 1


def test_figures_follow_when_the_day_of_publication_is_put_right(editor) -> None:
    figure = quoted()
    article = figure.revision.article
    moment = dt.datetime(2031, 3, 9, 12, tzinfo=dt.UTC)
    cataloguing.amend_article(
        article, version=article.version, by=editor, published_at=moment
    )
    assert day(figure) == (moment.date(), True)


def test_amending_a_number_leaves_an_inferred_day_as_it_was(editor) -> None:
    figure = quoted()
    value = replace(value_in("12", measure="killed"), as_of=PRINTED)
    annotating.amend_value(figure, value, version=figure.version, by=editor)
    assert day(figure) == (PRINTED, True)


def test_a_typed_day_is_inferred_no_longer_until_that_is_undone(editor) -> None:
    figure = quoted()
    value = replace(value_in("12", measure="killed"), as_of=SAID)
    annotating.amend_value(figure, value, version=figure.version, by=editor)
    assert day(figure) == (SAID, False)
    undoing.undo([Change.objects.latest("pk")], by=editor)
    assert day(figure) == (PRINTED, True)


def test_undo_gives_a_quote_its_former_day_back(editor) -> None:
    figure = quoted(said_at=SAID)
    redate(figure.quote, dt.date(2031, 3, 3), editor)
    line = Change.objects.filter(act="quote.amended").latest("pk")
    undoing.undo([line], by=editor)
    figure.quote.refresh_from_db()
    assert figure.quote.said_at == SAID
    assert day(figure) == (SAID, True)
