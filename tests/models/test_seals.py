from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction

from claims.models import Change, Revision
from tests.factories import RevisionFactory

pytestmark = pytest.mark.django_db


def a_change() -> Change:
    return Change.objects.create(
        at=dt.datetime(2031, 3, 4, tzinfo=dt.UTC),
        act="quote.accepted",
        subject="quote",
        subject_pk=1,
        label="“At least nine”",
        previous_hash="",
        hash="a" * 64,
    )


@pytest.mark.parametrize(
    "columns", [{"text": "other"}, {"sha256": "b" * 64}, {"number": 7}, {"extractor": "x"}]
)
def test_a_revision_is_never_changed(columns: dict[str, object]) -> None:
    revision = RevisionFactory()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(**columns)


def test_a_revision_is_never_deleted() -> None:
    revision = RevisionFactory()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Revision.objects.filter(pk=revision.pk)._raw_delete("default")


def test_a_line_of_the_log_is_never_changed_or_deleted() -> None:
    change = a_change()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Change.objects.filter(pk=change.pk).update(reason="another")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        change.delete()


@pytest.mark.django_db(transaction=True)
def test_emptying_the_database_takes_the_seals_off_and_puts_them_back() -> None:
    a_change()
    call_command("flush", interactive=False, verbosity=0)
    assert not Change.objects.exists()
    change = a_change()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        change.delete()
