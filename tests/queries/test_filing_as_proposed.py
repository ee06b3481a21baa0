"""A pasted report whose figures are filed just as they are proposed."""

from __future__ import annotations

import datetime as dt

import pytest

from claims.annotator.filing import FileForm
from claims.models import Relation
from claims.queries import annotating as pages
from claims.services import annotating, naming, recording, suggesting, taking_in
from claims.services.taking_in import Publication, Snapshot
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "The Corvan crossed into the Orme valley on Sunday night. According to the Valley "
    "Guard, the Corvan attack was beaten back and at least 9-10 terrorists were killed by "
    "the guardsmen. Two members of the Valley Guard were injured.\n\n"
    "“The Corvan attempted to attack the river mill. They lost 7-8 people. Sadly, a couple "
    "of Valley Guard personnel were also wounded,” the Valley Guard said."
)


def file_as_proposed(order: str) -> dict[str, list[str]]:
    """Return the words of the figures under each quantity."""
    editor = UserFactory(role="editor")
    recording.add(
        recording.Happening(
            "Raid in the Orme valley", happened_on=dt.date(2031, 3, 2), place="Orme valley"
        ),
        by=editor,
    )
    about = Publication(
        naming.outlet("The Mill Post", by=editor),
        "Corvan raid beaten back in Orme valley",
        published_at=dt.datetime(2031, 3, 3, tzinfo=dt.UTC),
    )
    revision = taking_in.add(Snapshot(TEXT), about, by=editor).revision
    suggesting.refresh(revision)
    figures = list(revision.figures.order_by(order))
    assert annotating.accept_all(figures, by=editor) == {}
    for each in figures:
        figure = pages.row(revision, "figure", each.pk)
        shown = {name: value for name, value in FileForm(figure).initial.items() if value}
        form = FileForm(figure, {**shown, "version": figure.version})
        assert form.is_valid()
        form.perform(by=editor)
    filed: dict[str, list[str]] = {}
    for figure in revision.figures.select_related("quantity").order_by("start"):
        filed.setdefault(str(figure.quantity), []).append(figure.exact)
    return filed


def test_figures_of_one_side_meet_and_contradict_each_other() -> None:
    filed = file_as_proposed("start")

    assert filed == {
        "Corvan fighters: killed": [
            "at least 9-10 terrorists were killed",
            "lost 7-8 people",
        ],
        "members of the Valley Guard: injured": [
            "Two members of the Valley Guard were injured",
            "a couple of Valley Guard personnel were also wounded",
        ],
    }
    killed = Relation.objects.get(a__measure="killed")
    assert killed.kind == Relation.Kind.SELF_CONTRADICTION


def test_the_order_of_filing_decides_nothing_but_names() -> None:
    filed = file_as_proposed("-start")

    assert list(map(len, filed.values())) == [2, 2]
    assert "Corvan fighters: killed" in filed
