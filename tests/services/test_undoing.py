"""Acts taken back: afterwards the row says what it said before."""

from __future__ import annotations

import pytest

from claims.domain.spans import Span
from claims.errors import Changed, Incomplete
from claims.models import Change, Figure, Incident, Quote
from claims.services import annotating, attributing, filing, naming, undoing
from claims.services.attributing import chain_of
from claims.services.filing import ScopeKey
from claims.services.recording import Happening
from claims.services.values import value_in
from tests.factories import (
    FigureFactory,
    QuantityFactory,
    QuoteFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

KEPT = (
    *("status", "start", "end", "exact", "measure", "population", "kind", "hedge"),
    *("low", "high", "core_low", "core_high", "quantity_id", "attribution_id", "as_of"),
)


@pytest.fixture
def editor():
    return UserFactory(role="editor")


def told(row: Figure | Quote) -> dict[str, object]:
    fresh = type(row).objects.get(pk=row.pk)
    return {column: getattr(fresh, column, None) for column in KEPT}


def last_step(after: int = 0) -> list[Change]:
    subjects = ("quote", "figure")
    return list(Change.objects.filter(subject__in=subjects, pk__gt=after).order_by("-pk"))


def accept(figure, editor):
    annotating.accept(figure, by=editor)


def reject(figure, editor):
    annotating.reject(figure, by=editor)


def attribute(figure, editor):
    attributing.attribute(figure, chain_of(["Harbour Office"]), by=editor)


def amend(figure, editor):
    value = value_in("about 40", measure="injured", population="dockers")
    annotating.amend_value(figure, value, version=figure.version, by=editor)


def move(figure, editor):
    span = Span(figure.start, figure.end - len(" people"))
    annotating.amend_span(figure, span, version=figure.version, by=editor)


def file(figure, editor):
    filing.file(figure, QuantityFactory(), by=editor)


def reopen(figure, editor):
    annotating.reopen(figure, by=editor, reason="Read again.")


@pytest.mark.parametrize(
    ("act", "is_accepted"),
    [
        (accept, False),
        (reject, False),
        (attribute, True),
        (amend, True),
        (move, True),
        (file, True),
        (reopen, True),
    ],
)
def test_what_is_undone_says_what_it_said_before(act, is_accepted, editor) -> None:
    figure = FigureFactory(accepted=True)
    if not is_accepted:
        annotating.reopen(figure, by=editor)
    start = Change.objects.count() and Change.objects.latest("pk").pk
    before = told(figure)
    act(Figure.objects.get(pk=figure.pk), editor)
    assert told(figure) != before
    undoing.undo(last_step(start), by=editor)
    assert told(figure) == before


def test_a_filed_figure_that_was_reopened_is_filed_again(editor) -> None:
    figure = FigureFactory(accepted=True, quantity=QuantityFactory())
    before = told(figure)
    annotating.reopen(figure, by=editor, reason="Read again.")
    undoing.undo(last_step(), by=editor)
    assert told(figure) == before


def test_a_mark_that_was_undone_can_be_made_again(editor) -> None:
    revision = QuoteFactory().revision
    span = Span(0, 18)
    first = annotating.mark_quote(
        revision, span, kind="indirect", chain=chain_of(["A Guard"]), by=editor
    )
    undoing.undo(last_step(), by=editor)
    assert Quote.objects.get(pk=first.pk).status == Quote.Status.REJECTED
    again = annotating.mark_quote(
        revision, span, kind="indirect", chain=chain_of(["A Guard"]), by=editor
    )
    assert again.pk == first.pk
    assert told(again)["status"] == Quote.Status.ACCEPTED


def test_what_somebody_changed_since_is_not_undone(editor) -> None:
    figure = FigureFactory(accepted=True)
    attribute(figure, editor)
    step = last_step()
    amend(Figure.objects.get(pk=figure.pk), UserFactory(role="editor"))
    with pytest.raises(Changed, match="by another since"):
        undoing.undo(step, by=editor)


def test_nothing_is_undone_when_nothing_was_done(editor) -> None:
    with pytest.raises(Incomplete, match="nothing to undo"):
        undoing.undo([], by=editor)


def test_a_chain_is_not_written_over_one_that_its_author_did_not_see(editor) -> None:
    figure = FigureFactory(accepted=True)
    slow = Figure.objects.get(pk=figure.pk)
    attribute(figure, editor)
    with pytest.raises(Changed, match="in the meantime"):
        attributing.attribute(slow, chain_of(["Somebody Else"]), by=editor)


def test_a_suggestion_that_was_amended_meanwhile_is_not_accepted_unseen(editor) -> None:
    figure = FigureFactory(accepted=True)
    annotating.reopen(figure, by=editor)
    slow = Figure.objects.get(pk=figure.pk)
    amend(figure, editor)
    with pytest.raises(Changed, match="in the meantime"):
        annotating.accept(slow, by=editor)


def test_a_figure_is_filed_with_its_incident_in_one_act_or_not_at_all(editor) -> None:
    figure = FigureFactory(accepted=True)
    happening = Happening("Fire at the rope walk")
    with pytest.raises(Incomplete):
        filing.file_anew(figure, happening, ScopeKey(" "), by=editor)
    assert not Incident.objects.exists()
    filing.file_anew(figure, happening, ScopeKey("killed", "rope makers"), by=editor)
    assert figure.quantity.incident.title == "Fire at the rope walk"


def test_an_act_on_another_kind_of_row_is_not_undone_here(editor) -> None:
    speaker = SpeakerFactory()
    naming.amend(speaker, version=1, by=editor, name="Ada Brook")
    with pytest.raises(Incomplete, match="cannot be undone"):
        undoing.undo(list(Change.objects.about(speaker)), by=editor)
