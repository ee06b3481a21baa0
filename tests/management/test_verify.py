from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from claims import triggers
from claims.models import Change, Figure, Quantity, Relation, Revision
from tests.management.test_dossier_commands import file, run  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(file):  # noqa: F811  the fixture
    run("import_dossier", file)


@pytest.fixture
def unsealed(desk):
    """Take the seals off, as somebody with the database at hand could."""
    triggers.remove("default")
    yield
    triggers.install("default")


def verify() -> list[str]:
    stdout = io.StringIO()
    with pytest.raises(CommandError, match="do not hold in"):
        call_command("verify", stdout=stdout)
    return stdout.getvalue().splitlines()


def test_a_desk_that_nobody_touched_holds(desk):
    assert run("verify").startswith("Everything holds: 2 revisions, 2 quotes, 4 figures, ")


def test_a_text_that_was_changed_is_found_with_the_marks_it_misplaced(unsealed):
    revision = Revision.objects.get(text__startswith="Nine")
    Revision.objects.filter(pk=revision.pk).update(text=f"X{revision.text}")
    triggers.install("default")

    told = verify()

    assert told[0] == f"The text of revision {revision.pk} is not the one that was stored."
    assert any(line.startswith("The cue of quote") for line in told)
    assert any(line.startswith("The mention in link") for line in told)


def test_a_mark_that_was_moved_is_found(desk):
    figure = Figure.objects.get(exact="12 dead")
    Figure.objects.filter(pk=figure.pk).update(start=figure.start + 1, end=figure.end + 1)

    (told,) = verify()

    assert told == (
        f"The figure {figure.pk} says “12 dead”, but at characters {figure.start + 1} to"
        f" {figure.end + 1} of revision {figure.revision_id} stands “2 dead,”."
    )


def test_a_line_of_the_log_that_was_changed_is_found(unsealed):
    line = Change.objects.order_by("pk")[2]
    Change.objects.filter(pk=line.pk).update(reason="Another one.")
    triggers.install("default")

    assert verify() == [
        f"Line {line.pk} of the log was changed after it was written: {line}."
    ]


def test_a_line_of_the_log_that_was_taken_out_is_found(unsealed):
    gone, after = Change.objects.order_by("pk")[2:4]
    Change.objects.filter(pk=gone.pk).delete()
    triggers.install("default")

    assert verify() == [f"A line of the log before line {after.pk} is missing."]


def test_seals_that_were_taken_off_are_missed(unsealed):
    assert verify() == [
        "The trigger that keeps claims_revision from being changed is missing.",
        "The trigger that keeps claims_change from being changed is missing.",
    ]


def test_verifying_reads_no_more_often_for_more_lines(desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(20 + 5 * Revision.objects.count()):
        run("verify")


def test_comparing_again_finds_nothing_to_change(desk):
    assert run("recompare") == (
        "2 quantities compared: 0 relations new, 0 changed, 0 gone; 0 summaries changed.\n"
    )


def test_comparing_again_mends_what_was_broken(desk):
    Relation.objects.filter(kind="update").delete()
    Relation.objects.update(severity=99)
    Quantity.objects.filter(measure="killed").update(severity=99)

    assert "1 relations new, 2 changed, 0 gone; 1 summaries" in run("recompare")
